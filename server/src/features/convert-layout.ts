import { tablesOf } from '../report/contents.ts';
import { reportsIn } from '../report/index.ts';
import type { PlacedTable, Report } from '../report/types.ts';
import { extentWithMarks } from '../table/write/extent.ts';
import { type LayoutId, layouts, writeTable } from '../table/write/layouts.ts';
import { BARS } from '../text/chars.ts';
import { fold } from '../text/fold.ts';
import { lineBreakOf } from '../text/lines.ts';
import { applyEdits, type Edit, shift } from '../text/span.ts';
import { placedCells, textIn } from './lookup.ts';

/**
 * Edits that write every table of a report in another layout, its figures as they stand. A table is left alone when something in it
 * would be lost: a cell that cannot be told, a row or words the form does not have, a blank that the layout cannot show.
 */
export function convertLayout(report: Report, layout: LayoutId): readonly Edit[] {
  const edits: Edit[] = [];
  for (const placed of tablesOf(report)) {
    const edit = rewrite(report, placed, layout, edits.at(-1)?.to ?? 0);
    if (edit && edit.insert !== textIn(report, edit) && readsBackAlike(report, [edit])) edits.push(edit);
  }
  return edits;
}

/** The table written anew; nothing before `after` is touched, where a bar between two tables may be the mark of both. */
function rewrite(report: Report, placed: PlacedTable, layout: LayoutId, after: number): Edit | null {
  const { table, section } = placed;
  const whole = table.form.fields.size === table.cells.size;
  if (!whole || [...table.cells.values()].some(({ state }) => state === 'unsure') || hasWords(placed))
    return null;
  if (after > placed.at + table.span.from) return null;
  const own = extentWithMarks(table, section.section.text);
  const span = { from: Math.max(own.from, after - placed.at), to: own.to };
  const { text } = section.section;
  const eol = lineBreakOf(text);
  const value = (field: string) => table.cell(field)?.raw.trim() ?? '';
  const model = text.slice(table.span.from, table.span.to);
  const written = writeTable(table.form, value, { ...layouts[layout], eol }, model).trimEnd();
  const before = text.slice(0, span.from);
  const start = before === '' || /[\r\n]$/.test(before) ? '' : eol;
  const place = shift(span, placed.at);
  const end = /^(?:[\r\n]|$)/.test(textIn(report, { from: place.to, to: place.to + 1 })) ? '' : eol;
  return { ...place, insert: start + written + end };
}

/** Words inside the table that are no label, value or part of a head, and would be lost: a note, a page number. */
function hasWords({ table, section }: PlacedTable): boolean {
  const text = section.section.text.slice(table.span.from, table.span.to);
  const known = [
    ...table.labels.map(({ span }) => span),
    ...table.rows.flatMap(({ label, cells }) => [label, ...cells.map(({ span }) => span)]),
  ].map((span) => shift(span, -table.span.from));
  let rest = '';
  let at = 0;
  for (const { from, to } of known.sort((a, b) => a.from - b.from)) {
    rest += `${text.slice(at, Math.max(at, from))} `;
    at = Math.max(at, to);
  }
  const words = (rest + text.slice(at)).replace(/<[^<>]{0,300}>|&[a-z]{1,8};/gi, ' ').split(mark);
  // Published pages lose the second half of a head: `其他` for 其他结果.
  const heads = table.form.table.blocks.flatMap(({ columns }) => columns.map(({ label }) => fold(label)));
  return words.map(fold).some((word) => word !== '' && !heads.some((head) => head.includes(word)));
}

const mark = new RegExp(`[\\s${BARS}]+`);

/** Whether the text reads the same after the edits, cell by cell. */
export function readsBackAlike(report: Report, edits: readonly Edit[]): boolean {
  const text = report.sections.map(({ section }) => section.text).join('');
  const [after, ...more] = reportsIn(applyEdits(text, edits));
  if (!after || more.length > 0) return false;
  return figuresOf(after.report) === figuresOf(report);
}

const figuresOf = (report: Report): string =>
  placedCells(report)
    .map(({ cell: { field, state, raw } }) => `${field.id} ${state} ${raw.trim()}`)
    .sort()
    .join('\n');
