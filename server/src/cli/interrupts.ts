// Ctrl-C and SIGTERM.

/** The exit code of an interrupted run. */
export const INTERRUPTED = 130;

/** How long files under way may take to be finished, in milliseconds. */
const PATIENCE = 5000;
/** How long the end may take once all is said, in milliseconds. */
const LEAVING = 200;

/**
 * Signalled when someone interrupts the program: files under way are finished, no new ones begun. Pressed
 * again, or when that takes too long: the end at once.
 */
export function onInterrupt(): AbortSignal {
  const interrupt = new AbortController();
  const press = (signal: NodeJS.Signals): void => {
    if (interrupt.signal.aborted) die(signal);
    interrupt.abort();
    process.stdin.destroy();
    setTimeout(() => die(signal), PATIENCE).unref();
  };
  process.on('SIGINT', press);
  process.on('SIGTERM', press);
  return interrupt.signal;
}

/** Ends an interrupted program that still holds something, such as a pipe that nobody writes to. */
export function leave(): void {
  setTimeout(() => die('SIGINT'), LEAVING).unref();
}

/**
 * By the signal itself, as if nobody had caught it; a shell says 130. `process.exit` waits for reads that are
 * under way, and one of a pipe never ends. Windows has no such signal, and no such pipe.
 */
function die(signal: NodeJS.Signals): void {
  if (process.platform === 'win32') process.exit(INTERRUPTED);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
