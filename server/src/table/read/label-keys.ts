// The keys of label tokens: the folded texts that labels are looked up by.

import { memoizeByText } from '../../base/cache.ts';
import { cellText } from '../../text/cell-markup.ts';
import { fold } from '../../text/fold.ts';
import { markup, withoutNotes } from './label-wording.ts';
import type { Token } from './token.ts';

/** This many texts of labels are remembered. */
const remembered = 4000;

/** Pinyin in brackets that a line end has cut in two: `政(zhèn` and `g)府`. */
export const cutPinyin = /^[a-zà-ǜ]{1,6}[)）]|[(（][a-zà-ǜ]{1,6}$/gi;

/** The folded text of a label token, tags and entities of HTML left out. */
export function keyOf(text: string, { from, to, separator }: Token): string {
  const raw = text.slice(from, to);
  return separator === 'html' || raw.includes('<') ? htmlKey(raw) : plainKey(raw);
}

const htmlKey = memoizeByText(remembered, (raw) => fold(cellText(raw).replace(markup, ' ')));
const plainKey = memoizeByText(remembered, (raw) => fold(raw.replace(cutPinyin, '')));

/** The key of a text without its notes in brackets. */
export const keyWithoutNotes = memoizeByText(remembered, (raw) => fold(withoutNotes(raw)));
