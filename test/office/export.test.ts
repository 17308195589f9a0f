import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { fieldFigures } from '../../server/src/cli/figures.ts';
import { type ExportFormat, exportReport } from '../../server/src/export/index.ts';
import { type ReportBlock, reportBlocks, type TableBlock } from '../../server/src/export/report-blocks.ts';
import { readHtml } from '../../server/src/office/html/html-text.ts';
import { reportsIn } from '../../server/src/report/index.ts';
import type { Report } from '../../server/src/report/report.ts';
import { consistentFigures, figuresOf, withBlanks, withNones } from '../support/figures.ts';
import { pdfReaders, readAs } from '../support/office-cases.ts';
import { print } from '../support/printer.ts';
import { random, runSeed } from '../support/random.ts';

const formats: readonly ExportFormat[] = ['docx', 'xlsx', 'html'];

const samples = join(__dirname, '../samples');

const rawFigures = (report: Report): readonly string[] =>
  fieldFigures(report).map(({ field, raw }) => `${field.id}=${raw.trim()}`);
const prose = (report: Report): readonly string[] =>
  reportBlocks(report).blocks.flatMap((block) =>
    block.kind === 'table' ? [] : `${block.kind} ${block.text}`,
  );
const reportOf = (text: string): Report => reportsIn(text)[0]?.report as Report;

async function agrees(draft: Report, format: ExportFormat): Promise<void> {
  const { text } = await readAs(await exportReport(reportBlocks(draft).blocks, format));
  const again = reportOf(text);
  deepStrictEqual(rawFigures(again), rawFigures(draft));
  deepStrictEqual(prose(again), prose(draft));
}

describe('exported reports', () => {
  const drafts = Array.from({ length: 10 }, (_, i) => {
    const chance = random(runSeed() + i);
    const figures = withNones(withBlanks(consistentFigures(chance, '2021'), chance), chance);
    return reportOf(print(figures).text);
  });

  for (const format of formats) {
    it(`ten drafts to ${format} and back: every figure, all of the prose`, async () => {
      for (const draft of drafts) {
        strictEqual(rawFigures(draft).length, 200);
        await agrees(draft, format);
      }
    });

    it(`every layout and both editions to ${format} and back`, async () => {
      for (const name of readdirSync(samples).filter((each) => each.endsWith('.txt'))) {
        const text = readFileSync(join(samples, name), 'utf8');
        for (const { report } of reportsIn(text.replace(/⟦|⟧(?:\{[^}]*\})?/g, '')))
          if (reportBlocks(report).lost.length === 0) await agrees(report, format);
      }
    });
  }

  it('what the official form has no room for is told', () => {
    const text = print(figuresOf(5, '2021')).text;
    const more = text.replace(/^(行政强制.*)$/m, '$1\n行政检查 | 8 | ||');
    deepStrictEqual(
      reportBlocks(reportOf(more)).lost.map(({ zh }) => zh),
      ['主动公开政府信息情况：有 1 行不在官方格式之内或者重复，没有写入'],
    );
    deepStrictEqual(reportBlocks(reportOf(text)).lost, []);
  });

  it('two reports in a file: each begins on a page, and on a sheet', async () => {
    const [a, b] = drafts.map((draft) => reportBlocks(draft).blocks) as [ReportBlock[], ReportBlock[]];
    const word = await exportReport([...a, ...b], 'docx');
    strictEqual(strFromU8(part(word, 'word/document.xml')).match(/<w:pageBreakBefore\/>/g)?.length, 1);
    for (const format of formats)
      strictEqual(reportsIn((await readAs(await exportReport([...a, ...b], format))).text).length, 2, format);
  });
});

const part = (bytes: Uint8Array, name: string): Uint8Array => unzipSync(bytes)[name] as Uint8Array;
const clean = reportOf(print(figuresOf(65, '2021')).text);
const { blocks } = reportBlocks(clean);

describe('exported .docx', () => {
  it('is an official paper: A4, margins, fonts, lines, rows that stay whole', async () => {
    const word = await exportReport(blocks, 'docx');
    const body = strFromU8(part(word, 'word/document.xml'));
    match(body, /<w:pgSz w:w="11906" w:h="16838"/);
    match(body, /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    strictEqual(body.match(/<w:cantSplit\/>/g)?.length, body.match(/<w:tr>/g)?.length);
    const styles = strFromU8(part(word, 'word/styles.xml'));
    const style = (id: string) => new RegExp(`w:styleId="${id}".*?</w:style>`).exec(styles)?.[0] ?? '';
    match(style('Title'), /方正小标宋简体.*w:sz w:val="44"/);
    match(style('Heading1'), /黑体.*w:sz w:val="32"/);
    match(styles, /<w:docDefaults>.*仿宋_GB2312.*w:sz w:val="32"/);
    match(style('ReportBody'), /w:line="560" w:lineRule="exact"/);
    match(style('ReportCell'), /w:sz w:val="18"/);
  });

  it('other fonts where they are asked for', async () => {
    const styles = strFromU8(part(await exportReport(blocks, 'docx', { body: '仿宋' }), 'word/styles.xml'));
    ok(styles.includes('w:eastAsia="仿宋"') && styles.includes('方正小标宋简体'));
  });

  it('mammoth reads the same figures', async () => {
    const buffer = Buffer.from(await exportReport(blocks, 'docx'));
    const { value } = await mammoth.convertToHtml({ buffer });
    deepStrictEqual(
      rawFigures(reportOf(readHtml(new TextEncoder().encode(`<html>${value}`)).text)),
      rawFigures(clean),
    );
  });

  it('LibreOffice opens every kind, and its PDF has the same figures', async function () {
    if (spawnSync('soffice', ['--version']).status !== 0) return this.skip();
    this.timeout(180_000);
    const folder = mkdtempSync(join(tmpdir(), 'ogi-export-'));
    try {
      for (const format of formats) {
        writeFileSync(join(folder, `a.${format}`), await exportReport(blocks, format));
        const profile = `-env:UserInstallation=file://${folder}/profile`;
        spawnSync('soffice', [
          profile,
          '--headless',
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
          `${folder}/a.${format}`,
        ]);
        const { text } = await readAs(new Uint8Array(readFileSync(join(folder, 'a.pdf'))), pdfReaders);
        deepStrictEqual(rawFigures(reportOf(text)), rawFigures(clean), format);
        rmSync(join(folder, 'a.pdf'));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('exported .xlsx and .html', () => {
  it('a text that looks like a formula stays a text; figures are numbers where they are written so', async () => {
    const table = blocks.find((block) => block.kind === 'table') as TableBlock;
    const texts = ['=1+1', '007', '１２', '12.50', '——', '31', '12.5', '\u0007a<&>'];
    const rows = [texts.map((text) => ({ text, columns: 1, rows: 1, head: false }))];
    const sheet = strFromU8(
      part(await exportReport([{ ...table, columns: 8, rows }], 'xlsx'), 'xl/worksheets/sheet1.xml'),
    );
    ok(!sheet.includes('<f>'));
    deepStrictEqual(
      [...sheet.matchAll(/<c [^>]*?(t="s")?[^>]*><v>([^<]*)<\/v>/g)].map(([all, , value]) =>
        all.includes('t="s"') ? 'text' : value,
      ),
      ['text', 'text', 'text', 'text', 'text', '31', '12.5', 'text'],
    );
  });

  it('the page has merged cells and borders of its own, no script and no class', async () => {
    const page = new TextDecoder().decode(
      await exportReport([{ kind: 'text', text: '<b>&' }, ...blocks], 'html'),
    );
    ok(!/<script|class=|<style|<link/.test(page));
    ok(page.includes('&lt;b&gt;&amp;'));
    match(page, /<td colspan="3" rowspan="3" style="border:1px solid #000/);
  });

  it('the bundle as it is built needs nothing of Node and no worker', () => {
    const code = readFileSync(join(__dirname, '../../dist/export.js'), 'utf8');
    deepStrictEqual(
      [...code.matchAll(/\brequire\("([^"]*)"\)/g)].map(([, name]) => name),
      [],
    );
    ok(!/new Worker\(/.test(code));
  });
});
