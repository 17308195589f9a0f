// What a rule is, and what it finds. Read `sum-mismatch.ts` next for one; `all.ts` lists them in the order of
// the manual. A rule's manual is its page in docs/rules and its first test at once.
import type { IndexedReport, Neighbours } from '../archive/report-index.ts';
import type { ReportSummary } from '../archive/summary.ts';
import type { Phrase } from '../base/phrase.ts';
import type { FieldId, Identity } from '../form/spec.ts';
import type { Report } from '../report/report.ts';
import type { Edit, Span } from '../text/span.ts';
import type { Level, Severity } from './severity.ts';

/** A change that mends a finding. */
export interface Fix {
  readonly title: Phrase;
  /** In the report. */
  readonly edits: readonly Edit[];
  /** Safe fixes touch notation only and may run on save; all others are proposals for a person. */
  readonly safe: boolean;
  /** The one to offer first. At most one fix of a finding is preferred. */
  readonly preferred?: boolean;
}

/** A place that explains a finding: a cell of the identity, the cell of a sentence, last year's report. */
export interface Related {
  readonly span: Span;
  readonly message: Phrase;
  /** The other report whose place it is, when it is not one of this. The span counts in that report. */
  readonly report?: IndexedReport;
  /** A part of a sum that the finding's message works out. */
  readonly isAddend?: true;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** In the report. */
  readonly span: Span;
  /** One sentence: what is there, what it should be, why. */
  readonly message: Phrase;
  /** The cell or, for a missing row, the first field concerned; null where no cell is. */
  readonly field: FieldId | null;
  readonly related: readonly Related[];
  /** The broken identities it reports. */
  readonly identities: readonly Identity[];
  /** Worked out only when asked for. */
  readonly fixes: () => readonly Fix[];
}

/** What a rule's `check` returns; the rule's id and severity are added when the rules are run. */
export interface Issue {
  readonly span: Span;
  readonly message: Phrase;
  readonly field?: FieldId;
  readonly related?: readonly Related[];
  readonly identities?: readonly Identity[];
  /** Where the rule knows two levels (`blank-cell`), the one meant here. */
  readonly severity?: Severity;
  readonly fixes?: () => readonly Fix[];
}

/** The page that `ogi-report rules ID` prints and a diagnostic's code opens: Markdown without headings. */
export interface Manual {
  /** What is found, in a sentence or two. */
  readonly what: Phrase;
  /** Why it matters. */
  readonly why: Phrase;
  /** How to mend it. */
  readonly how: Phrase;
  /**
   * The lines of the example report that differ, so that the rule finds exactly one issue; '' for a rule that
   * judges no text.
   */
  readonly wrong: string;
  /** The same, so that it finds none. */
  readonly right: string;
  /** Lines of last year's report, for a rule that needs it. */
  readonly lastYear?: string;
  /** Lines of the only unit's report, for a rule on sums over reports. */
  readonly part?: string;
}

/** One rule, one file. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** Runs only where a setting gives it a level; `severity` is the level that suits it. */
  readonly optIn?: true;
  readonly title: Phrase;
  readonly manual: Manual;
  /** What a report shows by itself. */
  readonly check: (report: Report) => readonly Issue[];
  /** What the name of its document, a path with `/`, shows beside it. */
  readonly checkName?: (report: Report, document: string) => readonly Issue[];
  /** What it shows beside others. Spans count in the report `own`. */
  readonly compare?: (own: ReportSummary, neighbours: Neighbours) => readonly Issue[];
  /** What was noted while it was read from an Office file. */
  readonly reading?: (report: Report, notes: readonly ReadingNote[]) => readonly Issue[];
}

/** A note of the reader of an Office file; `at`: where in the report, null for the whole file. */
export interface ReadingNote {
  readonly kind: string;
  readonly message: Phrase;
  readonly at: number | null;
}

/** The level of a rule where no setting names it. */
export const shippedLevel = ({ severity, optIn }: Pick<Rule, 'severity' | 'optIn'>): Level =>
  optIn ? 'off' : severity;

/** The `check` of rules that do not judge a report by itself. */
export const noIssues = (): readonly Issue[] => [];
