import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const snap = require.resolve('vscode-tmgrammar-test/dist/snapshot.js');

describe('grammar', () => {
  // To accept a change: npx vscode-tmgrammar-snap -s text.ogi-report -u 'test/grammar/*.ogi.txt'
  for (const file of readdirSync(import.meta.dirname).filter((it) => it.endsWith('.ogi.txt')))
    it(`colours ${file} as its snapshot says`, () => {
      const args = [snap, '-s', 'text.ogi-report', `test/grammar/${file}`];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
      assert.equal(status, 0, stdout + stderr);
    });

  it('takes linear time on lines that almost match', () => {
    const grammar: unknown = JSON.parse(readGrammar());
    for (const pattern of patternsOf(grammar)) {
      const expression = new RegExp(pattern, 'gm');
      for (const piece of ['政府信息公开', '（一', '1.属于', '《', '无 ', '总计 ', '一、', '{{', '0,'])
        assert.ok(timeOf(expression, piece.repeat(20_000)) < 1000, `${pattern} on ${piece}`);
    }
  });
});

function readGrammar(): string {
  return readFileSync(resolve(root, 'syntaxes/ogi-report.tmLanguage.json'), 'utf8');
}

function patternsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, it]) => (key === 'match' ? [String(it)] : patternsOf(it)));
}

function timeOf(expression: RegExp, text: string): number {
  const start = performance.now();
  text.match(expression);
  return performance.now() - start;
}
