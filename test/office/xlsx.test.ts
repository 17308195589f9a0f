import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import readExcel from 'read-excel-file/node';
import { readWorkbook } from '../../server/src/office/xlsx/workbook.ts';
import { figuresOf, withBlanks } from '../support/figures.ts';
import { hasFigures, placesOfFigures, readAs } from '../support/office-cases.ts';
import { linesOf, type OfficeBlock, officeFigures, officeReport } from '../support/office-report.ts';
import { cellXml, sharedStringsXml, sheetOf, stylesXml, xlsx } from '../support/office-xlsx.ts';
import { random } from '../support/random.ts';

const blocks = officeReport(officeFigures);
const tables = (given: readonly OfficeBlock[]) => given.filter(({ kind }) => kind === 'table');
const cells = (...texts: string[]) =>
  `<row r="1">${texts.map((text, i) => cellXml(1, i + 1, text)).join('')}</row>`;

describe('.xlsx', () => {
  it('a report on one sheet, prose and headings above its tables', async () => {
    const { text, notes } = await readAs(xlsx([sheetOf('年报', blocks)]));
    hasFigures(text, officeFigures);
    for (const line of linesOf(blocks)) ok(text.split('\n').includes(line), line);
    deepStrictEqual(notes, []);
  });

  it('tables that begin further right, with blanks, in both editions', async () => {
    for (const edition of ['2021', '2019'] as const)
      for (let seed = 1; seed <= 10; seed++) {
        const figures = withBlanks(figuresOf(seed, edition), random(seed));
        hasFigures(
          (await readAs(xlsx([sheetOf('年报', officeReport(figures, edition), 1 + (seed % 4))]))).text,
          figures,
        );
      }
  });

  it('three sheets without any heading, and with headings as names', async () => {
    const sheets = tables(blocks).map((table, i) => sheetOf(`Sheet${i + 1}`, [table]));
    hasFigures((await readAs(xlsx(sheets))).text, officeFigures);
    const names = [
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
    ];
    const { text } = await readAs(xlsx(sheets.map((sheet, i) => ({ ...sheet, name: names[i] ?? '' }))));
    hasFigures(text, officeFigures);
    for (const name of names) ok(text.split('\n').includes(name));
  });

  it('every figure has its sheet and cell', async () => {
    const sheets = tables(blocks).map((table, i) => sheetOf(`表${'一二三'.charAt(i)}`, [table], 2));
    const places = placesOfFigures(await readAs(xlsx(sheets)));
    deepStrictEqual(places.get('disclosure.regulations.made'), { sheet: '表一', cell: 'C3' });
    deepStrictEqual(places.get('applications.3-7.total'), { sheet: '表二', cell: 'K27' });
    deepStrictEqual(places.get('disputes.suit-after-reconsideration.total'), { sheet: '表三', cell: 'P4' });
    strictEqual(new Set([...places.values()].map((place) => JSON.stringify(place))).size, officeFigures.size);
  });

  it('shows numbers with 15 digits, as Excel does', async () => {
    const values = ['350.03000000000003', '1E3', '0.1', '12345678901234567', '1.5E-7', '0007'];
    const row = `<row r="1">${values.map((value) => `<c><v>${value}</v></c>`).join('')}</row>`;
    const { text } = await readAs(xlsx([{ name: 'A', rows: row }]));
    strictEqual(text, '350.03 | 1000 | 0.1 | 12345678901234600 | 0.00000015 | 7 |\n');
  });

  it('strings of every kind', async () => {
    const rows =
      '<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>7</v></c><c t="str"><f>A1</f><v>公式</v></c><c t="b"><v>1</v></c><c t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c><c t="d"><v>2024-03-05T00:00:00</v></c></row>';
    const strings = sharedStringsXml(
      '<si><t>一_x000D_二</t></si><si><r><t>三</t></r><rPh><t>san</t></rPh><r><rPr><strike/></rPr><t>五</t></r><r><t>四5</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r></si>',
    );
    const { text } = await readAs(xlsx([{ name: 'A', rows }], { 'xl/sharedStrings.xml': strings }));
    strictEqual(text, '一二 | 三四5² | | 公式 | TRUE | 甲乙 | 2024-03-05 |\n'.replace('| | 公', '|  | 公'));
  });

  it('dates and percents by their formats', async () => {
    const styles = stylesXml(
      '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="171" formatCode="0&quot;days&quot;"/></numFmts>' +
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>',
    );
    const rows = `<row r="1">${['45356', '45356', '0.125', '45356', '3'].map((value, i) => `<c s="${i}"><v>${value}</v></c>`).join('')}</row>`;
    const [sheet] = readWorkbook(xlsx([{ name: 'A', rows }], { 'xl/styles.xml': styles })).sheets;
    deepStrictEqual(
      sheet?.rows[0]?.cells.map(({ text, kind }) => `${text} ${kind}`),
      ['45356 number', '2024-03-05 date', '12.5% percent', '2024-03-05 date', '3 number'],
    );
  });

  it('formulas without a result and errors are told where they stand', async () => {
    const rows =
      '<row r="1"><c t="inlineStr"><is><t>规章</t></is></c><c><f>SUM(B2:B3)</f></c><c><f>A1</f></c><c><f>1+2</f><v>3</v></c></row>' +
      '<row r="2"><c t="inlineStr"><is><t>行政规范性文件</t></is></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c></row>';
    const { text, notes } = await readAs(xlsx([{ name: 'A', rows }]));
    strictEqual(text, '规章 |  |  | 3 |\n行政规范性文件 | #DIV/0! |  |  |\n');
    deepStrictEqual(
      notes.map(({ kind, at }) => [kind, at]),
      [
        ['uncalculated', 5],
        ['error-value', text.indexOf('#DIV')],
      ],
    );
    ok(notes[0]?.message.zh.endsWith('（共 2 处）'));
  });

  it('hidden sheets, rows and columns are left out, and told', async () => {
    const hidden = { name: '底稿', rows: cells('隐藏'), state: 'veryHidden' } as const;
    const shown = {
      name: '表',
      before: '<cols><col min="2" max="2" hidden="1"/></cols>',
      rows: `${cells('甲', '2', '3')}<row r="2" hidden="1">${cellXml(2, 1, '乙')}</row>`,
    };
    const { text, notes } = await readAs(xlsx([hidden, shown]));
    strictEqual(text, '甲 | 3 |\n');
    deepStrictEqual(
      notes.map(({ kind }) => kind),
      ['hidden'],
    );
  });

  it('agrees with read-excel-file on the cells of a report', async () => {
    const file = xlsx([sheetOf('年报', blocks)]);
    const rows = await readExcel(Buffer.from(file));
    const [sheet] = readWorkbook(file).sheets;
    const ours = sheet?.rows.flatMap(({ row, cells }) =>
      cells.map(({ column, text }) => `${row},${column} ${text}`),
    );
    const data =
      'data' in (rows[0] ?? {})
        ? (rows[0] as unknown as { data: unknown[][] }).data
        : (rows as unknown as unknown[][]);
    const theirs = data.flatMap((row, r) =>
      row.flatMap((value, c) => (value === null ? [] : [`${r + 1},${c + 1} ${String(value)}`])),
    );
    deepStrictEqual(ours, theirs);
  });
});
