import type { Form } from '../../form/types.ts';
import type { RowTemplate } from '../table.ts';
import type { TableProblem } from '../types.ts';

/** The lines that stand outside the longest run of lines in the form's order. */
export function rowsOutOfOrder(lines: readonly RowTemplate[], shape: Form): TableProblem[] {
  const ranks = lines.map((line) => shape.rank.get(line.row.id) ?? 0);
  if (ranks.every((rank, i) => i === 0 || rank > (ranks[i - 1] as number))) return [];
  const kept = longestAscending(ranks);
  return lines.flatMap((bound, i) => {
    if (kept.has(i)) return [];
    const after = shape.rows[(ranks[i] as number) - 1] ?? bound.row;
    return [{ kind: 'row-order' as const, row: bound.row, span: bound.span, after }];
  });
}

/** Indices of a longest ascending subsequence. */
function longestAscending(ranks: readonly number[]): Set<number> {
  const best: number[] = [];
  const from: number[] = [];
  ranks.forEach((rank, i) => {
    best[i] = 1;
    from[i] = -1;
    for (let j = 0; j < i; j++)
      if ((ranks[j] as number) < rank && (best[j] as number) + 1 > (best[i] as number)) {
        best[i] = (best[j] as number) + 1;
        from[i] = j;
      }
  });
  let at = best.indexOf(Math.max(0, ...best));
  const out = new Set<number>();
  while (at >= 0) {
    out.add(at);
    at = from[at] as number;
  }
  return out;
}
