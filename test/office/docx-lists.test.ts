import { deepStrictEqual, ok } from 'node:assert';
import { hasFigures, readAs } from '../support/office-cases.ts';
import { bodyXml, docx, numbering, paragraph, run, styles } from '../support/office-docx.ts';
import { linesOf, officeFigures, officeReport } from '../support/office-report.ts';

const blocks = officeReport(officeFigures);
const body = bodyXml(blocks);
const textOf = async (xml: string, parts = {}) => (await readAs(docx(xml, parts))).text;

describe('.docx, list numbers', () => {
  const level = (i: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
  const item = (list: number, at: number, text: string) =>
    paragraph(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
  const list = (id: number, definition: number, override = '') =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${override}</w:num>`;
  const definition = (id: number, ...levels: string[]) =>
    `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
  const lines = async (xml: string, lists: string, more = '') =>
    (await textOf(xml, { 'word/numbering.xml': numbering(lists), 'word/styles.xml': styles(more) }))
      .trim()
      .split('\n');

  it('headings and labels of a report that are numbered by lists', async () => {
    let table = 1;
    const numbered = body
      .replace(
        /<w:p>(<w:r><w:t xml:space="preserve">)[一二三四五六]、(?!本年|上年|结转)/g,
        `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>$1`,
      )
      .replace(/<w:p>(<w:r><w:t xml:space="preserve">)(\d)\./g, (_, rest: string, number: string) => {
        if (number === '1') table++;
        return `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${table}"/></w:numPr></w:pPr>${rest}`;
      });
    ok(table > 3);
    const lists = Array.from({ length: table }, (_, i) => i + 1);
    const definitions = lists.map((id) =>
      definition(id, id === 1 ? level(0, 'japaneseCounting', '%1、') : level(0, 'decimal', '%1.')),
    );
    const { text } = await readAs(
      docx(numbered, {
        'word/numbering.xml': numbering(definitions.join('') + lists.map((id) => list(id, id)).join('')),
      }),
    );
    hasFigures(text, officeFigures);
    for (const line of linesOf(blocks)) ok(text.split('\n').includes(line), line);
  });

  it('levels, restarts, overrides and digits for all', async () => {
    const lists =
      definition(
        0,
        level(0, 'chineseCountingThousand', '%1、'),
        level(1, 'decimal', '%1.%2', '<w:isLgl/>'),
        level(2, 'decimal', '(%3)', '<w:lvlRestart w:val="0"/>'),
      ) +
      list(1, 0) +
      list(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>');
    deepStrictEqual(
      await lines(
        [
          item(1, 0, '甲'),
          item(1, 1, ' 乙'),
          item(1, 2, '丙'),
          item(1, 1, ' 丁'),
          item(1, 2, '戊'),
          item(1, 0, '己'),
          item(1, 1, ' 庚'),
          item(2, 0, '辛'),
          item(2, 0, '壬'),
        ].join(''),
        lists,
      ),
      ['一、甲', '1.1 乙', '(1)丙', '1.2 丁', '(2)戊', '二、己', '2.1 庚', '五、辛', '六、壬'],
    );
  });

  it('lists of styles, levels by style, and lists linked by a style', async () => {
    const style = (id: string, inner: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:pPr>${inner}</w:pPr></w:style>`;
    const lists =
      definition(0, level(0, 'decimal', '%1.'), level(1, 'decimal', '（%2）', '<w:pStyle w:val="Second"/>')) +
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Linked"/></w:abstractNum>' +
      list(1, 0) +
      list(2, 1);
    const more =
      style('Second', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
      style('Linked', '<w:numPr><w:numId w:val="1"/></w:numPr>');
    const styled = (id: string, text: string) => paragraph(run(text), `<w:pStyle w:val="${id}"/>`);
    deepStrictEqual(
      await lines(item(2, 0, '甲') + styled('Second', '乙') + styled('Second', '丙'), lists, more),
      ['1.甲', '（1）乙', '（2）丙'],
    );
  });

  it('a number is apart from digits, and none is left without its list', async () => {
    deepStrictEqual(
      await lines(
        item(1, 0, '2024年') + item(9, 0, '甲') + item(0, 0, '乙'),
        definition(0, level(0, 'decimal', '%1')) + list(1, 0),
      ),
      ['1 2024年', '甲', '乙'],
    );
  });
});
