// The built command line as a process, in folders that are removed afterwards.

import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The command line as it is shipped. */
export const script = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Nothing of the caller's environment but what a process needs to start; Windows needs more than a path. */
const environment = {
  PATH: process.env.PATH ?? '',
  LANG: 'zh_CN.UTF-8',
  ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
};

/** A test in need of links, modes, signals, a shell or file names that Windows does not have. */
export const onPosix = process.platform === 'win32' ? it.skip : it;

/** A path as the command line shows it: with `/` on every system. */
export const shown = (path: string): string => path.replaceAll(sep, '/');

/** Run `ogi-report` as a process of its own, in Chinese where nothing else is said. */
export function ogi(args: readonly string[], { cwd, input, env }: RunOptions = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd,
    input: input ?? '',
    env: { ...environment, ...env },
    maxBuffer: 1 << 28,
  });
  return { code: status, out: stdout.toString(), err: stderr.toString() };
}

/** Start it and let the caller do what happens meanwhile. */
export function start(args: readonly string[], options: SpawnOptions = {}) {
  const child = spawn(process.execPath, [script, ...args], { ...options, env: environment });
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<Ran>((done) => child.on('close', (code) => done({ code, out, err })));
  return { child, ended, out: () => out };
}

/** A folder of its own with these files in it, for as long as `use` runs. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => T | Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ogi-report-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return await use(folder);
  } finally {
    // Windows keeps the folder of a process for a moment after its end.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
