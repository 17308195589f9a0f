import { Worker } from 'node:worker_threads';
import type { Input } from '../files.ts';
import { examine, failure, type Outcome, type Task } from './examine.ts';

/** Examines some files and gives their outcomes in the same order; never rejects. */
export type Examiner = (inputs: readonly Input[]) => Promise<readonly Outcome[]>;

/** In this thread. */
export const alone =
  (task: Task): Examiner =>
  async (inputs) =>
    inputs.map((input) => examine(input, task));

interface Waiting {
  readonly inputs: readonly Input[];
  readonly done: (outcomes: readonly Outcome[]) => void;
}

/**
 * In `size` threads that run `script`, started as they are needed. A thread that dies takes no outcome with it: its files are
 * tried again one by one, and the one that kills a thread of its own is a failure.
 */
export function pool(
  script: string | URL,
  size: number,
  task: Task,
): { readonly examiner: Examiner; readonly close: () => void } {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const queue: Waiting[] = [];
  const run = (): void => {
    while (queue.length > 0) {
      const worker = idle.pop() ?? (all.size < size ? start() : undefined);
      if (worker === undefined) return;
      hand(worker, queue.shift() as Waiting);
    }
  };
  const start = (): Worker => {
    const worker = new Worker(script, { workerData: task });
    worker.on('error', ignore);
    all.add(worker);
    return worker;
  };
  const hand = (worker: Worker, { inputs, done }: Waiting): void => {
    const answered = (outcomes: readonly Outcome[]): void => {
      worker.off('exit', died);
      idle.push(worker);
      done(outcomes);
      run();
    };
    const died = (): void => {
      worker.off('message', answered);
      all.delete(worker);
      const [only, ...more] = inputs;
      if (only !== undefined && more.length === 0) done([failure(only.path, crashed, task)]);
      else {
        const single = inputs.map((input) => examiner([input]));
        void Promise.all(single).then((each) => done(each.flat()));
      }
      run();
    };
    worker.once('message', answered);
    worker.once('exit', died);
    worker.postMessage(inputs);
  };
  const examiner: Examiner = (inputs) =>
    new Promise((done) => {
      queue.push({ inputs, done });
      run();
    });
  return { examiner, close: () => void [...all].map((worker) => worker.terminate()) };
}

/** `exit` follows and is what counts. */
const ignore = (): void => {};

const crashed = {
  zh: '检查这个文件时程序出错',
  en: 'the program failed on this file',
};

/** Values of `items` worked on `width` at a time, in their order. `work` must not reject. */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const under: Promise<R>[] = [];
  for await (const item of items) {
    under.push(work(item));
    if (under.length >= width) yield await (under.shift() as Promise<R>);
  }
  for (const each of under) yield await each;
}
