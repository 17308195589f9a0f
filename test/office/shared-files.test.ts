import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import {
  hasSharedFiles,
  readAs,
  refusalOf,
  rightOf,
  sharedFigures,
  sharedFile,
} from '../support/office-cases.ts';
import { findingsIn } from '../support/reading.ts';

/** Files made for every trap; they stand beside the project and are not part of it. */
(hasSharedFiles() ? describe : describe.skip)('files of traps', () => {
  const reads = async (name: string, figures: string, right = '200/200') => {
    const { text } = await readAs(sharedFile(name));
    strictEqual(rightOf(text, sharedFigures(figures)), right);
  };

  for (const [name, figures] of [
    ['report1.docx', 'report1'],
    ['report2.docx', 'report2'],
    ['report3.docx', 'report3'],
    ['report2-borderless.docx', 'report2'],
    ['report1.xlsx', 'report1'],
    ['xlsx/one-sheet.xlsx', 'report1'],
    ['xlsx/three-sheets.xlsx', 'report1'],
    ['report1.html', 'report1'],
    ['report2.html', 'report2'],
    ['report3.html', 'report3'],
    ['report2-borderless.html', 'report2'],
    ['two-spans.html', 'report1'],
  ] as const)
    it(name, () => reads(name, `${figures}.figures.json`));

  const traps =
    'auto-numbered fields footnotes full-width hidden hmerge outer-table plain protected sdt split-runs split-table strict text-box-title tracked';
  for (const trap of traps.split(' '))
    it(`docx/${trap}.docx`, () => reads(`docx/${trap}.docx`, 'docx/figures.json'));

  it('blank cells stay blank and shift nothing', () =>
    reads('docx/blank-cells.docx', 'docx/figures.json', '85/200'));

  it('a table that is a picture is missing, and told', async () => {
    const { text, notes } = await readAs(sharedFile('docx/picture.docx'));
    strictEqual(rightOf(text, sharedFigures('docx/figures.json')), '25/200');
    deepStrictEqual(
      notes.map(({ kind }) => kind),
      ['picture'],
    );
  });

  it('list numbers leave no section missing', async () => {
    const { text } = await readAs(sharedFile('docx/auto-numbered.docx'));
    deepStrictEqual(
      findingsIn(text).map(({ finding }) => finding.rule),
      ['rulemaking-power'],
    );
  });

  it('files with one figure set in place', async () => {
    for (const kind of ['plain', 'split-runs', 'split-table'])
      for (const way of ['fixed', 'fixed-tracked'])
        await reads(`fixed-${kind}-${way}.docx`, 'docx/figures.json', '194/200');
  });

  it('a ledger of 5,000 requests', async () => {
    const { text } = await readAs(sharedFile('xlsx/ledger-5000.xlsx'));
    strictEqual(text.split('\n').length, 5002);
    ok(text.startsWith('序号 | 收到日期 |'));
  });

  for (const name of ['docx/bomb', 'docx/bomb-lying', 'docx/deep', 'docx/xxe', 'xlsx/huge-sheet'])
    it(`${name} is refused`, async () => {
      ok(
        (await refusalOf(sharedFile(`${name}${name.startsWith('xlsx') ? '.xlsx' : '.docx'}`))).includes(
          'safety',
        ),
      );
    });

  for (const name of [
    'report1.xls',
    'report1.odt',
    'report1.rtf',
    'report1-made.ofd',
    'report1-base64.mht',
    'report1-quoted-printable.mht',
    'xlsx/one-sheet.xls',
  ])
    it(`${name} is named with what to do`, async () =>
      ok((await refusalOf(sharedFile(name))).includes('save it as')));
});
