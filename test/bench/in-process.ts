import type { Measure } from './measure.ts';

/** Parsing without a server. */
export async function inProcess(
  _sizes: readonly (readonly [string, number])[],
  _report: (measure: Measure) => void,
): Promise<void> {}
