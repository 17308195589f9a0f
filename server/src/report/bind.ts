import { form, mixedDisclosure } from '../form/form.ts';
import type { Edition, Field, FieldId, Form, Line } from '../form/types.ts';
import { isWording } from '../syntax/labels.ts';
import { shiftMoney } from '../text/money.ts';
import { plainCount, readValue } from '../text/number.ts';
import type { Span } from '../text/span.ts';
import { type Collected, collect, filledIn, isFilled, type Slot } from './collect.ts';
import { editionOf } from './edition.ts';
import { adopt } from './orphans.ts';
import { outOfOrder } from './sequence.ts';
import { learnSpacing, type Row, type Spacing } from './spacing.ts';
import type { BoundLine, BoundTable, Cell, TableLabel, Trouble } from './types.ts';
import { type Place, placeValues } from './values.ts';

/**
 * The tables of the form in `text`, spans counted in `text`. Never fails: what cannot be read is among the troubles. `usual` is
 * the edition of a table that shows none.
 */
export function bindTables(text: string, usual: Edition = '2021'): BoundTable[] {
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

function bind(text: string, collected: Collected, usual: Edition): BoundTable {
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
      cells: new Map(),
      troubles: [{ kind: 'unreadable', span, why: unreadable }],
    };
  const slots = adopt(collected.slots, shape);
  const troubles: Trouble[] = [];
  const { rows, spacing } = learn(slots, shape, collected, troubles, span);
  const lines: BoundLine[] = [];
  const cells = new Map<FieldId, Cell>();
  const first = new Map<string, BoundLine>();
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
      const equal = bound.cells.every((cell, i) => cell.raw === twin.cells[i]?.raw);
      troubles.push({ kind: 'duplicate-line', line, first: twin.span, span: bound.span, equal });
      continue;
    }
    first.set(line.id, bound);
    lines.push(bound);
    for (const cell of bound.cells) cells.set(cell.field.id, cell);
  }
  for (const line of shape.lines) if (!first.has(line.id)) troubles.push({ kind: 'missing-line', line });
  troubles.push(...outOfOrder(lines, shape));
  const labels: TableLabel[] = [];
  for (const { meaning, label } of collected.heads)
    if (meaning.role !== 'line')
      labels.push({ role: meaning.role, id: meaning.id, span: { from: label.from, to: label.to } });
  return { id: table, form: shape, span, lines, labels, cells, troubles };
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

function bindLine(text: string, slot: Slot, row: LineRow, spacing: Spacing, troubles: Trouble[]): BoundLine {
  const { line, fields } = row;
  const places = slot.label?.glued === true ? null : placeValues(text, row, spacing);
  const label = labelSpan(slot);
  const end = slotEnd(slot);
  if (places === null) {
    const values = slot.values.filter(isFilled);
    const span = { from: values[0]?.from ?? label.from, to: end };
    troubles.push({ kind: 'value-count', line, span, values, expected: fields.length });
    const cells = fields.map(
      (field): Cell => ({ field, state: 'unsure', span, raw: '', count: null, money: null }),
    );
    return { line, label, span: { from: slot.from, to: end }, cells, match: matchOf(text, slot, line) };
  }
  const cells = fields.map((field, i) => cellAt(text, field, places[i] as Place));
  return { line, label, span: { from: slot.from, to: end }, cells, match: matchOf(text, slot, line) };
}

const labelSpan = (slot: Slot): Span =>
  slot.label === null ? { from: slot.from, to: slot.from } : { from: slot.label.from, to: slot.label.to };

const matchOf = (text: string, slot: Slot, line: Line): BoundLine['match'] => {
  if (line.label === '') return 'official';
  if (slot.meaning === null || slot.label === null) return 'position';
  const written = text.slice(slot.label.from, slot.label.to);
  const whole = written + slot.rest.map(({ from, to }) => text.slice(from, to)).join('');
  return isWording(written, line.label) || isWording(whole, line.label) ? 'official' : 'variant';
};

function cellAt(text: string, field: Field, place: Place): Cell {
  if ('blank' in place) return cell(field, 'blank', place.blank, place.blank, '', null, null);
  const { from, to } = place.token;
  const raw = text.slice(from, to);
  const { measure } = field.column;
  const plain = measure === 'money' ? null : plainCount(raw);
  if (plain !== null) return cell(field, 'number', from, to, raw, plain, null);
  const value = readValue(raw);
  if (value.kind === 'none') return cell(field, 'none', from, to, raw, measure === 'money' ? null : 0, null);
  if ((value.kind !== 'count' && value.kind !== 'decimal') || value.notation.spaces)
    return cell(field, 'invalid', from, to, raw, null, null);
  const { sign, unit } = value.notation;
  if (measure === 'money' && sign === null)
    return cell(
      field,
      'number',
      from,
      to,
      raw,
      null,
      unit === '元' ? shiftMoney(value.decimal, -4) : value.decimal,
    );
  if (value.kind === 'count' && (sign === null || measure === 'change'))
    return cell(field, 'number', from, to, raw, value.count, null);
  return cell(field, 'invalid', from, to, raw, null, null);
}

const cell = (
  field: Field,
  state: Cell['state'],
  from: number,
  to: number,
  raw: string,
  count: number | null,
  money: string | null,
): Cell => ({ field, state, span: { from, to }, raw, count, money });

/** A row nobody knows: a short label with a value behind it, inside the table. */
const isUnknownLine = (slot: Slot): boolean =>
  slot.label !== null &&
  slot.label.to - slot.label.from <= 40 &&
  slot.values.some((token) => token.kind === 'value');
