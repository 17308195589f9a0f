// Office files on a disk: which bytes are one, and what its text is. The readers are bundles of their own
// beside the program, loaded at the first such file.
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DocxEdit, WrittenDocx } from '../office/index.ts';
import type { OfficeRefusal, OfficeText } from '../office/office-text.ts';
import type { CellGrid } from '../office/xlsx/cell-grid.ts';
import { threadedPdf, threadOptions } from './threaded-pdf.ts';

/**
 * Files of a folder that are looked into though they are no text: those that are read, and those of which a
 * person must be told that they are not, since a report may be in them. Word's lock files (`~$`) hold none.
 */
export const OFFICE_FILE =
  /^(?!.*(?:^|\/)~\$).*\.(?:doc[xm]?|dot[xm]?|wps|xls[xmb]?|et|pdf|od[ts]|ofd|mht|mhtml|rtf|jpe?g|png|tiff?|bmp|zip|rar|7z)$/i;

/** `page`: a web page, which is text too. */
export type OfficeLook = 'file' | 'page' | null;

/** Whether bytes look like an Office file, told from their first few; `recognise` tells which. */
export function officeLook(bytes: Uint8Array): OfficeLook {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LOOKED_AT)).toString(
    'latin1',
  );
  if (FILE.test(head) || PDF.test(head.slice(0, 1024))) return 'file';
  return PAGE.test(head) ? 'page' : null;
}

/** In bytes. */
const LOOKED_AT = 4096;
const FILE =
  /^(?:PK[\x03\x05]|\xd0\xcf\x11\xe0|\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|Rar!|7z\xbc\xaf|\x1f\x8b|\{\\rtf|MIME-Version:)/;
const PDF = /%PDF-\d/;
const PAGE =
  /^(?:\xef\xbb\xbf)?\s{0,100}(?:<\?xml[^>]{0,200}>\s{0,100})?<(?:!doctype\s+html|html|head|body)[\s>]/i;

/** The text of an Office file, or the sentence that says why there is none. Never rejects. */
export async function readOfficeFile(bytes: Uint8Array): Promise<OfficeText | OfficeRefusal> {
  const { readOffice } = await import('../office/index.ts');
  return readOffice(bytes, { pdf: async () => pdfReader().read });
}

/** The sheets of an .xlsx as rows of texts. */
export async function readGridsOf(bytes: Uint8Array): Promise<readonly CellGrid[] | OfficeRefusal> {
  const { readGrids } = await import('../office/index.ts');
  return readGrids(bytes);
}

/** The bytes of a .docx with edits written into it, signed as this program's; see `writeDocx`. */
export async function writeOfficeBytes(
  bytes: Uint8Array,
  edits: readonly DocxEdit[],
): Promise<WrittenDocx | OfficeRefusal> {
  const { writeDocx } = await import('../office/index.ts');
  // Word writes the time of day at its place, and calls it UTC.
  const local = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000);
  return writeDocx(bytes, edits, { author: 'ogi-report', date: `${local.toISOString().slice(0, 19)}Z` });
}

/** Whether Word, WPS or LibreOffice has a file open, as the lock files beside it say. */
export function isOpenElsewhere(file: string): boolean {
  const folder = dirname(file);
  const name = basename(file);
  const { length } = name.slice(0, -extname(name).length);
  // Of a long name Word replaces the first two characters.
  const word = `~$${length > 7 ? name.slice(2) : length === 7 ? name.slice(1) : name}`;
  return [word, `~$${name}`, `.~${name}`, `.~lock.${name}#`].some((lock) => existsSync(join(folder, lock)));
}

/** The bundle of pdf-thread.ts. */
const THREAD = 'pdf-thread.js';

let reader: ReturnType<typeof threadedPdf> | null = null;

function pdfReader(): ReturnType<typeof threadedPdf> {
  reader ??= threadedPdf(
    () =>
      new Worker(join(__dirname, THREAD), {
        ...threadOptions,
        workerData: readFileSync(join(__dirname, 'cmaps.bin')),
      }),
  );
  return reader;
}
