import { actions } from '../../server/src/features/actions.ts';
import { callItem } from '../../server/src/features/call-hierarchy.ts';
import { lenses } from '../../server/src/features/code-lens.ts';
import { completions } from '../../server/src/features/completion.ts';
import { relayout } from '../../server/src/features/convert-layout.ts';
import { figureFrom, status } from '../../server/src/features/figure-navigation.ts';
import { folds } from '../../server/src/features/folding-ranges.ts';
import { format } from '../../server/src/features/format.ts';
import { hover } from '../../server/src/features/hover.ts';
import { hints } from '../../server/src/features/inlay-hints.ts';
import { ghost } from '../../server/src/features/inline-completion.ts';
import { namingAt } from '../../server/src/features/linked-rename.ts';
import { outline } from '../../server/src/features/outline.ts';
import { preview } from '../../server/src/features/preview.ts';
import { definitions, highlights, references } from '../../server/src/features/references.ts';
import { selections } from '../../server/src/features/selection-ranges.ts';
import { tokens } from '../../server/src/features/semantic-tokens.ts';
import { symbols } from '../../server/src/features/workspace-symbols.ts';
import { reportsIn } from '../../server/src/report/reports.ts';
import type { Report } from '../../server/src/report/types.ts';
import { check } from '../../server/src/rules/check.ts';
import { areApart, type Edit, type Span } from '../../server/src/text/span.ts';
import type { Random } from './random.ts';

/** What an editor asks of a whole report. */
const ofReport: Readonly<Record<string, (report: Report) => unknown>> = {
  findings: (report) => check(report).map(({ span }) => inside(report, [span])),
  fixes: (report) => {
    for (const finding of check(report))
      for (const { edits } of finding.fixes()) attempt(finding.rule, () => appliable(report, edits));
  },
  actions: (report) =>
    actions(report, { from: 0, to: report.length }, () => true).map(({ edits }) => appliable(report, edits)),
  folds: (report) => inside(report, folds(report)),
  format: (report) => appliable(report, format(report)),
  hints: (report) => hints(report, { from: 0, to: report.length }),
  lenses,
  outline,
  preview: (report) => preview([{ report, at: 0, line: 0 }], 'zh'),
  relayout: (report) => appliable(report, relayout(report, 'markdown')),
  symbols,
  tokens: (report) =>
    inside(
      report,
      tokens(report).map(({ span }) => span),
    ),
};

/** What it asks of a place. */
const ofPlace: Readonly<Record<string, (report: Report, at: number) => unknown>> = {
  callItem,
  completions,
  definitions,
  ghost,
  highlights,
  hover,
  namingAt,
  next: (report, at) => figureFrom(report, at, 1),
  references: (report, at) => references(report, at, true),
  selections,
  status: (report, at) => status(report, at, 'en'),
};

/**
 * Reads a text and does with its reports all that the server can be asked for, at `places` places by chance. Answers how many reports
 * there are; throws, saying what failed, when anything throws or names a place outside the report.
 */
export function exercise(text: string, chance: Random, places = 2): number {
  const reports = reportsIn(text);
  for (const { report } of reports) {
    for (const [name, feature] of Object.entries(ofReport)) attempt(name, () => feature(report));
    for (let i = 0; i < places; i++) {
      const at = chance.between(0, report.length);
      for (const [name, feature] of Object.entries(ofPlace))
        attempt(`${name} at ${at}`, () => feature(report, at));
    }
  }
  return reports.length;
}

/** The edits lie inside the report and apart from one another. */
export function appliable(report: Report, edits: readonly Edit[]): void {
  inside(report, edits);
  if (!areApart(edits))
    throw new Error(`edits reach into one another: ${JSON.stringify(edits).slice(0, 400)}`);
}

export function inside(report: Report, spans: readonly Span[]): void {
  for (const { from, to } of spans)
    if (!(0 <= from && from <= to && to <= report.length))
      throw new Error(`${from}..${to} is outside 0..${report.length}`);
}

function attempt(name: string, run: () => unknown): void {
  try {
    run();
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
