// Inline completion: the total that a person is about to type, shown behind the cursor.
import { sumOfParts } from '../audit/identities.ts';
import { tablesOf } from '../report/contents.ts';
import type { Report } from '../report/report.ts';
import type { TableProblem } from '../table/table.ts';
import { BARS, LINE_END, SPACES } from '../text/chars.ts';
import { readValue } from '../text/number.ts';
import { type Edit, type Span, shift } from '../text/span.ts';
import { cellNear, textIn } from './lookup.ts';

/** The sum of a total's parts: in its blank cell, behind its first digits, or behind a row that lacks it. */
export function inlineCompletion(report: Report, offset: number): Edit | null {
  return inCell(report, offset) ?? behindRow(report, offset);
}

function inCell(report: Report, offset: number): Edit | null {
  const near = cellNear(report, offset);
  if (!near || near.cell.state === 'unsure') return null;
  if (near.cell.state !== 'blank' && offset !== near.span.to) return null;
  const sum = sumOfParts(near.placed.table, near.cell.field.id);
  if (sum === null) return null;
  const [total, typed] = [String(sum), near.cell.raw];
  if (!total.startsWith(typed) || total === typed) return null;
  return typed === '' ? { from: offset, to: offset, insert: total } : { ...near.span, insert: total };
}

/** `| 8 | 1 | 0 | 0 | 0 | 0 | ` with the cursor at the end: such a row has values, but no cells yet. */
function behindRow(report: Report, offset: number): Edit | null {
  for (const { table, at } of tablesOf(report))
    for (const problem of table.problems) {
      if (problem.kind !== 'value-count' || !lacksTotal(problem)) continue;
      const { to } = shift(problem.values.at(-1) as Span, at);
      if (offset < to || offset > to + FAR || !NEXT_CELL.test(textIn(report, { from: to, to: offset })))
        continue;
      const sum = sumOfGroup(
        problem,
        problem.values.map((value) => textIn(report, shift(value, at))),
      );
      if (sum !== null) return { from: offset, to: offset, insert: String(sum) };
    }
  return null;
}

/** Units behind the last value in which the next one may be typed. */
const FAR = 40;
const NEXT_CELL = new RegExp(`^[${SPACES}]*(?:[${BARS}\\t]|${LINE_END})[${SPACES}]*$`);

type ValueCount = Extract<TableProblem, { kind: 'value-count' }>;

/** Whether the last column alone is missing, and is a total. */
const lacksTotal = ({ row: { fields }, values, expected }: ValueCount): boolean =>
  values.length > 0 &&
  values.length === expected - 1 &&
  fields.length === expected &&
  fields.at(-1)?.column.sumOf !== undefined;

/** The sum for the last total, in `disputes` that of the last group; null where a value is no count. */
function sumOfGroup({ row: { fields } }: ValueCount, values: readonly string[]): number | null {
  const read = values.map(readValue);
  if (!read.every(({ kind }) => kind === 'count' || kind === 'none')) return null;
  const size = fields.filter(({ row }) => row === fields.at(-1)?.row).length;
  return read.slice(1 - size).reduce((sum, value) => sum + (value.kind === 'count' ? value.count : 0), 0);
}
