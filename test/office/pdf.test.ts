import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { refusals } from '../../server/src/office/refusals.ts';
import { figuresOf, withBlanks } from '../support/figures.ts';
import {
  hasFigures,
  hasSharedFiles,
  pdfReaders,
  placesOfFigures,
  readAs,
  refusalOf,
  rightOf,
  sharedFigures,
  sharedFile,
} from '../support/office-cases.ts';
import { type PdfOptions, pdf, pdfOf } from '../support/office-pdf.ts';
import { linesOf, officeFigures, officeReport } from '../support/office-report.ts';
import { random } from '../support/random.ts';

const blocks = officeReport(officeFigures);
const read = async (options: PdfOptions = {}) => readAs(pdf(blocks, options), pdfReaders);

describe('.pdf', () => {
  it('reads tables by their rulings, over pages, and joins the lines of paragraphs', async () => {
    const { text, notes } = await read();
    hasFigures(text, officeFigures);
    for (const line of linesOf(blocks)) ok(text.split('\n').includes(line), line);
    deepStrictEqual(notes, []);
  });

  const kinds: Readonly<Record<string, PdfOptions>> = {
    'rulings that are thin rectangles': { rulings: 'rectangles' },
    'backgrounds, which are no rulings': { filled: true },
    'another character map': { map: 'UniGB-UTF16-H' },
    'running heads and page numbers': { heads: true },
    'pages that are shown turned': { rotate: 90 },
  };
  for (const [name, options] of Object.entries(kinds))
    it(name, async () => strictEqual((await read(options)).text, (await read()).text));

  it('reads tables without rulings by where their words stand', async () => {
    hasFigures((await read({ rulings: 'none' })).text, officeFigures);
  });

  it('reads reports with blanks, whose rows break over pages elsewhere', async () => {
    for (let seed = 1; seed <= 6; seed++) {
      const figures = withBlanks(figuresOf(seed, '2021'), random(seed));
      const { text } = await readAs(pdf(officeReport(figures)), pdfReaders);
      hasFigures(text, figures);
    }
  });

  it('every figure has its page', async () => {
    const places = placesOfFigures(await read());
    deepStrictEqual(places.get('disclosure.regulations.made'), { page: 1 });
    const pages = [...places.values()].map((place) => (place !== null && 'page' in place ? place.page : 0));
    deepStrictEqual([...pages].sort(), pages);
    ok(new Set(pages).size > 1);
  });

  it('pages without text, text without characters, passwords and too many pages are told', async () => {
    const page = (content: string, resources = '') =>
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${resources} >> /Contents 4 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
        '<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 4 >>\nstream\nabcd\nendstream',
      ]);
    const scan = page('q 500 0 0 700 0 0 cm /Im1 Do Q', '/XObject << /Im1 5 0 R >>');
    strictEqual(await refusalOf(scan, pdfReaders), refusals.scanned.en);
    strictEqual(await refusalOf(page(''), pdfReaders), refusals.scanned.en);
    const many = pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Count 300 /Kids [${'3 0 R '.repeat(300)}] >>`,
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    ]);
    strictEqual(await refusalOf(many, pdfReaders), refusals.tooLarge.en);
    const locked = pdfOf(
      [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 0 /Kids [] >>',
        `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> >>`,
      ],
      `/Encrypt 3 0 R /ID [<00> <00>] `,
    );
    strictEqual(await refusalOf(locked, pdfReaders), refusals.encryptedPdf.en);
  });

  it('a picture in place of a table is noted where it stands', async () => {
    const [title, ...rest] = blocks;
    const file = Buffer.from(
      pdf([title, ...rest.slice(0, 3)].filter((block) => block !== undefined)),
    ).toString('latin1');
    const drawn = file
      .replace(/\nendstream/, '\nq 400 0 0 200 90 300 cm /Im1 Do Q\nendstream')
      .replace(/\/Length \d+/, '/Length 99999');
    const { notes, text } = await readAs(new Uint8Array(Buffer.from(drawn, 'latin1')), pdfReaders);
    deepStrictEqual(
      notes.map(({ kind, at }) => [kind, at]),
      [['picture', text.length - 1]],
    );
  });

  const shared = hasSharedFiles() ? it : it.skip;
  for (const [name, figures] of [
    ['report1', 'report1'],
    ['report2', 'report2'],
    ['report3', 'report3'],
    ['report2-borderless', 'report2'],
  ] as const)
    shared(`${name}.pdf`, async () => {
      const { text } = await readAs(sharedFile(`${name}.pdf`), pdfReaders);
      strictEqual(rightOf(text, sharedFigures(`${figures}.figures.json`)), '200/200');
    });

  for (const map of ['GBK-EUC-H', 'GBKp-EUC-H', 'UniGB-UCS2-H', 'UniGB-UTF16-H'])
    shared(`a font that is not embedded: ${map}`, async () => {
      const { text } = await readAs(sharedFile(`pdf/${map}.pdf`), pdfReaders);
      ok(text.startsWith('丙丁县水务局2024年政府信息公开工作年度报告\n行政许可'));
    });
});
