// Inputs in batches, which go to threads as one message each.

import type { Found } from '../io/list-inputs.ts';

export type Batch = readonly Found[];

/** Inputs in a batch of full size. */
const LARGEST_BATCH = 16;

/** The first batches are small, for an early answer and an even load. */
export async function* batched(found: AsyncIterable<Found>, stop: () => boolean): AsyncGenerator<Batch> {
  let batch: Found[] = [];
  let count = 0;
  for await (const each of found) {
    if (stop()) return;
    batch.push(each);
    count++;
    if (batch.length >= Math.min(LARGEST_BATCH, 1 + count / 8)) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0 && !stop()) yield batch;
}

/** The same batches, and whether they hold at least `enough` inputs. */
export async function peek(
  all: AsyncGenerator<Batch>,
  enough: number,
): Promise<{ readonly batches: AsyncIterable<Batch>; readonly many: boolean }> {
  const first: Batch[] = [];
  let count = 0;
  while (count < enough) {
    const next = await all.next();
    if (next.done === true) break;
    first.push(next.value);
    count += next.value.length;
  }
  async function* again(): AsyncGenerator<Batch> {
    yield* first;
    yield* all;
  }
  return { batches: again(), many: count >= enough };
}

/** A list in batches of full size. */
export async function* inBatches<T>(list: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let from = 0; from < list.length; from += LARGEST_BATCH) yield list.slice(from, from + LARGEST_BATCH);
}
