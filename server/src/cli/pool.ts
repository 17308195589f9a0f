// Examines files in this thread, or in a pool of threads.

import { Worker } from 'node:worker_threads';
import { examinerFor } from './examine.ts';
import { failure } from './outcome.ts';
import type { FileOutcome, Request, Task } from './task.ts';

/** Examines some files and gives their outcomes in the same order; never rejects. */
export type Examiner = (requests: readonly Request[]) => Promise<readonly FileOutcome[]>;

export function inThisThread(task: Task): Examiner {
  const examine = examinerFor(task);
  return async (requests) => {
    const outcomes: FileOutcome[] = [];
    for (const request of requests) outcomes.push(await examine(request));
    return outcomes;
  };
}

interface Waiting {
  readonly requests: readonly Request[];
  readonly done: (outcomes: readonly FileOutcome[]) => void;
}

/** Batches a thread holds at a time: with the next one at hand it does not wait for this thread. */
const AHEAD = 2;

/** In up to `size` threads that run `script`. `close` ends them. */
export function pool(
  script: string | URL,
  size: number,
  task: Task,
): { readonly examiner: Examiner; readonly close: () => void } {
  const threads = new ThreadPool(script, size, task);
  return { examiner: (requests) => threads.examine(requests), close: () => threads.close() };
}

/**
 * Starts threads as they are needed. When a thread dies, the files of its batch are tried again one by one; a
 * file that kills a thread for itself is a failure.
 */
class ThreadPool {
  readonly #script: string | URL;
  readonly #size: number;
  readonly #task: Task;
  /** The batches that each thread holds, in order: it works on the first. */
  readonly #threads = new Map<Worker, Waiting[]>();
  readonly #queue: Waiting[] = [];

  constructor(script: string | URL, size: number, task: Task) {
    this.#script = script;
    this.#size = size;
    this.#task = task;
  }

  examine(requests: readonly Request[]): Promise<readonly FileOutcome[]> {
    return new Promise((done) => {
      this.#queue.push({ requests, done });
      this.#run();
    });
  }

  close(): void {
    for (const thread of this.#threads.keys()) void thread.removeAllListeners('exit').terminate();
  }

  #run(): void {
    while (this.#queue.length > 0) {
      const thread = this.#free();
      if (thread === null) return;
      const next = this.#queue.shift() as Waiting;
      this.#threads.get(thread)?.push(next);
      thread.postMessage(next.requests);
    }
  }

  /** The thread with the fewest batches, a new one rather than a busy one; null when all hold enough. */
  #free(): Worker | null {
    let least: Worker | null = null;
    let most = AHEAD;
    for (const [thread, given] of this.#threads)
      if (given.length < most) {
        least = thread;
        most = given.length;
      }
    return most > 0 && this.#threads.size < this.#size ? this.#start() : least;
  }

  #start(): Worker {
    const thread = new Worker(this.#script, { workerData: this.#task });
    const given: Waiting[] = [];
    this.#threads.set(thread, given);
    thread.on('message', (outcomes: readonly FileOutcome[]) => {
      given.shift()?.done(outcomes);
      this.#run();
    });
    thread.on('error', ignore);
    thread.once('exit', () => {
      this.#threads.delete(thread);
      const [at, ...others] = given;
      this.#queue.unshift(...others);
      if (at !== undefined) this.#retry(at);
      this.#run();
    });
    return thread;
  }

  #retry({ requests, done }: Waiting): void {
    const [only, ...more] = requests;
    if (only !== undefined && more.length === 0) done([failure(only.path, crashed, this.#task)]);
    else void Promise.all(requests.map((each) => this.examine([each]))).then((each) => done(each.flat()));
  }
}

/** `exit` follows, and is handled. */
const ignore = (): void => {};

const crashed = {
  zh: '检查这个文件时程序出错',
  en: 'the program failed on this file',
};

/** Results of `work`, `width` at a time, in the order of `items`. `work` must not reject. */
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
