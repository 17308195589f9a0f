interface Case {
  readonly title: string;
  readonly duration?: number;
  readonly parent?: { readonly title: string };
}

interface Runner {
  readonly stats?: { readonly passes: number } | undefined;
  on(event: string, listener: (it: Case, error: Error) => void): void;
}

/**
 * A mocha reporter whose lines begin with `@@`, so that they can be told from what the editor itself logs.
 */
export function Reporter(runner: Runner): void {
  const name = (it: Case) => `${it.parent?.title ?? ''}: ${it.title}`;
  runner.on('pass', (it) => console.log(`@@  ok   ${name(it)} (${it.duration} ms)`));
  runner.on('fail', (it, error) => console.log(`@@  FAIL ${name(it)}\n${error.stack ?? error}`));
}

/** Tells the runner's counts and settles the promise of the `run()` contract. */
export function settle(
  runner: Runner | undefined,
  failures: number,
  done: () => void,
  failed: (error: Error) => void,
): void {
  console.log(`@@counts ${JSON.stringify({ passed: runner?.stats?.passes ?? 0, failed: failures })}`);
  if (failures > 0) failed(new Error(`${failures} failed`));
  else done();
}
