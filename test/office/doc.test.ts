import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusals } from '../../server/src/office/refusals.ts';
import {
  hasFigures,
  hasSharedFiles,
  placesOfFigures,
  readAs,
  refusalOf,
  rightOf,
  sharedFigures,
  sharedFile,
} from '../support/office-cases.ts';
import { compoundFile } from '../support/office-compound.ts';
import { bodyXml, docx } from '../support/office-docx.ts';
import { linesOf, officeFigures, officeReport } from '../support/office-report.ts';

const blocks = officeReport(officeFigures);
const file = (name: string) => new Uint8Array(readFileSync(join(__dirname, 'files', name)));

describe('.doc', () => {
  it('reads tables in tables as the same report in a .docx', async () => {
    const { text } = await readAs(docx(bodyXml(blocks)));
    strictEqual((await readAs(file('nested.doc'))).text, text);
  });

  it('numbers by lists, tracked changes as accepted, results of fields, no hidden text', async () => {
    const { text, notes } = await readAs(file('marks.doc'));
    hasFigures(text, officeFigures);
    for (const line of linesOf(blocks)) ok(text.split('\n').includes(line), line);
    deepStrictEqual(
      notes.map(({ kind }) => kind),
      ['tracked'],
    );
  });

  it('every figure has its table, row and grid column', async () => {
    const places = placesOfFigures(await readAs(file('nested.doc')));
    deepStrictEqual(places, placesOfFigures(await readAs(docx(bodyXml(blocks)))));
  });

  it('files of Word 6, with a password, and without text are told', async () => {
    strictEqual(await refusalOf(compoundFile(['WordDocument', '1Table'])), refusals.damaged.en);
    const locked = file('marks.doc');
    // The head of the document, whose flags stand 10 bytes in.
    const head = Buffer.from(locked.buffer).indexOf(Uint8Array.of(0xec, 0xa5));
    const old = Uint8Array.from(locked);
    locked[head + 11] = (locked[head + 11] as number) | 1;
    strictEqual(await refusalOf(locked), refusals.encrypted.en);
    old.set([0xdc, 0xa5], head);
    strictEqual(await refusalOf(old), refusals.compound.en);
  });

  it('chains of sectors in a circle end', async () => {
    const bytes = file('marks.doc');
    const view = new DataView(bytes.buffer);
    const table = (view.getUint32(76, true) + 1) * 512;
    for (let sector = 0; sector < 128; sector++) view.setUint32(table + 4 * sector, (sector + 1) % 64, true);
    ok((await refusalOf(bytes)).startsWith('damaged'));
  });

  (hasSharedFiles() ? it : it.skip)('report1.doc', async () => {
    const { text } = await readAs(sharedFile('report1.doc'));
    strictEqual(rightOf(text, sharedFigures('report1.figures.json')), '200/200');
  });
});
