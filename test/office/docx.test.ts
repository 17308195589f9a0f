import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import mammoth from 'mammoth';
import { readHtml } from '../../server/src/office/html/html-text.ts';
import { figuresOf, withBlanks, withNones } from '../support/figures.ts';
import { hasFigures, hasNotedFigures, readAs } from '../support/office-cases.ts';
import {
  bodyXml,
  docx,
  namespaces,
  packed,
  paragraph,
  relationships,
  run,
  styles,
} from '../support/office-docx.ts';
import { linesOf, officeFigures, officeReport } from '../support/office-report.ts';
import { random } from '../support/random.ts';

const blocks = officeReport(officeFigures);
const body = bodyXml(blocks);
const figureRun = /<w:r><w:t xml:space="preserve">(\d{2,})<\/w:t><\/w:r>/g;
const textOf = async (xml: string, parts = {}) => (await readAs(docx(xml, parts))).text;

describe('.docx', () => {
  it('reads every figure and every sentence of a plain report', async () => {
    const { text, notes } = await readAs(docx(body));
    hasFigures(text, officeFigures);
    for (const line of linesOf(blocks)) ok(text.split('\n').includes(line), line);
    deepStrictEqual(notes, []);
  });

  it('reads reports of both editions with blanks and explicit nones', async () => {
    for (const edition of ['2021', '2019'] as const)
      for (let seed = 1; seed <= 10; seed++) {
        const figures = withNones(withBlanks(figuresOf(seed, edition), random(seed)), random(seed));
        hasFigures(await textOf(bodyXml(officeReport(figures, edition))), figures);
      }
  });

  it('agrees with mammoth on a plain report', async () => {
    const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(docx(body)) });
    strictEqual(readHtml(new TextEncoder().encode(`<html>${html}`)).text, await textOf(body));
  });

  describe('markup that hides or repeats text', () => {
    const readsAll = async (xml: string, parts = {}) => hasFigures(await textOf(xml, parts), officeFigures);

    it('a figure in several runs, with bookmarks and marks of the proofreader between', () =>
      readsAll(
        body.replace(
          figureRun,
          (_, figure: string) =>
            `${run(figure.slice(0, 1), '<w:b/>')}<w:proofErr w:type="gramStart"/><w:bookmarkStart w:id="1" w:name="x"/>${run(figure.slice(1))}<w:bookmarkEnd w:id="1"/>`,
        ),
      ));

    it('raised marks of notes behind figures', async () => {
      const mark = run('1', '<w:vertAlign w:val="superscript"/>');
      const text = await textOf(body.replace(figureRun, (_, figure: string) => run(figure) + mark));
      hasNotedFigures(text, officeFigures);
    });

    it('figures struck through in front of those that hold', () =>
      readsAll(body.replace(figureRun, (_, figure: string) => run('77', '<w:strike/>') + run(figure))));

    it('fields, of which the stored result counts', () =>
      readsAll(
        body.replace(figureRun, (_, figure: string) =>
          Number(figure) % 2 === 0
            ? `<w:fldSimple w:instr="=SUM(LEFT)">${run(figure)}</w:fldSimple>`
            : `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(LEFT) 9</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(figure)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
        ),
      ));

    it('tracked changes, as if accepted, and says so', async () => {
      const by = 'w:id="9" w:author="张三" w:date="2025-01-02T00:00:00Z"';
      const changed = body
        .replace(
          figureRun,
          (whole) =>
            `<w:del ${by}><w:r><w:delText>77</w:delText></w:r></w:del><w:moveFrom ${by}>${run('5')}</w:moveFrom><w:ins ${by}>${whole}</w:ins>`,
        )
        .replace(
          '<w:tr>',
          `<w:tr><w:trPr><w:del ${by}/></w:trPr><w:tc>${paragraph(run('删去的行'))}</w:tc></w:tr><w:tr>`,
        );
      const { text, notes } = await readAs(docx(changed));
      hasFigures(text, officeFigures);
      ok(!text.includes('删去的行'));
      deepStrictEqual(
        notes.map(({ kind }) => kind),
        ['tracked'],
      );
    });

    it('a deleted end of a paragraph, which joins the next to it', async () => {
      const deleted = '<w:rPr><w:del w:id="1" w:author="x" w:date="2025-01-02T00:00:00Z"/></w:rPr>';
      strictEqual(
        await textOf(paragraph(run('本年新收'), deleted) + paragraph(run('申请八件。'))),
        '本年新收申请八件。\n',
      );
    });

    it('hidden text, by the run, by its style and by its paragraph', () => {
      const hidden = `${run('5', '<w:vanish/>')}${run('6', '<w:rStyle w:val="Gone"/>')}`;
      const shown = (whole: string) => whole.replace('<w:r>', '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr>');
      return readsAll(
        paragraph(run('不显示的话'), '<w:pStyle w:val="GoneToo"/>') +
          body.replace(figureRun, (whole) => hidden + shown(whole)),
        {
          'word/styles.xml': styles(
            '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>' +
              '<w:style w:type="paragraph" w:styleId="GoneToo"><w:basedOn w:val="Base"/></w:style>' +
              '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>',
          ),
        },
      );
    });

    it('content controls around rows, cells and runs', () => {
      const control = (inner: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
      return readsAll(
        control(
          body
            .replace(figureRun, control)
            .replace(/<w:tc>(?:(?!<\/w:tc>).)*>0<(?:(?!<\/w:tc>).)*<\/w:tc>/g, control)
            .replace(/<w:tr>(?:(?!<\/w:tr>).)*总计(?:(?!<\/w:tr>).)*<\/w:tr>/g, control),
        ),
      );
    });

    it('marks of footnotes, also those typed by hand', () =>
      readsAll(
        body
          .replace('本年新收政府信息公开申请数量</w:t></w:r>', '$&<w:r><w:footnoteReference w:id="2"/></w:r>')
          .replace(
            '上年结转政府信息公开申请数量</w:t></w:r>',
            '$&<w:r><w:endnoteReference w:id="3" w:customMarkFollows="1"/><w:t>9</w:t></w:r>',
          ),
      ));

    it('a title in a text box, which a file says twice', async () => {
      const [title = ''] = linesOf(blocks);
      const inner = `<w:txbxContent>${paragraph(run(title))}</w:txbxContent>`;
      const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${inner}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;
      const text = await textOf(paragraph(`<w:r>${box}</w:r>`) + bodyXml(blocks.slice(1)));
      hasFigures(text, officeFigures);
      strictEqual(text.split(title).length, 2);
      strictEqual(text.indexOf(title), 0);
    });

    it('of alternatives the one that is understood', async () => {
      const choice = (requires: string) =>
        `<mc:AlternateContent><mc:Choice Requires="${requires}"><w:t>甲</w:t></mc:Choice><mc:Fallback><w:t>乙</w:t></mc:Fallback></mc:AlternateContent>`;
      strictEqual(
        await textOf(paragraph(`<w:r>${choice('wps')}${choice('w16se')}${choice('zzz')}</w:r>`)),
        '甲乙乙\n',
      );
    });

    it('another prefix, the strict namespace, and no prefix at all', async () => {
      const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
      const usual = `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`;
      const renamed = usual.replaceAll('<w:', '<x:').replaceAll('</w:', '</x:').replaceAll(' w:', ' x:');
      const other = renamed.replace(/xmlns:w="[^"]*"/, `xmlns:x="${strict}"`);
      await readsAll('', { 'word/document.xml': other });
      const bare = other
        .replaceAll('<x:', '<')
        .replaceAll('</x:', '</')
        .replace('<document', `<document xmlns="${strict}"`);
      await readsAll('', { 'word/document.xml': bare });
    });

    it('a main part of another name, and UTF-16', async () => {
      const xml = `\ufeff<w:document ${namespaces}><w:body>${body}</w:body></w:document>`;
      const utf16 = new Uint8Array(Buffer.from(xml, 'utf16le'));
      const file = packed({
        '[Content_Types].xml': '<Types/>',
        '_rels/.rels': relationships('/word/document2.xml'),
        'word/document2.xml': utf16,
      });
      hasFigures((await readAs(file)).text, officeFigures);
    });
  });

  describe('tables', () => {
    const readsAll = async (xml: string) => hasFigures(await textOf(xml), officeFigures);

    it('a page that is one large table', () => readsAll(`<w:tbl><w:tr><w:tc>${body}</w:tc></w:tr></w:tbl>`));

    it('a report that is rows of one table, prose and headings among them', () => {
      const rows = blocks.map((block) =>
        block.kind === 'table'
          ? bodyXml([block]).replace(/^<w:tbl>.*?<\/w:tblGrid>|<\/w:tbl>$/g, '')
          : `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="10"/></w:tcPr>${bodyXml([block])}</w:tc></w:tr>`,
      );
      return readsAll(`<w:tbl>${rows.join('')}</w:tbl>`);
    });

    it('a table that is cut in two within a merged cell', () => {
      const at = body.indexOf('<w:tr>', body.indexOf('3.危及'));
      return readsAll(`${body.slice(0, at)}</w:tbl><w:p/><w:tbl>${body.slice(at)}`);
    });

    it('cells merged the old way', () =>
      readsAll(
        body.replace(
          /<w:gridSpan w:val="(\d+)"\/>((?:(?!<\/w:tc>).)*<\/w:tc>)/g,
          (_, count: string, rest: string) =>
            `<w:hMerge w:val="restart"/>${rest}${'<w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p/></w:tc>'.repeat(Number(count) - 1)}`,
        ),
      ));

    it('rows that begin and end inside the grid, and hidden rows', async () => {
      const row = (properties: string, ...cells: string[]) =>
        `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`;
      const { text, notes } = await readAs(
        docx(
          `<w:tbl>${row('', '规章', '1', '2', '3')}${row('<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>', '4', '5')}${row('<w:hidden/>', '6')}</w:tbl>`,
        ),
      );
      strictEqual(text, '规章 | 1 | 2 | 3 |\n4 | 5 | ||\n');
      deepStrictEqual(
        notes.map(({ kind }) => kind),
        ['hidden'],
      );
    });

    it('lines of a wrapped label run on, lines of Latin do not, and a bar is no end of a cell', async () => {
      const cell = (...lines: string[]) =>
        `<w:tc>${lines.map((line) => paragraph(run(line))).join('')}</w:tc>`;
      strictEqual(
        await textOf(
          `<w:tbl><w:tr>${cell('本年新', '制作数量')}${cell('A', 'B')}${cell('1', '2')}${cell('3|4')}</w:tr></w:tbl>`,
        ),
        '本年新制作数量 | A B | 1 2 | 3¦4 |\n',
      );
    });

    it('pictures and objects instead of a table are noted where they stand', async () => {
      const xml =
        paragraph(run('三、表')) + paragraph('<w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r>');
      const { text, notes } = await readAs(docx(xml + paragraph(run('四、表'))));
      deepStrictEqual(
        notes.map(({ kind, at }) => [kind, at]),
        [['picture', text.indexOf('四')]],
      );
    });
  });
});
