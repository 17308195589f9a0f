// From an input to its text: a text file decoded, an Office file read.
import type { Phrase } from '../base/phrase.ts';
import { type Decoded, decode, isBig5 } from '../io/encoding.ts';
import { big5, notText } from '../io/io-error.ts';
import { officeLook, readOfficeFile } from '../io/office-files.ts';
import { type Input, readInput } from '../io/read-file.ts';
import type { OfficeText } from '../office/office-text.ts';

/** The text of a file and where it is from: the bytes of a text, or an Office file. */
export type ReadDocument =
  | { readonly text: string; readonly decoded: Decoded; readonly bytes: Uint8Array; readonly office: null }
  | { readonly text: string; readonly bytes: Uint8Array; readonly office: OfficeText };

/** Why there is no text. `skipped`: a file that nobody named and that is of no kind that is read. */
export interface NoDocument {
  readonly why: Phrase;
  readonly kind: 'failed' | 'skipped';
}

/**
 * `textOnly`: everything is taken for text. `fix`: web pages are, since fixes are written into their text.
 * A promise for an Office file only, so that thousands of texts are read without waiting.
 */
export function readDocument(
  input: Input,
  { textOnly, fix }: { readonly textOnly: boolean; readonly fix: boolean },
): ReadDocument | NoDocument | Promise<ReadDocument | NoDocument> {
  const bytes = readInput(input);
  if ('error' in bytes) return { why: bytes.error, kind: 'failed' };
  const look = textOnly ? null : officeLook(bytes);
  if (look === 'file' || (look === 'page' && !fix)) return readAsOffice(bytes, input.listed);
  const decoded = decode(bytes);
  return decoded === null
    ? { why: isBig5(bytes) ? big5 : notText, kind: 'failed' }
    : { text: decoded.text, decoded, bytes, office: null };
}

async function readAsOffice(bytes: Uint8Array, listed: boolean): Promise<ReadDocument | NoDocument> {
  const office = await readOfficeFile(bytes);
  return 'refused' in office
    ? { why: office.refused, kind: listed ? 'skipped' : 'failed' }
    : { text: office.text, bytes, office };
}
