// Changes as a client of the language server protocol sends them.
import type { DocumentText } from './document-text.ts';
import type { Position } from './position.ts';
import type { Edit } from './span.ts';

/** Without a range `text` is the whole new content. */
export interface Change {
  readonly range?: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/** The document after changes one behind the other, each counted in the outcome of those before. */
export function applyChanges(document: DocumentText, changes: readonly Change[]): DocumentText {
  let current = document;
  let batch: Edit[] = [];
  let limit: Position | null = null; // where the earliest edit of the batch starts
  for (const { range, text: insert } of changes) {
    const [start, end] = range === undefined ? WHOLE : ascending(range.start, range.end);
    // Editors send cursors from last to first: such edits do not move one another and go in together.
    if (limit !== null && !isBefore(end, limit)) {
      current = current.replace(batch.reverse());
      batch = [];
    }
    const from = current.offsetAt(start);
    batch.push({ from, to: Math.max(from, current.offsetAt(end)), insert });
    limit = current.positionAt(from);
  }
  return current.replace(batch.reverse());
}

const WHOLE: readonly [Position, Position] = [
  { line: 0, character: 0 },
  { line: Number.POSITIVE_INFINITY, character: 0 },
];

const ascending = (a: Position, b: Position): readonly [Position, Position] =>
  isBefore(b, a) ? [b, a] : [a, b];

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
