// Lines of prose that a printed page has broken, small headings, and rows of tables: what a line is to the
// reader of sentences.
import { narrow } from '../text/fold.ts';
import { endOfLine } from '../text/lines.ts';
import { BAR, before, behind, DIGIT, kinds, MARK, NUMERAL, PAUSE, SPACE, TAB } from './char-kinds.ts';

/**
 * Whether the line `from..to` goes on with the one that starts at `next`: text taken from a PDF breaks its
 * paragraphs at the page's width. Such a line is as long as a printed one and ends without a mark. Nothing
 * goes on behind `limit`.
 */
export function goesOn(text: string, from: number, to: number, next: number, limit: number): boolean {
  if (to - from < SHORTEST || to >= text.length) return false;
  const last = before(SPACE, text, from, to);
  if (last === from || (kinds()[text.charCodeAt(last - 1)] as number) & MARK) return false;
  const first = behind(SPACE, text, from, last);
  if (last - first < SHORTEST || last - first > LONGEST) return false;
  const end = endOfLine(text, next);
  if (end > limit || isRow(text, first, last)) return false;
  const line = narrow(text.slice(first, last));
  if (HEADED.test(line) && !/[,。;:]/.test(line)) return false;
  const below = narrow(text.slice(next, end));
  return /[\u4e00-\u9fff]/.test(below) && !HEADED.test(below.slice(0, 8)) && !isRow(text, next, end);
}

/** Whether the line at `at` begins with a number as small headings do: `(二)`, `3.`. */
export const isHeaded = (text: string, at: number): boolean =>
  ((kinds()[text.charCodeAt(at)] as number) & (SPACE | PAUSE | NUMERAL | DIGIT)) !== 0 &&
  HEADED.test(narrow(text.slice(at, at + 8)));

/** Whether a line is a row of a table: two or more bars, or two or more tabs. */
export function isRow(text: string, from: number, to: number): boolean {
  const kindOf = kinds();
  let bars = 0;
  let tabs = 0;
  for (let at = from; at < to && bars < 2 && tabs < 2; at++) {
    const kind = kindOf[text.charCodeAt(at)] as number;
    if (kind & BAR) bars++;
    else if (kind & TAB) tabs++;
  }
  return bars > 1 || tabs > 1;
}

/** In UTF-16 units. */
const SHORTEST = 18;
const LONGEST = 70;
const HEADED = /^\s*(?:\(?[一二三四五六七八九十]{1,2}[)、.]|\(?\d{1,2}[)、.])/;
