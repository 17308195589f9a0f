// Office files that the client shows as texts. Such a document has a scheme of its own and is read-only; for
// the server it is the file itself, so that configuration, last year's report and units are found as for any
// other. What is kept of it is where its text stands in the file.

import type { Language, Phrase } from '../base/phrase.ts';
import type { DocxEdit } from '../office/index.ts';
import type { OfficeKind, OfficeNote, OfficeRefusal, OfficeText } from '../office/office-text.ts';
import { type Places, placeAt, placePhrase } from '../office/places.ts';
import type { Span } from '../text/span.ts';
import { documentName } from './document-name.ts';
import type { Session } from './session.ts';

/** Reads the bytes of an Office file. Never rejects. */
export type ReadOffice = (bytes: Uint8Array) => Promise<OfficeText | OfficeRefusal>;

/** Writes into the file of a URI; null when that is done, else why not. Never rejects. */
export type WriteOffice = (uri: string, edit: DocxEdit) => Promise<Phrase | null>;

/** What was read of an Office file besides its text. */
export interface OfficeSource {
  readonly kind: OfficeKind;
  readonly places: Places;
  readonly notes: readonly OfficeNote[];
}

/** What the client is told of a file: its text, or the sentence that says why there is none. */
type OfficeAnswer = { readonly text: string } | { readonly refused: string };

/** Reads an Office file that is to be shown as the document `uri`; null where the client has to read it. */
export async function readShownOffice(
  session: Session,
  uri: string,
  bytes: string,
): Promise<OfficeAnswer | null> {
  const result = await session.host.readOffice?.(Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0)));
  return result ? shownOffice(session, uri, result) : null;
}

/** Keeps what was read of the file that the document `uri` is to show. */
export function shownOffice(session: Session, uri: string, result: OfficeText | OfficeRefusal): OfficeAnswer {
  if ('refused' in result) return { refused: result.refused[session.setting.language] };
  session.offices.set(documentName(uri), officeSource(result));
  return { text: result.text };
}

/** Takes what another program has read: numbers may have come as lists. */
export const officeSource = ({ kind, places, notes }: OfficeText): OfficeSource => ({
  kind,
  places: {
    ...places,
    starts: Uint32Array.from(places.starts),
    numbers: Uint32Array.from(places.numbers),
  },
  notes,
});

/** A span of a report in words of the file, for the front of a message: `表2第27行第10列：`. */
export type InWords = (span: Span) => string;

/** `at`: where the report begins in the text. Undefined for a text that is its own file. */
export function placeInWords(
  source: OfficeSource | null | undefined,
  at: number,
  language: Language,
): InWords | undefined {
  return source ? ({ from }) => placeWords(source, at + from, language) : undefined;
}

function placeWords({ places }: OfficeSource, offset: number, language: Language): string {
  const place = placeAt(places, offset);
  return place === null ? '' : `${placePhrase(place)[language]}${colon[language]}`;
}

const colon: Phrase = { zh: '：', en: ': ' };
