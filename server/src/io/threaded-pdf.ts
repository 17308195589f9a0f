// PDFs are read in a thread of their own with a clock and a limit of memory: pdf.js inflates whatever a file
// says, without a limit. What takes too long or too much is stopped with its thread, and said.
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
  /** Ends the reading that the thread is at. */
  let end: ((result: OfficeText | OfficeRefusal) => void) | null = null;
  const stop = () => {
    const stopped = thread;
    thread = null;
    void stopped?.terminate();
    end?.({ refused: refusals.tooSlow });
  };
  const open = (): Worker => {
    const opened = start();
    // What pdf.js would print is let go: a stream that holds data keeps the program from ending.
    opened.stdout.destroy();
    opened.stderr.destroy();
    opened.on('message', (result: OfficeText | OfficeRefusal) => end?.(result));
    const ended = () => {
      if (thread === opened) stop();
    };
    return opened.on('error', ended).on('exit', ended);
  };
  const run = (bytes: Uint8Array): Promise<OfficeText | OfficeRefusal> =>
    new Promise((done) => {
      thread ??= open();
      const before = process.memoryUsage.rss();
      const clock = setTimeout(stop, limits.clock);
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > limits.memory) stop();
      }, LOOK);
      end = (result) => {
        end = null;
        clearTimeout(clock);
        clearInterval(watch);
        // A thread that waits keeps no program from ending.
        thread?.unref();
        done(result);
      };
      thread.ref();
      thread.postMessage(bytes);
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

/** What a thread is started with. Its heap is limited; what pdf.js prints is kept from the terminal. */
export const threadOptions = {
  resourceLimits: { maxOldGenerationSizeMb: 512 },
  stdout: true,
  stderr: true,
} as const;
