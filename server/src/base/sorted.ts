// Searching sorted lists, and comparing lists that are nearly the same.

/** The last index below `count` whose entry is at most `value`, 0 when there is none; entries ascend. */
export function lastAtMost(entries: ArrayLike<number>, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] as number) <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** The index of the first item that is not `isBefore`; all that are stand in front of all that are not. */
export function partitionPoint<T>(items: readonly T[], isBefore: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many items the two lists begin with alike. */
export function commonStart<T>(a: ArrayLike<T>, b: ArrayLike<T>): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a[same] === b[same]) same++;
  return same;
}

/** How many items the two lists end with alike, not counting their first `start` items. */
export function commonEnd<T>(a: ArrayLike<T>, b: ArrayLike<T>, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let same = 0;
  while (same < most && a[a.length - 1 - same] === b[b.length - 1 - same]) same++;
  return same;
}

/** The indices of a longest strictly ascending subsequence. */
export function longestAscending(values: readonly number[]): ReadonlySet<number> {
  /** For each value the longest subsequence that ends with it: its length, and the index before it there. */
  const lengths: number[] = [];
  const previous: number[] = [];
  for (const [i, value] of values.entries()) {
    let best = -1;
    for (let j = 0; j < i; j++)
      if ((values[j] as number) < value && (lengths[j] as number) > (lengths[best] ?? 0)) best = j;
    lengths.push((lengths[best] ?? 0) + 1);
    previous.push(best);
  }
  const indices = new Set<number>();
  for (let i = lengths.indexOf(Math.max(0, ...lengths)); i >= 0; i = previous[i] as number) indices.add(i);
  return indices;
}
