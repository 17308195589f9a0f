// Asks everything of a text that can be asked: whatever the text, nothing may throw or point outside it.

import { actions } from '../../server/src/features/actions.ts';
import { prepareCallHierarchy } from '../../server/src/features/call-hierarchy.ts';
import { codeLenses } from '../../server/src/features/code-lens.ts';
import { completionsAt } from '../../server/src/features/completion.ts';
import { convertLayout } from '../../server/src/features/convert-layout.ts';
import { adjacentFigure, cellStatus } from '../../server/src/features/figure-navigation.ts';
import { foldingRanges } from '../../server/src/features/folding-ranges.ts';
import { format } from '../../server/src/features/format.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlayHints } from '../../server/src/features/inlay-hints.ts';
import { inlineCompletion } from '../../server/src/features/inline-completion.ts';
import { linkedNameAt } from '../../server/src/features/linked-rename.ts';
import { outline } from '../../server/src/features/outline.ts';
import { preview } from '../../server/src/features/preview.ts';
import { definitions, documentHighlights, references } from '../../server/src/features/references.ts';
import { selectionRanges } from '../../server/src/features/selection-ranges.ts';
import { semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import { reportSymbols } from '../../server/src/features/workspace-symbols.ts';
import { reportsIn } from '../../server/src/report/index.ts';
import type { Report } from '../../server/src/report/report.ts';
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
    actions(report, check(report), { from: 0, to: report.length }, () => true).map(({ edits }) =>
      appliable(report, edits),
    ),
  folds: (report) => inside(report, foldingRanges(report)),
  format: (report) => appliable(report, format(report)),
  hints: (report) => inlayHints(report, check(report), { from: 0, to: report.length }),
  codeLenses: (report) => codeLenses(report, check(report)),
  outline: (report) => outline(report, check(report)),
  preview: (report) => preview({ report, at: 0 }, check(report), 'zh'),
  relayout: (report) => appliable(report, convertLayout(report, 'markdown').edits),
  reportSymbols,
  tokens: (report) =>
    inside(
      report,
      semanticTokens(report).map(({ span }) => span),
    ),
};

/** What it asks of a place. */
const ofPlace: Readonly<Record<string, (report: Report, at: number) => unknown>> = {
  prepareCallHierarchy,
  completionsAt,
  definitions,
  inlineCompletion,
  documentHighlights,
  hover: (report, at) => hover(report, check(report), at),
  linkedNameAt,
  next: (report, at) => adjacentFigure(report, at, 1),
  references: (report, at) => references(report, at, true),
  selectionRanges,
  status: (report, at) => cellStatus(report, check(report), at, 'en'),
};

/**
 * Reads a text and does with its reports all that the server can be asked for, at `places` places by chance.
 * Answers how many reports there are; throws, saying what failed, when anything throws or names a place
 * outside the report.
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
