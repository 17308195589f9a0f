import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, ogi } from '../support/cli.ts';
import { clean } from '../support/faulty.ts';
import { bodyXml, docx } from '../support/office-docx.ts';
import { articleHtml, pageHtml } from '../support/office-html.ts';
import { pdf } from '../support/office-pdf.ts';
import { officeFigures, officeReport } from '../support/office-report.ts';
import { sheetOf, xlsx } from '../support/office-xlsx.ts';

const blocks = officeReport(officeFigures);
const wrong = officeReport(
  new Map([
    ...officeFigures,
    ['applications.1.total', String(Number(officeFigures.get('applications.1.total')) + 7)],
  ]),
);
const word = docx(bodyXml(blocks));
const files = {
  'a.docx': word,
  'b.xlsx': xlsx([sheetOf('年报', blocks)]),
  'c.html': pageHtml(articleHtml(blocks)),
  'd.pdf': pdf(blocks),
};

describe('Office files on the command line', () => {
  it('data gives the same figures of every kind, with their places', () =>
    inFolder(files, (cwd) => {
      const { code, out, err } = ogi(['data', '.'], { cwd });
      strictEqual(code, 0, err);
      const read = JSON.parse(out).files as {
        path: string;
        missing: string[];
        fields: Record<string, { raw: string; office: object }>;
      }[];
      deepStrictEqual(
        read.map(({ path }) => path),
        Object.keys(files),
      );
      for (const { path, fields, missing } of read) {
        deepStrictEqual(missing, [], path);
        for (const [id, raw] of officeFigures) strictEqual(fields[id]?.raw, raw, `${path} ${id}`);
      }
      const places = read.map(({ fields }) => Object.keys(fields['applications.1.total']?.office ?? {}));
      deepStrictEqual(places, [
        ['table', 'row', 'column'],
        ['sheet', 'cell'],
        ['table', 'row', 'column'],
        ['page'],
      ]);
    }));

  it('check names the place of a finding in every format', () =>
    inFolder({ 'a.docx': docx(bodyXml(wrong)) }, (cwd) => {
      const text = ogi(['check', 'a.docx'], { cwd });
      strictEqual(text.code, 1);
      match(text.out, /^a\.docx（表2第\d+行第\d+列） 错误 总计与各项之和不符：/m);
      const [file] = JSON.parse(ogi(['check', '--format', 'json', 'a.docx'], { cwd }).out).files;
      const { office } = file.findings.find(({ rule }: { rule: string }) => rule === 'sum-mismatch');
      deepStrictEqual([office.table, typeof office.row, typeof office.column], [2, 'number', 'number']);
      const [result] = JSON.parse(ogi(['check', '--format', 'sarif', 'a.docx'], { cwd }).out).runs[0].results;
      match(result.message.text, /^表\d/);
      strictEqual(result.locations[0].physicalLocation.region, undefined);
      match(
        ogi(['check', '--format', 'github', 'a.docx'], { cwd }).out,
        /file=a\.docx,title=sum-mismatch[^\n]*表2/,
      );
      match(ogi(['check', '--format', 'html', 'a.docx'], { cwd }).out, /<p class="cell">表2第/);
    }));

  it('in threads as in one', () =>
    inFolder(files, (cwd) => {
      const [one, two] = ['1', '2'].map((jobs) =>
        ogi(['check', '--jobs', jobs, '--format', 'json', '.'], { cwd }),
      );
      strictEqual(one?.out, two?.out);
      strictEqual(two?.code, 0, two?.err);
    }));

  it('names what it skips, and says why', () =>
    inFolder(
      {
        'a.docx': word,
        'b.docx': word.slice(0, 900),
        'c.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1]),
        '~$a.docx': 'x',
      },
      (cwd) => {
        const { code, out, err } = ogi(['check', '.'], { cwd });
        strictEqual(code, 0, err);
        match(out, /跳过 2 个文件：b\.docx、c\.png/);
        match(err, /b\.docx: 文件已损坏/);
        match(err, /c\.png: 是图片/);
        const read = JSON.parse(ogi(['check', '--format', 'json', '.'], { cwd }).out).files;
        ok(read.find(({ path }: { path: string }) => path === 'c.png').error);
        const page = ogi(['check', '--format', 'html', '.'], { cwd }).out;
        match(page, /c\.png[\s\S]*是图片/);
        const sarif = JSON.parse(ogi(['check', '--format', 'sarif', '.'], { cwd }).out);
        strictEqual(sarif.runs[0].invocations[0].toolExecutionNotifications.length, 2);
      },
    ));

  it('a named file that cannot be read: exit 2; nothing readable is not “no problems”', () =>
    inFolder({ 'b.docx': word.slice(0, 900) }, (cwd) => {
      strictEqual(ogi(['check', 'b.docx'], { cwd }).code, 2);
      const { code, out } = ogi(['check', '.'], { cwd });
      strictEqual(code, 0);
      match(out, /没有可检查的报告/);
      ok(!out.includes('没有发现问题'));
    }));

  it('--text-only leaves them out', () =>
    inFolder({ ...files, 'e.txt': clean }, (cwd) => {
      const { out } = ogi(['check', '--text-only', '--format', 'json', '.'], { cwd });
      deepStrictEqual(
        JSON.parse(out).files.map(({ path }: { path: string }) => path),
        ['c.html', 'e.txt'],
      );
    }));

  it('--fix writes no figure into an Office file', () =>
    inFolder({ 'a.docx': docx(bodyXml(wrong)) }, (cwd) => {
      const before = readFileSync(join(cwd, 'a.docx'));
      ogi(['check', '--fix', 'a.docx'], { cwd });
      deepStrictEqual(readFileSync(join(cwd, 'a.docx')), before);
    }));

  it('text prints what was read; of one file only', () =>
    inFolder(files, (cwd) => {
      const { code, out } = ogi(['text', 'a.docx'], { cwd });
      strictEqual(code, 0);
      match(out, /清溪县教育局[\s\S]*行政规范性文件 \|/);
      strictEqual(ogi(['text', '.'], { cwd }).code, 2);
      strictEqual(ogi(['text', 'none.docx'], { cwd }).code, 2);
    }));
});
