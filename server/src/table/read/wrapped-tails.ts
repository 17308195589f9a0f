// Labels wrapped around their values, as narrow cells leave them in the text of a PDF:
//
//     予处  4.无正当理由大
//                           0   0   0   0   0   0   0
//      理    量反复申请                                    the tail; 予处 and 理 belong to the label of a group
//
// What stands behind the values would else be read as a label of its own, most like that of another row.

import type { LabelMeaning } from './label-dictionary.ts';
import { isBeginning, meaningsOf } from './labels.ts';
import type { Label } from './segments.ts';

/** The labels that end the label of the row above. */
export interface WrappedTail {
  /** What the whole label means. */
  readonly meaning: LabelMeaning;
  /** The pieces of it, without the strays between them. */
  readonly pieces: readonly Label[];
  /** How many of the labels it takes, strays included. */
  readonly count: number;
}

/** So many labels are looked at. */
const mostPieces = 6;

/** The tail of a label that `labels`, which stand behind the values of `above`, begin with; null for none. */
export function wrappedTail(above: Label, labels: readonly Label[]): WrappedTail | null {
  if (above.key === '' || !isBeginning(above.key)) return null;
  let key = above.key;
  const pieces: Label[] = [];
  for (const [i, label] of labels.slice(0, mostPieces).entries()) {
    // A label of the form may be the stray of a group (`其他`), but not one that can only begin a row.
    if (label.key === '' && label.meanings.every(({ role }) => role === 'row')) return null;
    if (label.key === '') continue;
    const longer = key + label.key;
    const meaning = meaningsOf(longer).find(({ role }) => role === 'row');
    if (meaning === undefined && !isBeginning(longer)) continue;
    pieces.push(label);
    if (meaning !== undefined) return { meaning, pieces, count: i + 1 };
    key = longer;
  }
  return null;
}
