// The line in which someone is typing: a row there is not wrong yet but unfinished, until the cursor leaves
// the line or the document is saved. cursor.ts finds that out.

import type { Document } from './open-documents.ts';

/** Versions of documents whose typed line has been left. */
const left = new WeakSet<Document>();
/** Versions that have been shown with an unfinished row. */
const shown = new WeakSet<Document>();

/** Null where nobody is typing any more. */
export const typedLineOf = (document: Document): number | null =>
  left.has(document) ? null : document.typing;

export function showUnfinished(document: Document): void {
  shown.add(document);
}

/** Someone has left the line, or saved. Whether a row has been shown as unfinished that is now wrong. */
export function leaveTypedLine(document: Document): boolean {
  if (typedLineOf(document) === null) return false;
  left.add(document);
  return shown.has(document);
}
