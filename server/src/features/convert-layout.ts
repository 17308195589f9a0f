// Tables in another layout: bars, tabs, lines or HTML, the figures as they stand.

import type { FieldId } from '../form/spec.ts';
import { tablesOf } from '../report/contents.ts';
import { reportsIn } from '../report/index.ts';
import type { PlacedTable, Report } from '../report/report.ts';
import type { Table } from '../table/table.ts';
import { extentWithMarks } from '../table/write/extent.ts';
import { type LayoutId, layouts, writeTable } from '../table/write/layouts.ts';
import { BARS, isBreak } from '../text/chars.ts';
import { fold } from '../text/fold.ts';
import { lineBreakOf } from '../text/lines.ts';
import { applyEdits, type Edit, shift } from '../text/span.ts';
import { placedCells, textIn } from './lookup.ts';

/**
 * Edits that write every table of a report in another layout. A table is left alone when something in it
 * would be lost: a cell that cannot be told, a row or words that the form does not have, a blank that the
 * layout cannot show.
 */
export function convertLayout(report: Report, layout: LayoutId): readonly Edit[] {
  const edits: Edit[] = [];
  for (const placed of tablesOf(report)) {
    const edit = rewrite(report, placed, layout, edits.at(-1)?.to ?? 0);
    if (edit && edit.insert !== textIn(report, edit) && readsBackAlike(report, [edit])) edits.push(edit);
  }
  return edits;
}

/**
 * The table written anew. What stands before `after` stays: a bar between two tables may be the mark of both.
 */
function rewrite(report: Report, placed: PlacedTable, layout: LayoutId, after: number): Edit | null {
  const { table, at, section } = placed;
  const { text } = section.section;
  if (!isWhole(table) || hasWords(table, text) || after > at + table.span.from) return null;
  const extent = extentWithMarks(table, text);
  const span = { from: Math.max(extent.from, after - at), to: extent.to };
  const eol = lineBreakOf(text);
  const value = (field: FieldId) => table.cell(field)?.raw.trim() ?? '';
  const model = text.slice(table.span.from, table.span.to);
  const written = writeTable(table.form, value, { ...layouts[layout], eol }, model).trimEnd();
  const startsLine = span.from === 0 || isBreak(text.charCodeAt(span.from - 1));
  const endsLine = at + span.to === report.length || isBreak(text.charCodeAt(span.to));
  return { ...shift(span, at), insert: (startsLine ? '' : eol) + written + (endsLine ? '' : eol) };
}

/** Whether each cell of the form is there and can be told. */
const isWhole = ({ form, cells }: Table): boolean =>
  form.fields.size === cells.size && [...cells.values()].every(({ state }) => state !== 'unsure');

/**
 * Whether a table holds words that are no label, value or part of a head, such as a note or a page number.
 */
function hasWords(table: Table, text: string): boolean {
  const known = [
    ...table.labels.map(({ span }) => span),
    ...table.rows.flatMap(({ label, cells }) => [label, ...cells.map(({ span }) => span)]),
  ].sort((a, b) => a.from - b.from);
  let rest = '';
  let at = table.span.from;
  for (const { from, to } of known) {
    rest += `${text.slice(at, Math.max(at, from))} `;
    at = Math.max(at, to);
  }
  rest += text.slice(at, Math.max(at, table.span.to));
  const words = rest.replace(/<[^<>]{0,300}>|&[a-z]{1,8};/gi, ' ').split(mark);
  // Published pages lose the second half of a head: `其他` for 其他结果.
  const heads = table.form.table.blocks.flatMap(({ columns }) => columns.map(({ label }) => fold(label)));
  return words.map(fold).some((word) => word !== '' && !heads.some((head) => head.includes(word)));
}

const mark = new RegExp(`[\\s${BARS}]+`);

/** Whether the text reads the same after the edits, cell by cell. */
export function readsBackAlike(report: Report, edits: readonly Edit[]): boolean {
  const text = textIn(report, { from: 0, to: report.length });
  const [after, ...more] = reportsIn(applyEdits(text, edits));
  if (!after || more.length > 0) return false;
  return figuresOf(after.report) === figuresOf(report);
}

const figuresOf = (report: Report): string =>
  placedCells(report)
    .map(({ cell: { field, state, raw } }) => `${field.id} ${state} ${raw.trim()}`)
    .sort()
    .join('\n');
