import { form, mixedDisclosure } from '../../form/form.ts';
import type { Edition, Field, Form, Line } from '../../form/types.ts';
import type { Span } from '../../text/span.ts';
import type { Binding, CellPlace, LineBinding } from '../table.ts';
import type { TableLabel, Trouble } from '../types.ts';
import { type Place, placeValues } from './assign-columns.ts';
import { editionOf } from './edition.ts';
import { adopt } from './infer-labels.ts';
import { isWording } from './labels.ts';
import { type Collected, collect, filledIn, isFilled, type Slot } from './row-candidates.ts';
import { learnSpacing, type Row, type Spacing } from './row-layout.ts';
import { outOfOrder } from './row-order.ts';

/**
 * Where the tables of the form stand in `text`, spans counted in `text`. Never fails: what cannot be read is among the troubles.
 * `usual` is the edition of a table that shows none. What the figures are plays no part, only where there are any.
 */
export function bindTables(text: string, usual: Edition): Binding[] {
  return collect(text)
    .filter(isTable)
    .map((collected) => bind(text, collected, usual));
}

/** Two lines of the form, or one under heads of the form: less is a sentence or a list that happens to use its words. */
function isTable({ slots, heads, table }: Collected): boolean {
  const known = slots.filter((slot) => slot.id !== null).length;
  const certain = heads.filter((head) => head.meaning.official).length;
  const suits = new Set(heads.map((head) => head.meaning.id)).size;
  if (table === 'disputes') return (known > 0 && certain >= 2) || (certain >= 4 && suits >= 4);
  return known >= 2 || (known === 1 && certain >= 2) || certain >= 4;
}

function bind(text: string, collected: Collected, usual: Edition): Binding {
  const editions = editionOf(collected, usual);
  const table = collected.table;
  const shape = table === 'disclosure' ? mixedDisclosure(editions) : form(table, editions[0] ?? '2021');
  const unreadable = lost(text, collected, shape);
  const span = extent(collected);
  if (unreadable !== null)
    return {
      id: table,
      form: shape,
      span,
      lines: [],
      labels: [],
      troubles: [{ kind: 'unreadable', span, why: unreadable }],
    };
  const slots = adopt(collected.slots, shape);
  const troubles: Trouble[] = [];
  const { rows, spacing } = learn(slots, shape, collected, troubles, span);
  const lines: LineBinding[] = [];
  const first = new Map<string, LineBinding>();
  for (const [i, slot] of slots.entries()) {
    const row = rows[i] ?? null;
    if (row === null) {
      if (isUnknownLine(slot))
        troubles.push({
          kind: 'unknown-line',
          span: labelSpan(slot),
          label: text.slice(slot.from, labelSpan(slot).to),
        });
      continue;
    }
    const bound = bindLine(text, slot, row, spacing, troubles);
    const { line } = row;
    const twin = first.get(line.id);
    if (twin !== undefined) {
      const raw = ({ kind, from, to }: CellPlace): string => (kind === 'value' ? text.slice(from, to) : '');
      const equal = bound.cells.every((cell, i) => raw(cell) === raw(twin.cells[i] as CellPlace));
      troubles.push({ kind: 'duplicate-line', line, first: twin.span, span: bound.span, equal });
      continue;
    }
    first.set(line.id, bound);
    lines.push(bound);
    if (isVariant(text, slot, line)) troubles.push({ kind: 'variant-label', line, span: bound.label });
  }
  for (const line of shape.lines) if (!first.has(line.id)) troubles.push({ kind: 'missing-line', line });
  troubles.push(...outOfOrder(lines, shape));
  const labels: TableLabel[] = [];
  for (const { meaning, label } of collected.heads)
    if (meaning.role !== 'line')
      labels.push({ role: meaning.role, id: meaning.id, span: { from: label.from, to: label.to } });
  return { id: table, form: shape, span, lines, labels, troubles };
}

/** Why the values of a table cannot be told: none stands behind most labels, or digits stick to them. */
function lost(text: string, { slots }: Collected, shape: Form): 'values-lost' | 'values-glued' | null {
  const known = slots.filter((slot) => slot.id !== null && slot.label !== null);
  const glued = known.filter((slot) => slot.label?.glued === true).length;
  if (glued >= 2 || (glued === 1 && known.length <= 2)) return 'values-glued';
  const bare = known.filter((slot) => slot.values.length === 0 && !hasRoom(text, slot)).length;
  return known.length >= 4 && known.length * 2 > shape.lines.length && bare * 3 > known.length * 2
    ? 'values-lost'
    : null;
}

/** Whether blank lines behind a label leave room for cells. */
const hasRoom = (_text: string, slot: Slot): boolean =>
  slot.next !== null && slot.label !== null && slot.next.line - slot.label.line >= 4;

function extent({ slots, heads }: Collected): Span {
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  for (const slot of slots) {
    from = Math.min(from, slot.from);
    to = Math.max(to, slotEnd(slot));
  }
  for (const { label } of heads) {
    from = Math.min(from, label.from);
    to = Math.max(to, label.to);
  }
  return { from, to };
}

const slotEnd = (slot: Slot): number => slot.values.findLast(isFilled)?.to ?? slot.label?.to ?? slot.from;

const lineOf = ({ id }: Slot, shape: Form): Line | undefined =>
  id === null ? undefined : shape.lines[shape.rank.get(id) ?? -1];

/** The tokens of a line of the form and the fields its cells are. */
interface LineRow extends Row {
  readonly line: Line;
  readonly fields: readonly Field[];
}

/** Spacing of the table, and a row for each slot that is a line: with one field fewer when a column is absent throughout. */
function learn(
  slots: readonly Slot[],
  shape: Form,
  collected: Collected,
  troubles: Trouble[],
  span: Span,
): { rows: readonly (LineRow | null)[]; spacing: Spacing } {
  const absent = absentColumn(slots, shape, collected);
  if (absent !== null) troubles.push({ kind: 'missing-column', column: absent, span });
  const rows = slots.map((slot) => {
    const line = lineOf(slot, shape);
    if (line === undefined) return null;
    const { fields } = line;
    return rowOf(slot, line, absent === null ? fields : fields.filter(({ column }) => column.id !== absent));
  });
  return { rows, spacing: learnSpacing(rows.filter((row) => row !== null)) };
}

const rowOf = (slot: Slot, line: Line, fields: readonly Field[]): LineRow => ({
  line,
  fields,
  label: slot.label?.tokens.at(-1) ?? null,
  anchor: slot.anchor,
  values: slot.values,
  cells: slot.values.every(isFilled) ? slot.values : slot.values.filter(isFilled),
  next: slot.next,
  width: fields.length,
  labels: slot.cells,
});

/** The one column of `applications` whose head is absent while every row has one value too few; else null. */
function absentColumn(slots: readonly Slot[], shape: Form, { heads }: Collected): string | null {
  const [block] = shape.table.blocks;
  if (shape.table.id !== 'applications' || block === undefined) return null;
  const filled = slots.filter(
    (slot) => slot.id !== null && slot.values.some((token) => token.kind === 'value'),
  );
  const short = filled.filter((slot) => filledIn(slot.values) === block.columns.length - 1);
  if (short.length < 4 || short.length * 5 < filled.length * 4) return null;
  const seen = new Set(heads.map((head) => head.meaning.id));
  const missing = block.columns.filter((column) => !seen.has(column.id));
  return missing.length === 1 && missing[0] !== undefined ? missing[0].id : null;
}

function bindLine(
  text: string,
  slot: Slot,
  row: LineRow,
  spacing: Spacing,
  troubles: Trouble[],
): LineBinding {
  const { line, fields } = row;
  const places = slot.label?.glued === true ? null : placeValues(text, row, spacing);
  const label = labelSpan(slot);
  const end = slotEnd(slot);
  const whole = { line, label, span: { from: slot.from, to: end } };
  if (places === null) {
    const values = slot.values.filter(isFilled);
    const { from, to } = { from: values[0]?.from ?? label.from, to: end };
    troubles.push({ kind: 'value-count', line, span: { from, to }, values, expected: fields.length });
    return { ...whole, cells: fields.map((field) => ({ field, from, to, kind: 'unsure' })) };
  }
  const cells = fields.map((field, i): CellPlace => {
    const place = places[i] as Place;
    return 'token' in place
      ? { field, from: place.token.from, to: place.token.to, kind: 'value' }
      : { field, from: place.blank, to: place.blank, kind: place.inGap === true ? 'gap' : 'blank' };
  });
  return { ...whole, cells };
}

const labelSpan = (slot: Slot): Span =>
  slot.label === null ? { from: slot.from, to: slot.from } : { from: slot.label.from, to: slot.label.to };

/** Whether a line is labelled in other words than the form's. */
function isVariant(text: string, slot: Slot, line: Line): boolean {
  if (line.label === '' || slot.meaning === null || slot.label === null) return false;
  const written = text.slice(slot.label.from, slot.label.to);
  const whole = written + slot.rest.map(({ from, to }) => text.slice(from, to)).join('');
  return !isWording(written, line.label) && !isWording(whole, line.label);
}

/** A row nobody knows: a short label with a value behind it, inside the table. */
const isUnknownLine = (slot: Slot): boolean =>
  slot.label !== null &&
  slot.label.to - slot.label.from <= 40 &&
  slot.values.some((token) => token.kind === 'value');
