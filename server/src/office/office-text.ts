// What every reader of Office files gives: a text that the table reader reads, where each stretch of it
// stands in the file, and what a person should know about the reading. `read-office.ts` is the door of this
// room; `text-writer.ts` is how the text is written.
import type { Phrase } from '../base/phrase.ts';
import type { Places } from './places.ts';

/** The formats that are read. */
export type OfficeKind = 'docx' | 'xlsx' | 'html' | 'doc' | 'pdf';

export interface OfficeText {
  readonly kind: OfficeKind;
  readonly text: string;
  readonly places: Places;
  readonly notes: readonly OfficeNote[];
}

/**
 * What a note is about:
 * - `tracked`: tracked changes were read as if accepted
 * - `hidden`: hidden rows, columns or sheets were left out
 * - `picture`: a picture or embedded object stands here; a table in it cannot be checked
 * - `uncalculated`: a formula without a stored result reads as blank
 * - `error-value`: a cell shows an error such as `#REF!`
 * - `scanned`: pages that are pictures without text
 * - `embedded`: another document is embedded and was not read
 */
export type OfficeNoteKind =
  | 'tracked'
  | 'hidden'
  | 'picture'
  | 'uncalculated'
  | 'error-value'
  | 'scanned'
  | 'embedded';

export interface OfficeNote {
  readonly kind: OfficeNoteKind;
  readonly message: Phrase;
  /** Where in the text, a UTF-16 offset; null: about the whole file. */
  readonly at: number | null;
}

/** A file that is not read: why, and what to do about it. */
export interface OfficeRefusal {
  readonly refused: Phrase;
}

/**
 * One format's reader. It may throw `UnreadableOffice`; the door answers it, and any other exception, with a
 * refusal.
 */
export type OfficeReader = (bytes: Uint8Array) => OfficeText | Promise<OfficeText>;

/**
 * Thrown inside a reader where it cannot or must not read on. Bundles have a class of their own each, so it
 * is told by `refusalOf`, not by `instanceof`.
 */
export class UnreadableOffice extends Error {
  readonly refused: Phrase;

  constructor(refused: Phrase) {
    super(refused.en);
    this.refused = refused;
  }
}

/** What a reader threw as a refusal; `otherwise` for an error of any other kind. */
export const refusalOf = (error: unknown, otherwise: Phrase): OfficeRefusal => ({
  refused: (error as Partial<OfficeRefusal> | null)?.refused ?? otherwise,
});
