// Running totals of a list, kept from one version of the list to the next.
/** How much two lists have in common: their first `start` items and their last `end`. */
export interface Common {
  readonly start: number;
  readonly end: number;
}

/** Sums over the first 0, 1, 2 … items: one more than there are items. */
export function prefixSums<T>(items: readonly T[], sizeOf: (item: T) => number): Int32Array {
  const sums = new Int32Array(items.length + 1);
  for (let i = 0; i < items.length; i++) sums[i + 1] = (sums[i] as number) + sizeOf(items[i] as T);
  return sums;
}

/** The same from the sums of a list that agrees in part; those sums themselves where they are right. */
export function updatedSums<T>(
  before: Int32Array,
  items: readonly T[],
  sizeOf: (item: T) => number,
  { start, end }: Common,
): Int32Array {
  const sums = new Int32Array(items.length + 1);
  sums.set(before.subarray(0, start + 1));
  const known = items.length - end;
  const shift = before.length - sums.length;
  let isSame = shift === 0;
  for (let i = start; i < known; i++) {
    sums[i + 1] = (sums[i] as number) + sizeOf(items[i] as T);
    isSame &&= sums[i + 1] === before[i + 1];
  }
  if (isSame) return before;
  const by = (sums[known] as number) - (before[known + shift] as number);
  for (let i = known + 1; i < sums.length; i++) sums[i] = (before[i + shift] as number) + by;
  return sums;
}
