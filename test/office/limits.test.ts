import { ok, strictEqual } from 'node:assert';
import { readOffice } from '../../server/src/office/read-office.ts';
import { refusals } from '../../server/src/office/refusals.ts';
import { readAs, refusalOf } from '../support/office-cases.ts';
import { documentXml, docx, paragraph, run } from '../support/office-docx.ts';
import { officeFixtures } from '../support/office-fixtures.ts';
import { sharedStringsXml, xlsx } from '../support/office-xlsx.ts';
import { random, runSeed } from '../support/random.ts';

/** The refusal of a file, and that it took less than a time that no busy machine needs. */
async function refusedSoon(bytes: Uint8Array): Promise<string> {
  const start = performance.now();
  const refused = await refusalOf(bytes);
  const took = performance.now() - start;
  ok(took < 10_000, `${took} ms`);
  return refused;
}

const withDocument = (xml: string | Uint8Array) => docx('', { 'word/document.xml': xml });
const opening = documentXml('').replace(/<w:sectPr.*$/, '');

describe('limits of Office files', () => {
  it('a part that inflates beyond the limit, as it says or not', async () => {
    const huge = new Uint8Array(40 << 20).fill(0x30);
    const honest = withDocument(huge);
    strictEqual(await refusedSoon(honest), refusals.tooLarge.en);
    // The size stands in the local header and in the directory.
    const lying = Buffer.from(honest);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(40 << 20);
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size)) lying.writeUInt32LE(1000, at);
    strictEqual(await refusedSoon(new Uint8Array(lying)), refusals.tooLarge.en);
  });

  it('many parts that are large together', async () => {
    const part = new Uint8Array(30 << 20).fill(0x20);
    const sheets = Array.from({ length: 5 }, (_, i) => ({ name: `${i}`, rows: '' }));
    const parts = Object.fromEntries(sheets.map((_, i) => [`xl/worksheets/sheet${i + 1}.xml`, part]));
    strictEqual(await refusedSoon(xlsx(sheets, parts)), refusals.tooLarge.en);
  });

  it('thousands of entries', async () => {
    const parts = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`word/${i}.xml`, '']));
    strictEqual(await refusedSoon(docx(paragraph(run('甲')), parts)), refusals.tooLarge.en);
  });

  it('document types, and with them entities of any kind', async () => {
    const entities =
      '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
    const text = documentXml(paragraph('<w:r><w:t>&b;&x;</w:t></w:r>'));
    strictEqual(await refusedSoon(withDocument(text.replace('?>', `?>${entities}`))), refusals.doctype.en);
    strictEqual(
      await refusedSoon(withDocument(text.replace('<w:body>', `<w:body>${entities}`))),
      refusals.doctype.en,
    );
    // Without a declaration they are no entities, but text.
    ok((await readAs(withDocument(text))).text.includes('&b;&x;'));
  });

  it('tables nested in tables', async () => {
    const deep = '<w:tbl><w:tr><w:tc>'.repeat(20_000) + '</w:tc></w:tr></w:tbl>'.repeat(20_000);
    strictEqual(await refusedSoon(withDocument(opening + deep)), refusals.tooDeep.en);
    const page = new TextEncoder().encode(`<html>${'<div><table><tr><td>'.repeat(20_000)}`);
    strictEqual(await refusedSoon(page), refusals.tooLarge.en);
  });

  it('a million elements', async () => {
    strictEqual(
      await refusedSoon(withDocument(`${opening}${'<w:p/>'.repeat(1_000_000)}`)),
      refusals.tooLarge.en,
    );
    strictEqual(
      await refusedSoon(new TextEncoder().encode(`<html>${'<br>'.repeat(1_000_000)}`)),
      refusals.tooLarge.en,
    );
    const strings = sharedStringsXml('<si/>'.repeat(1_000_000));
    strictEqual(await refusedSoon(xlsx([], { 'xl/sharedStrings.xml': strings })), refusals.tooLarge.en);
  });

  it('a sheet of a million cells, one at the far corner, and merges over all of it', async () => {
    const cells = '<c><v>1</v></c>'.repeat(1000);
    strictEqual(
      await refusedSoon(xlsx([{ name: 'A', rows: `<row>${cells}</row>`.repeat(1000) }])),
      refusals.tooLarge.en,
    );
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="1048576"><c r="B1048576"><v>3</v></c></row>';
    const merges = ['A1:XFD1048576', ...Array.from({ length: 50_000 }, (_, i) => `A${i + 1}:SR${i + 190}`)];
    const { text } = await readAs(xlsx([{ name: 'A', rows, merges }]));
    ok(text.startsWith('1 |') && !text.includes('2') && text.length < 20_000);
  });

  it('spans of a million columns', async () => {
    const wide =
      '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>';
    strictEqual(await refusedSoon(docx(wide)), refusals.noContent.en);
    const html = '<html><table><tr><td colspan=99999999 rowspan=99999999>1<td>2<tr><td>3</table>';
    ok((await readAs(new TextEncoder().encode(html))).text.length < 1000);
  });

  it('links, macros and embedded objects are not opened', async () => {
    const target =
      '<Relationships><Relationship Id="rId1" TargetMode="External" Type="x/worksheet" Target="file:///etc/passwd"/></Relationships>';
    const sheets = [{ name: 'A', rows: '<row><c><v>1</v></c></row>' }];
    strictEqual(
      await refusedSoon(xlsx(sheets, { 'xl/_rels/workbook.xml.rels': target })),
      refusals.noContent.en,
    );
    const { text } = await readAs(
      docx(`${paragraph(run('甲'))}<w:altChunk r:id="rId2"/>`, {
        'word/vbaProject.bin': new Uint8Array([1]),
        'word/embeddings/oleObject1.bin': 'PK',
      }),
    );
    strictEqual(text, '甲\n');
  });
});

describe(`any bytes whatever (seed ${runSeed()})`, () => {
  const chance = random(runSeed());

  for (const [name, file, readers] of officeFixtures)
    it(`${name} cut off and with bits turned`, async () => {
      for (let i = 0; i < (name === 'a .pdf' ? 15 : 60); i++) {
        const bytes = Uint8Array.from(i % 3 === 0 ? file.subarray(0, chance.between(0, file.length)) : file);
        for (let k = chance.between(1, 12); k > 0 && bytes.length > 0; k--) {
          const at = chance.between(0, bytes.length - 1);
          bytes[at] = (bytes[at] as number) ^ (1 << chance.between(0, 7));
        }
        const result = await readOffice(bytes, readers);
        ok('refused' in result ? result.refused.zh !== '' : typeof result.text === 'string');
      }
    });

  it('noise behind the first bytes of every format', async () => {
    const heads = [
      'PK\x03\x04',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '%PDF-1.7\n',
      '<html>',
      '{\\rtf',
      'Version:1.0 StartHTML:',
      '',
    ];
    for (let i = 0; i < 140; i++) {
      const head = Buffer.from(heads[i % heads.length] ?? '', 'latin1');
      const noise = Array.from({ length: chance.between(0, 3000) }, () => chance.between(0, 255));
      const result = await readOffice(Uint8Array.from([...head, ...noise]), {});
      ok('refused' in result || typeof result.text === 'string');
    }
  });
});
