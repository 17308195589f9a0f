// What is asked of each file, and what comes back. All of it can be cloned: files may be examined in other threads.

import type { Neighbours } from '../archive/report-index.ts';
import type { Input } from '../io/read-file.ts';
import type { PackedSummary } from './packed-summary.ts';
import type { Counts, FormatName, OutputOptions, View } from './view.ts';

/** What is to be done with each file; the same for all. */
export interface Task {
  readonly format: FormatName;
  readonly look: OutputOptions;
  readonly fix: boolean;
  /** A file named, `null` for none, undefined for those beside the reports. */
  readonly config: string | null | undefined;
  readonly cwd: string;
}

/** A file to be examined, for the first time or, with `comparison`, again. */
export interface Request extends Input {
  readonly comparison?: {
    /** The reports to compare those of the file with, by the index of the report in the file. */
    readonly neighbours: ReadonlyMap<number, Neighbours>;
    /** Fixes that were written the first time. */
    readonly fixed: number;
  };
}

/** What became of a file. */
export interface Outcome {
  readonly path: string;
  readonly kind: View['kind'];
  readonly why: string | null;
  /** What the file adds to the output. */
  readonly output: string;
  readonly reports: number;
  readonly counts: Counts;
  readonly fixed: number;
  /** What the configuration accepts of the file; null without a configuration. */
  readonly acceptance: AppliedAcceptance | null;
  /** What other reports need to know of the file's; none where nothing is compared. */
  readonly summaries: readonly PackedSummary[];
}

/** A configuration, its entries that name a file, and those that accepted a finding in it: indices of `accept`. */
export interface AppliedAcceptance {
  readonly config: string;
  readonly applied: readonly number[];
  readonly used: readonly number[];
}
