import { deepStrictEqual, fail, ok, strictEqual } from 'node:assert';
import { unzipSync } from 'fflate';
import { type DocxEdit, writeDocx } from '../../server/src/office/docx/write-docx.ts';
import type { OfficeText } from '../../server/src/office/office-text.ts';
import { withEntry } from '../../server/src/office/package/zip-rewriting.ts';
import { type Place, placeAt } from '../../server/src/office/places.ts';
import { writeRefusals } from '../../server/src/office/write-refusals.ts';
import { hasSharedFiles, placesOfFigures, readAs, sharedFile } from '../support/office-cases.ts';
import { bodyXml, docx, packed, paragraph, run } from '../support/office-docx.ts';
import { officeFigures, officeReport } from '../support/office-report.ts';
import { sheetOf, xlsx } from '../support/office-xlsx.ts';

const stamp = { author: 'ogi-report', date: '2026-11-26T08:00:00Z' };
const blocks = officeReport(officeFigures);
const settings = (inner: string) =>
  `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inner}</w:settings>`;

/** A table of one row with these cells, given as what stands between `<w:tc>` and `</w:tc>`. */
const rowOf = (...cells: string[]) =>
  `<w:tbl><w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr></w:tbl>`;
const cellAt = (column: number): Place => ({ table: 1, row: 1, column });

const documentOf = (bytes: Uint8Array): string =>
  new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);

/** Writes one cell of the only row; the document's XML, or why not. */
function written(bytes: Uint8Array, column: number, before: string, after: string, tracked: boolean): string {
  const place = cellAt(column);
  const result = writeDocx(bytes, [{ changes: [{ place, before, after }], tracked }], stamp);
  if ('refused' in result && !('bytes' in result)) return result.refused.en;
  const [why] = result.refused;
  return result.bytes === null ? (why?.en ?? fail()) : documentOf(result.bytes);
}

/** The entries of an archive, each with its name, header and compressed bytes but for where it stands. */
function rawEntries(bytes: Uint8Array): ReadonlyMap<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const out = new Map<string, string>();
  for (let at = 0; view.getUint32(at, true) === 0x04034b50; ) {
    const name = view.getUint16(at + 26, true);
    const to = at + 30 + name + view.getUint16(at + 28, true) + view.getUint32(at + 18, true);
    out.set(
      Buffer.from(bytes.subarray(at + 30, at + 30 + name)).toString(),
      Buffer.from(bytes.subarray(at, to)).toString('hex'),
    );
    at = to;
  }
  return out;
}

describe('writing into a .docx', () => {
  it('a figure, directly: only the runs that differ', () => {
    const bytes = docx(rowOf(paragraph(run('规章')), paragraph(run('3', '<w:b/>') + run('72'))));
    const before = documentOf(bytes);
    strictEqual(written(bytes, 2, '372', '375', false), before.replace('>72<', '>75<'));
    strictEqual(written(bytes, 2, '372', '4', false), before.replace('>3<', '>4<').replace('>72<', '><'));
    strictEqual(written(bytes, 2, '372', '3721', false), before.replace('>72<', '>721<'));
  });

  it('a figure as a tracked change, with the looks of the first run', () => {
    const bytes = docx(rowOf(paragraph(run('规章')), paragraph(run('3', '<w:b/>') + run('72'))));
    const who = (id: number) => `w:id="${id}" w:author="ogi-report" w:date="${stamp.date}"`;
    const deleted = (text: string) => text.replace('w:t ', 'w:delText ').replace('/w:t>', '/w:delText>');
    strictEqual(
      written(bytes, 2, '372', '375', true),
      documentOf(bytes).replace(
        run('3', '<w:b/>') + run('72'),
        `<w:del ${who(1)}>${deleted(run('3', '<w:b/>'))}</w:del><w:del ${who(2)}>${deleted(run('72'))}</w:del><w:ins ${who(3)}><w:r><w:rPr><w:b/></w:rPr><w:t>375</w:t></w:r></w:ins>`,
      ),
    );
  });

  it('blank cells, with the looks of the paragraph mark', () => {
    const mark = '<w:pPr><w:jc w:val="center"/><w:rPr><w:b/></w:rPr></w:pPr>';
    const bytes = docx(
      rowOf(paragraph(run('规章')), '<w:p w:rsidR="1"/>', `<w:p>${mark}</w:p>`, paragraph(run('3'))),
    );
    ok(written(bytes, 2, '', '5', false).includes('<w:p w:rsidR="1"><w:r><w:t>5</w:t></w:r></w:p>'));
    ok(written(bytes, 3, '', '5', true).includes(`${mark}<w:ins w:id="2" `.replace('2', '1')));
    ok(
      written(bytes, 3, '', '5', false).includes(`${mark}<w:r><w:rPr><w:b/></w:rPr><w:t>5</w:t></w:r></w:p>`),
    );
  });

  it('a paragraph, of which every character keeps its looks', async () => {
    const bytes = docx(paragraph(run('一、', '<w:b/>') + run('总体 情况')) + paragraph(run('二')));
    const changes = [{ place: { paragraph: 1 }, before: '一、总体 情况', after: '一、 总体情况' }];
    const result = writeDocx(bytes, [{ changes, tracked: false }], stamp);
    ok('bytes' in result && result.bytes !== null);
    strictEqual((await readAs(result.bytes)).text, '一、 总体情况\n二\n');
    ok(documentOf(result.bytes).includes('<w:b/></w:rPr><w:t xml:space="preserve">一、</w:t>'));
  });

  it('many figures at once; every other entry keeps its bytes', async () => {
    const bytes = docx(bodyXml(blocks), {
      'word/media/a.png': new Uint8Array(3000).map((_, i) => (i * 7919) % 251),
      'docProps/app.xml': '<Properties/>',
    });
    const places = placesOfFigures(await readAs(bytes));
    for (const tracked of [false, true]) {
      const edits = [...places].map(([field, place]): DocxEdit => {
        const before = officeFigures.get(field) ?? fail();
        return { changes: [{ place: place ?? fail(), before, after: `${before}7` }], tracked };
      });
      const result = writeDocx(bytes, edits, stamp);
      ok('bytes' in result && result.bytes !== null, JSON.stringify(result));
      deepStrictEqual(new Set(result.refused), new Set([null]));
      const after = rawEntries(result.bytes);
      deepStrictEqual([...after.keys()], [...rawEntries(bytes).keys()]);
      for (const [name, entry] of rawEntries(bytes))
        strictEqual(after.get(name) === entry, name !== 'word/document.xml', name);
    }
  });

  it('an edit of several cells is written whole or not at all', () => {
    const bytes = docx(rowOf(paragraph(run('规章')), paragraph(run('1')), paragraph(run('2'))));
    const change = (column: number, before: string) => ({ place: cellAt(column), before, after: '9' });
    const result = writeDocx(
      bytes,
      [
        { changes: [change(2, '1'), change(3, 'other')], tracked: false },
        { changes: [change(3, '2')], tracked: false },
        { changes: [change(3, '2')], tracked: true },
      ],
      stamp,
    );
    ok('bytes' in result && result.bytes !== null);
    deepStrictEqual(result.refused, [writeRefusals.changed, null, writeRefusals.changed]);
    strictEqual(documentOf(result.bytes), documentOf(bytes).replace('>2<', '>9<'));
  });

  describe('refuses', () => {
    const cases: readonly [string, string, { readonly en: string }][] = [
      [
        'simple fields',
        `<w:p><w:fldSimple w:instr="=SUM(LEFT)">${run('5')}</w:fldSimple></w:p>`,
        writeRefusals.field,
      ],
      [
        'complex fields',
        paragraph(
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=1</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('5')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
        ),
        writeRefusals.field,
      ],
      [
        'content controls',
        `<w:p><w:sdt><w:sdtContent>${run('5')}</w:sdtContent></w:sdt></w:p>`,
        writeRefusals.control,
      ],
      [
        'controls of paragraphs',
        `<w:sdt><w:sdtContent>${paragraph(run('5'))}</w:sdtContent></w:sdt>`,
        writeRefusals.control,
      ],
      ['links', `<w:p><w:hyperlink>${run('5')}</w:hyperlink></w:p>`, writeRefusals.link],
      ['insertions', `<w:p><w:ins w:id="1">${run('5')}</w:ins></w:p>`, writeRefusals.revision],
      [
        'deletions',
        `<w:p>${run('5')}<w:del w:id="1"><w:r><w:delText>4</w:delText></w:r></w:del></w:p>`,
        writeRefusals.revision,
      ],
      ['tracked formats', paragraph(run('5', '<w:b/><w:rPrChange w:id="1"/>')), writeRefusals.revision],
      [
        'inserted paragraph marks',
        paragraph(run('5'), '<w:rPr><w:ins w:id="1"/></w:rPr>'),
        writeRefusals.revision,
      ],
      ['two paragraphs', paragraph(run('5')) + paragraph(run('6')), writeRefusals.paragraphs],
      [
        'pictures',
        paragraph(`${run('5')}<w:r><w:drawing><a:blip/></w:drawing></w:r>`),
        writeRefusals.graphic,
      ],
      ['line breaks', paragraph(`${run('A')}<w:r><w:br/></w:r>${run('B')}`), writeRefusals.lines],
    ];
    for (const [name, cell, why] of cases)
      it(name, async () => {
        const bytes = docx(rowOf(paragraph(run('规章')), cell, paragraph(run('3'))));
        const { text } = await readAs(bytes);
        const before = text.split('|')[1]?.trim() ?? '';
        for (const tracked of [false, true]) strictEqual(written(bytes, 2, before, '8', tracked), why.en);
      });

    it('list numbers', () => {
      const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
      const cell = paragraph(run('5'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
      const bytes = docx(rowOf(paragraph(run('规章')), cell), { 'word/numbering.xml': numbering });
      strictEqual(written(bytes, 2, '1.5', '8', false), writeRefusals.number.en);
    });

    it('cells of controls, locked controls around rows, inserted rows', () => {
      const row = (properties: string) =>
        `<w:tr>${properties}<w:tc>${paragraph(run('规章'))}</w:tc><w:tc>${paragraph(run('5'))}</w:tc></w:tr>`;
      const control = (properties: string, inner: string) =>
        `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
      const table = (inner: string) => docx(`<w:tbl>${inner}</w:tbl>`);
      const cell = row('').replace(/<w:tc>(?!.*<w:tc>).*<\/w:tc>/, (found) => control('', found));
      strictEqual(written(table(cell), 2, '5', '8', false), writeRefusals.control.en);
      const locked = control('<w:lock w:val="sdtContentLocked"/>', row(''));
      strictEqual(written(table(locked), 2, '5', '8', false), writeRefusals.control.en);
      ok(written(table(control('', row(''))), 2, '5', '8', false).includes('>8<'));
      const inserted = row('<w:trPr><w:ins w:id="1"/></w:trPr>');
      strictEqual(written(table(inserted), 2, '5', '8', true), writeRefusals.revision.en);
    });

    it('parts of merged cells', () => {
      const row = (first: string, last: string) => `<w:tr><w:tc>${first}</w:tc><w:tc>${last}</w:tc></w:tr>`;
      const merge = (value: string) => `<w:tcPr><w:vMerge${value}/></w:tcPr>`;
      const rows =
        row(paragraph(run('规章')), merge(' w:val="restart"') + paragraph(run('5'))) +
        row(paragraph(run('行政许可')), `${merge('')}<w:p/>`);
      const place = { table: 1, row: 2, column: 2 };
      const changes = [{ place, before: '', after: '8' }];
      const result = writeDocx(docx(`<w:tbl>${rows}</w:tbl>`), [{ changes, tracked: false }], stamp);
      deepStrictEqual(result, { bytes: null, refused: [writeRefusals.merged] });
    });

    it('cells that hold tables', () => {
      const row = (...cells: string[]) =>
        `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;
      const plain = row(paragraph(run('规章')), paragraph(run('1')), paragraph(run('2')));
      const holding = row(
        paragraph(run('规章')),
        `${rowOf(paragraph(run('5')), paragraph(run('6')))}<w:p/>`,
        paragraph(run('3')),
      );
      const bytes = docx(`<w:tbl>${plain.repeat(3)}${holding}</w:tbl>`);
      const changes = [{ place: { table: 1, row: 4, column: 2 }, before: '5 6', after: '8' }];
      const result = writeDocx(bytes, [{ changes, tracked: false }], stamp);
      deepStrictEqual(result, { bytes: null, refused: [writeRefusals.nested] });
    });

    it('a text that is not what was checked, and what would read otherwise', () => {
      const bytes = docx(rowOf(paragraph(run('规章')), paragraph(run('5'))));
      strictEqual(written(bytes, 2, '6', '8', false), writeRefusals.changed.en);
      strictEqual(written(bytes, 7, '5', '8', false), writeRefusals.changed.en);
      strictEqual(written(bytes, 2, '5', '8|9', false), writeRefusals.notAsAsked.en);
    });

    const table = rowOf(paragraph(run('规章')), paragraph(run('5')));
    const files: readonly [string, Uint8Array, { readonly en: string }][] = [
      ['signed files', docx(table, { '_xmlsignatures/sig1.xml': '<x/>' }), writeRefusals.signed],
      [
        'protected files',
        docx(table, {
          'word/settings.xml': settings('<w:documentProtection w:edit="forms" w:enforcement="1"/>'),
        }),
        writeRefusals.protected,
      ],
      [
        'files with a password for writing',
        docx(table, { 'word/settings.xml': settings('<w:writeProtection w:hash="eA=="/>') }),
        writeRefusals.protected,
      ],
      ['documents in UTF-16', utf16(), writeRefusals.unusual],
      ['workbooks', xlsx([sheetOf('年报', blocks)]), writeRefusals.notDocx],
      ['texts', new TextEncoder().encode('五'), writeRefusals.notDocx],
    ];
    for (const [name, bytes, why] of files)
      it(name, () => strictEqual(written(bytes, 2, '5', '8', false), why.en));

    it('but not files whose protection is not in force', () => {
      const lax =
        '<w:documentProtection w:edit="forms" w:enforcement="0"/><w:writeProtection w:recommended="1"/>';
      ok(written(docx(table, { 'word/settings.xml': settings(lax) }), 2, '5', '8', false).includes('>8<'));
    });
  });

  it('archives with sizes behind the data, a comment, or the entry twice', () => {
    const name = 'word/document.xml';
    const bytes = packed({ 'a.txt': 'a', [name]: 'before', 'b.txt': 'b' });
    const commented = new Uint8Array([...bytes, 0x68, 0x69]);
    new DataView(commented.buffer).setUint16(bytes.length - 2, 2, true);
    for (const archive of [bytes, commented]) {
      const result = withEntry(archive, name, new TextEncoder().encode('after'.repeat(99)));
      const { 'a.txt': a, [name]: main, 'b.txt': b } = unzipSync(result);
      deepStrictEqual(
        [a, main, b].map((part) => Buffer.from(part ?? []).toString()),
        ['a', 'after'.repeat(99), 'b'],
      );
    }
    strictEqual(
      Buffer.from(withEntry(commented, name, new Uint8Array(2)))
        .subarray(-2)
        .toString(),
      'hi',
    );
  });
});

/** A document whose part is in UTF-16. */
function utf16(): Uint8Array {
  const { 'word/document.xml': main, ...parts } = unzipSync(
    docx(rowOf(paragraph(run('规章')), paragraph(run('5')))),
  );
  const xml = `\ufeff${new TextDecoder().decode(main)}`;
  return packed({ ...parts, 'word/document.xml': new Uint8Array(Buffer.from(xml, 'utf16le')) });
}

(hasSharedFiles() ? describe : describe.skip)('writing into files of traps', () => {
  const traps =
    'auto-numbered blank-cells fields footnotes full-width hidden hmerge outer-table picture plain sdt split-runs split-table strict text-box-title tracked';
  const refused: { readonly [trap: string]: readonly [number, { readonly en: string }] } = {
    fields: [34, writeRefusals.field],
    sdt: [34, writeRefusals.control],
    tracked: [28, writeRefusals.revision],
  };
  for (const trap of traps.split(' '))
    for (const tracked of [false, true])
      it(`${trap}, ${tracked ? 'tracked' : 'direct'}: every figure`, async () => {
        const bytes = sharedFile(`docx/${trap}.docx`);
        const read = await readAs(bytes);
        const places = [...placesOfFigures(read).values()].map((place) => place ?? fail());
        const edits = places.map((place, i): DocxEdit => {
          const before = textAt(read, place);
          return { tracked, changes: [{ place, before, after: String(5000 + i) }] };
        });
        const result = writeDocx(bytes, edits, stamp);
        ok('bytes' in result && result.bytes !== null, JSON.stringify(result));
        const [count, why] = refused[trap] ?? [0, null];
        const reasons = result.refused.filter((reason) => reason !== null);
        deepStrictEqual([reasons.length, new Set(reasons)], [count, new Set(why === null ? [] : [why])]);
        const after = await readAs(result.bytes);
        for (const [i, place] of places.entries())
          if (result.refused[i] === null) strictEqual(textAt(after, place), String(5000 + i));
        const entries = rawEntries(result.bytes);
        for (const [name, entry] of rawEntries(bytes))
          strictEqual(entries.get(name) === entry, name !== 'word/document.xml', name);
      });

  it('protected: nothing', () => {
    const changes = [{ place: { table: 1, row: 3, column: 2 }, before: '5', after: '8' }];
    const result = writeDocx(sharedFile('docx/protected.docx'), [{ tracked: true, changes }], stamp);
    deepStrictEqual(result, { refused: writeRefusals.protected });
  });
});

/** The text of a cell of a table, as it was read. */
function textAt({ text, places }: OfficeText, place: Place): string {
  const wanted = JSON.stringify(place);
  const start = places.starts.find((offset) => JSON.stringify(placeAt(places, offset)) === wanted);
  return text.slice(start).split('|')[0]?.trim() ?? fail();
}
