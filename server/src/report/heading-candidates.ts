import { memoizeByText, once } from '../base/cache.ts';
import { sections } from '../form/sections.ts';
import type { SectionNumber } from '../form/types.ts';
import { meaningsOf } from '../table/read/labels.ts';
import { isBar } from '../text/chars.ts';
import { fold, narrow } from '../text/fold.ts';
import { foldTable, usage } from '../text/fold-table.ts';
import { endOfLine } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** A place a reader finds the way by: a line that may be the report's title or open one of the six sections. */
export type HeadingCandidate = TitleCandidate | SectionCandidate;

export interface TitleCandidate extends Span {
  readonly kind: 'title';
}

/** A possible heading. `span` covers numbering and title, not the text that runs on behind them. */
export interface SectionCandidate extends Span {
  readonly kind: 'heading';
  /** The section its title names; null for a numbered heading with a title of its own. */
  readonly section: SectionNumber | null;
  /** The numeral as written. */
  readonly number: number | null;
  /** How much it looks like a heading, 1 to 10. */
  readonly weight: number;
}

/** Longer lines hold a heading only at their start or in a page on one line. */
const longest = 120;
const opening = /^[\s\u3000|｜*#>\u200b\ufeff]*(?:<[^<>]{0,120}>[\s\u3000]*)*/;
const numbered =
  /^(?:[(（]?\s*([一二三四五六七八九十])\s*[)）]\s*([、.．,，])|([一二三四五六七八九十])\s*[、.．,，:：]|([1-9])\s*[、.．])\s*/;
const numerals = '一二三四五六七八九十';
const end = /[。：:；;\n\r\t<|｜]|\s(?=[\d/—-])|\s{2,}|[\s\u3000](?=20\d\d|（一|\(一|一是|本)/;
/** A heading in the middle of a line: only wordings seen in reports. */
const inLine = once(
  () =>
    new RegExp(
      `[一二三四五六]\\s?[、.．]\\s?(?:${sections
        .flatMap((section) => [section.heading.slice(2), ...section.variants])
        .sort((a, b) => b.length - a.length)
        .map((title) => title.replaceAll('、', '、?'))
        .join('|')})`,
      'g',
    ),
);
const titleEnd = /信息公开(?:工作)?(?:的)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:情况)?(?:的)?(?:报告|年报)/;
/** A title at the head of a page whose line ends are lost. */
const titleInLine = /信息公开(?:工作)?年度报告(?=\s)/;
const beforeTitle = /[\s。,;:]/;
const mayBeTitle = /公[开開]/;
/** In every title, and in few other lines. */
const reporting = /[报報]/;
/** A numeral as `inLine` wants it, before narrowing: lookalikes of 一, 二 and 六 from a PDF as well. */
const mayBeInLine = /[一二三四五六\u2f00\u2f06\uf9d1]\s?[、.．]/;
const sentence = /[。；;]/;

const titles = once<ReadonlyMap<string, SectionNumber>>(
  () =>
    new Map(
      sections.flatMap((section) =>
        [section.heading.slice(2), ...section.variants].map(
          (title) => [fold(title), section.number] as const,
        ),
      ),
    ),
);

const wordings: readonly (readonly [SectionNumber, RegExp])[] = [
  [4, /复议|行政诉讼情况$/],
  [3, /收到和?处理.{0,30}申请|处理政府信息公开申请/],
  [2, /主动公开政府信息|主动公开信息|主动公开政府政府|主动公开的?情况$/],
  [6, /^其[他它].{0,40}(?:事项|情况|报告|汇报)|需要(?:报告|说明)的.{0,30}(?:事项|情况)/],
  [5, /问题.{0,30}(?:改进|措施|整改|打算|下一?步|情况|不足)|存在.{0,30}问题/],
  [1, /^.{0,14}(?:总体|概述|概况)/],
];

const SKIPPED = 1;
const OPENS = 2;
/** For each UTF-16 unit whether folding drops it, and whether a heading may begin with it: a number, a bracket, a tag, a title. */
const openers = once(openersOf);

function openersOf(): Uint8Array {
  const firsts = [...titles().keys(), ...usage.keys(), numerals, '123456789'];
  const units = new Set(firsts.flatMap((text, i) => [...(i < firsts.length - 2 ? text.charAt(0) : text)]));
  const out = new Uint8Array(0x10000);
  for (const [unit, key] of foldTable().entries())
    out[unit] = '<(（'.includes(String.fromCharCode(unit))
      ? OPENS
      : key === 0
        ? SKIPPED
        : units.has(String.fromCharCode(key))
          ? OPENS
          : 0;
  return out;
}

/** Whether the line opens a piece of text: it begins with a heading, is a title, or is a long one that holds some. */
export function isHeadingCandidate(text: string, from: number, to: number): boolean {
  if (to - from < 4) return false;
  if (headingIn(text, from, to) !== null) return true;
  if (to - from <= longest) return isTitle(text.slice(from, to));
  const held: HeadingCandidate[] = [];
  ofLine(text, from, to, held);
  return held.length > 0;
}

/**
 * The landmarks of a text of whole lines, in order. `cut`: the text was cut where `isLandmark` says so, so that they stand in its
 * first line.
 */
export function headingCandidates(text: string, cut = false): HeadingCandidate[] {
  const out: HeadingCandidate[] = [];
  for (let at = 0; at < text.length; ) {
    const to = endOfLine(text, at);
    if (to - at >= 4) ofLine(text, at, to, out);
    if (cut) break;
    at = to + 1;
  }
  return out;
}

function ofLine(text: string, from: number, to: number, out: HeadingCandidate[]): void {
  const line = text.slice(from, Math.min(to, from + longest));
  const heading = headingIn(text, from, to);
  if (heading !== null) out.push({ ...heading, from: from + heading.from, to: from + heading.to });
  else if (to - from <= longest && isTitle(line)) out.push({ kind: 'title', from, to });
  if (to - from <= longest) return;
  const head = text.slice(from, Math.min(to, from + 300));
  const title = reporting.test(head) ? titleInHead(narrow(head)) : null;
  if (title !== null) out.push({ kind: 'title', from: from + title.from, to: from + title.to });
  const whole = text.slice(from, to);
  if (!mayBeInLine.test(whole)) return;
  for (const match of narrow(whole).matchAll(inLine())) {
    const start = from + match.index;
    if (heading !== null && start < from + heading.to) continue;
    const title = fold(match[0]).slice(1);
    const section = sectionOf(title);
    const number = numerals.indexOf(match[0].charAt(0)) + 1;
    out.push({ kind: 'heading', from: start, to: start + match[0].length, section, number, weight: 4 });
  }
}

/** `某县教育局2024年政府信息公开工作年度报告` followed by a blank: two to fifty characters without one before the words that end it. */
function titleInHead(head: string): Span | null {
  const ending = titleInLine.exec(head);
  if (ending === null) return null;
  let from = ending.index;
  while (from > 0 && ending.index - from < 50 && !beforeTitle.test(head.charAt(from - 1))) from--;
  return ending.index - from < 2 ? null : { from, to: ending.index + ending[0].length };
}

function isTitle(line: string): boolean {
  if (!reporting.test(line) || !mayBeTitle.test(line) || sentence.test(line)) return false;
  const key = fold(line);
  return key.length <= 70 && titleEnd.test(key) && !key.includes('格式');
}

/** The heading the line `from..to` begins with, counted in the line. */
function headingIn(text: string, from: number, to: number): SectionCandidate | null {
  const limit = Math.min(to, from + longest);
  const open = openingIn(text, from, limit);
  if (open < 0) return null;
  // A bar behind the first words ends what matters, and short words recur in every report.
  const most = Math.min(limit, open + SHORT);
  let end = open;
  while (end < most && !isBar(text.charCodeAt(end))) end++;
  const isLong = (end === most && most < limit) || text.charCodeAt(open) === TAG;
  return isLong ? readHeading(text.slice(from, limit)) : known(text.slice(from, Math.min(end + 1, limit)));
}

const TAG = 0x3c;
const SHORT = 40;

/** What a line begins with behind blanks and marks decides for nearly all lines that no heading opens them: its place, else -1. */
function openingIn(text: string, from: number, to: number): number {
  let at = from;
  const kinds = openers();
  while (at < to && kinds[text.charCodeAt(at)] === SKIPPED) at++;
  return at < to && kinds[text.charCodeAt(at)] === OPENS ? at : -1;
}

function readHeading(line: string): SectionCandidate | null {
  const from = opening.exec(line)?.[0].length ?? 0;
  const rest = line.slice(from);
  const mark = numbered.exec(rest);
  if (mark === null) return bareHeading(rest, from);
  const numeral = mark[1] ?? mark[3];
  const number = numeral === undefined ? Number(mark[4]) : numerals.indexOf(numeral) + 1;
  const body = rest.slice(mark[0].length);
  const stop = end.exec(body)?.index ?? body.length;
  const title = body.slice(0, stop).replace(/[、，,\s\u3000]{1,120}$/, '');
  const { length, isLabel, exact, section } = naming(title);
  if (length < 2 || length > 40 || isLabel || (section === null && mark[3] === undefined)) return null;
  const alone =
    /^[、。：:\s\u3000]*$/.test(body.slice(title.length)) || /^\s*[<|｜]/.test(body.slice(title.length));
  if (section === null && (!alone || length > 25)) return null;
  const form = mark[3] !== undefined ? 0 : 6;
  const weight = section === null ? 2 : (alone ? 10 : 6) - (exact ? 0 : 1) - form;
  return weight < 1
    ? null
    : { kind: 'heading', from, to: from + mark[0].length + title.length, section, number, weight };
}

const known = memoizeByText(4000, readHeading);

/** What a numbered title is, by its folded length: a label of a table, an official title, or one that names a section otherwise. */
const naming = memoizeByText(2000, (title) => {
  const key = fold(title);
  const isLabel = meaningsOf(key).some(({ role }) => role === 'row' || role === 'group');
  return { length: key.length, isLabel, exact: titles().has(key), section: sectionOf(key) };
});

/** A heading that lost its number: only the official wording, alone on its line. */
function bareHeading(rest: string, from: number): SectionCandidate | null {
  const title = rest.replace(/(?:[、。：:\s\u3000]|<[^<>]{0,40}>){1,30}$/, '');
  if (title.length < 4 || title.length > 40 || /[|｜\t]/.test(title)) return null;
  const section = titles().get(fold(title)) ?? null;
  if (section === null || title.length < 6) return null;
  return { kind: 'heading', from, to: from + title.length, section, number: null, weight: 2 };
}

/** The section a folded title names in whatever wording. */
function sectionOf(key: string): SectionNumber | null {
  return titles().get(key) ?? wordings.find(([, wording]) => wording.test(key))?.[0] ?? null;
}
