import { Worker } from 'node:worker_threads';
import { examinerFor } from './examine.ts';
import { failure } from './outcome.ts';
import type { Outcome, Request, Task } from './task.ts';

/** Examines some files and gives their outcomes in the same order; never rejects. */
export type Examiner = (requests: readonly Request[]) => Promise<readonly Outcome[]>;

export function inThisThread(task: Task): Examiner {
  const examine = examinerFor(task);
  return async (requests) => requests.map(examine);
}

interface Waiting {
  readonly requests: readonly Request[];
  readonly done: (outcomes: readonly Outcome[]) => void;
}

/** What a thread is given before it has answered: with the next batch at hand it need not wait for this thread. */
const AHEAD = 2;

/**
 * In `size` threads that run `script`, started as they are needed. A thread that dies takes no outcome with it: the files it was at are
 * tried again one by one, and the one that kills a thread of its own is a failure.
 */
export function pool(
  script: string | URL,
  size: number,
  task: Task,
): { readonly examiner: Examiner; readonly close: () => void } {
  /** What each thread was given and has not answered, in order: it is at the first. */
  const threads = new Map<Worker, Waiting[]>();
  const queue: Waiting[] = [];
  const run = (): void => {
    while (queue.length > 0) {
      const thread = free();
      if (thread === null) return;
      const next = queue.shift() as Waiting;
      threads.get(thread)?.push(next);
      thread.postMessage(next.requests);
    }
  };
  /** The thread with the least to do, a new one rather than one that is busy; null when all have enough. */
  const free = (): Worker | null => {
    let least: Worker | null = null;
    let most = AHEAD;
    for (const [thread, given] of threads)
      if (given.length < most) {
        least = thread;
        most = given.length;
      }
    return most > 0 && threads.size < size ? start() : least;
  };
  const start = (): Worker => {
    const thread = new Worker(script, { workerData: task });
    const given: Waiting[] = [];
    threads.set(thread, given);
    thread.on('message', (outcomes: readonly Outcome[]) => {
      given.shift()?.done(outcomes);
      run();
    });
    thread.on('error', ignore);
    thread.once('exit', () => {
      threads.delete(thread);
      const [at, ...others] = given;
      queue.unshift(...others);
      if (at !== undefined) retry(at);
      run();
    });
    return thread;
  };
  const retry = ({ requests, done }: Waiting): void => {
    const [only, ...more] = requests;
    if (only !== undefined && more.length === 0) done([failure(only.path, crashed, task)]);
    else void Promise.all(requests.map((input) => examiner([input]))).then((each) => done(each.flat()));
  };
  const examiner: Examiner = (requests) =>
    new Promise((done) => {
      queue.push({ requests, done });
      run();
    });
  const close = (): void => {
    for (const thread of threads.keys()) void thread.removeAllListeners('exit').terminate();
  };
  return { examiner, close };
}

/** `exit` follows and is what counts. */
const ignore = (): void => {};

const crashed = {
  zh: '检查这个文件时程序出错',
  en: 'the program failed on this file',
};

/** Values of `items` worked on `width` at a time, in their order. `work` must not reject. */
export async function* mapInOrder<T, R>(
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
