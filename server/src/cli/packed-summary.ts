import type { ReportSummary } from '../archive/summary.ts';
import { memoizePerObject } from '../base/cache.ts';
import type { Edition } from '../form/types.ts';

/**
 * An entry as it goes from thread to thread and waits for the others: one piece of memory, as handing over the dozens of objects that it
 * is costs more than all else that threads tell each other.
 */
export interface PackedSummary {
  readonly organ: string | null;
  readonly year: number | null;
  readonly edition: Edition;
  /** How many fields the edition has. */
  readonly fields: number;
  /** As float64 the values and the passages' prints, behind them as uint32 the spans of title, cells and passages. */
  readonly memory: ArrayBuffer;
}

export function packSummary({
  organ,
  year,
  edition,
  title,
  values,
  places,
  paragraphs,
}: ReportSummary): PackedSummary {
  const floats = values.length + paragraphs.length;
  const memory = new ArrayBuffer(floats * 8 + (1 + floats) * 8);
  const numbers = new Float64Array(memory, 0, floats);
  const spans = new Uint32Array(memory, floats * 8);
  numbers.set(values);
  spans[0] = title.from;
  spans[1] = title.to;
  spans.set(places, 2);
  for (const [i, { hash, span }] of paragraphs.entries()) {
    numbers[values.length + i] = hash;
    spans[2 + places.length + 2 * i] = span.from;
    spans[3 + places.length + 2 * i] = span.to;
  }
  return { organ, year, edition, fields: values.length, memory };
}

/** The entry that was packed; the same object for the same standing. */
export const unpackSummary = memoizePerObject(
  ({ organ, year, edition, fields, memory }: PackedSummary): ReportSummary => {
    const floats = (memory.byteLength - 8) / 16;
    const numbers = new Float64Array(memory, 0, floats);
    const spans = new Uint32Array(memory, floats * 8);
    const spanAt = (i: number) => ({ from: spans[2 * i] as number, to: spans[2 * i + 1] as number });
    return {
      organ,
      year,
      edition,
      title: spanAt(0),
      values: numbers.subarray(0, fields),
      places: spans.subarray(2, 2 + 2 * fields),
      paragraphs: Array.from(numbers.subarray(fields), (hash, i) => ({ hash, span: spanAt(1 + fields + i) })),
    };
  },
);
