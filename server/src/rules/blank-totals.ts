// Totals left blank: which of them `blank-cell` warns of.
import type { PlacedTable } from '../report/report.ts';
import type { Cell } from '../table/table.ts';

/** Whether a total is among the blanks. Where a table leaves out most of its totals, that is its way. */
export function lacksTotal({ table }: PlacedTable, cells: readonly Cell[]): boolean {
  const sums = table.form.identities.filter(({ kind }) => kind !== 'balance');
  const totals = new Set(sums.map(({ at }) => at));
  const blank = [...totals].filter((id) => table.cell(id)?.state === 'blank');
  return blank.length * 2 < totals.size && cells.some(({ field }) => totals.has(field.id));
}
