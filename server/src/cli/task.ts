// What is asked of each file, and what comes back: plain data, which can be sent between threads.

import type { Neighbours } from '../archive/report-index.ts';
import type { Input } from '../io/read-file.ts';
import type { PackedSummary } from './packed-summary.ts';
import type { Counts, FormatName, OutputOptions, View, WrittenFixes } from './view.ts';

/** What is to be done with every file. */
export interface Task {
  readonly format: FormatName;
  readonly look: OutputOptions;
  /** The fixes to write; null for none. */
  readonly fix: FixesAsked | null;
  /** Office files are left out of folders, and what is named is read as text. */
  readonly textOnly: boolean;
  /** The path of a configuration, null for none, undefined for those beside the reports. */
  readonly config: string | null | undefined;
  readonly cwd: string;
}

export interface FixesAsked {
  readonly notation: boolean;
  readonly figures: boolean;
}

/** A file to be examined, for the first time or, with `comparison`, again. */
export interface Request extends Input {
  readonly comparison?: {
    /** The neighbours of the file's reports, by the index of the report. */
    readonly neighbours: ReadonlyMap<number, Neighbours>;
    /** The fixes that were written the first time. */
    readonly written: WrittenFixes | null;
  };
}

/** What became of a file. */
export interface FileOutcome {
  readonly path: string;
  readonly kind: View['kind'];
  readonly why: string | null;
  /** What the file adds to the output. */
  readonly output: string;
  readonly reports: number;
  readonly counts: Counts;
  readonly written: WrittenFixes | null;
  /** What the configuration accepts of the file; null without a configuration. */
  readonly acceptance: AppliedAcceptance | null;
  /** Of the file's reports, for comparison; none where nothing is compared. */
  readonly summaries: readonly PackedSummary[];
}

/** The name of a configuration, its entries that name a file, and those that accepted a finding in it. */
export interface AppliedAcceptance {
  readonly config: string;
  readonly applied: readonly number[];
  readonly used: readonly number[];
}
