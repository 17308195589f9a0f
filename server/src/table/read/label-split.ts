// Splits keys (the folded texts of label tokens) into labels of the form: one label may be wrapped over several tokens, and one token may
// hold several labels. Results are remembered, because the same labels recur in every report.

import { memoizeByText } from '../../base/cache.ts';
import { type LabelMeaning, longestLabelAt } from './labels.ts';

/** This many splits are remembered. */
const remembered = 4000;
/** A number in front of a label: `（一）` folds to `一`. */
export const leadingNumber = /^[一二三四五六七八九十\d]{1,2}/;

export interface LabelSplit {
  /** Pieces from `first` to `last`; `start` and `end` count folded characters in these two. */
  readonly labels: {
    first: number;
    last: number;
    start: number;
    end: number;
    meanings: readonly LabelMeaning[];
    glued: boolean;
  }[];
  /** The first piece behind them. */
  readonly next: number;
}

/** No label of the form is wrapped into more pieces. */
export const mostPieces = 6;
/** Between keys that are looked up together; folding leaves none of it. */
const border = '\n';

/** Labels that begin at the first of the keys; null when the keys do not read as labels. */
export const labelsIn = (keys: readonly string[]): LabelSplit | null =>
  splitJoined(keys.length === 1 ? (keys[0] as string) : keys.join(border));

/** Labels that begin at the first of the keys, its number counted as noise where it fits nothing with it. */
const splitJoined = memoizeByText(remembered, (joined): LabelSplit | null => {
  const keys = joined.split(border);
  return readPieces(keys) ?? readNumbered(keys);
});

/** The same with a number before the first label that is none of its own: `（一）（三）不予公开`. */
function readNumbered(keys: readonly string[]): LabelSplit | null {
  const [first = '', ...others] = keys;
  const bare = first.replace(leadingNumber, '');
  const found = bare === first ? null : readPieces([bare, ...others]);
  const by = first.length - bare.length;
  for (const label of found?.labels ?? []) {
    if (label.first === 0) label.start += by;
    if (label.last === 0) label.end += by;
  }
  return found;
}

/**
 * Labels that begin at the first piece and end at a piece's end; null when the pieces do not read as labels.
 * One label may span several pieces (`商业`, `企业`), one piece may hold several (`（三）不予公开1.属于国家秘密`).
 */
function readPieces(keys: readonly string[]): LabelSplit | null {
  const joined = keys.join('');
  const labels: LabelSplit['labels'] = [];
  let at = 0;
  let piece = 0;
  let pieceStart = 0;
  for (;;) {
    const entry = longestLabelAt(joined, at);
    if (entry === null) return note(joined, at, pieceStart, keys, piece, labels);
    const end = at + entry.key.length;
    const first = piece;
    const start = at - pieceStart;
    while (piece < keys.length && pieceStart + (keys[piece] as string).length < end) {
      pieceStart += (keys[piece] as string).length;
      piece++;
    }
    labels.push({
      first,
      last: piece,
      start,
      end: end - pieceStart,
      meanings: entry.meanings,
      glued: false,
    });
    if (pieceStart + (keys[piece] as string).length === end) return { labels, next: piece + 1 };
    at = end;
  }
}

/** What follows the last label inside its piece: glued digits, or a note that is shorter than the label. */
function note(
  joined: string,
  at: number,
  pieceStart: number,
  keys: readonly string[],
  piece: number,
  labels: LabelSplit['labels'],
): LabelSplit | null {
  const last = labels.at(-1);
  if (last === undefined) return null;
  const end = pieceStart + (keys[piece] as string).length;
  const rest = joined.slice(at, end);
  const glued = /^\d/.test(rest) && last.meanings.some((m) => m.role === 'row');
  if (!glued && rest.length * 2 > at - pieceStart) return null;
  last.glued = glued;
  return { labels, next: piece + 1 };
}
