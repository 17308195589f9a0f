// What an output shows: the view of each file and the summary of all. What a format is.

import type { Language, Phrase } from '../base/phrase.ts';
import type { OfficeText } from '../office/office-text.ts';
import type { Place } from '../office/places.ts';
import type { Report } from '../report/report.ts';
import type { Finding } from '../rules/rule.ts';
import type { Severity } from '../rules/severity.ts';
import type { DocumentText } from '../text/document-text.ts';
import type { CheckFormat, DataFormat } from './asked.ts';

/** The options of an output; sent to every thread. */
export interface OutputOptions {
  readonly language: Language;
  /** Escape sequences for colours. */
  readonly colour: boolean;
}

/** A report of a file, or a configuration (then null), with its findings, whose spans count from `at`. */
export interface ViewedReport {
  readonly report: Report | null;
  readonly at: number;
  readonly findings: readonly Finding[];
}

/** All that an output may show of a file. */
export interface View {
  readonly path: string;
  /**
   * `other`: no report. `failed`: not read, or not written; `skipped`: of a kind that is not read, and not
   * named by anyone; `why` says so.
   */
  readonly kind: 'report' | 'other' | 'config' | 'failed' | 'skipped';
  readonly text: DocumentText;
  /** Empty for a file without a report. */
  readonly reports: readonly ViewedReport[];
  /** The Office file that the text was read from; null for a text. */
  readonly office: Pick<OfficeText, 'places' | 'notes'> | null;
  readonly why: string | null;
  /** What became of fixes; null when none were asked for. */
  readonly written: WrittenFixes | null;
}

/** The fixes of a file. */
export interface WrittenFixes {
  /** How many were written, and how many of them as tracked changes. */
  readonly fixed: number;
  readonly tracked: number;
  readonly unwritten: readonly UnwrittenFix[];
}

/** A fix that an Office file does not take; `place`: null where it concerns the whole file. */
export interface UnwrittenFix {
  readonly place: Place | null;
  readonly why: Phrase;
}

export const nothingWritten: WrittenFixes = { fixed: 0, tracked: 0, unwritten: [] };

/** What is said of a file of the kind `other`. */
export const noReport: Phrase = {
  zh: '不是政府信息公开工作年度报告，略过',
  en: 'is no annual report on open government information, skipped',
};

export type Counts = { [severity in Severity]: number };

/** A file that was not read, or not written, or not wholly, and why. */
export interface Unread {
  readonly path: string;
  readonly why: string;
}

/** What was done in all. */
export interface Summary {
  readonly files: number;
  readonly reports: number;
  readonly others: number;
  readonly failed: readonly Unread[];
  readonly skipped: readonly Unread[];
  readonly counts: Counts;
  /** As in `WrittenFixes`; null when none were asked for. */
  readonly fixed: number | null;
  readonly tracked: number;
  readonly unwritten: readonly Unread[];
  /** Not all inputs were examined: someone pressed Ctrl-C. */
  readonly interrupted: boolean;
}

/** What comes first, what each file adds (`''` for nothing), what comes between and last. Pure. */
export interface Format {
  readonly open: (look: OutputOptions) => string;
  readonly file: (view: View, look: OutputOptions) => string;
  readonly between: string;
  readonly close: (summary: Summary, look: OutputOptions) => string;
}

/** `check rows`: what `summary` gathers. */
export type FormatName = `check ${CheckFormat | 'rows'}` | `data ${DataFormat}`;

export const noCounts = (): Counts => ({ error: 0, warning: 0, info: 0, hint: 0 });
