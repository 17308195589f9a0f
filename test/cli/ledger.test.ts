import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import iconv from 'iconv-lite';
import { fieldFigures } from '../../server/src/cli/figures.ts';
import { workbook } from '../../server/src/export/excel-file.ts';
import { form } from '../../server/src/form/form.ts';
import { reportsIn } from '../../server/src/report/index.ts';
import { inFolder, ogi } from '../support/cli.ts';
import { figures as figuresFrom } from '../support/figures.ts';
import { print } from '../support/printer.ts';

const given = figuresFrom('2021', {
  'applications.1.natural-person': 9,
  'applications.1.business': 3,
  'applications.2.natural-person': 1,
  'applications.3-1.natural-person': 4,
  'applications.3-2.business': 2,
  'applications.3-3-1.natural-person': 1,
  'applications.3-4-1.natural-person': 3,
  'applications.3-6-3.business': 1,
  'applications.4.natural-person': 2,
});
const report = print(given).text;
const table = form('applications', '2021');

/** A request for each that the table counts. */
function requests(): string[][] {
  const rows = table.table.blocks[0]?.rows ?? [];
  const columns = table.table.blocks[0]?.columns.filter(({ sumOf }) => !sumOf) ?? [];
  return columns.flatMap((column) => {
    const count = (row: string) => Number(given.get(`applications.${row}.${column.id}`) ?? 0);
    const ends = rows
      .filter(({ id, sumOf }) => (id.startsWith('3-') && !sumOf) || id === '4')
      .flatMap((row) => Array<(typeof rows)[number]>(count(row.id)).fill(row));
    return ends.map(({ id, name, groups }, i) => [
      column.label,
      i < count('2') ? '是' : '否',
      id === '4' ? '' : `${groups[1]?.replace(/^（.）/, '') ?? ''}${groups.length > 1 ? '—' : ''}${name.zh}`,
      id === '4' ? '' : '2024-05-06',
    ]);
  });
}
const heads = ['申请人类型', '是否上年结转', '办理结果', '办结日期'];
const csv = (rows: readonly (readonly string[])[]): string =>
  [['依申请公开台账'], heads, ...rows].map((row) => row.join(',')).join('\r\n');
const ledger = (cwd: string, file: string, ...more: string[]) =>
  ogi(['ledger', file, '--report', 'a.txt', ...more], { cwd });

describe('ogi-report ledger', () => {
  it('the sample is a full one', () => {
    const [placed] = reportsIn(report);
    ok(placed && fieldFigures(placed.report).length === 200);
    strictEqual(requests().length, 13);
  });

  it('a ledger that agrees: csv in UTF-8 and GB18030, xlsx of several sheets', async () => {
    const rows = requests();
    const sheet = (name: string, part: string[][]) => ({
      name,
      widths: [12, 12, 30, 12],
      rows: [heads, ...part].map((row) => row.map((text) => ({ text }))),
    });
    const book = await workbook([sheet('一月', rows.slice(0, 5)), sheet('二月', rows.slice(5))]);
    const files = {
      'a.txt': report,
      'u.csv': csv(rows),
      'g.csv': iconv.encode(csv(rows), 'gb18030'),
      'b.xlsx': book,
    };
    inFolder(files, (cwd) => {
      for (const name of ['u.csv', 'g.csv', 'b.xlsx']) {
        const { code, out, err } = ledger(cwd, name);
        deepStrictEqual([name, code, out, err], [name, 0, '台账计入 13 件，与表三一致\n', '']);
      }
    });
  });

  it('cells that differ, with the rows behind each; json has the same', () => {
    const rows = requests();
    const first = rows.findIndex(([, , outcome]) => outcome === '予以公开');
    rows[first] = ['公民', '否', '不予公开-属于行政执法案卷', '2024/5/6'];
    inFolder({ 'a.txt': report, 'l.csv': csv(rows) }, (cwd) => {
      const { code, out } = ledger(cwd, 'l.csv');
      strictEqual(code, 1);
      match(out, /^予以公开 · 自然人：报告 4，台账 3\n {2}台账行：第[\d、]+行\n/);
      match(out, /属于行政执法案卷 · 自然人：报告 0，台账 1\n {2}台账行：第\d+行\n/);
      match(out, /表三有 \d+ 格不同\n$/);
      const json = JSON.parse(ledger(cwd, 'l.csv', '-f', 'json').out);
      strictEqual(json.requests, 13);
      strictEqual(json.table['applications.3-7.total'], 11);
      const { rows: behind, ...cell } = json.differences.find(
        ({ field }: { field: string }) => field === 'applications.3-3-7.natural-person',
      );
      deepStrictEqual(cell, { field: 'applications.3-3-7.natural-person', report: 0, ledger: 1 });
      deepStrictEqual(behind, [{ sheet: '', row: first + 3 }]);
    });
  });

  it('other heads and words by the configuration; what is not understood is told', () => {
    const rows = requests().map((row) => row.map((word) => (word === '予以公开' ? '同意' : word)));
    const text = csv(rows).replace('申请人类型', '谁');
    const config = { ledger: { columns: { 申请人类型: '谁' }, values: { 同意: '予以公开' } } };
    const only = { ledger: { columns: { 申请人类型: '谁' } } };
    inFolder({ 'a.txt': report, 'l.csv': text, '.ogi-report.json': JSON.stringify(config) }, (cwd) => {
      strictEqual(ledger(cwd, 'l.csv').code, 0);
      const { code, err } = ledger(cwd, 'l.csv', '--no-config');
      strictEqual(code, 2);
      match(err, /l\.csv：没有找到台账的表头/);
    });
    inFolder({ 'a.txt': report, 'l.csv': text, '.ogi-report.json': JSON.stringify(only) }, (cwd) => {
      const { code, out } = ledger(cwd, 'l.csv');
      strictEqual(code, 1);
      match(out, /台账第\d+行没有计入：看不懂“办理结果”列的“同意”/);
    });
  });

  it('requests finished after the year go on, those of other years do not count', () => {
    const rows = requests();
    const pending = rows.findIndex(([, , outcome]) => outcome === '');
    rows[pending] = ['自然人', '否', '予以公开', '2025年1月8日'];
    rows.push(['自然人', '否', '予以公开', '2023-12-30'], ['', '', '', '']);
    inFolder({ 'a.txt': report, 'l.csv': csv(rows) }, (cwd) => {
      const { code, out } = ledger(cwd, 'l.csv');
      strictEqual(code, 0, out);
      match(out, /^不属于本年、没有计入：第16行\n/);
    });
  });

  it('arguments that are missing: exit 2', () => {
    for (const args of [['ledger'], ['ledger', 'a.csv'], ['ledger', 'a.csv', '-r', 'no.txt']])
      strictEqual(ogi(args).code, 2);
  });
});
