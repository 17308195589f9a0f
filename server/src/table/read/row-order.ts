import type { Form } from '../../form/types.ts';
import type { LineBinding } from '../table.ts';
import type { Trouble } from '../types.ts';

/** The lines that stand outside the longest run of lines in the form's order. */
export function outOfOrder(lines: readonly LineBinding[], shape: Form): Trouble[] {
  const ranks = lines.map((line) => shape.rank.get(line.line.id) ?? 0);
  if (ranks.every((rank, i) => i === 0 || rank > (ranks[i - 1] as number))) return [];
  const kept = longestAscending(ranks);
  return lines.flatMap((bound, i) => {
    if (kept.has(i)) return [];
    const after = shape.lines[(ranks[i] as number) - 1] ?? bound.line;
    return [{ kind: 'line-order' as const, line: bound.line, span: bound.span, after }];
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
