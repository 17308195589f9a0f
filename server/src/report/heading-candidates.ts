// The lines a reader finds the way by: those that may be a report's title or open one of its sections. Chunks
// start at such lines. read-heading.ts reads one line; section-starts.ts chooses among the candidates of a
// report.
import { memoizeByText, memoizePerObject, once } from '../base/cache.ts';
import { isBar } from '../text/chars.ts';
import type { Chunk } from '../text/chunk.ts';
import { fold, narrow } from '../text/fold.ts';
import { composed, foldTable, usage } from '../text/fold-table.ts';
import { endOfLine } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { CHINESE_NUMERALS, readHeading, type SectionCandidate } from './read-heading.ts';
import { foldedTitles, sectionNamed, titlesOfSections } from './section-titles.ts';
import { isTitleLine, titleInPage } from './title-line.ts';

export type HeadingCandidate = TitleCandidate | SectionCandidate;

export interface TitleCandidate extends Span {
  readonly kind: 'title';
}

/** In UTF-16 units. A longer line may be a page whose line ends are lost. */
const SHORTEST = 4;
const LONGEST = 120;
/** A bar behind the first words ends a heading. Lines that short recur in every report. */
const RECURRING = 40;
const TAG = 0x3c;

/** Whether the line starts a chunk: it begins with a heading, is a title, or is a page that holds some. */
export function isHeadingCandidate(text: string, from: number, to: number): boolean {
  if (to - from < SHORTEST) return false;
  if (headingAt(text, from, to) !== null) return true;
  if (to - from <= LONGEST) return isTitleLine(text.slice(from, to));
  return candidatesInLine(text, from, to).length > 0;
}

/** The candidates of a chunk, counted in it. They stand in its first line, since each starts a chunk. */
export const candidatesIn = memoizePerObject((chunk: Chunk): readonly HeadingCandidate[] => {
  const to = endOfLine(chunk.text, 0);
  return to < SHORTEST ? [] : candidatesInLine(chunk.text, 0, to);
});

function candidatesInLine(text: string, from: number, to: number): HeadingCandidate[] {
  const found: HeadingCandidate[] = [];
  const heading = headingAt(text, from, to);
  if (heading !== null) found.push({ ...heading, from: from + heading.from, to: from + heading.to });
  if (to - from <= LONGEST) {
    if (heading === null && isTitleLine(text.slice(from, to))) found.push({ kind: 'title', from, to });
    return found;
  }
  const title = titleInPage(text.slice(from, Math.min(to, from + 300)));
  if (title !== null) found.push({ kind: 'title', from: from + title.from, to: from + title.to });
  const behind = heading === null ? from : from + heading.to;
  for (const each of headingsWithin(text.slice(from, to), from)) if (each.from >= behind) found.push(each);
  return found;
}

/** The heading the line `from..to` begins with, counted in the line. */
function headingAt(text: string, from: number, to: number): SectionCandidate | null {
  const limit = Math.min(to, from + LONGEST);
  const open = openingIn(text, from, limit);
  if (open < 0) return null;
  const most = Math.min(limit, open + RECURRING);
  let end = open;
  while (end < most && !isBar(text.charCodeAt(end))) end++;
  const isLong = (end === most && most < limit) || text.charCodeAt(open) === TAG;
  return isLong
    ? readHeading(text.slice(from, limit))
    : recurring(text.slice(from, Math.min(end + 1, limit)));
}

const recurring = memoizeByText(4000, readHeading);

const SKIPPED = 1;
const OPENS = 2;

/** The place of the first character that counts, -1 when no heading begins with it, as in most lines. */
function openingIn(text: string, from: number, to: number): number {
  let at = from;
  const kinds = openers();
  while (at < to && kinds[text.charCodeAt(at)] === SKIPPED) at++;
  return at < to && kinds[text.charCodeAt(at)] === OPENS ? at : -1;
}

/** For each UTF-16 unit whether folding drops it, and whether a heading may begin with it. */
const openers = once((): Uint16Array => {
  const kinds = new Uint16Array(0x10000);
  kinds[0] = SKIPPED;
  const firsts = [...foldedTitles().keys(), ...usage.keys(), ...CHINESE_NUMERALS, ...'123456789'];
  for (const text of firsts) kinds[text.charCodeAt(0)] = OPENS;
  const openers = composed(foldTable(), kinds);
  for (const bracket of '<(（') openers[bracket.charCodeAt(0)] = OPENS;
  return openers;
});

/** A numeral as `wordings` wants it, before narrowing: lookalikes of 一, 二 and 六 from a PDF as well. */
const mayBeWithin = /[一二三四五六\u2f00\u2f06\uf9d1]\s?[、.．]/;

/** Headings in the middle of a line: only wordings seen in reports. */
function* headingsWithin(line: string, at: number): Generator<SectionCandidate> {
  if (!mayBeWithin.test(line)) return;
  for (const { 0: words, index } of narrow(line).matchAll(wordings())) {
    const number = CHINESE_NUMERALS.indexOf(words.charAt(0)) + 1;
    const section = sectionNamed(fold(words).slice(1));
    yield { kind: 'heading', from: at + index, to: at + index + words.length, section, number, weight: 4 };
  }
}

const wordings = once(() => {
  const longestFirst = titlesOfSections.map(([title]) => title).sort((a, b) => b.length - a.length);
  const titles = longestFirst.map((title) => title.replaceAll('、', '、?'));
  return new RegExp(`[一二三四五六]\\s?[、.．]\\s?(?:${titles.join('|')})`, 'g');
});
