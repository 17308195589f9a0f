import type { Phrase } from '../base/phrase.ts';
import type { Field, FormRow } from '../form/types.ts';
import { tablesOf } from '../report/contents.ts';
import type { PlacedTable, Report } from '../report/types.ts';
import type { Cell, TableProblem } from '../table/types.ts';
import { type Edit, shift } from '../text/span.ts';
import type { Fix, Related } from './rule.ts';

/** What several rules say and do alike. */

/** All problems of one kind, with the table each is in. */
export function problemsOf<K extends TableProblem['kind']>(
  report: Report,
  kind: K,
): { problem: Extract<TableProblem, { kind: K }>; placed: PlacedTable }[] {
  const found: { problem: Extract<TableProblem, { kind: K }>; placed: PlacedTable }[] = [];
  for (const placed of tablesOf(report))
    for (const problem of placed.table.problems) if (isOfKind(problem, kind)) found.push({ problem, placed });
  return found;
}

const isOfKind = <K extends TableProblem['kind']>(
  problem: TableProblem,
  kind: K,
): problem is Extract<TableProblem, { kind: K }> => problem.kind === kind;

/** `“予以公开·自然人”`: a cell in words. */
export const cellName = ({ row, column }: Field): Phrase => ({
  zh: `“${row.name.zh}·${column.name.zh}”`,
  en: `“${row.name.en} · ${column.name.en}”`,
});

/** A line in words: its label as printed, or what stands in for one. */
export const rowName = ({ label, fields }: FormRow): Phrase => ({
  zh: label === '' ? '复议、诉讼数据行' : `“${label}”`,
  en: label === '' ? 'the row of figures' : `“${fields[0]?.row.name.en ?? label}” (${label})`,
});

/** The table in words. */
export const tableName = ({ table }: PlacedTable): Phrase => table.form.table.title;

/** Write `value` into a cell. */
export const setCell = (placed: PlacedTable, cell: Cell, value: number | string): Edit => ({
  ...shift(cell.span, placed.at),
  insert: String(value),
});

/** Whether a value written into the cell lands apart from its neighbours: a blank that left no trace has no place of its own. */
export function isWritable({ table, section }: PlacedTable, cell: Cell): boolean {
  if (cell.state !== 'blank') return true;
  const { from } = cell.span;
  const line = table.rows.find(({ cells }) => cells.includes(cell));
  if (line === undefined || line.label.to === from) return false;
  const { text } = section.section;
  const apart = from > 0 && from < text.length && /[\s|｜│<>]{2}/.test(text.slice(from - 1, from + 1));
  return apart && !line.cells.some((other) => other !== cell && other.span.from === from);
}

/** A fix that changes one figure: a proposal. */
export const figureFix = (
  placed: PlacedTable,
  cell: Cell,
  value: number,
  title: Phrase,
  preferred = false,
): Fix => ({
  title,
  edits: [setCell(placed, cell, value)],
  safe: false,
  preferred,
});

/** The cell as a place to look at, with what it holds. */
export const relatedCell = (placed: PlacedTable, cell: Cell): Related => {
  const name = cellName(cell.field);
  const raw = cell.raw === '' ? { zh: '空白', en: 'blank' } : { zh: cell.raw, en: cell.raw };
  return {
    span: shift(cell.span, placed.at),
    message: { zh: `${name.zh}：${raw.zh}`, en: `${name.en}: ${raw.en}` },
  };
};
