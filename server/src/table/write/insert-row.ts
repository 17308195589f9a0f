// Puts a row that a table lacks where the form has it. `row-pattern.ts` says how it is written.
import type { FormRow } from '../../form/spec.ts';
import { BARS, hasBreak, LINE_END } from '../../text/chars.ts';
import { fold } from '../../text/fold.ts';
import type { Edit, Span } from '../../text/span.ts';
import { likeText } from '../../text/style.ts';
import type { Table, TableLabel, TableRow } from '../table.ts';
import { inMarks, OPENING_BAR } from './layouts.ts';
import { layoutAmong, newRow } from './row-pattern.ts';
import { type TableText, tailEnd, type WrittenRow } from './table-text.ts';

/**
 * Writes a row that the table lacks into it, zeros in its cells. `all` are the tables of the report; null
 * where none of their rows shows how rows are written.
 */
export function insertRow(into: TableText, row: FormRow, all: readonly TableText[]): Edit | null {
  const labels = [...groupsToPrint(into.table, row), row.label].filter((label) => label !== '');
  const words = labels.map((label) => likeText(label, into.text));
  const written = newRow(into, row, words, all);
  if (written === null) return null;
  const at = placeOf(into, row);
  return { from: at, to: at, insert: openingBar(into, at, all) + written };
}

/** The bar that opens a row: it is the end of the row above, but for the last row of a table. */
function openingBar({ layout, rows, text }: TableText, at: number, all: readonly TableText[]): string {
  const used = layout ?? layoutAmong(all, text);
  const isLast = rows.every(({ body }) => body.from < at);
  const isThere = loneBar.test(text.slice(Math.max(0, at - 5), at));
  return isLast && !isThere && used.rowStart === OPENING_BAR ? inMarks(OPENING_BAR, used) : '';
}

const loneBar = new RegExp(`${LINE_END}[${BARS}]${LINE_END}$`);

/**
 * The label to report an absent row at: that of the row before it, else of the one after it, else the first.
 */
export function rowPosition(table: Table, row: FormRow): Span {
  const { before, after } = adjacentRows(table, row);
  const near = before ?? after;
  if (near === undefined) return { from: table.span.from, to: table.labels[0]?.span.to ?? table.span.to };
  return near.label.from === near.label.to ? near.span : near.label;
}

/** Where an absent row goes: behind its group's label where that has a line of its own, else between rows. */
function placeOf(into: TableText, row: FormRow): number {
  const { table, text } = into;
  const end = adjacentRows(table, row).after?.label.from ?? null;
  const own = fold(row.groups.at(-1) ?? '');
  const group = labelsAround(table, row).findLast(({ role, id }) => role === 'group' && id === own);
  const hasLine = group !== undefined && hasBreak(text.slice(group.span.to, end ?? text.length));
  return hasLine ? tailEnd(text, group.span.to, end) : placeBetween(into, rowAbove(into, row));
}

function placeBetween({ table, rows }: TableText, above: WrittenRow | undefined): number {
  const below = rows[above === undefined ? 0 : rows.indexOf(above) + 1];
  if (above === undefined) return below?.from ?? table.span.from;
  // Between heads and the first row may stand more than marks: a rule of Markdown.
  const isHead = above.label !== null && above.label.role !== 'group';
  return isHead && below?.row != null ? below.from : above.to;
}

/** What a new row stands below: the row before it, or the heads of its block where it is the first of it. */
function rowAbove({ table, rows }: TableText, row: FormRow): WrittenRow | undefined {
  const { before } = adjacentRows(table, row);
  const head = before?.row.block === row.block ? undefined : lastHead(table, row);
  return rows.find((each) => (head === undefined ? each.row === before : each.label === head));
}

/** The last of the heads that stand in front of the first row of a block. */
function lastHead(table: Table, row: FormRow): TableLabel | undefined {
  const end = adjacentRows(table, row).after?.span.from ?? Number.POSITIVE_INFINITY;
  const heads = labelsAround(table, row).filter(({ span }) => span.to <= end);
  const { head } = row.block;
  const own =
    head === undefined ? -1 : heads.findLastIndex(({ role, id }) => role === 'head' && id === fold(head));
  const next = heads.findIndex(({ role, id }, i) => i > own && role === 'head' && id.startsWith('第二十条'));
  return heads.slice(0, next < 0 ? heads.length : next).at(-1);
}

/**
 * The labels of groups to write in front of a new row: where the table writes such labels, those it lacks.
 */
function groupsToPrint(table: Table, row: FormRow): string[] {
  const isWritten = table.labels.some(({ role }) => role === 'group');
  if (!isWritten || row.label === '') return [];
  const here = new Set(labelsAround(table, row).flatMap(({ role, id }) => (role === 'group' ? [id] : [])));
  const { rows } = table.form;
  const above = rows.slice(0, rows.indexOf(row)).filter((each) => table.rows.some((own) => own.row === each));
  return row.groups.filter(
    (group) => !here.has(fold(group)) && !above.some(({ groups }) => groups.includes(group)),
  );
}

/** The labels that stand between the rows before and after an absent one. */
function labelsAround(table: Table, row: FormRow): TableLabel[] {
  const { before, after } = adjacentRows(table, row);
  const [from, to] = [before?.span.to ?? 0, after?.label.from ?? Number.POSITIVE_INFINITY];
  return table.labels.filter(({ span }) => span.from >= from && span.to <= to);
}

/** The rows of the table nearest before and after an absent one in the form's order. */
function adjacentRows(
  table: Table,
  row: FormRow,
): { before: TableRow | undefined; after: TableRow | undefined } {
  const { rows } = table.form;
  const written = rows.map((each) => table.rows.find((own) => own.row === each));
  const at = rows.indexOf(row);
  return {
    before: written.slice(0, at).findLast((each) => each !== undefined),
    after: written.slice(at + 1).find((each) => each !== undefined),
  };
}
