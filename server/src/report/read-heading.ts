// A line read as the heading of a section. heading-candidates.ts says which lines come here.
import { memoizeByText } from '../base/cache.ts';
import type { SectionNumber } from '../form/spec.ts';
import { isRowLabel } from '../table/index.ts';
import { BARS } from '../text/chars.ts';
import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { foldedTitles, sectionNamed } from './section-titles.ts';

/** A possible heading. The span covers numbering and title, not the text that runs on behind them. */
export interface SectionCandidate extends Span {
  readonly kind: 'heading';
  /** The section its title names; null for a numbered heading with a title of its own. */
  readonly section: SectionNumber | null;
  /** The numeral as written. */
  readonly number: number | null;
  /** How much it looks like a heading, 1 to 10. */
  readonly weight: number;
}

export const CHINESE_NUMERALS = '一二三四五六七八九十';

/** Blanks and marks in front of a heading, `## ` of Markdown and tags among them. */
const opening = new RegExp(`^[\\s${BARS}*#>\\u200b\\ufeff]*(?:<[^<>]{0,120}>[\\s\\u3000]*)*`);
/** `（一）、`, `一、`, `1.` */
const numbering =
  /^(?:[(（]?\s*(?<bracketed>[一二三四五六七八九十])\s*[)）]\s*[、.．,，]|(?<plain>[一二三四五六七八九十])\s*[、.．,，:：]|(?<arabic>[1-9])\s*[、.．])\s*/;
/** What ends a title on its line: a mark, a date, the first words of the section. */
const titleEnd = new RegExp(
  `[。：:；;\\n\\r\\t<${BARS}]|\\s(?=[\\d/—-])|\\s{2,}|[\\s\\u3000](?=20\\d\\d|（一|\\(一|一是|本)`,
);
/** What may stand behind a heading that is alone: marks only, or the end of its cell. */
const onlyMarks = /^[、。：:\s\u3000]*$/;
const cellEnd = new RegExp(`^\\s*[<${BARS}]`);
const trailingMarks = /(?:[、。：:\s\u3000]|<[^<>]{0,40}>){1,30}$/;
const barOrTab = new RegExp(`[${BARS}\\t]`);

/** The heading a line begins with, counted in the line. */
export function readHeading(line: string): SectionCandidate | null {
  const from = opening.exec(line)?.[0].length ?? 0;
  const rest = line.slice(from);
  const match = numbering.exec(rest);
  return match === null ? unnumberedHeading(rest, from) : numberedHeading(match, rest, from);
}

function numberedHeading(match: RegExpExecArray, rest: string, from: number): SectionCandidate | null {
  const { bracketed, plain, arabic } = match.groups as { readonly [name: string]: string | undefined };
  const numeral = bracketed ?? plain;
  const number = numeral === undefined ? Number(arabic) : CHINESE_NUMERALS.indexOf(numeral) + 1;
  const body = rest.slice(match[0].length);
  const title = body.slice(0, titleEnd.exec(body)?.index).replace(/[、，,\s\u3000]{1,120}$/, '');
  const behind = body.slice(title.length);
  const isAlone = onlyMarks.test(behind) || cellEnd.test(behind);
  const meaning = meaningOf(title);
  const weight = weightOf(meaning, plain !== undefined, isAlone);
  const to = from + match[0].length + title.length;
  return weight < 1 ? null : { kind: 'heading', from, to, section: meaning.section, number, weight };
}

/** `isPlain`: numbered 一、, as sections are. Else only a known title alone on its line counts. */
function weightOf(
  { length, isLabel, isOfficial, section }: TitleMeaning,
  isPlain: boolean,
  isAlone: boolean,
): number {
  if (length < 2 || length > 40 || isLabel) return 0;
  if (section === null) return isPlain && isAlone && length <= 25 ? 2 : 0;
  return (isAlone ? 10 : 6) - (isOfficial ? 0 : 1) - (isPlain ? 0 : 6);
}

/** A heading that lost its number: only an official wording, alone on its line. */
function unnumberedHeading(rest: string, from: number): SectionCandidate | null {
  const title = rest.replace(trailingMarks, '');
  if (title.length < 6 || title.length > 40 || barOrTab.test(title)) return null;
  const section = foldedTitles().get(fold(title)) ?? null;
  if (section === null) return null;
  return { kind: 'heading', from, to: from + title.length, section, number: null, weight: 2 };
}

/** What a numbered title is. */
interface TitleMeaning {
  /** Folded, in UTF-16 units. */
  readonly length: number;
  /** Whether it is the label of a row or a group of rows. */
  readonly isLabel: boolean;
  /** Whether it is a wording of the form. */
  readonly isOfficial: boolean;
  readonly section: SectionNumber | null;
}

const meaningOf = memoizeByText(2000, (title): TitleMeaning => {
  const key = fold(title);
  return {
    length: key.length,
    isLabel: isRowLabel(key),
    isOfficial: foldedTitles().has(key),
    section: sectionNamed(key),
  };
});
