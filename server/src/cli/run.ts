import { type Found, type Input, listInputs } from '../io/files.ts';
import type { Severity } from '../rules/rule.ts';
import { Comparison } from './comparison.ts';
import { failure, type Outcome, type Task } from './examine.ts';
import { formats } from './formats/all.ts';
import { type Examiner, inThisThread, mapInOrder, pool } from './pool.ts';
import { RunTally } from './tally.ts';
import type { Summary } from './view.ts';

/** What running over files needs of the world around. */
export interface RunEnvironment {
  /** The script that worker threads run. */
  readonly script: string;
  readonly write: (text: string) => Promise<void>;
  readonly complain: (text: string) => void;
  readonly progress: (files: number, errors: number) => void;
  readonly interrupted: () => boolean;
}

/**
 * Examine what the paths stand for and write the output as it comes, in the order of the paths whatever the threads do.
 * `asked`: the number of threads was named, so that threads are worth it sooner.
 */
export async function examineAll(
  paths: readonly string[],
  task: Task,
  threads: { readonly number: number; readonly asked: boolean },
  around: RunEnvironment,
): Promise<Summary> {
  const format = formats[task.format];
  const tally = new RunTally(task);
  // A report can only be compared when all others are known, so nothing is put out before that.
  const comparison = task.format.startsWith('check ') ? new Comparison(task) : null;
  const held: Examined[] = [];
  let errors = 0;
  let wrote = false;
  const put = async (outcomes: readonly Outcome[]): Promise<void> => {
    let out = '';
    for (const each of outcomes) {
      tally.add(each);
      if (each.kind === 'failed') around.complain(`${each.path}: ${each.why}`);
      if (each.output === '') continue;
      out += wrote ? format.between + each.output : each.output;
      wrote = true;
    }
    around.progress(tally.files, tally.counts.error);
    if (out !== '') await around.write(out);
  };

  await around.write(format.open(task.look));
  const { batches, many } = await peek(
    batched(listInputs(paths, task.cwd), around.interrupted),
    threads.asked ? ENOUGH_WHEN_ASKED : ENOUGH,
  );
  const workers = many && threads.number > 1 ? pool(around.script, threads.number, task) : null;
  const examiner = workers?.examiner ?? inThisThread(task);
  const width = workers === null ? 1 : threads.number * AHEAD;
  try {
    for await (const outcomes of mapInOrder(batches, width, (batch) => examined(batch, examiner, task))) {
      if (comparison === null) await put(outcomes.map(({ outcome }) => outcome));
      else {
        for (const { input, outcome } of outcomes) {
          errors += outcome.counts.error;
          if (input !== null) comparison.add(input, outcome);
        }
        held.push(...outcomes);
        around.progress(held.length, errors);
      }
      await turn();
    }
    // After an interruption not all are known, and nothing is compared.
    const again = async (batch: readonly Examined[]) =>
      comparison === null || around.interrupted()
        ? batch.map(({ outcome }) => outcome)
        : compared(batch, comparison, examiner);
    for await (const outcomes of mapInOrder(cut(held), width, again)) {
      await put(outcomes);
      await turn();
    }
  } finally {
    workers?.close();
  }
  if (!around.interrupted()) await put(tally.configs());
  const summary = tally.summary(around.interrupted());
  await around.write(format.close(summary, task.look));
  return summary;
}

/** Whether a finding of this level or a graver one was made. */
export function reaches({ counts }: Summary, level: Severity): boolean {
  const order = ['error', 'warning', 'info', 'hint'] as const;
  return order.slice(0, order.indexOf(level) + 1).some((each) => counts[each] > 0);
}

/** Files that make threads worth their start. */
const ENOUGH = 128;
const ENOUGH_WHEN_ASKED = 4;
/** Files that go to a thread in one go. */
const LARGEST_BATCH = 16;

/** Batches under way for each thread, those done that wait for an earlier one among them. */
const AHEAD = 4;

/** Lets signals and other events in. */
const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

type Batch = readonly Found[];

/** Batches that grow: the first ones small, for an early answer and an even load. */
async function* batched(found: AsyncIterable<Found>, stop: () => boolean): AsyncGenerator<Batch> {
  let batch: Found[] = [];
  let count = 0;
  for await (const each of found) {
    if (stop()) return;
    batch.push(each);
    count++;
    if (batch.length >= Math.min(LARGEST_BATCH, 1 + count / 8)) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0 && !stop()) yield batch;
}

/** The same batches, and whether they hold at least `enough` inputs. */
async function peek(
  all: AsyncGenerator<Batch>,
  enough: number,
): Promise<{ readonly batches: AsyncIterable<Batch>; readonly many: boolean }> {
  const first: Batch[] = [];
  let count = 0;
  while (count < enough) {
    const next = await all.next();
    if (next.done === true) break;
    first.push(next.value);
    count += next.value.length;
  }
  async function* again(): AsyncGenerator<Batch> {
    yield* first;
    yield* all;
  }
  return { batches: again(), many: count >= enough };
}

/** What became of an input; `input` is null for what could not even be listed. */
interface Examined {
  readonly input: Input | null;
  readonly outcome: Outcome;
}

/** Outcomes of a batch in its order; what could not be listed goes to no thread. */
async function examined(batch: Batch, examiner: Examiner, task: Task): Promise<readonly Examined[]> {
  const inputs = batch.filter((each) => 'file' in each);
  const outcomes = (inputs.length === 0 ? [] : await examiner(inputs)).values();
  return batch.map((each) =>
    'error' in each
      ? { input: null, outcome: failure(each.path, each.error, task) }
      : { input: each, outcome: outcomes.next().value as Outcome },
  );
}

async function* cut(held: readonly Examined[]): AsyncGenerator<readonly Examined[]> {
  for (let from = 0; from < held.length; from += LARGEST_BATCH) yield held.slice(from, from + LARGEST_BATCH);
}

/** The outcomes of a batch, each with what the reports of all files say of its own. Only files of which something is said are read again. */
async function compared(
  batch: readonly Examined[],
  comparison: Comparison,
  examiner: Examiner,
): Promise<readonly Outcome[]> {
  const again = batch.map(({ input, outcome }) => (input === null ? null : comparison.again(input, outcome)));
  const inputs = again.filter((each) => each !== null);
  const outcomes = (inputs.length === 0 ? [] : await examiner(inputs)).values();
  return batch.map(({ outcome }, i) => (again[i] === null ? outcome : (outcomes.next().value as Outcome)));
}
