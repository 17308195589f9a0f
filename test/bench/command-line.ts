import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { report as textOf } from './documents.ts';
import { type Measure, OURS, time } from './measure.ts';

const REPORTS = 10_000;

/**
 * `ogi-report check` on 10,000 reports in folders of 100, one in ten with a wrong figure; beside
 * markdownlint-cli2 on the same files.
 */
export async function commandLine(
  root: string,
  scratch: string,
  report: (measure: Measure) => void,
): Promise<void> {
  const folder = join(scratch, 'reports');
  for (let i = 0; i < REPORTS; i++) {
    const town = join(folder, String(Math.floor(i / 100)));
    if (i % 100 === 0) mkdirSync(town, { recursive: true });
    writeFileSync(join(town, `${i}.txt`), textOf(i, i % 10 === 0));
  }
  const ours = join(root, 'dist/cli.js');
  const rival = join(root, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');
  const runs: readonly (readonly [string, string, readonly string[]])[] = [
    ['command line, 1 job', OURS, [ours, 'check', '--jobs', '1', folder]],
    ['command line, 2 jobs', OURS, [ours, 'check', '--jobs', '2', folder]],
    ['command line, 1 job', 'markdownlint-cli2', [rival, `${folder}/**/*.txt`]],
  ];
  for (const [what, by, command] of runs) {
    const measure = { what, sample: `${REPORTS} reports`, by, unit: 'per s' } as const;
    if (!existsSync(command[0] as string)) {
      report({ ...measure, value: null, note: 'not there' });
      continue;
    }
    let code: number | null = null;
    const ms = await time(async () => {
      code = await ended(command);
    });
    // 1: findings, as there should be.
    if (code === 1) report({ ...measure, value: REPORTS / (ms / 1000), runs: 1 });
    else report({ ...measure, value: null, note: `exit code ${code}` });
  }
}

const ended = (command: readonly string[]): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'ignore'] });
    child.on('error', reject);
    child.on('exit', resolve);
  });
