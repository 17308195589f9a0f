// The years and periods that sentences name, for the rule `period-mismatch`.
import type { Span } from '../text/span.ts';
import { DIGIT } from './char-kinds.ts';
import type { Sentence } from './sentence.ts';
import { placed } from './squeezed-text.ts';

/** A year as a sentence names it. */
export interface NamedYear {
  /** In the section. */
  readonly span: Span;
  readonly year: number;
}

/** `2024年1月1日至2024年12月31日`, said to be what is counted. */
export interface Period extends NamedYear {
  /** The year it ends in, where that is written. */
  readonly last: number | null;
  /** From the first day of a year to the last. */
  readonly whole: boolean;
  readonly text: string;
}

/** What the prose of a section says about years. */
export interface Years {
  readonly periods: readonly Period[];
  /** `发布时间：2024-12-20`, before section one. The span is that of the words. */
  readonly dates: readonly NamedYear[];
  /** Years that sentences of section one begin with. */
  readonly begun: readonly NamedYear[];
  /** `2024年我局将继续…`, in section five. */
  readonly planned: readonly NamedYear[];
  /** Every year named, where some sentence of section one begins with one. */
  readonly named: ReadonlySet<number>;
}

/** Reads the years of a section's prose: sections one and five, and what stands before section one. */
export function readYears(text: string, all: readonly Sentence[], section: number): Years {
  if (section !== 0 && section !== 1 && section !== 5) return NONE;
  const dated = all.filter(isDated);
  if (dated.length === 0 || !/20\d\d|２０/.test(text)) return NONE;
  const periods: Period[] = [];
  const dates: NamedYear[] = [];
  const begun: NamedYear[] = [];
  const planned: NamedYear[] = [];
  for (const sentence of dated) {
    if (section === 5) addYear(PLAN, sentence, planned);
    else addPeriod(sentence, periods);
    if (section === 0) addDate(sentence, dates);
    if (section === 1) addYear(BEGINNING, sentence, begun);
  }
  return { periods, dates, begun, planned, named: begun.length === 0 ? NONE.named : yearsIn(dated) };
}

const isDated = (sentence: Sentence): boolean =>
  (sentence.signs & DIGIT) !== 0 && sentence.length < LONGEST && /20\d\d/.test(sentence.plain);

/** Dates whose 年月日 a page has lost are no period here. */
function addPeriod({ plain, squeezed }: Sentence, into: Period[]): void {
  const match = /统计|期限|所列数据|报告期/.test(plain) ? PERIOD.exec(squeezed.text) : null;
  if (match === null) return;
  const [text, year, month, day, last, endMonth, endDay] = match;
  into.push({
    span: placed(squeezed, match.index, match.index + text.length),
    year: Number(year),
    last: last === undefined ? null : Number(last),
    whole: Number(month) === 1 && Number(day) === 1 && Number(endMonth) === 12 && Number(endDay) === 31,
    text,
  });
}

function addDate({ squeezed }: Sentence, into: NamedYear[]): void {
  const match = DATE.exec(squeezed.text);
  if (match === null) return;
  const end = match.index + match[0].length;
  if (/^日?(?:起|至|到|止|[—–~])/.test(squeezed.text.slice(end))) return;
  into.push({ span: placed(squeezed, match.index, end), year: Number(match[1]) });
}

/** The year that a pattern has in its only group. */
function addYear(pattern: RegExp, { plain, span }: Sentence, into: NamedYear[]): void {
  const match = pattern.exec(plain);
  if (match === null) return;
  const year = match[1] as string;
  const from = span.from + match[0].indexOf(year);
  into.push({ span: { from, to: from + year.length }, year: Number(year) });
}

const yearsIn = (all: readonly Sentence[]): ReadonlySet<number> =>
  new Set(all.flatMap(({ plain }) => [...plain.matchAll(YEAR)].map(([, year]) => Number(year))));

const NONE: Years = { periods: [], dates: [], begun: [], planned: [], named: new Set() };
/** Longer sentences are no prose. */
const LONGEST = 2000;
const YEAR = /(?=(20\d\d))/g;
const PERIOD =
  /(20\d\d)年(\d{1,2})月(\d{1,2})日(?:起|开始)?(?:[至到—–~-]{1,3})(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日/;
const DATE = /(?<!统计|起止|起始|截止|数据)(?:时间|日期):?(20\d\d)[-年/.](\d{1,2})[-月/.](\d{1,2})/;
const BEGINNING = /^(?:\([一二三四五]\)[^\d,;:。]{0,20}[:,]?)?(20\d\d)年度?[,我本全共]/;
/** 将 with such an adverb is the future, not 把. */
const PLAN =
  /^(?:\([一二三四五]\)|下一步[,:]|改进措施[,:])?(20\d\d)年度?,?(?:我[局委办镇乡县市区厅院队们]|本机关|本单位|我单位|我街道)?,?将(?:继续|进一步|着力|持续|不断|重点从|从以下)/;
