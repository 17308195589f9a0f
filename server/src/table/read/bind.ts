import { form, mixedDisclosure } from '../../form/form.ts';
import type { Edition, Field, Form, FormRow } from '../../form/types.ts';
import type { Span } from '../../text/span.ts';
import type { CellTemplate, RowTemplate, TableTemplate } from '../table.ts';
import type { TableLabel, TableProblem } from '../types.ts';
import { assignColumns, type CellAssignment } from './assign-columns.ts';
import { editionOf } from './edition.ts';
import { inferMissingLabels } from './infer-labels.ts';
import { isWording } from './labels.ts';
import { type RowCandidate, type TableCandidate, tableCandidates } from './row-candidates.ts';
import { learnRowLayout, type RowLayout, type RowTokens } from './row-layout.ts';
import { rowsOutOfOrder } from './row-order.ts';
import { countFilled, isFilled } from './token.ts';

/**
 * Where the tables of the form stand in `text`, spans counted in `text`. Never fails: what cannot be read is among the problems.
 * `usual` is the edition of a table that shows none. What the figures are plays no part, only where there are any.
 */
export function bindTables(text: string, usual: Edition): TableTemplate[] {
  return tableCandidates(text)
    .filter(isTable)
    .map((collected) => bind(text, collected, usual));
}

/** Two lines of the form, or one under heads of the form: less is a sentence or a list that happens to use its words. */
function isTable({ candidates, heads, table }: TableCandidate): boolean {
  const known = candidates.filter((candidate) => candidate.id !== null).length;
  const certain = heads.filter((head) => head.meaning.official).length;
  const suits = new Set(heads.map((head) => head.meaning.id)).size;
  if (table === 'disputes') return (known > 0 && certain >= 2) || (certain >= 4 && suits >= 4);
  return known >= 2 || (known === 1 && certain >= 2) || certain >= 4;
}

function bind(text: string, collected: TableCandidate, usual: Edition): TableTemplate {
  const editions = editionOf(collected, usual);
  const table = collected.table;
  const shape = table === 'disclosure' ? mixedDisclosure(editions) : form(table, editions[0] ?? '2021');
  const unreadable = lost(collected, shape);
  const span = extent(collected);
  if (unreadable !== null)
    return {
      id: table,
      form: shape,
      span,
      rows: [],
      labels: [],
      problems: [{ kind: 'unreadable', span, why: unreadable }],
    };
  const candidates = inferMissingLabels(collected.candidates, shape);
  const problems: TableProblem[] = [];
  const { tokens, spacing } = learn(candidates, shape, collected, problems, span);
  const rows: RowTemplate[] = [];
  const first = new Map<string, RowTemplate>();
  for (const [i, candidate] of candidates.entries()) {
    const own = tokens[i] ?? null;
    if (own === null) {
      if (isUnknownRow(candidate))
        problems.push({
          kind: 'unknown-row',
          span: labelSpan(candidate),
          label: text.slice(candidate.from, labelSpan(candidate).to),
        });
      continue;
    }
    const bound = bindRow(text, candidate, own, spacing, problems);
    const { row } = own;
    const twin = first.get(row.id);
    if (twin !== undefined) {
      const raw = ({ kind, from, to }: CellTemplate): string =>
        kind === 'value' ? text.slice(from, to) : '';
      const equal = bound.cells.every((cell, i) => raw(cell) === raw(twin.cells[i] as CellTemplate));
      problems.push({ kind: 'duplicate-row', row, first: twin.span, span: bound.span, equal });
      continue;
    }
    first.set(row.id, bound);
    rows.push(bound);
    if (isVariant(text, candidate, row)) problems.push({ kind: 'variant-label', row, span: bound.label });
  }
  for (const row of shape.rows) if (!first.has(row.id)) problems.push({ kind: 'missing-row', row });
  problems.push(...rowsOutOfOrder(rows, shape));
  const labels: TableLabel[] = [];
  for (const { meaning, label } of collected.heads)
    if (meaning.role !== 'row')
      labels.push({ role: meaning.role, id: meaning.id, span: { from: label.from, to: label.to } });
  return { id: table, form: shape, span, rows, labels, problems };
}

/** Why the values of a table cannot be told: none stands behind most labels, or digits stick to them. */
function lost({ candidates }: TableCandidate, shape: Form): 'values-lost' | 'values-glued' | null {
  const known = candidates.filter((candidate) => candidate.id !== null && candidate.label !== null);
  const glued = known.filter((candidate) => candidate.label?.glued === true).length;
  if (glued >= 2 || (glued === 1 && known.length <= 2)) return 'values-glued';
  const bare = known.filter((candidate) => candidate.values.length === 0 && !hasRoom(candidate)).length;
  return known.length >= 4 && known.length * 2 > shape.rows.length && bare * 3 > known.length * 2
    ? 'values-lost'
    : null;
}

/** Whether blank lines behind a label leave room for cells. */
const hasRoom = (candidate: RowCandidate): boolean =>
  candidate.next !== null && candidate.label !== null && candidate.next.line - candidate.label.line >= 4;

function extent({ candidates, heads }: TableCandidate): Span {
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  for (const candidate of candidates) {
    from = Math.min(from, candidate.from);
    to = Math.max(to, slotEnd(candidate));
  }
  for (const { label } of heads) {
    from = Math.min(from, label.from);
    to = Math.max(to, label.to);
  }
  return { from, to };
}

const slotEnd = (candidate: RowCandidate): number =>
  candidate.values.findLast(isFilled)?.to ?? candidate.label?.to ?? candidate.from;

const formRowOf = ({ id }: RowCandidate, shape: Form): FormRow | undefined =>
  id === null ? undefined : shape.rows[shape.rank.get(id) ?? -1];

/** The tokens of a line of the form and the fields its cells are. */
interface FormRowTokens extends RowTokens {
  readonly row: FormRow;
  readonly fields: readonly Field[];
}

/** Spacing of the table, and a row for each candidate that is a line: with one field fewer when a column is absent throughout. */
function learn(
  candidates: readonly RowCandidate[],
  shape: Form,
  collected: TableCandidate,
  problems: TableProblem[],
  span: Span,
): { tokens: readonly (FormRowTokens | null)[]; spacing: RowLayout } {
  const absent = absentColumn(candidates, shape, collected);
  if (absent !== null) problems.push({ kind: 'missing-column', column: absent, span });
  const tokens = candidates.map((candidate) => {
    const row = formRowOf(candidate, shape);
    if (row === undefined) return null;
    const { fields } = row;
    return tokensOf(
      candidate,
      row,
      absent === null ? fields : fields.filter(({ column }) => column.id !== absent),
    );
  });
  return { tokens, spacing: learnRowLayout(tokens.filter((row) => row !== null)) };
}

const tokensOf = (candidate: RowCandidate, row: FormRow, fields: readonly Field[]): FormRowTokens => ({
  row,
  fields,
  label: candidate.label?.tokens.at(-1) ?? null,
  anchor: candidate.anchor,
  values: candidate.values,
  cells: candidate.values.every(isFilled) ? candidate.values : candidate.values.filter(isFilled),
  next: candidate.next,
  width: fields.length,
  labels: candidate.labelCells,
});

/** The one column of `applications` whose head is absent while every row has one value too few; else null. */
function absentColumn(
  candidates: readonly RowCandidate[],
  shape: Form,
  { heads }: TableCandidate,
): string | null {
  const [block] = shape.table.blocks;
  if (shape.table.id !== 'applications' || block === undefined) return null;
  const filled = candidates.filter(
    (candidate) => candidate.id !== null && candidate.values.some((token) => token.kind === 'value'),
  );
  const short = filled.filter((candidate) => countFilled(candidate.values) === block.columns.length - 1);
  if (short.length < 4 || short.length * 5 < filled.length * 4) return null;
  const seen = new Set(heads.map((head) => head.meaning.id));
  const missing = block.columns.filter((column) => !seen.has(column.id));
  return missing.length === 1 && missing[0] !== undefined ? missing[0].id : null;
}

function bindRow(
  text: string,
  candidate: RowCandidate,
  own: FormRowTokens,
  spacing: RowLayout,
  problems: TableProblem[],
): RowTemplate {
  const { row, fields } = own;
  const places = candidate.label?.glued === true ? null : assignColumns(text, own, spacing);
  const label = labelSpan(candidate);
  const end = slotEnd(candidate);
  const whole = { row, label, span: { from: candidate.from, to: end } };
  if (places === null) {
    const values = candidate.values.filter(isFilled);
    const { from, to } = { from: values[0]?.from ?? label.from, to: end };
    problems.push({ kind: 'value-count', row, span: { from, to }, values, expected: fields.length });
    return { ...whole, cells: fields.map((field) => ({ field, from, to, kind: 'unsure' })) };
  }
  const cells = fields.map((field, i): CellTemplate => {
    const place = places[i] as CellAssignment;
    return 'token' in place
      ? { field, from: place.token.from, to: place.token.to, kind: 'value' }
      : { field, from: place.blank, to: place.blank, kind: place.inGap === true ? 'gap' : 'blank' };
  });
  return { ...whole, cells };
}

const labelSpan = (candidate: RowCandidate): Span =>
  candidate.label === null
    ? { from: candidate.from, to: candidate.from }
    : { from: candidate.label.from, to: candidate.label.to };

/** Whether a line is labelled in other words than the form's. */
function isVariant(text: string, candidate: RowCandidate, row: FormRow): boolean {
  if (row.label === '' || candidate.meaning === null || candidate.label === null) return false;
  const written = text.slice(candidate.label.from, candidate.label.to);
  const whole = written + candidate.rest.map(({ from, to }) => text.slice(from, to)).join('');
  return !isWording(written, row.label) && !isWording(whole, row.label);
}

/** A row nobody knows: a short label with a value behind it, inside the table. */
const isUnknownRow = (candidate: RowCandidate): boolean =>
  candidate.label !== null &&
  candidate.label.to - candidate.label.from <= 40 &&
  candidate.values.some((token) => token.kind === 'value');
