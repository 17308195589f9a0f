// Requests at the server's own pace, without timers.

/**
 * Runs `work` for the newest argument only: while it runs, later calls replace one another, and the last of
 * them runs when it is done. A burst of keystrokes then costs two requests, not one each.
 */
export function latest<T>(work: (argument: T) => Promise<unknown>): (argument: T) => void {
  let running = false;
  let waiting: { readonly argument: T } | null = null;
  return async function run(argument: T): Promise<void> {
    waiting = { argument };
    if (running) return;
    running = true;
    try {
      while (waiting) {
        const next: { readonly argument: T } = waiting;
        waiting = null;
        await work(next.argument);
      }
    } finally {
      running = false;
    }
  };
}
