import type { FormRow } from '../../form/types.ts';
import type { Table, TableRow } from '../../table/types.ts';
import { inMarks } from '../../table/write/layouts.ts';
import { withPlainMarks } from '../../text/chars.ts';
import { fold } from '../../text/fold.ts';
import { areApart, type Edit, type Span, shift } from '../../text/span.ts';
import { likeText } from '../../text/style.ts';
import type { PlacedTable, Report } from '../types.ts';
import { lastTail, rowPatternFor } from './row-pattern.ts';
import { adjacentUnits, leadStart, type RowUnit, rowUnitFrom, rowUnits, tailLength } from './row-units.ts';
import { layoutFor, layoutOf } from './table-layout.ts';

/** Edits of whole rows: put in, taken out, put in order, each written as the table writes its rows. */

/** The label a finding about an absent line stands on: that of the line before it, else of the one after it. In the report. */
export function rowPosition({ table, at }: PlacedTable, line: FormRow): Span {
  const { before, after } = adjacentUnits(table, line);
  const near = before ?? after;
  if (near === undefined)
    return shift({ from: table.span.from, to: table.labels[0]?.span.to ?? table.span.to }, at);
  return shift(near.label.from === near.label.to ? near.span : near.label, at);
}

/** Write an absent line into the table, zeros in it, in the form of a row like it; null when the table has no such row. */
export function insertRow(report: Report, placed: PlacedTable, line: FormRow): Edit | null {
  const { table, section } = placed;
  const { text } = section.section;
  const units = rowUnits(table);
  const above = unitAbove(table, units, line, text);
  const groups = groupsToPrint(table, line);
  const layout = layoutOf(placed);
  const pattern = rowPatternFor(report, placed, line, groups.length, layout);
  if (pattern === null) return null;
  const from = above?.to ?? table.span.from;
  const below = units.find((unit) => unit.from >= from);
  const behindHead = table.labels.some(({ role, span }) => role !== 'group' && span.from === above?.from);
  let at: number;
  if (below === undefined) at = behindHead ? endOfLine(text, from) : from + tailLength(text, from, null);
  else if (above === null || (behindHead && below.line !== null)) at = leadStart(text, from, below.from);
  else at = from + tailLength(text, from, below.from);
  const last = table.form.rows.at(-1) === line;
  // Where a lone bar opens each row, it went with the last one.
  const marks = layout ?? layoutFor(report);
  const opening =
    below === undefined &&
    marks.rowStart === '|\n' &&
    !/\n\|\r?\n$/.test(withPlainMarks(text.slice(Math.max(0, at - 5), at)))
      ? inMarks(marks.rowStart, marks)
      : '';
  const tail = (last ? lastTail(report, placed, pattern.tail) : null) ?? pattern.tail;
  const row = pattern.write(
    [...groups, line.label].filter((label) => label !== '').map((label) => likeText(label, text)),
  );
  return { from: at + placed.at, to: at + placed.at, insert: opening + pattern.lead + row + tail };
}

/** Delete the row that covers `span`, with its lead and tail. */
export function removeRow({ table, at, section }: PlacedTable, span: Span): Edit {
  const { text } = section.section;
  const after = rowUnitFrom(table, span.to);
  const to = span.to + tailLength(text, span.to, after?.from ?? null);
  return { from: leadStart(text, 0, span.from) + at, to: to + at, insert: '' };
}

/** Labels and figures of the lines moved into the form's order, each place keeping its marks; empty where shapes differ. */
export function reorderRows({ table, at, section }: PlacedTable): Edit[] {
  const { text } = section.section;
  const { rank } = table.form;
  const sorted = [...table.rows].sort((a, b) => (rank.get(a.row.id) ?? 0) - (rank.get(b.row.id) ?? 0));
  const edits: Edit[] = [];
  if (table.problems.some(({ kind }) => kind === 'duplicate-row')) return edits;
  for (const [i, line] of table.rows.entries()) {
    const wanted = sorted[i] as TableRow;
    if (wanted === line) continue;
    if (wanted.cells.length !== line.cells.length || line.cells.some((cell) => cell.state === 'unsure'))
      return [];
    edits.push({ ...shift(line.label, at), insert: text.slice(wanted.label.from, wanted.label.to) });
    for (const [c, cell] of line.cells.entries()) {
      const insert = wanted.cells[c]?.raw ?? '';
      // How a blank is told from no cell, its own row only shows.
      if ((insert === '') !== (cell.raw === '')) return [];
      if (insert !== cell.raw) edits.push({ ...shift(cell.span, at), insert });
    }
  }
  // A label may be wrapped around its values.
  return areApart(edits) ? edits : [];
}

/** The unit a new line goes behind: its group's label where that stands on a line of its own, the line before it, or its heads. */
function unitAbove(table: Table, units: readonly RowUnit[], line: FormRow, text: string): RowUnit | null {
  const { before, after } = adjacentUnits(table, line);
  const inner = line.groups.at(-1);
  const group =
    inner === undefined
      ? undefined
      : table.labels.findLast(
          ({ role, id, span }) =>
            role === 'group' &&
            id === fold(inner) &&
            span.from >= (before?.span.to ?? 0) &&
            span.to <= (after?.label.from ?? Number.MAX_SAFE_INTEGER),
        );
  if (group !== undefined && /[\r\n]/.test(text.slice(group.span.to, after?.label.from))) {
    const unit = units.find((each) => each.from === group.span.from && each.line === null);
    if (unit !== undefined) return unit;
  }
  if (before !== undefined && before.row.block === line.block)
    return units.find((unit) => unit.line === before) ?? null;
  const heads = table.labels.filter(
    ({ span }) =>
      span.from >= (before?.span.to ?? 0) && span.to <= (after?.span.from ?? Number.MAX_SAFE_INTEGER),
  );
  const head =
    line.block.head === undefined
      ? -1
      : heads.findLastIndex(({ role, id }) => role === 'head' && id === fold(line.block.head ?? ''));
  const next = heads.findIndex(({ role, id }, i) => i > head && role === 'head' && id.startsWith('第二十条'));
  const own = heads.slice(0, next < 0 ? heads.length : next).at(-1);
  if (own !== undefined)
    return units.findLast((unit) => unit.line === null && unit.from === own.span.from) ?? null;
  return units.find((unit) => unit.line === before) ?? null;
}

/** The group labels to write in front of a new line: those the table writes, but not yet for this group. */
function groupsToPrint(table: Table, line: FormRow): string[] {
  const { before, after } = adjacentUnits(table, line);
  const groups = table.labels.filter(({ role }) => role === 'group');
  if (groups.length === 0 || line.label === '') return [];
  const here = groups.filter(
    ({ span }) =>
      span.from >= (before?.span.to ?? 0) && span.to <= (after?.label.from ?? Number.MAX_SAFE_INTEGER),
  );
  const written = new Set(here.map(({ id }) => id));
  const later = table.form.rows
    .slice(0, table.form.rows.indexOf(line))
    .filter((each) => table.rows.some((own) => own.row === each));
  return line.groups.filter(
    (group) => !written.has(fold(group)) && !later.some((each) => each.groups.includes(group)),
  );
}

/** Behind the line end after `from`, and behind the marks there. */
function endOfLine(text: string, from: number): number {
  const tail = tailLength(text, from, null);
  if (tail > 0 && /[\r\n>]/.test(text.slice(from, from + tail))) return from + tail;
  const end = /\r\n|\n|\r/.exec(text.slice(from));
  return end === null ? text.length : from + end.index + end[0].length;
}
