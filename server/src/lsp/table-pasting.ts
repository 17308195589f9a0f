// The command that pastes a range of another program into a table; features/paste-table.ts finds the cells.

import type { Position, TextEdit } from 'vscode-languageserver';
import { pasteTable } from '../features/paste-table.ts';
import type { Clipboard } from '../features/pasted-grid.ts';
import { editsOf } from './convert.ts';
import type { Document } from './open-documents.ts';
import { reportPositionOf, type Session } from './session.ts';

/** What pasting writes; null where the clipboard has nothing of the table at the position. */
export function pasteInto(
  _session: Session,
  document: Document,
  position: Position,
  { html, text }: Clipboard,
  blanks: boolean,
): {
  readonly edits: readonly TextEdit[];
  readonly cells: number;
  readonly unmatched: readonly string[];
} | null {
  const place = reportPositionOf(document, position);
  const pasted = place && pasteTable(place.report, place.offset, { html, text }, blanks === true);
  return pasted && { ...pasted, edits: editsOf(document, pasted.edits, place.at) };
}
