// Binds one row: its tokens, the form's fields, and which of them each value fills.

import type { Field, Form, FormRow } from '../../form/spec.ts';
import type { Span } from '../../text/span.ts';
import type { TableProblem } from '../table.ts';
import type { CellTemplate, RowTemplate } from '../template.ts';
import { endOf } from './assess-table.ts';
import { assignColumns, isTorn } from './assign-columns.ts';
import { inColumnOrder } from './column-order.ts';
import { isWording } from './label-wording.ts';
import type { RowCandidate } from './row-candidates.ts';
import type { RowLayout } from './row-layout.ts';
import type { CellAssignment, RowTokens } from './row-tokens.ts';
import { isFilled, type Token } from './token.ts';
import { isCompletedBy, type Strays } from './torn-rows.ts';

/** The tokens of a row, and the fields its cells are. */
export interface FormRowTokens extends RowTokens {
  readonly row: FormRow;
  readonly fields: readonly Field[];
  /** The rows that it was written as, of as many cells each. */
  readonly parts: readonly RowTokens[];
}

/**
 * A candidate as a row of the form; null when it is none. `absent` is a column that the whole table lacks;
 * `order` see `columnOrder`.
 */
export function formRowTokens(
  candidate: RowCandidate,
  form: Form,
  absent: string | null,
  order: readonly string[] | null,
): FormRowTokens | null {
  const { id, parts } = candidate;
  const row = id === null ? undefined : form.rows[form.rank.get(id) ?? -1];
  if (row === undefined) return null;
  const ordered = inColumnOrder(row, order);
  const fields = absent === null ? ordered : ordered.filter(({ column }) => column.id !== absent);
  const { label, anchor, values, next, labelCells } = candidate;
  // One literal: a table has dozens of rows, and copying objects costs more than making them.
  return {
    row,
    fields,
    parts: parts?.map((part) => rowTokens(part, fields.length / parts.length)) ?? noParts,
    label: label?.tokens.at(-1) ?? null,
    anchor,
    values,
    filled: filledOf(values),
    next,
    width: fields.length,
    labelCells,
  };
}

const noParts: readonly RowTokens[] = [];

const filledOf = (values: readonly Token[]): readonly Token[] =>
  values.every(isFilled) ? values : values.filter(isFilled);

const rowTokens = ({ label, anchor, values, next, labelCells }: RowCandidate, width: number): RowTokens => ({
  label: label?.tokens.at(-1) ?? null,
  anchor,
  values,
  filled: filledOf(values),
  next,
  width,
  labelCells,
});

/** Where the cells of a row stand. All are `unsure` when its values cannot be told apart. */
export function bindRow(
  text: string,
  candidate: RowCandidate,
  own: FormRowTokens,
  layout: RowLayout,
  strays: Strays,
): RowTemplate {
  const { row, fields, filled } = own;
  const label = labelSpan(candidate);
  // Figures above their label end before it begins.
  const span = { from: candidate.from, to: Math.max(candidate.from, endOf(candidate)) };
  const isTold = candidate.label?.glued !== true && !isCompletedBy(text, own, strays);
  const cells = isTold ? assignParts(text, own, layout) : null;
  const isAlone = strays.front.length + strays.behind.length === 0;
  const byFigures = !isAlone || filled.length > fields.length || (filled.length === 3 && fields.length > 3);
  if (cells !== null) {
    const placed = fields.map((field, i) => cellAt(field, cells[i] as CellAssignment));
    return {
      row,
      label,
      span,
      cells: isReordered(own) ? inFormOrder(placed) : placed,
      byFigures,
    };
  }
  const [from, to] = [filled[0]?.from ?? label.from, span.to];
  return { row, label, span, cells: fields.map((field) => ({ field, from, to, kind: 'unsure' })), byFigures };
}

/** The cells in the form's order, whatever the order of the text. */
const inFormOrder = (cells: CellTemplate[]): CellTemplate[] =>
  cells.sort((a, b) => a.field.number - b.field.number);

/** Whether the cells stand in another order than the form's: its total may be anywhere. */
const isReordered = ({ row, fields }: FormRowTokens): boolean =>
  fields !== row.fields && fields.some(({ number }, i) => i > 0 && number < (fields[i - 1] as Field).number);

/** The cells of a row, part by part where it was written as several rows. */
function assignParts(text: string, own: FormRowTokens, layout: RowLayout): readonly CellAssignment[] | null {
  if (isReordered(own) && own.filled.length !== own.width) return null;
  if (own.parts.length === 0) return assignColumns(text, own, layout);
  const parts = own.parts.map((part) => assignColumns(text, part, layout));
  return parts.includes(null) ? null : parts.flatMap((cells) => cells ?? []);
}

function cellAt(field: Field, place: CellAssignment): CellTemplate {
  if ('token' in place) return { field, from: place.token.from, to: place.token.to, kind: 'value' };
  if ('unsure' in place) return { field, from: place.unsure.from, to: place.unsure.to, kind: 'unsure' };
  return {
    field,
    from: place.blank,
    to: place.to ?? place.blank,
    kind: place.inGap === true ? 'gap' : 'blank',
  };
}

/** The problem of a row whose cells are `unsure`; null for any other row. */
export function valueCountProblem({ row, cells }: RowTemplate, tokens: RowTokens): TableProblem | null {
  const { filled } = tokens;
  const [cell] = cells;
  return cell !== undefined && cells.every(({ kind }) => kind === 'unsure')
    ? {
        kind: 'value-count',
        row,
        span: { from: cell.from, to: cell.to },
        values: filled,
        expected: cells.length,
        torn: filled.length >= cells.length && (isTorn(tokens) || filled.length === cells.length),
      }
    : null;
}

/** Whether two rows of the form hold the same texts. */
export function isSameContent(text: string, a: RowTemplate, b: RowTemplate): boolean {
  const contentOf = ({ kind, from, to }: CellTemplate): string =>
    kind === 'value' ? text.slice(from, to) : '';
  return a.cells.every((cell, i) => contentOf(cell) === contentOf(b.cells[i] as CellTemplate));
}

/** The label of a candidate; empty where it has none. */
export const labelSpan = ({ label, from }: RowCandidate): Span =>
  label === null ? { from, to: from } : { from: label.from, to: label.to };

/** Whether a row is labelled in other words than the form's. */
export function isVariant(text: string, { meaning, label, rest }: RowCandidate, row: FormRow): boolean {
  if (row.label === '' || meaning === null || label === null) return false;
  const written = text.slice(label.from, label.to);
  const whole = written + rest.map(({ from, to }) => text.slice(from, to)).join('');
  return !isWording(written, row.label) && !isWording(whole, row.label);
}
