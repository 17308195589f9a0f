import { tablesOf } from '../report/contents.ts';
import type { Report } from '../report/types.ts';
import { readValue } from '../text/number.ts';
import { type Edit, shift } from '../text/span.ts';
import { cellNear, textIn } from './lookup.ts';

/**
 * What a person is about to type in a total's cell: the sum of its parts, in a blank cell or behind its first digits; and in a
 * row that lacks its last value only, the total of the values before. Null where no total is being typed.
 */
export function inlineCompletion(report: Report, offset: number): Edit | null {
  return inCell(report, offset) ?? behindRow(report, offset);
}

function inCell(report: Report, offset: number): Edit | null {
  const at = cellNear(report, offset);
  if (!at || at.cell.state === 'unsure' || (at.cell.state !== 'blank' && offset !== at.span.to)) return null;
  const { table } = at.placed;
  const { id } = at.cell.field;
  const total = table.form.identities.find((identity) => identity.kind !== 'balance' && identity.at === id);
  const parts = total?.left.map((part) => table.cell(part));
  if (!parts?.every((cell) => cell && cell.state !== 'invalid' && cell.state !== 'unsure')) return null;
  const sum = String(parts.reduce((all, cell) => all + (cell?.count ?? 0), 0));
  const typed = at.cell.raw;
  if (!sum.startsWith(typed) || sum === typed) return null;
  return typed === '' ? { from: offset, to: offset, insert: sum } : { ...at.span, insert: sum };
}

/** `| 8 | 1 | 0 | 0 | 0 | 0 | ` with the cursor at the end: such a row has values, but no cells yet. */
function behindRow(report: Report, offset: number): Edit | null {
  for (const { table, at } of tablesOf(report))
    for (const problem of table.problems) {
      if (problem.kind !== 'value-count' || problem.values.length !== problem.expected - 1) continue;
      const { fields } = problem.row;
      const last = problem.values.at(-1);
      if (!last || !fields.at(-1)?.column.sumOf || fields.length !== problem.expected) continue;
      const behind = textIn(report, { from: last.to + at, to: offset });
      if (
        offset < last.to + at ||
        offset > last.to + at + 40 ||
        !/^[ \u3000]*(?:[|｜\t]|\r?\n)[ \u3000]*$/.test(behind)
      )
        continue;
      const counts = problem.values.map((span) => readValue(textIn(report, shift(span, at))));
      if (!counts.every((value) => value.kind === 'count' || value.kind === 'none')) continue;
      // The last group of `disputes` alone is what its total adds up.
      const own = counts.slice(1 - fields.filter(({ row }) => row === fields.at(-1)?.row).length);
      const sum = own.reduce((all, value) => all + (value.kind === 'count' ? value.count : 0), 0);
      return { from: offset, to: offset, insert: String(sum) };
    }
  return null;
}
