// A sentence without blanks, quotes, tags, pinyin and the names in 《》, so that patterns need not allow for
// them.
import { lastAtMost } from '../base/sorted.ts';
import type { Span } from '../text/span.ts';
import { BLANK, kinds, OPENING } from './char-kinds.ts';

/** A narrowed sentence with parts left out. */
export interface SqueezedText {
  readonly text: string;
  /** Where each stretch kept starts in `text`, ascending from 0, and its distance to the section. */
  readonly starts: readonly number[];
  readonly shifts: readonly number[];
}

/** Squeezes a narrowed sentence that starts at `from`. `asIs`: nothing is to be left out. Linear. */
export function squeeze(plain: string, from: number, asIs: boolean): SqueezedText {
  const starts = [0];
  const shifts = [from];
  if (asIs) return { text: plain, starts, shifts };
  const kindOf = kinds();
  const unclosed = new Set<string>();
  let text = '';
  let kept = 0;
  for (let i = 0; i < plain.length; i++) {
    const kind = kindOf[plain.charCodeAt(i)] as number;
    if ((kind & (BLANK | OPENING)) === 0) continue;
    const last = kind & BLANK ? i : closing(plain, i, unclosed);
    if (last < 0) continue;
    text += plain.slice(kept, i);
    kept = last + 1;
    starts.push(text.length);
    shifts.push(from + kept - text.length);
    i = last;
  }
  return { text: kept === 0 ? plain : text + plain.slice(kept), starts, shifts };
}

/** Where the bracket that opens at `i` closes; negative when it does not, or holds too much. */
function closing(plain: string, i: number, unclosed: Set<string>): number {
  const open = plain.charAt(i);
  if (unclosed.has(open)) return -1;
  const end = plain.indexOf(CLOSING[open] as string, i + 1);
  if (end < 0) unclosed.add(open);
  if (open === '(') return end > i + 1 && end - i < 9 && PINYIN.test(plain.slice(i + 1, end)) ? end : -1;
  return (open === '<' && end - i >= 400) || (open === '[' && end - i >= 8) ? -1 : end;
}

/** The span in the section of a span of the squeezed text. */
export function placed({ starts, shifts }: SqueezedText, from: number, to: number): Span {
  const shiftAt = (at: number): number => shifts[lastAtMost(starts, starts.length, at)] as number;
  const first = from + shiftAt(from);
  return { from: first, to: to > from ? to + shiftAt(to - 1) : first };
}

/** A syllable behind its character, as some copies in Traditional characters have it: `復(fù)議(yì)`. */
const PINYIN = /^[a-zà-ü\u0101-\u01dc\u1e00-\u1eff]+$/;
/** Names of documents, document numbers and tags hold figures that count nothing. */
const CLOSING: { readonly [open: string]: string } = {
  '《': '》',
  '〔': '〕',
  '<': '>',
  '[': ']',
  '(': ')',
};
