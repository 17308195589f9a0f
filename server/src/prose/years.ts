// The years and periods that sentences name, for the rule `period-mismatch`.
import { narrow } from '../text/fold.ts';
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
export interface Period {
  /** In the section. */
  readonly span: Span;
  /** The year it begins in; null where none is written. */
  readonly year: number | null;
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
  /** The years of the report that a preamble publishes: `现公布…2023年政府信息公开工作年度报告`. */
  readonly published: readonly NamedYear[];
  /** `2023年度未收取信息处理费`, in section six. */
  readonly fees: readonly NamedYear[];
  /** Dates on a line of their own, under the title or at the end. The span is that of the line. */
  readonly signed: readonly NamedYear[];
  /** Every year named, where some sentence of section one begins with one. */
  readonly named: ReadonlySet<number>;
}

/** Reads the years of a section's prose: sections one, five and six, and what stands before section one. */
export function readYears(text: string, all: readonly Sentence[], section: number): Years {
  if (!READ.includes(section)) return NONE;
  const dated = all.filter(isDated);
  if (dated.length === 0) return NONE;
  const periods: Period[] = [];
  const dates: NamedYear[] = [];
  const begun: NamedYear[] = [];
  const planned: NamedYear[] = [];
  const published: NamedYear[] = [];
  const fees: NamedYear[] = [];
  const preambleEnd = section === 0 ? text.length : subHeadingIn(text);
  for (const sentence of dated) {
    if (section === 5) addYear(PLAN, sentence, planned);
    else if (section === 6) addYear(FEE, sentence, fees);
    else addPeriod(sentence, periods);
    if (section === 0) addDate(sentence, dates);
    if (section === 1) addYear(BEGINNING, sentence, begun);
    if (section < 2 && sentence.span.from < preambleEnd) addPublished(sentence, published);
  }
  const signed = section === 0 || section === 6 ? signedIn(text) : [];
  const named = begun.length === 0 ? NONE.named : yearsIn(dated);
  return { periods, dates, begun, planned, published, fees, signed, named };
}

const isDated = (sentence: Sentence): boolean =>
  (sentence.signs & DIGIT) !== 0 &&
  sentence.length < LONGEST &&
  (/20\d\d/.test(sentence.plain) || COUNTED.test(sentence.plain));

/** Where the first sub-heading of section one begins: what stands before it is a preamble. */
function subHeadingIn(text: string): number {
  const at = text.search(/[（(]一[）)]/);
  return at < 0 ? 600 : at;
}

/** A period that is said to be what is counted; one whose 年月日 a page has lost too. */
function addPeriod({ plain, squeezed }: Sentence, into: Period[]): void {
  if (!COUNTED.test(plain)) return;
  const match = PERIOD.exec(squeezed.text) ?? FUSED.exec(squeezed.text);
  if (match === null) return;
  const [text, year, month, day, last, endMonth, endDay] = match;
  into.push({
    span: placed(squeezed, match.index, match.index + text.length),
    year: year === undefined ? null : Number(year),
    last: last === undefined ? null : Number(last),
    whole: Number(month) === 1 && Number(day) === 1 && Number(endMonth) === 12 && Number(endDay) === 31,
    text,
  });
}

/** `2025年1月15日` and nothing else on a line, in the first and the last lines of a section. */
function signedIn(text: string): readonly NamedYear[] {
  const plain = narrow(text);
  return [...plain.matchAll(SIGNED)].map(({ index, 0: line, 1: year }) => {
    const from = index + line.search(/\S/);
    return { span: { from, to: index + line.trimEnd().length }, year: Number(year) };
  });
}

function addDate({ squeezed }: Sentence, into: NamedYear[]): void {
  const match = DATE.exec(squeezed.text);
  if (match === null) return;
  const end = match.index + match[0].length;
  if (/^日?(?:起|至|到|止|[—–~])/.test(squeezed.text.slice(end))) return;
  into.push({ span: placed(squeezed, match.index, end), year: Number(match[1]) });
}

/** `现公布…2023年政府信息公开工作年度报告`. */
function addPublished(sentence: Sentence, into: NamedYear[]): void {
  const pattern = PUBLISHED.find((each) => each.test(sentence.plain));
  if (pattern !== undefined) addYear(pattern, sentence, into);
}

/** The year that a pattern has in its only group. */
function addYear(pattern: RegExp, { plain, span }: Sentence, into: NamedYear[]): void {
  const match = pattern.exec(plain);
  if (match === null) return;
  const year = match[1] as string;
  const from = span.from + match.index + match[0].indexOf(year);
  into.push({ span: { from, to: from + year.length }, year: Number(year) });
}

const yearsIn = (all: readonly Sentence[]): ReadonlySet<number> =>
  new Set(all.flatMap(({ plain }) => [...plain.matchAll(YEAR)].map(([, year]) => Number(year))));

/** Sections that may name a year: 0 stands for what is before section one. */
const READ: readonly number[] = [0, 1, 5, 6];
const NONE: Years = {
  periods: [],
  dates: [],
  begun: [],
  planned: [],
  published: [],
  fees: [],
  signed: [],
  named: new Set(),
};
/** Longer sentences are no prose. */
const LONGEST = 2000;
const YEAR = /(?=(20\d\d))/g;
/** Words that say that what follows is the period counted; not the time limit of an answer or a notice. */
const COUNTED = /统计|所列数据|数据(?:的)?(?:期限|时间|截止)|报告期|报告.{0,8}(?:期限|涵盖)|内容涵盖/;
const PERIOD =
  /(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日(?:起|始|开始)?(?:[至到—–~-]{1,3})(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日/;
/** `202411日至20241231日`: 2024年1月1日 and so on, without 年 and 月. */
const FUSED = /(20\d\d)(1)(1)日(?:起|始)?[至到—–~-]{1,3}(20\d\d)(\d\d)(\d\d)日/;
const PUBLISHED: readonly RegExp[] = [
  /(?:现公布|现发布|现将|特公布|兹公布|特编制)[^。;]{0,60}?(20\d\d)年(?:度)?(?:政府|政务)?信息公开(?:工作)?(?:年度报告|年报)/,
  /(20\d\d)年(?:度)?(?:政府|政务)?信息公开(?:工作)?(?:年度报告|年报)》?(?:编制|公布|报告|发布)如下/,
];
const FEE = /(20\d\d)年度?,?[^。;,]{0,16}处理费/;
const SIGNED = /(?<=^|[\r\n])[ \t(]*(20\d\d)[年/.-]\d{1,2}[月/.-]\d{1,2}日?[ \t)]*(?=[\r\n]|$)/g;
const DATE = /(?<!统计|起止|起始|截止|数据)(?:时间|日期):?(20\d\d)[-年/.](\d{1,2})[-月/.](\d{1,2})/;
const BEGINNING = /^(?:\([一二三四五]\)[^\d,;:。]{0,20}[:,]?)?(20\d\d)年度?[,我本全共]/;
/** 将 with such an adverb is the future, not 把. */
const PLAN =
  /^(?:\([一二三四五]\)|下一步[,:]|改进措施[,:])?(20\d\d)年度?,?(?:我[局委办镇乡县市区厅院队们]|本机关|本单位|我单位|我街道)?,?将(?:继续|进一步|着力|持续|不断|重点从|从以下)/;
