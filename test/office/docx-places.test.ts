import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { openDocx } from '../../server/src/office/docx/docx-document.ts';
import { docxCellAt } from '../../server/src/office/docx/docx-text.ts';
import { placeAt, placePhrase } from '../../server/src/office/places.ts';
import { placesOfFigures, readAs } from '../support/office-cases.ts';
import { bodyXml, docx, run } from '../support/office-docx.ts';
import { officeFigures, officeReport } from '../support/office-report.ts';

const body = bodyXml(officeReport(officeFigures));
const figureRun = /<w:r><w:t xml:space="preserve">(\d{2,})<\/w:t><\/w:r>/g;

describe('.docx, places', () => {
  it('every figure has its table, row and grid column', async () => {
    const read = await readAs(docx(body));
    const places = placesOfFigures(read);
    deepStrictEqual(places.get('disclosure.regulations.made'), { table: 1, row: 3, column: 2 });
    deepStrictEqual(places.get('disclosure.fee.amount'), { table: 1, row: 14, column: 2 });
    // Behind a merged label of three grid columns.
    deepStrictEqual(places.get('applications.1.natural-person'), { table: 2, row: 4, column: 4 });
    deepStrictEqual(places.get('applications.3-7.total'), { table: 2, row: 27, column: 10 });
    deepStrictEqual(places.get('disputes.reconsideration.upheld'), { table: 3, row: 4, column: 1 });
    strictEqual(new Set([...places.values()].map((place) => JSON.stringify(place))).size, officeFigures.size);
    deepStrictEqual(placeAt(read.places, read.text.indexOf('一、总体情况')), { paragraph: 3 });
    deepStrictEqual(placePhrase({ table: 2, row: 27, column: 10 }).zh, '表2第27行第10列');
  });

  it('every figure has its cell in document.xml, whose runs are where its text stands', async () => {
    const split = body.replace(
      figureRun,
      (_, figure: string) => run(figure.slice(0, 1)) + run(figure.slice(1)),
    );
    const file = docx(split);
    const document = openDocx(file);
    const places = placesOfFigures(await readAs(file));
    strictEqual(places.size, officeFigures.size);
    for (const [field, place] of places) {
      const cell = place === null ? null : docxCellAt(document, place);
      const runs = cell?.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : [])) ?? [];
      const written = runs.map(({ content }) => document.xml.slice(content.from, content.to)).join('');
      strictEqual(written, officeFigures.get(field));
      for (const { run: whole } of runs)
        ok(/^<w:r>.*<\/w:r>$/.test(document.xml.slice(whole.from, whole.to)));
      ok(/^<w:tc>.*<\/w:tc>$/.test(document.xml.slice(cell?.span.from, cell?.span.to)));
    }
  });

  it('what must not be written to is known', async () => {
    const cell = (inner: string) => `<w:tc><w:p>${inner}</w:p></w:tc>`;
    const document = openDocx(
      docx(
        `<w:tbl><w:tr>${cell(run('1'))}${cell(`<w:fldSimple w:instr="=A1">${run('2')}</w:fldSimple>`)}${cell(`<w:ins w:id="1">${run('3')}</w:ins>`)}${cell(`<w:sdt><w:sdtContent>${run('4')}</w:sdtContent></w:sdt>`)}${cell(`<w:hyperlink>${run('5')}</w:hyperlink>`)}</w:tr></w:tbl>`,
      ),
    );
    const obstacles = [1, 2, 3, 4, 5].map((column) =>
      docxCellAt(document, { table: 1, row: 1, column })?.blocks.flatMap((block) =>
        block.kind === 'paragraph' ? [...block.obstacles] : [],
      ),
    );
    deepStrictEqual(obstacles, [[], ['field'], ['revision'], ['control'], ['link']]);
  });
});
