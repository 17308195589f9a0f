import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { embed } from '../support/base.ts';
import { inFolder, ogi, onPosix } from '../support/cli.ts';
import { clean, noReport } from '../support/faulty.ts';

const data = (cwd: string, ...paths: string[]) => JSON.parse(ogi(['data', ...paths], { cwd }).out).files;

describe('ogi-report data', () => {
  it('every cell of a full report: value, raw text, range', () =>
    inFolder({ 'a.txt': clean }, (cwd) => {
      const [file, ...more] = data(cwd, 'a.txt');
      strictEqual(more.length, 0);
      const { fields, ...about } = file;
      deepStrictEqual(about, {
        path: 'a.txt',
        index: 0,
        year: 2024,
        organ: '清溪县教育局',
        edition: '2021',
        missing: [],
        unreadable: [],
      });
      strictEqual(Object.keys(fields).length, 200);
      strictEqual(fields['applications.1.natural-person'].value, 8);
      strictEqual(fields['disclosure.fee.amount'].value, '12.5');
      const lines = clean.split('\n');
      for (const [id, { raw, range }] of Object.entries<Cell>(fields)) {
        strictEqual(lines[range.start.line]?.slice(range.start.character, range.end.character), raw, id);
      }
    }));

  it('none and blank have no value but their raw text', () =>
    inFolder(
      {
        'a.txt': embed(
          '行政事业性收费 | —— | ||\n一、本年新收政府信息公开申请数量 | 8 | 1 |  | 0 | 0 | 0 | 9 | ||',
        ),
      },
      (cwd) => {
        const [{ fields }] = data(cwd, 'a.txt');
        const { value, raw } = fields['disclosure.fee.amount'];
        deepStrictEqual([value, raw], [null, '——']);
        const blank = fields['applications.1.research'];
        deepStrictEqual([blank.value, blank.raw], [null, '']);
      },
    ));

  it('cells of a missing row are missing, one that is no number is unreadable', () =>
    inFolder(
      {
        'a.txt': clean
          .split('\n')
          .filter((line) => !line.includes('重复申请'))
          .join('\n')
          .replace('| 57 |', '| 5O7x |'),
      },
      (cwd) => {
        const [{ fields, missing, unreadable }] = data(cwd, 'a.txt');
        strictEqual(missing.length, 7);
        ok(missing.every((id: string) => id.startsWith('applications.3-5-2.')));
        deepStrictEqual(unreadable, ['disclosure.licence.decisions']);
        strictEqual(Object.keys(fields).length, 200 - 8);
      },
    ));

  it('one entry a report, none for other texts; reports of one file are counted', () =>
    inFolder(
      { 'a.txt': `${clean}\n${clean.replaceAll('2024', '2023')}`, 'b.txt': noReport, 'c.txt': clean },
      (cwd) => {
        const files: { path: string; index: number; year: number }[] = data(cwd, '.');
        deepStrictEqual(
          files.map(({ path, index, year }) => [path, index, year]),
          [
            ['a.txt', 0, 2024],
            ['a.txt', 1, 2023],
            ['c.txt', 0, 2024],
          ],
        );
        deepStrictEqual(data(cwd, 'b.txt'), []);
      },
    ));

  onPosix('csv: a line a cell, quoted as in RFC 4180, with a byte order mark', () =>
    inFolder({ 'a "x",1.txt': clean.replaceAll('清溪县教育局', '=清溪县') }, (cwd) => {
      const { code, out } = ogi(['data', '-f', 'csv', '.'], { cwd });
      strictEqual(code, 0);
      const lines = out.split('\r\n');
      strictEqual(lines[0], '\ufeffpath,index,year,organ,edition,field,row,column,state,value,raw');
      strictEqual(lines.length, 1 + 200 + 1);
      match(lines[1] ?? '', /^"a ""x"",1\.txt",0,2024,'=清溪县,2021,/);
      ok(
        lines.some((line) =>
          line.endsWith(',disclosure.fee.amount,行政事业性收费,本年收费金额（万元）,number,12.5,12.5'),
        ),
        lines[10],
      );
    }),
  );

  it('csv --wide: a line a report under Chinese heads, values as read', () =>
    inFolder({ 'a.txt': clean, 'b.txt': clean.replace('| 57 |', '| —— |') }, (cwd) => {
      const { code, out, err } = ogi(['data', '-f', 'csv', '--wide', '.'], { cwd });
      strictEqual(code, 0, err);
      const [head = [], a = [], b = [], ...rest] = out.split('\r\n').map((line) => line.split(','));
      deepStrictEqual(rest, [['']]);
      deepStrictEqual(head.slice(0, 7), [
        '\ufeff文件',
        '序号',
        '年度',
        '机关',
        '格式版本',
        '规章·本年制发件数',
        '规章·本年废止件数',
      ]);
      deepStrictEqual(a.slice(0, 5), ['a.txt', '0', '2024', '清溪县教育局', '2021']);
      strictEqual(new Set(head).size, 5 + 200 + 24);
      const at = (name: string) => head.indexOf(name);
      strictEqual(a[at('本年新收·自然人')], '8');
      strictEqual(a[at('行政事业性收费·本年收费金额（万元）')], '12.5');
      deepStrictEqual(
        [a, b].map((line) => line[at('行政许可·本年处理决定数量')]),
        ['57', '——'],
      );
      strictEqual(ogi(['data', '--format', 'json', '--wide', '.'], { cwd }).code, 2);
    }));

  it('exit 2 when a file cannot be read', () =>
    inFolder({ 'a.txt': clean }, (cwd) => {
      const { code, out } = ogi(['data', 'none.txt', 'a.txt'], { cwd });
      strictEqual(code, 2);
      strictEqual(JSON.parse(out).files.length, 1);
    }));
});

interface Cell {
  readonly raw: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly character: number };
  };
}
