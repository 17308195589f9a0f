import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { inFolder, ogi } from '../support/cli.ts';
import { clean, noReport } from '../support/faulty.ts';

const wrong = clean.replace('| 57 |', '| 5x7 |').replaceAll('清溪县教育局', '清溪县民政局');
const files = {
  'a.txt': clean,
  'b.txt': wrong,
  'c.txt': noReport,
  'd.txt': clean.replaceAll('清溪县教育局', '清溪县水利局').replaceAll('2024', '2023'),
  '.ogi-report.json': JSON.stringify({
    units: ['清溪县教育局', '清溪县民政局', '清溪县水利局', '清溪县财政局'],
  }),
};
const sheet = async (cwd: string, name: string): Promise<string[][]> =>
  (await readSheet(join(cwd, 'out.xlsx'), name)).map((row) => row.map((cell) => String(cell ?? '')));

describe('ogi-report summary', () => {
  it('xlsx: a row a report with the worst first, the findings, what is missing from the roster', () =>
    inFolder(files, async (cwd) => {
      const { code, out, err } = ogi(['summary', '.', '-o', 'out.xlsx'], { cwd });
      strictEqual(code, 0, err);
      match(out, /^out\.xlsx：3 份报告，\d+ 处错误，缺 1 个单位：清溪县财政局\n$/);
      const [groups = [], heads = [], ...rows] = await sheet(cwd, '汇总');
      deepStrictEqual(groups.slice(0, 5), ['文件', '机关', '年度', '格式版本', '主动公开政府信息情况']);
      deepStrictEqual(groups.slice(-2), ['错误', '警告']);
      strictEqual(heads.filter((head) => head !== '').length, 200);
      deepStrictEqual(
        rows.map(([file]) => file),
        ['b.txt', 'a.txt', 'd.txt'],
      );
      const column = heads.indexOf('本年新收·自然人');
      deepStrictEqual(
        rows.map((row) => row[column]),
        ['8', '8', '8'],
      );
      strictEqual(rows[0]?.[heads.indexOf('行政许可·本年处理决定数量')], '5x7');
      const found = await sheet(cwd, '问题');
      ok(found.some((row) => row[0] === 'b.txt' && row.at(-1) === 'invalid-number'));
      deepStrictEqual(await sheet(cwd, '名单核对'), [
        ['单位', '情况'],
        ['清溪县水利局', '只有其他年度的报告：d.txt（2023年）'],
        ['清溪县财政局', '没有报告'],
      ]);
    }));

  it('--returns: an overview that leads to a sheet to send back for each report with errors', () =>
    inFolder(files, async (cwd) => {
      strictEqual(ogi(['summary', '.', '--returns', '-o', 'out.xlsx'], { cwd }).code, 0);
      const [heads, worst] = await sheet(cwd, '核对表');
      deepStrictEqual(heads, ['机关', '年度', '文件', '状态', '错误', '警告', '退回理由']);
      deepStrictEqual(worst?.slice(0, 4), ['清溪县民政局', '2024', 'b.txt', '未核']);
      const back = await sheet(cwd, '1 清溪县民政局');
      strictEqual(back[0]?.[0], '退回单：清溪县民政局（2024年度）');
      ok(back.some((row) => row[0] === '1' && /^第\d+行$/.test(row[1] ?? '')));
      // Chinese in any case.
      strictEqual(ogi(['summary', '.', '--returns', '--lang', 'en', '-o', 'en.html'], { cwd }).code, 0);
      match(readFileSync(join(cwd, 'en.html'), 'utf8'), /退回单：[\s\S]*“行政许可/);
      const book = unzipSync(readFileSync(join(cwd, 'out.xlsx')));
      const overview = strFromU8(book['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
      match(overview, /<hyperlink ref="A2" location="'1 清溪县民政局'!A1"\/>/);
      strictEqual(ogi(['summary', '.', '--returns', '-o', 'out.html'], { cwd }).code, 0);
      // What was written is no report.
      match(
        ogi(['summary', '.', '-o', 'again.csv'], { cwd }).out,
        /^again\.csv：3 份报告，\d+ 处错误，3 个文件没有读/,
      );
      const page = readFileSync(join(cwd, 'out.html'), 'utf8');
      const [, anchor] = /<a href="#(sheet-\d+)">清溪县民政局<\/a>/.exec(page) ?? [];
      ok(page.includes(`<h2 id="${anchor}">1 清溪县民政局</h2>`));
      strictEqual(ogi(['summary', '.', '--returns', '-o', 'out.csv'], { cwd }).code, 2);
    }));

  it('html and csv, and in threads the same', () =>
    inFolder(files, (cwd) => {
      for (const jobs of ['1', '2'])
        for (const ending of ['html', 'csv'])
          strictEqual(
            ogi(['summary', 'a.txt', 'b.txt', 'c.txt', 'd.txt', '-j', jobs, '-o', `${jobs}.${ending}`], {
              cwd,
            }).code,
            0,
          );
      const read = (name: string) => readFileSync(join(cwd, name), 'utf8');
      strictEqual(read('1.html'), read('2.html'));
      strictEqual(read('1.csv'), read('2.csv'));
      const [head = '', first = ''] = read('1.csv').split('\r\n');
      match(head, /^\ufeff文件,机关,年度,格式版本,规章·本年制发件数,.*,错误,警告$/);
      match(first, /^b\.txt,清溪县民政局,2024,2021,.*5x7/);
      match(read('1.html'), /<h2 id="sheet-3">名单核对<\/h2>/);
    }));

  it('both editions: the fields of 2019 stand behind', () =>
    inFolder({ 'a.txt': clean, '2019.txt': readFileSync('test/samples/12-html-2019.txt') }, (cwd) => {
      strictEqual(ogi(['summary', '.', '-o', 'out.csv'], { cwd }).code, 0);
      const [head = ''] = readFileSync(join(cwd, 'out.csv'), 'utf8').split('\r\n');
      strictEqual(head.split(',').length, 4 + 224 + 2);
      match(head, /其他处理·总计（2019年版）,错误,警告$/);
    }));

  it('a file that is there stays, and so does an ending that is not known', () =>
    inFolder({ ...files, 'out.csv': 'mine' }, (cwd) => {
      const { code, err } = ogi(['summary', '.', '-o', 'out.csv'], { cwd });
      strictEqual(code, 2);
      match(err, /文件已经存在/);
      strictEqual(readFileSync(join(cwd, 'out.csv'), 'utf8'), 'mine');
      strictEqual(ogi(['summary', '.', '-o', 'out.csv', '--force'], { cwd }).code, 0);
      strictEqual(ogi(['summary', '.'], { cwd }).code, 2);
      strictEqual(ogi(['summary', '.', '-o', 'out.doc'], { cwd }).code, 2);
    }));
});
