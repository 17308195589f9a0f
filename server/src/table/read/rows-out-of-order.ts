// Finds rows that stand in another order than the form's.

import { longestAscending } from '../../base/sorted.ts';
import type { Form } from '../../form/spec.ts';
import type { TableProblem } from '../table.ts';
import type { RowTemplate } from '../template.ts';

/** The fewest rows that have to move for the others to stand in the form's order. */
export function rowsOutOfOrder(rows: readonly RowTemplate[], form: Form): TableProblem[] {
  const ranks = rows.map(({ row }) => form.rank.get(row.id) ?? 0);
  const inOrder = longestAscending(ranks);
  if (inOrder.size === rows.length) return [];
  return rows.flatMap(({ row, span }, i) =>
    inOrder.has(i)
      ? []
      : [{ kind: 'row-order' as const, row, span, after: form.rows[(ranks[i] as number) - 1] ?? row }],
  );
}
