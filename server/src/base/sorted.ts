// Searching and comparing sorted or similar lists.

/** The last index below `count` whose entry is not above `value`; entries ascend from 0. */
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

/** How many items the two lists begin with alike. */
export function commonStart<T>(a: ArrayLike<T>, b: ArrayLike<T>): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a[same] === b[same]) same++;
  return same;
}

/** How many items the two lists end with alike, their first `start` items left out. */
export function commonEnd<T>(a: ArrayLike<T>, b: ArrayLike<T>, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let same = 0;
  while (same < most && a[a.length - 1 - same] === b[b.length - 1 - same]) same++;
  return same;
}
