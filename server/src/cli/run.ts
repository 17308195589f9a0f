// The way of a file on the command line. `examineAll` leads it, and enters each module once:
//
//   paths
//     │  listInputs, batched: the files that the paths stand for
//     ▼
//   inputs
//     │  examinerFor, here or in a pool of threads: bytes → reports → findings → fixes → output
//     ▼
//   outcomes, in the order of the inputs
//     │  Comparison: each report with those of all other files. Where that finds something, the file is
//     │  examined again, with the neighbours of its reports
//     ▼
//   outcomes, final
//     │  RunTally counts them; what they add to the output is written
//     ▼
//   summary

import { listInputs } from '../io/list-inputs.ts';
import type { Input } from '../io/read-file.ts';
import { allSeverities, type Severity } from '../rules/severity.ts';
import { type Batch, batched, inBatches, peek } from './batches.ts';
import { Comparison } from './comparison.ts';
import { Configs } from './configs.ts';
import { unwrittenWords } from './excerpt.ts';
import { formats } from './formats/index.ts';
import { failure } from './outcome.ts';
import { type Examiner, inThisThread, mapInOrder, pool } from './pool.ts';
import { RunTally } from './tally.ts';
import type { FileOutcome, Task } from './task.ts';
import type { Summary } from './view.ts';

/** What a run needs of the process around it. */
export interface RunEnvironment {
  /** The script that worker threads run. */
  readonly script: string;
  readonly write: (text: string) => Promise<void>;
  readonly complain: (text: string) => void;
  readonly progress: (files: number, errors: number) => void;
  /** Signalled when no new file is to be begun. */
  readonly interrupt: AbortSignal;
}

/**
 * Examines the files that the paths stand for and writes the output in their order, whatever the threads do.
 * `asked`: someone has set the number of threads, who wants them for few files too.
 */
export async function examineAll(
  paths: readonly string[],
  task: Task,
  threads: { readonly number: number; readonly asked: boolean },
  environment: RunEnvironment,
): Promise<Summary> {
  const { write, interrupt } = environment;
  const format = formats[task.format];
  const configs = new Configs(task);
  const tally = new RunTally(task, configs);
  const put = outputOf(task, tally, environment);

  await write(format.open(task.look));
  const { batches, many } = await peek(
    batched(listInputs(paths, task.cwd, task.textOnly, interrupt), () => interrupt.aborted),
    threads.asked ? ENOUGH_WHEN_ASKED : ENOUGH,
  );
  const workers = many && threads.number > 1 ? pool(environment.script, threads.number, task) : null;
  const examiner = workers?.examiner ?? inThisThread(task);
  const width = workers === null ? 1 : threads.number * AHEAD;
  try {
    const first = mapInOrder(batches, width, (batch) => examined(batch, examiner, task));
    const all = task.format.startsWith('check ')
      ? compared(first, new Comparison(configs), examiner, width, environment)
      : first;
    for await (const outcomes of all) {
      await put(outcomes.map(({ outcome }) => outcome));
      await turn();
    }
  } finally {
    workers?.close();
  }
  if (!interrupt.aborted) await put(tally.configs());
  const summary = tally.summary(interrupt.aborted);
  await write(format.close(summary, task.look));
  return summary;
}

/** Whether there is a finding of this level or a graver one. */
export const reaches = ({ counts }: Summary, level: Severity): boolean =>
  allSeverities.slice(0, allSeverities.indexOf(level) + 1).some((severity) => counts[severity] > 0);

/** So many files are worth the start of threads. */
const ENOUGH = 128;
const ENOUGH_WHEN_ASKED = 4;

/** Batches in work for each thread, including those that are done and wait for an earlier one. */
const AHEAD = 4;

/** Lets signals and other events be handled. */
const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Counts outcomes and writes what they add to the output. */
function outputOf(task: Task, tally: RunTally, { write, complain, progress }: RunEnvironment) {
  const { between } = formats[task.format];
  let wrote = false;
  return async (outcomes: readonly FileOutcome[]): Promise<void> => {
    let out = '';
    for (const each of outcomes) {
      tally.add(each);
      if (each.kind === 'failed' || each.kind === 'skipped') complain(`${each.path}: ${each.why}`);
      for (const unwritten of each.written?.unwritten ?? [])
        complain(`${each.path}: ${unwrittenWords(unwritten, task.look.language)}`);
      if (each.output === '') continue;
      out += wrote ? between + each.output : each.output;
      wrote = true;
    }
    progress(tally.files, tally.counts.error);
    if (out !== '') await write(out);
  };
}

/** `input` is null for a path that could not be listed. */
interface Examined {
  readonly input: Input | null;
  readonly outcome: FileOutcome;
}

/** The outcomes of a batch in its order. What could not be listed fails here. */
async function examined(batch: Batch, examiner: Examiner, task: Task): Promise<readonly Examined[]> {
  const inputs = batch.filter((each) => 'file' in each);
  const outcomes = (inputs.length === 0 ? [] : await examiner(inputs)).values();
  return batch.map((each) =>
    'error' in each
      ? { input: null, outcome: failure(each.path, each.error, task) }
      : { input: each, outcome: outcomes.next().value as FileOutcome },
  );
}

/**
 * The outcomes after comparison: files in which it finds something are examined again. A report can be
 * compared only when all others are known, so nothing is yielded before; an interrupted run compares nothing.
 */
async function* compared(
  first: AsyncIterable<readonly Examined[]>,
  comparison: Comparison,
  examiner: Examiner,
  width: number,
  { progress, interrupt }: RunEnvironment,
): AsyncGenerator<readonly Examined[]> {
  const held: Examined[] = [];
  let errors = 0;
  for await (const batch of first) {
    for (const { input, outcome } of batch) {
      errors += outcome.counts.error;
      if (input !== null) comparison.add(input, outcome);
    }
    held.push(...batch);
    progress(held.length, errors);
    await turn();
  }
  yield* mapInOrder(inBatches(held), width, async (batch) =>
    interrupt.aborted ? batch : examinedAgain(batch, comparison, examiner),
  );
}

async function examinedAgain(
  batch: readonly Examined[],
  comparison: Comparison,
  examiner: Examiner,
): Promise<readonly Examined[]> {
  const requests = batch.map(({ input, outcome }) => input && comparison.requestFor(input, outcome));
  const due = requests.filter((request) => request !== null);
  const outcomes = (due.length === 0 ? [] : await examiner(due)).values();
  return batch.map((each, i) =>
    requests[i] ? { ...each, outcome: outcomes.next().value as FileOutcome } : each,
  );
}
