// A view of a file as an outcome: written in the output's format, and counted.

import { summaryOf } from '../archive/summary.ts';
import type { Phrase } from '../base/phrase.ts';
import { documentText } from '../report/index.ts';
import { formats } from './formats/all.ts';
import { packSummary } from './packed-summary.ts';
import type { AppliedAcceptance, Outcome, Task } from './task.ts';
import { noCounts, type View } from './view.ts';

export function outcomeOf(view: View, task: Task, acceptance: AppliedAcceptance | null = null): Outcome {
  const counts = noCounts();
  for (const { findings } of view.entries) for (const { severity } of findings) counts[severity]++;
  const reports = view.entries.flatMap(({ report }) => report ?? []);
  return {
    path: view.path,
    kind: view.kind,
    why: view.why,
    output: formats[task.format].file(view, task.look),
    reports: reports.length,
    counts,
    fixed: view.fixed ?? 0,
    acceptance,
    summaries: task.format.startsWith('check ')
      ? reports.map((report) => packSummary(summaryOf(report)))
      : [],
  };
}

/** The outcome of an input that cannot be read. */
export const failure = (path: string, why: Phrase, task: Task): Outcome =>
  outcomeOf(
    { path, kind: 'failed', text: nothing, entries: [], why: why[task.look.language], fixed: null },
    task,
  );

const nothing = documentText('');
