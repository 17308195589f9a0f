import type { Span } from '../text/span.ts';
import { BLANK, kinds, OPENING } from './char-kinds.ts';

/** A sentence without blanks, quotes, tags and the names in 《》, so that patterns need not allow for them. */
export interface SqueezedText {
  readonly text: string;
  /** Where the sentence starts in the part. */
  readonly from: number;
  /** Where something was left out, in the order of the text. */
  readonly cuts: readonly Cut[];
}

/** From `at` on, units of the dense text stand `by` units further behind in the sentence. */
interface Cut {
  readonly at: number;
  readonly by: number;
}

/** Squeezes a narrowed sentence that starts at `from`. Linear in its length. */
export function squeeze(plain: string, from: number): SqueezedText {
  const kindOf = kinds();
  const cuts: Cut[] = [];
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
    cuts.push({ at: text.length, by: kept - text.length });
    i = last;
  }
  return { text: cuts.length === 0 ? plain : text + plain.slice(kept), from, cuts };
}

/** Where the bracket that opens at `i` closes; negative when it does not, or holds too much for what it would be. */
function closing(plain: string, i: number, unclosed: Set<string>): number {
  const open = plain.charAt(i);
  if (unclosed.has(open)) return -1;
  const end = plain.indexOf(CLOSING[open] as string, i + 1);
  if (end < 0) unclosed.add(open);
  return (open === '<' && end - i >= 400) || (open === '[' && end - i >= 8) ? -1 : end;
}

/** The span in the part of a span of the dense text. */
export function placed({ from: start, cuts }: SqueezedText, from: number, to: number): Span {
  const first = start + from + shiftAt(cuts, from);
  return { from: first, to: to > from ? start + to + shiftAt(cuts, to - 1) : first };
}

/** How much was left out before `at`. */
function shiftAt(cuts: readonly Cut[], at: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cuts[middle] as Cut).at <= at) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : (cuts[low - 1] as Cut).by;
}

/** Names of documents, document numbers and tags hold figures that count nothing. */
const CLOSING: { readonly [open: string]: string } = { '《': '》', '〔': '〕', '<': '>', '[': ']' };
