// Where the cursor is. The protocol has no message for it, but editors ask for some things whenever it moves.

import { refreshFindings } from './diagnostics.ts';
import type { Session } from './session.ts';
import { leaveTypedLine, typedLineOf } from './typed-line.ts';

/** A request with the place of the cursor, in a position or a range. */
interface CursorParams {
  readonly textDocument: { readonly uri: string };
  readonly position?: { readonly line: number };
  readonly range?: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
}

/** Notes the cursor of a request before it is answered. */
export const followingCursor =
  <P extends CursorParams, T, R>(session: Session, answer: (params: P, token: T) => R) =>
  (params: P, token: T): R => {
    const { textDocument, position, range } = params;
    cursorAt(session, textDocument.uri, (range?.start ?? position)?.line, (range?.end ?? position)?.line);
    return answer(params, token);
  };

/** The cursor is in one of these lines, from the first to the last. */
export function cursorAt(session: Session, uri: string, first = 0, last = first): void {
  const document = session.documents.get(uri);
  const typed = document && typedLineOf(document);
  if (!document || typed === null || typed === undefined || (first <= typed && typed <= last)) return;
  if (leaveTypedLine(document)) refreshFindings(session);
}
