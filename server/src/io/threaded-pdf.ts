// PDFs are read in a thread of their own with a clock and a limit of memory: pdf.js inflates whatever a file says, without a limit. What
// takes too long or too much is stopped with its thread, and said.
import type { Worker } from 'node:worker_threads';
import { type OfficeRefusal, type OfficeText, UnreadableOffice } from '../office/office-text.ts';
import { refusals } from '../office/refusals.ts';

export interface ThreadLimits {
  /** For a file, in milliseconds. */
  readonly clock: number;
  /** What the program may grow by while a file is read, in bytes. */
  readonly memory: number;
}

const usual: ThreadLimits = { clock: 20_000, memory: 800 << 20 };
/** How often memory is looked at, in milliseconds. */
const LOOK = 50;

export interface ThreadedPdf {
  /** Reads one file after the other. Throws `UnreadableOffice`. */
  readonly read: (bytes: Uint8Array) => Promise<OfficeText>;
  readonly close: () => void;
}

/** `start` starts a thread that answers each message, the bytes of a file, with what was read. */
export function threadedPdf(start: () => Worker, limits: ThreadLimits = usual): ThreadedPdf {
  let thread: Worker | null = null;
  let latest: Promise<unknown> = Promise.resolve();
  const stop = () => {
    void thread?.terminate();
    thread = null;
  };
  const run = (bytes: Uint8Array): Promise<OfficeText | OfficeRefusal> =>
    new Promise((done) => {
      const worker = thread ?? start();
      thread = worker;
      worker.ref();
      const before = process.memoryUsage.rss();
      const answer = (result: OfficeText | OfficeRefusal, alive: boolean) => {
        clearTimeout(clock);
        clearInterval(watch);
        worker.removeAllListeners();
        // A thread that is stopped may still fail.
        worker.on('error', ignore);
        if (alive) worker.unref();
        else stop();
        done(result);
      };
      const tooSlow = () => answer({ refused: refusals.tooSlow }, false);
      const clock = setTimeout(tooSlow, limits.clock);
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > limits.memory) tooSlow();
      }, LOOK);
      worker.on('message', (result: OfficeText | OfficeRefusal) => answer(result, true));
      worker.on('error', tooSlow);
      worker.on('exit', tooSlow);
      worker.postMessage(bytes);
    });
  return {
    read: async (bytes) => {
      const reading = latest.then(() => run(bytes));
      latest = reading;
      const result = await reading;
      if ('refused' in result) throw new UnreadableOffice(result.refused);
      return result;
    },
    close: stop,
  };
}

const ignore = (): void => {};

/** What a thread is started with; its heap is limited too, and what pdf.js would print is kept. */
export const threadOptions = {
  resourceLimits: { maxOldGenerationSizeMb: 512 },
  stdout: true,
  stderr: true,
} as const;
