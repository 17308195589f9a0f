// Summaries packed for the way between threads.

import type { ParagraphFingerprint } from '../archive/paragraphs.ts';
import type { ReportSummary } from '../archive/summary.ts';
import { memoizePerObject } from '../base/cache.ts';
import type { Edition } from '../form/spec.ts';

/**
 * A summary in one block of memory: cloning the dozens of objects it consists of costs more than all else
 * that threads send each other.
 */
export interface PackedSummary {
  readonly organ: string | null;
  readonly year: number | null;
  readonly edition: Edition;
  /** How many fields the edition has. */
  readonly fields: number;
  readonly amends: boolean;
  /** Where each paragraph stands. */
  readonly standing: readonly Pick<ParagraphFingerprint, 'section' | 'whole'>[];
  /** Float64: values, fingerprints of paragraphs. Behind them uint32: spans of title, cells, paragraphs. */
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
  amends,
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
  const standing = paragraphs.map(({ section, whole }) => ({ section, whole }));
  return { organ, year, edition, fields: values.length, amends, standing, memory };
}

/** The summary that was packed; the same object when asked again. */
export const unpackSummary = memoizePerObject(
  ({ organ, year, edition, fields, amends, standing, memory }: PackedSummary): ReportSummary => {
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
      paragraphs: standing.map((each, i) => ({
        ...each,
        hash: numbers[fields + i] as number,
        span: spanAt(1 + fields + i),
      })),
      amends,
    };
  },
);
