import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, ogi } from '../support/cli.ts';
import { clean, noReport } from '../support/faulty.ts';

const raws = (cwd: string, path: string): Record<string, string> => {
  const [file] = JSON.parse(ogi(['data', path], { cwd }).out).files as {
    fields: Record<string, { raw: string }>;
  }[];
  return Object.fromEntries(Object.entries(file?.fields ?? {}).map(([id, { raw }]) => [id, raw]));
};

describe('ogi-report export', () => {
  for (const format of ['docx', 'xlsx', 'html'])
    it(`${format}: written beside the report, the same figures`, () =>
      inFolder({ 'a.txt': clean }, (cwd) => {
        const { code, out, err } = ogi(['export', 'a.txt', '--to', format], { cwd });
        deepStrictEqual([code, out, err], [0, `a.${format}\n`, '']);
        deepStrictEqual(raws(cwd, `a.${format}`), raws(cwd, 'a.txt'));
        deepStrictEqual(readdirSync(cwd).sort(), [`a.${format}`, 'a.txt'].sort());
      }));

  it('from one kind to another, the kind told by the name', () =>
    inFolder({ 'a.txt': clean }, (cwd) => {
      strictEqual(ogi(['export', 'a.txt', '-o', 'b.xlsx'], { cwd }).code, 0);
      strictEqual(ogi(['export', 'b.xlsx', '-o', 'c.docx'], { cwd }).code, 0);
      deepStrictEqual(raws(cwd, 'c.docx'), raws(cwd, 'a.txt'));
    }));

  it('a file that is there is written over when that is asked for, the report itself never', () =>
    inFolder({ 'a.html': clean, 'a.docx': 'mine' }, (cwd) => {
      const { code, err } = ogi(['export', 'a.html', '-t', 'docx'], { cwd });
      strictEqual(code, 2);
      match(err, /a\.docx：文件已经存在/);
      strictEqual(readFileSync(join(cwd, 'a.docx'), 'utf8'), 'mine');
      strictEqual(ogi(['export', 'a.html', '-t', 'docx', '--force'], { cwd }).code, 0);
      strictEqual(readFileSync(join(cwd, 'a.docx')).subarray(0, 2).toString(), 'PK');
      match(ogi(['export', 'a.html', '-t', 'html', '--force'], { cwd }).err, /是要导出的报告本身/);
      strictEqual(readFileSync(join(cwd, 'a.html'), 'utf8'), clean);
    }));

  it('standard input and output', () => {
    const { code, out } = ogi(['export', '-', '--to', 'html'], { input: clean });
    strictEqual(code, 0);
    match(out, /^<!DOCTYPE html>/);
  });

  it('no report, no kind, no folder: exit 2, and nothing written', () =>
    inFolder({ 'a.txt': noReport, 'b.txt': clean }, (cwd) => {
      for (const args of [
        ['a.txt', '-t', 'docx'],
        ['b.txt'],
        ['b.txt', '-t', 'pdf'],
        ['b.txt', '-o', 'x/b.docx'],
      ]) {
        const { code, err } = ogi(['export', ...args], { cwd });
        strictEqual(code, 2, args.join(' '));
        ok(err.startsWith('ogi-report: '), err);
      }
      ok(!existsSync(join(cwd, 'a.docx')));
    }));
});
