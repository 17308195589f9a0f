// Tells what a file is by its bytes. Names mislead: many an .xls is a web page, many a .doc a rich text, many
// a .wps a Word file.
import { headOf } from './html/html-encoding.ts';
import { type OfficeKind, refusalOf } from './office-text.ts';
import { isCompoundFile, openCompound } from './package/compound-file.ts';
import { mainPart } from './package/package-parts.ts';
import { openZip, type ZipArchive } from './package/zip-archive.ts';
import { refusals } from './refusals.ts';

/** Formats that are known and not read. */
export type OtherKind =
  | 'xls'
  | 'xlsb'
  | 'ods'
  | 'odt'
  | 'slides'
  | 'ofd'
  | 'mht'
  | 'rtf'
  | 'compound'
  | 'encrypted'
  | 'image'
  | 'archive'
  | 'damaged'
  | 'too-large'
  | 'unknown';

/** `text`: whatever may be plain text, in an encoding that is for others to find out. */
export type FileKind = OfficeKind | OtherKind | 'text';

/** Never throws. */
export function recognise(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, 'PK')) return kindOfZip(bytes);
  if (isCompoundFile(bytes)) return kindOfCompound(bytes);
  const binary = signatures.find(([signature]) => startsWith(bytes, signature));
  if (binary !== undefined) return binary[1];
  const head = headOf(bytes);
  // A PDF may begin with other bytes; its first thousand must name it.
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  const start = head.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, '');
  if (/^\{\\rtf/.test(start)) return 'rtf';
  if (isWebArchive(start)) return 'mht';
  if (isHtml(start)) return 'html';
  return bytes.subarray(0, 4096).includes(0) && !isWideText(bytes) ? 'unknown' : 'text';
}

const signatures: readonly (readonly [string, FileKind])[] = [
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['BM', 'image'],
  ['II*\0', 'image'],
  ['MM\0*', 'image'],
  ['RIFF', 'image'],
  ['Rar!', 'archive'],
  ['7z\xbc\xaf', 'archive'],
  ['\x1f\x8b', 'archive'],
];

const startsWith = (bytes: Uint8Array, signature: string): boolean =>
  Array.from(signature).every((char, i) => bytes[i] === char.charCodeAt(0));

/** A page of its own, or a table saved as one; text that merely holds markup further on stays text. */
const isHtml = (start: string): boolean =>
  /^(?:<\?xml[^>]{0,200}\?>\s{0,100})?(?:<!--[^>]{0,2000}-->\s{0,100})?<(?:!doctype\s+html|html|head|body|meta|table)[\s>]/i.test(
    start,
  ) || /^Version:\d\.\d\s+StartHTML:/.test(start);

const isWebArchive = (start: string): boolean =>
  /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?(?:MIME-Version|Content-Type:\s*multipart\/related)/i.test(
    start,
  );

/** Whether zeros may be those of UTF-16: a byte order mark, or only every other byte is zero. */
function isWideText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const zeros = [0, 0];
  const end = Math.min(bytes.length, 4096);
  for (let i = 0; i < end; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  return bytes.length % 2 === 0 && Math.min(...zeros) === 0;
}

function kindOfCompound(bytes: Uint8Array): FileKind {
  try {
    const { names } = openCompound(bytes);
    if (names.has('EncryptedPackage')) return 'encrypted';
    if (names.has('WordDocument')) return 'doc';
    if (names.has('Workbook') || names.has('Book')) return 'xls';
    if (names.has('PowerPoint Document')) return 'slides';
    return 'compound';
  } catch {
    return 'damaged';
  }
}

function kindOfZip(bytes: Uint8Array): FileKind {
  try {
    const archive = openZip(bytes);
    return kindOfPackage(archive);
  } catch (error) {
    return refusalOf(error, refusals.damaged).refused === refusals.tooLarge ? 'too-large' : 'damaged';
  }
}

function kindOfPackage(archive: ZipArchive): FileKind {
  const { entries } = archive;
  if (entries.has('[Content_Types].xml')) {
    const part = mainPart(archive, '');
    const name = entries.has(part)
      ? part
      : ([...entries.keys()].find((it) => /^(?:word\/document|xl\/workbook)\./.test(it)) ?? '');
    if (name.startsWith('ppt/')) return 'slides';
    if (/workbook\w{0,9}\.bin$/.test(name)) return 'xlsb';
    if (/workbook\w{0,9}\.xml$/.test(name)) return 'xlsx';
    if (/document\w{0,9}\.xml$/.test(name)) return 'docx';
  }
  if (entries.has('OFD.xml')) return 'ofd';
  if (entries.has('word/document.xml')) return 'docx';
  if (entries.has('xl/workbook.xml')) return 'xlsx';
  if (entries.has('content.xml')) return kindOfOpenDocument(archive);
  return 'archive';
}

/** An OpenDocument file says what it is in its first entry. */
function kindOfOpenDocument(archive: ZipArchive): FileKind {
  const bytes = archive.entries.has('mimetype') ? archive.read('mimetype') : null;
  const type = bytes === null ? '' : new TextDecoder().decode(bytes);
  return type.includes('spreadsheet') ? 'ods' : type.includes('presentation') ? 'slides' : 'odt';
}
