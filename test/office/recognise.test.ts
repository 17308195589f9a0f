import { strictEqual } from 'node:assert';
import iconv from 'iconv-lite';
import { type FileKind, recognise } from '../../server/src/office/recognise.ts';
import { base } from '../support/base.ts';
import { readAs, refusalOf } from '../support/office-cases.ts';
import { compoundFile } from '../support/office-compound.ts';
import { docx, packed, paragraph, relationships, run } from '../support/office-docx.ts';
import { xlsx } from '../support/office-xlsx.ts';

const ascii = (text: string) => new TextEncoder().encode(text);
const bytes = (...head: number[]) => Uint8Array.from([...head, ...Array<number>(600).fill(0)]);

/** Files by what they are; names play no part. */
const files: readonly (readonly [string, FileKind, Uint8Array])[] = [
  ['a .docx', 'docx', docx(paragraph(run('甲')))],
  ['an .xlsx', 'xlsx', xlsx([])],
  ['an .xlsb', 'xlsb', packed({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' })],
  [
    'slides',
    'slides',
    packed({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': relationships('ppt/presentation.xml'),
      'ppt/presentation.xml': '',
    }),
  ],
  ['an .ofd', 'ofd', packed({ 'OFD.xml': '' })],
  ['an .odt', 'odt', packed({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' })],
  [
    'an .ods',
    'ods',
    packed({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '' }),
  ],
  ['a .zip', 'archive', packed({ '年报.txt': 'x' })],
  ['half a .docx', 'damaged', docx(paragraph(run('甲'))).subarray(0, 300)],
  ['a .doc or .wps', 'doc', compoundFile(['WordDocument', '1Table'])],
  ['an .xls or .et', 'xls', compoundFile(['Workbook'])],
  ['old slides', 'slides', compoundFile(['PowerPoint Document'])],
  ['an Office file with a password', 'encrypted', compoundFile(['EncryptionInfo', 'EncryptedPackage'])],
  ['another compound file', 'compound', compoundFile(['CONTENTS'])],
  ['a .pdf', 'pdf', ascii('\n%PDF-1.7\n')],
  ['a page', 'html', ascii('\ufeff  <!DOCTYPE html><html>')],
  ['a page without a type', 'html', ascii('<!-- saved from url -->\n<HTML xmlns:o="urn:x">')],
  ['an XHTML page', 'html', ascii('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html>')],
  ['a page in UTF-16', 'html', new Uint8Array(iconv.encode('<html><body>', 'utf16le', { addBOM: true }))],
  ['an .xls that is a page', 'html', ascii('<table border=1><tr><td>1</td></tr></table>')],
  ['the clipboard of a browser', 'html', ascii('Version:0.9\r\nStartHTML:0000000105\r\n<html>')],
  ['an .mht', 'mht', ascii('From: <Saved by Blink>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\n')],
  ['an .mht of Word', 'mht', ascii('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"')],
  ['an .rtf', 'rtf', ascii('{\\rtf1\\ansi')],
  ['a .png', 'image', bytes(0x89, 0x50, 0x4e, 0x47)],
  ['a .jpg', 'image', bytes(0xff, 0xd8, 0xff, 0xe0)],
  ['a .rar', 'archive', ascii('Rar!\x1a\x07')],
  ['a program', 'unknown', bytes(0x7f, 0x45, 0x4c, 0x46, 1, 0, 2)],
  ['a text', 'text', ascii(base)],
  ['a text with tables in HTML', 'text', ascii('某县教育局2024年年报\n<table><tr><td>1</td></tr></table>')],
  ['a text in GB18030', 'text', new Uint8Array(iconv.encode(base, 'gb18030'))],
  ['a text in UTF-16', 'text', new Uint8Array(iconv.encode(base, 'utf16le', { addBOM: true }))],
  ['a text in UTF-16 without a mark', 'text', new Uint8Array(iconv.encode('2024\n'.repeat(99), 'utf16be'))],
  ['nothing', 'text', new Uint8Array()],
];

describe('what a file is', () => {
  for (const [name, kind, content] of files)
    it(`${name}: ${kind}`, () => strictEqual(recognise(content), kind));

  it('an embedded workbook does not make a workbook of a document', () => {
    strictEqual(recognise(compoundFile(['WordDocument'], ['Workbook'])), 'doc');
    strictEqual(recognise(compoundFile(['Workbook'], ['WordDocument'])), 'xls');
  });
});

describe('files that are not read', () => {
  const read: readonly FileKind[] = ['docx', 'xlsx', 'html', 'doc', 'pdf'];
  for (const [name, kind, content] of files)
    if (!read.includes(kind))
      it(`${name}: what to do is said`, async () => {
        const refused = await refusalOf(content);
        strictEqual(/save|use|check|open|unpack|text/.test(refused), true, refused);
      });

  it('a format whose reader is not here', async () => {
    const refused = await refusalOf(ascii('%PDF-1.7'));
    strictEqual(refused, 'cannot be read here: use the desktop or the command line, or save it as .docx');
  });

  it('files without text, and those of pictures only', async () => {
    strictEqual(await refusalOf(docx(paragraph(''))), 'holds no text');
    const picture = docx(paragraph('<w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r>'));
    strictEqual((await refusalOf(picture)).startsWith('a scan or picture'), true);
  });

  it('a view of a larger buffer is read for what it is', async () => {
    const file = docx(paragraph(run('甲')));
    const larger = Buffer.concat([Buffer.from('xxxxx'), file, Buffer.from('yyy')]);
    strictEqual((await readAs(larger.subarray(5, 5 + file.length))).text, '甲\n');
  });
});
