// Turns the view of a file into its outcome: written in the format asked for, and counted.

import { summaryOf } from '../archive/summary.ts';
import type { Phrase } from '../base/phrase.ts';
import { documentText } from '../report/index.ts';
import { formats } from './formats/index.ts';
import { packSummary } from './packed-summary.ts';
import type { AppliedAcceptance, FileOutcome, Task } from './task.ts';
import { noCounts, type View } from './view.ts';

export function outcomeOf(view: View, task: Task, acceptance: AppliedAcceptance | null = null): FileOutcome {
  const counts = noCounts();
  for (const { findings } of view.reports) for (const { severity } of findings) counts[severity]++;
  const reports = view.reports.flatMap(({ report }) => report ?? []);
  return {
    path: view.path,
    kind: view.kind,
    why: view.why,
    output: formats[task.format].file(view, task.look),
    reports: reports.length,
    counts,
    written: view.written,
    acceptance,
    summaries: task.format.startsWith('check ')
      ? reports.map((report) => packSummary(summaryOf(report)))
      : [],
  };
}

/** The outcome of an input that cannot be read. */
export function failure(
  path: string,
  why: Phrase,
  task: Task,
  kind: 'failed' | 'skipped' = 'failed',
): FileOutcome {
  const none = { text: nothing, reports: [], office: null, written: null } as const;
  return outcomeOf({ ...none, path, kind, why: why[task.look.language] }, task);
}

const nothing = documentText('');
