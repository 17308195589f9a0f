// The door of the room: bytes of an Office file in, a text with places out, or the sentence that says why
// not. Formats that need a large library are handed in by whoever knows how to load it, and loaded at the
// first such file.
import type { Phrase } from '../base/phrase.ts';
import { readDoc } from './doc/read-doc.ts';
import { readDocx } from './docx/docx-text.ts';
import { readHtml } from './html/html-text.ts';
import { type OfficeReader, type OfficeRefusal, type OfficeText, refusalOf } from './office-text.ts';
import { type OtherKind, recognise } from './recognise.ts';
import { refusals } from './refusals.ts';
import { wordsIn } from './text-writer.ts';
import { readXlsx } from './xlsx/xlsx-text.ts';

/** Readers that stand in bundles of their own; without one, files of its format are refused. */
export interface LoadedReaders {
  readonly pdf?: () => Promise<OfficeReader>;
}

/** Larger files are no reports. */
const LARGEST_FILE = 64 << 20;

/** Never rejects, whatever the bytes. */
export async function readOffice(
  given: Uint8Array,
  readers: LoadedReaders,
): Promise<OfficeText | OfficeRefusal> {
  if (given.length > LARGEST_FILE) return { refused: refusals.tooLarge };
  // A Buffer is a view whose `slice` is one too.
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.length);
  try {
    const kind = recognise(bytes);
    const load = loaders[kind as keyof typeof loaders];
    if (load === undefined) return { refused: others[kind as OtherKind | 'text'] };
    const read = await load(readers);
    if (read === null) return { refused: refusals.notHere };
    const result = await read(bytes);
    return wordsIn(result.text) === '' ? { refused: emptyBecause(result) } : result;
  } catch (error) {
    return refusalOf(error, refusals.damaged);
  }
}

const loaders = {
  docx: async () => readDocx,
  xlsx: async () => readXlsx,
  html: async () => readHtml,
  doc: async () => readDoc,
  pdf: async ({ pdf }: LoadedReaders) => (pdf === undefined ? null : await pdf()),
};

const others: { readonly [kind in OtherKind | 'text']: Phrase } = {
  xls: refusals.xls,
  xlsb: refusals.xlsb,
  ods: refusals.ods,
  odt: refusals.odt,
  slides: refusals.slides,
  ofd: refusals.ofd,
  mht: refusals.mht,
  rtf: refusals.rtf,
  compound: refusals.compound,
  encrypted: refusals.encrypted,
  image: refusals.image,
  archive: refusals.archive,
  damaged: refusals.damaged,
  'too-large': refusals.tooLarge,
  unknown: refusals.unknown,
  text: refusals.unknown,
};

const emptyBecause = ({ notes }: OfficeText): Phrase =>
  notes.some(({ kind }) => kind === 'picture' || kind === 'scanned') ? refusals.scanned : refusals.noContent;
