import type { Measure } from './measure.ts';

/** `ogi-report check` on 10,000 reports. */
export async function commandLine(
  _root: string,
  _folder: string,
  _report: (measure: Measure) => void,
): Promise<void> {}
