import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

interface Answer {
  readonly error?: string;
  readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
  readonly hover: { readonly contents: unknown } | null;
  readonly symbols: unknown;
  readonly actions: readonly string[];
}

describe('Neovim', () => {
  let answer: Answer;
  const folder = mkdtempSync(join(tmpdir(), 'ogi-report-neovim-'));

  before(() => {
    const version = spawnSync('nvim', ['--version'], { encoding: 'utf8' });
    assert.equal(version.status, 0, 'Neovim is not installed: apt-get install neovim');
    const sample = readdirSync(join(root, 'samples')).find((it) => it.includes('2025'));
    assert.ok(sample);
    const report = join(folder, 'report.txt');
    copyFileSync(join(root, 'samples', sample), report);
    const env = {
      ...process.env,
      OGI_REPORT: report,
      OGI_NODE: process.execPath,
      OGI_SERVER: join(root, 'dist/server.js'),
      OGI_ANSWER: join(folder, 'answer.json'),
      XDG_STATE_HOME: folder,
      LC_ALL: 'C.UTF-8',
    };
    const args = ['--headless', '--clean', '-c', `luafile ${join(import.meta.dirname, 'drive.lua')}`];
    const { stderr } = spawnSync('nvim', args, { cwd: folder, env, encoding: 'utf8', timeout: 60_000 });
    answer = JSON.parse(readFileSync(join(folder, 'answer.json'), 'utf8'));
    assert.equal(answer.error, undefined, stderr);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('gets the diagnostics, pushed', () => {
    assert.ok(answer.diagnostics.some((it) => it.code === 'sum-mismatch'));
  });

  it('gets a hover on the figure', () => {
    assert.match(JSON.stringify(answer.hover), /总计/);
  });

  it('gets the symbols of sections and tables', () => {
    const symbols = JSON.stringify(answer.symbols);
    for (const name of ['总体情况', '其他需要报告的事项']) assert.ok(symbols.includes(name), name);
  });

  it('gets code actions', () => {
    assert.ok(answer.actions.length > 0);
  });
});
