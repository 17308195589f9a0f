// Splits lines at their blanks, places empty cells, and tells page marks (`Page 3`, `- 12 -`, `第 3 页`) and
// running heads from words of the table.

import { isBlank } from '../../text/chars.ts';
import type { Span } from '../../text/span.ts';

const pageMark =
  /^(?:page\s*\d+\b.{0,60}|p\.\s*\d+|[-—－]\s*\d+\s*[-—－]|第\s*\d+\s*页.{0,20}|\d+\s*\/\s*\d+\s*页?)$/i;
/** The same in the middle of a text whose line ends are lost. */
const pageMarkInLine = /(?:page|p\.)\s*\d+(?:\s*-\s*\d+)?(?=\s|$)/gi;
const mayHoldPageMark = /[pP]/;

/** The stretch without the blanks around it; empty at its end when all is blank. */
export function trimmed(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { from: start, to: end };
}

/** Where a line of a Markdown quotation (`> | 规章 | 0 |`) begins. */
export function behindQuoteMarks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text[at] === '>') at = trimmed(text, at + 1, to).from;
  return at;
}

/** Where a value would stand in blanks: before the last one (`| 0 |`), at the start of a line before all. */
export function placeOfValue(from: number, to: number, lineStart: number): Span {
  const at = from === lineStart || to - from < 2 ? from : to - 1;
  return { from: at, to: at };
}

/** The title of the report at the head or foot of a page, most often with the page's number. */
const runningHead =
  /^[^。；;！？]{0,40}政府信息公开.{0,4}年度报告(?:\s+[-—]?\s*\d{1,3}\s*[-—]?|\s*第\s*\d{1,3}\s*页.{0,12}|\s+\d{1,3}\s*\/\s*\d{1,3})?$/;

/** Whether a line holds a page mark or a running head and nothing else. */
export const isPageMark = (line: string): boolean =>
  pageMark.test(line.trim()) || (line.includes('年度报告') && runningHead.test(line.trim()));

/** What programs write into a cell that another one covers, or that nothing was written in. */
const coverWord = /^(?:nan|none|null|<na>|unnamed:\s?\d{1,3}|\^\^|[″〃]|同上)$/i;

/** Whether a text stands for an empty cell. */
export const isCoverWord = (text: string): boolean => text.length < 16 && coverWord.test(text);

/** The words of a line, page marks left out. Spans are offsets in `text`. */
export function wordsOf(text: string, from: number, to: number): Span[] {
  const line = text.slice(from, to);
  const marks = mayHoldPageMark.test(line) ? [...line.matchAll(pageMarkInLine)] : [];
  const words: Span[] = [];
  let mark = 0;
  for (let at = from; at < to; ) {
    while (at < to && isBlank(text.charCodeAt(at))) at++;
    const start = at;
    while (at < to && !isBlank(text.charCodeAt(at))) at = behindUnit(text, at, to);
    while (from + endOf(marks[mark]) <= start) mark++;
    const isInMark = from + (marks[mark]?.index ?? line.length) <= start;
    if (at > start && !isInMark) words.push({ from: start, to: at });
  }
  return words;
}

/** Nobody marks up a figure at greater length, in UTF-16 units. */
const longestMarked = 200;

/** Behind the unit at `at`; behind the tag or the LaTeX figure (`$1 2$`) that opens there. */
function behindUnit(text: string, at: number, to: number): number {
  const unit = text.charCodeAt(at);
  if (unit !== 0x3c && unit !== 0x24) return at + 1;
  const marked = (unit === 0x3c ? openingTag : latexFigure).exec(
    text.slice(at, Math.min(to, at + longestMarked)),
  );
  return at + (marked?.[0].length ?? 1);
}

const openingTag = /^<\/?[a-z][^<>]*>/i;
const latexFigure = /^\$ ?[-+]? ?\d[\d., ]*\$/;

/** End of a match; behind everything where there is none. */
const endOf = (match: RegExpExecArray | undefined): number =>
  match === undefined ? Number.POSITIVE_INFINITY : match.index + match[0].length;
