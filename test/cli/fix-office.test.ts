import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { embed } from '../support/base.ts';
import { inFolder, ogi } from '../support/cli.ts';
import { clean, fullWidth, wrongTotal } from '../support/faulty.ts';
import { bodyXml, docx } from '../support/office-docx.ts';
import { pdf } from '../support/office-pdf.ts';
import { officeFigures, officeReport } from '../support/office-report.ts';
import { sheetOf, xlsx } from '../support/office-xlsx.ts';

const total = String(officeFigures.get('applications.1.total'));
const made = String(officeFigures.get('disclosure.regulations.made'));
const wide = made.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
/** A wrong total, and a figure in full-width digits. */
const wrongFigures = new Map([
  ...officeFigures,
  ['applications.1.total', String(Number(total) + 7)],
  ['disclosure.regulations.made', wide],
]);
/** Its sentences have the right figures, or the wrong ones too. */
const consistent = officeReport(wrongFigures);
const faulty = officeReport(officeFigures).map((block, i) =>
  block.kind === 'table' ? (consistent[i] ?? block) : block,
);
const word = docx(bodyXml(faulty));
const documentIn = (cwd: string, name = 'a.docx'): string =>
  new TextDecoder().decode(unzipSync(readFileSync(join(cwd, name)))['word/document.xml']);
const textOf = (cwd: string): string => ogi(['text', 'a.docx'], { cwd }).out;
const isUntouched = (cwd: string, name: string, bytes: Uint8Array) =>
  deepStrictEqual(readFileSync(join(cwd, name)), Buffer.from(bytes));

describe('fixes of a Word file', () => {
  it('--fix writes notation as it is, and no figure', () =>
    inFolder({ 'a.docx': word }, (cwd) => {
      const { code, out, err } = ogi(['check', '--fix', 'a.docx'], { cwd });
      strictEqual(code, 1, err);
      match(out, /^a\.docx: 改正 1 处$/m);
      const xml = documentIn(cwd);
      ok(!xml.includes(wide) && !/<w:(?:ins|del)\b/.test(xml));
      ok(textOf(cwd).includes(`${Number(total) + 7} |`));
      deepStrictEqual(readdirSync(cwd), ['a.docx']);
    }));

  it('--fix-figures writes figures as tracked changes, and no notation', () =>
    inFolder({ 'a.docx': word }, (cwd) => {
      const { code, out } = ogi(['check', '--fix-figures', 'a.docx'], { cwd });
      strictEqual(code, 0);
      match(out, /^a\.docx: 改正 1 处（其中 1 处为修订，待接受或拒绝）$/m);
      match(out, /文件含有修订：文件含有修订/);
      const xml = documentIn(cwd);
      ok(xml.includes(wide));
      match(xml, new RegExp(`<w:delText xml:space="preserve">${Number(total) + 7}</w:delText>`));
      match(xml, new RegExp(`<w:ins w:id="2" w:author="ogi-report" w:date="[^"]+"><w:r><w:t>${total}</w:t>`));
    }));

  it('--fix-figures leaves to a person what a sentence contradicts', () => {
    const bytes = docx(bodyXml(consistent));
    return inFolder({ 'a.docx': bytes }, (cwd) => {
      const { code, out } = ogi(['check', '--fix-figures', 'a.docx'], { cwd });
      strictEqual(code, 1);
      match(out, /改正 0 处。\n$/);
      isUntouched(cwd, 'a.docx', bytes);
    });
  });

  it('both at once; json says how many; then there is nothing left', () =>
    inFolder({ 'a.docx': word }, (cwd) => {
      const once = ogi(['check', '--fix', '--fix-figures', '-f', 'json', 'a.docx'], { cwd });
      const [file] = JSON.parse(once.out).files;
      deepStrictEqual([file.fixed, file.tracked, file.unwritten], [2, 1, undefined]);
      const bytes = readFileSync(join(cwd, 'a.docx'));
      const [again] = JSON.parse(
        ogi(['check', '--fix', '--fix-figures', '-f', 'json', 'a.docx'], { cwd }).out,
      ).files;
      deepStrictEqual([again.fixed, again.tracked], [0, undefined]);
      isUntouched(cwd, 'a.docx', bytes);
    }));

  it('what a cell does not take is told in every format', async () => {
    const field = bodyXml(faulty).replace(
      new RegExp(`<w:r>(?:(?!</w:r>).)*>${Number(total) + 7}</w:t></w:r>`),
      (run) => `<w:fldSimple w:instr="=SUM(LEFT)">${run}</w:fldSimple>`,
    );
    const bytes = docx(field);
    const said = /表2第\d+行第\d+列：此处是域/;
    for (const format of ['text', 'json', 'sarif', 'github', 'html'])
      await inFolder({ 'a.docx': bytes }, (cwd) => {
        const { code, out, err } = ogi(['check', '--fix-figures', '-f', format, 'a.docx'], { cwd });
        strictEqual(code, 1, err);
        match(err, said);
        if (format === 'text') match(out, /改正 0 处；1 处没有写入。\n$/);
        else if (format === 'json') {
          const [{ unwritten }] = JSON.parse(out).files;
          strictEqual(unwritten.length, 1);
          deepStrictEqual(Object.keys(unwritten[0].office), ['table', 'row', 'column']);
        } else match(out, said);
        isUntouched(cwd, 'a.docx', bytes);
      });
  });

  it('nothing is written into a file that is open, protected or signed: exit 2', async () => {
    const protection = `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>`;
    const body = bodyXml(faulty);
    const files: readonly [Readonly<Record<string, string | Uint8Array>>, RegExp][] = [
      [{ 'a.docx': word, '~$a.docx': 'x' }, /正在 Word 或 WPS 中打开/],
      [{ 'a.docx': docx(body, { 'word/settings.xml': protection }) }, /编辑限制/],
      [{ 'a.docx': docx(body, { '_xmlsignatures/sig1.xml': '<x/>' }) }, /数字签名/],
    ];
    for (const [content, why] of files)
      await inFolder(content, (cwd) => {
        const { code, err } = ogi(['check', '--fix', 'a.docx'], { cwd });
        strictEqual(code, 2);
        match(err, why);
        isUntouched(cwd, 'a.docx', content['a.docx'] as Uint8Array);
        strictEqual(ogi(['check', 'a.docx'], { cwd }).code, 1);
      });
  });

  it('other kinds are never written, which is said where there is something to fix', () =>
    inFolder(
      { 'a.xlsx': xlsx([sheetOf('年报', faulty)]), 'b.pdf': pdf(officeReport(officeFigures)) },
      (cwd) => {
        const before = readFileSync(join(cwd, 'a.xlsx'));
        const { code, err, out } = ogi(['check', '--fix', '--fix-figures', '.'], { cwd });
        strictEqual(code, 1, err);
        match(err, /^ogi-report: a\.xlsx: 这种文件只能检查，不能写入/m);
        ok(!err.includes('b.pdf'));
        match(out, /1 处没有写入/);
        isUntouched(cwd, 'a.xlsx', before);
      },
    ));

  it('in threads as in one', () =>
    inFolder({}, (cwd) => {
      const [one, two] = ['1', '2'].map((jobs) => {
        for (const name of 'abcdefgh') writeFileSync(join(cwd, `${name}.docx`), word);
        const { out } = ogi(['check', '--fix', '-f', 'json', '--jobs', jobs, '.'], { cwd });
        return out;
      });
      strictEqual(one, two);
      strictEqual(JSON.parse(one ?? '').files[7].fixed, 1);
    }));
});

describe('--fix-figures of a text', () => {
  it('writes the preferred figure, where nothing else is amiss afterwards', () =>
    inFolder({ 'a.txt': wrongTotal, 'b.txt': fullWidth }, (cwd) => {
      const { code, out } = ogi(['check', '--fix-figures', '.'], { cwd });
      strictEqual(code, 0, out);
      strictEqual(readFileSync(join(cwd, 'a.txt'), 'utf8'), clean);
      strictEqual(readFileSync(join(cwd, 'b.txt'), 'utf8'), fullWidth);
    }));

  it('leaves a figure as it is where another sum would fail', () => {
    // Which of the parts or totals is wrong cannot be told.
    const wrong = embed(
      '一、本年新收政府信息公开申请数量 | 8 | 1 | 0 | 0 | 0 | 0 | 10 | ||\n（一）予以公开 | 9 | 1 | 0 | 0 | 0 | 0 | 5 | ||',
    );
    return inFolder({ 'a.txt': wrong }, (cwd) => {
      const findings = (fix: readonly string[]) =>
        JSON.parse(ogi(['check', '-f', 'json', ...fix, 'a.txt'], { cwd }).out).files[0].findings as {
          rule: string;
          field: string;
        }[];
      const keys = (list: ReturnType<typeof findings>) => list.map(({ rule, field }) => `${rule} ${field}`);
      const before = keys(findings([]));
      ok(keys(findings(['--fix-figures'])).every((key) => before.includes(key)));
    });
  });

  it('not for standard input', () => strictEqual(ogi(['check', '--fix-figures', '-']).code, 2));
});
