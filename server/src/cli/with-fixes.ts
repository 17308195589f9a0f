// Writes the fixes of a file that are asked for into it: of a text here, of an Office file by fix-office.ts.
import type { Phrase } from '../base/phrase.ts';
import { type Decoded, encode } from '../io/encoding.ts';
import { notEncodable } from '../io/io-error.ts';
import { isOpenElsewhere } from '../io/office-files.ts';
import { replaceFile } from '../io/saving.ts';
import { writeRefusals } from '../office/write-refusals.ts';
import { documentText } from '../report/index.ts';
import type { DocumentText } from '../text/document-text.ts';
import { applyEdits } from '../text/span.ts';
import { certainFigureFixes } from './figure-fixes.ts';
import { applySafeFixes } from './fix.ts';
import { fixOffice } from './fix-office.ts';
import type { ReadDocument } from './read-document.ts';
import type { FixesAsked } from './task.ts';
import { nothingWritten, type ViewedReport, type WrittenFixes } from './view.ts';

export type TextRead = Pick<ReadDocument, 'text' | 'office'>;

/** What the file says now; `why`: it could not be written, and says what it said before. */
export interface WithFixes {
  readonly shown: TextRead;
  readonly written: WrittenFixes;
  readonly why: Phrase | null;
}

/** Of an Office file a promise. `view`: the reports of a text with their findings. */
export function withFixes(
  file: string,
  read: ReadDocument,
  asked: FixesAsked,
  view: (text: DocumentText) => readonly ViewedReport[],
): WithFixes | Promise<WithFixes> {
  if (read.office !== null) return withOfficeFixes(file, read, asked, view);
  const safe = asked.notation
    ? applySafeFixes(read.text, (each) =>
        view(documentText(each)).flatMap(({ at, findings }) => findings.map((finding) => ({ finding, at }))),
      )
    : { text: read.text, fixed: 0 };
  const figures = asked.figures ? certainFigureFixes(documentText(safe.text), view) : [];
  const fixed = safe.fixed + figures.length;
  const text = applyEdits(safe.text, figures.flat());
  const why = fixed === 0 ? null : save(file, read.bytes, read.decoded, text);
  return why === null
    ? { shown: { text, office: null }, written: { ...nothingWritten, fixed }, why }
    : { shown: read, written: nothingWritten, why };
}

async function withOfficeFixes(
  file: string,
  read: ReadDocument & { readonly office: NonNullable<ReadDocument['office']> },
  asked: FixesAsked,
  view: (text: DocumentText) => readonly ViewedReport[],
): Promise<WithFixes> {
  const unchanged = (why: Phrase): WithFixes => ({ shown: read, written: nothingWritten, why });
  const fixed = await fixOffice(read.office, read.bytes, asked, view);
  if ('refused' in fixed) return unchanged(fixed.refused);
  const { office, bytes, written } = fixed;
  if (written.fixed > 0) {
    const why = isOpenElsewhere(file) ? writeRefusals.open : replaceFile(file, read.bytes, bytes);
    if (why !== null) return unchanged(why);
  }
  return { shown: { text: office.text, office }, written, why: null };
}

/** Replaces the content of a text, in the same encoding; null when done, else why not. */
function save(
  file: string,
  bytes: Uint8Array,
  { text, encoding, bom }: Decoded,
  fresh: string,
): Phrase | null {
  // A text that is not encoded to the bytes it was read from would be changed in other places too.
  const same = encode(text, encoding, bom);
  const encoded = encode(fresh, encoding, bom);
  if (same === null || encoded === null || !Buffer.from(same).equals(bytes)) return notEncodable;
  return replaceFile(file, bytes, encoded);
}
