// A table that is the sum of the reports of units, filled in from these.
import type { Aggregate } from '../archive/report-index.ts';
import { summaryOf } from '../archive/summary.ts';
import type { Report } from '../report/report.ts';
import { aggregateSums } from '../rules/aggregate.ts';
import { isWritable, setCell } from '../rules/fixes.ts';
import type { Edit } from '../text/span.ts';

/**
 * Edits that write the sums of the units' reports into a superior's tables. A cell stays as it is where the
 * figure of one of the units is not certain.
 */
export function fillSums(report: Report, sum: Aggregate): readonly Edit[] {
  return aggregateSums(summaryOf(report), sum).flatMap(({ field, value, unknown }): Edit[] => {
    const placed = Object.values(report.tables).find(({ table }) => table.cells.has(field));
    const cell = placed?.table.cell(field);
    if (!placed || !cell || unknown.length > 0 || sum.parts.length === 0) return [];
    const text = String(value);
    const same = cell.money === null ? String(cell.count) === text : Number(cell.money) === Number(text);
    return same || cell.state === 'unsure' || !isWritable(placed, cell) ? [] : [setCell(placed, cell, text)];
  });
}
