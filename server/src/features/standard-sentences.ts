import { figureOf, summaryOf } from '../archive/summary.ts';
import { outcomes } from '../form/outcomes.ts';
import type { FieldId, SectionNumber } from '../form/types.ts';
import type { PlacedSection, Report } from '../report/types.ts';
import { type Edit, type Span, shift, touches } from '../text/span.ts';
import { likeText } from '../text/style.ts';
import { textIn, textLineAt } from './lookup.ts';
import { subHeadings } from './sub-headings.ts';

/** A sentence that the cells say, and where a person would look for it. */
export interface StandardSentence {
  readonly section: SectionNumber;
  readonly text: string;
  /** The heading or sub-heading it belongs under. In the report. */
  readonly head: Span;
  /** What belongs to the heading; the sentence may be written on an empty line of it. */
  readonly around: Span;
}

/** The standard sentences of 一（二）, 三, 四 and 六, as far as the cells they repeat are known for certain. */
export function standardSentences(report: Report): readonly StandardSentence[] {
  return report.sections.flatMap((placed): StandardSentence[] => {
    const { heading } = placed.section;
    if (heading === null) return [];
    const { number } = heading.spec;
    const text = write(report, number);
    const place = text === null ? null : placeIn(placed);
    return text === null || place === null
      ? []
      : [{ section: number, text: likeText(text, placed.section.text), ...place }];
  });
}

/** The sentence for an empty line; null where the section says it already. */
export function standardSentenceAt(report: Report, offset: number): Edit | null {
  const line = textLineAt(report, offset);
  if (textIn(report, line).trim() !== '') return null;
  const found = standardSentences(report).find(({ around }) => touches(around, offset));
  if (!found || textIn(report, found.around).includes(found.text)) return null;
  return { ...line, insert: found.text };
}

/** The edit that writes the sentence of a heading under it, with the cursor on the heading. */
export function writeStandardSentence(
  report: Report,
  span: Span,
): { readonly text: string; readonly edit: Edit } | null {
  const found = standardSentences(report).find(({ head }) => span.from <= head.to && head.from <= span.to);
  if (!found || textIn(report, found.around).includes(found.text)) return null;
  const { head, text, section } = found;
  const behind = textIn(report, { from: head.to, to: head.to + 2 });
  // A sub-heading's text goes on behind it, a section's begins on a line of its own.
  if (section === 1) {
    const at = head.to + (/^[。：:]/.test(behind) ? 1 : 0);
    return { text, edit: { from: at, to: at, insert: at === head.to ? `。${text}` : text } };
  }
  const end = behind.startsWith('\r\n') ? '\r\n' : '\n';
  return { text, edit: { from: head.to, to: head.to, insert: `${end}${text}` } };
}

/** Under the sub-heading on requests in section 1; under the heading, in front of the table, in the others. */
function placeIn(placed: PlacedSection): { readonly head: Span; readonly around: Span } | null {
  const { section, at } = placed;
  if (section.heading === null) return null;
  if (section.heading.spec.number === 1) {
    const found = subHeadings(placed);
    const index = found.findIndex(({ name }) => /依申请|依申請/.test(name));
    const own = found[index];
    if (!own) return null;
    return {
      head: own.head,
      around: { from: own.head.to, to: found[index + 1]?.head.from ?? at + section.text.length },
    };
  }
  const head = shift(section.heading.span, at);
  const line = section.text.slice(section.heading.span.to).search(/[\r\n]/);
  const table = section.tables[0]?.span.from ?? section.text.length;
  const to = section.heading.span.to + Math.max(0, line);
  return { head: { from: head.from, to: to + at }, around: { from: to + at, to: Math.max(to, table) + at } };
}

type Count = (field: FieldId) => number;

function write(report: Report, section: SectionNumber): string | null {
  const entry = summaryOf(report);
  const { fields, say } = SAID[section] ?? {};
  if (!fields || !say) return null;
  const known = new Map(fields.map((field) => [field, figureOf(entry, field)?.value]));
  if ([...known.values()].includes(undefined)) return null;
  return say((field) => known.get(field) ?? 0, report.year);
}

const cell = (row: string, column = 'total'): string => `applications.${row}.${column}`;

const APPLICANTS: readonly (readonly [string, string])[] = [
  ['natural-person', '自然人'],
  ['business', '商业企业'],
  ['research', '科研机构'],
  ['public-interest', '社会公益组织'],
  ['legal-service', '法律服务机构'],
  ['other', '其他组织'],
];

/** All outcomes whose rows are those of either edition: what is left is 其他处理. */
const OUTCOMES = outcomes('2021').filter(({ id }) => id !== '3-6');

function requests(count: Count, year: number | null): string {
  const [fresh, carried, done, left] = ['1', '2', '3-7', '4'].map((row) => count(cell(row))) as [
    number,
    number,
    number,
    number,
  ];
  const since = year === null ? '本年度' : `${year}年，`;
  if (fresh + carried === 0) return `${since}未收到政府信息公开申请，无上年结转申请。`;
  const from = APPLICANTS.map(([column, name]) => [name, count(cell('1', column))] as const).filter(
    ([, n]) => n > 0,
  );
  const split = from.length < 2 ? '' : `，其中${from.map(([name, n]) => `${name}${n}件`).join('、')}`;
  const ends = OUTCOMES.map(
    ({ name, rows }) => [name, rows.reduce((sum, row) => sum + count(cell(row)), 0)] as const,
  );
  const rest = done - ends.reduce((sum, [, n]) => sum + n, 0);
  const some = [...ends, ['其他处理', rest] as const].filter(([, n]) => n > 0);
  const how = some.length < 2 ? '' : `，其中${some.map(([name, n]) => `${name}${n}件`).join('、')}`;
  const received = fresh === 0 ? '未收到政府信息公开申请' : `新收政府信息公开申请${fresh}件${split}`;
  return `${since}${received}；上年结转${carried}件。本年度办结${done}件${how}；结转下年度继续办理${left}件。`;
}

const received = (count: Count): string =>
  count(cell('1')) + count(cell('2')) === 0
    ? '本年度未收到政府信息公开申请，无上年结转申请。'
    : `本年度新收政府信息公开申请${count(cell('1'))}件，上年结转${count(cell('2'))}件，办结${count(cell('3-7'))}件，结转下年度继续办理${count(cell('4'))}件。`;

const RESULTS: readonly (readonly [string, string])[] = [
  ['upheld', '结果维持'],
  ['corrected', '结果纠正'],
  ['other', '其他结果'],
  ['pending', '尚未审结'],
];

function disputes(count: Count): string {
  const of = (rows: readonly string[]): { readonly all: number; readonly words: string } => {
    const sum = (column: string) => rows.reduce((n, row) => n + count(`disputes.${row}.${column}`), 0);
    const parts = RESULTS.map(([column, name]) => [name, sum(column)] as const).filter(([, n]) => n > 0);
    return { all: sum('total'), words: parts.map(([name, n]) => `${name}${n}件`).join('、') };
  };
  const review = of(['reconsideration']);
  const suits = of(['direct-suit', 'suit-after-reconsideration']);
  if (review.all + suits.all === 0) return '本年度未发生因政府信息公开引起的行政复议、行政诉讼。';
  const said = (name: string, { all, words }: typeof review) =>
    all === 0 ? `未发生${name}` : `发生${name}${all}件，其中${words}`;
  const between = review.all > 0 && suits.all > 0 ? '。' : '，';
  return `本年度因政府信息公开工作${said('行政复议', review)}${between}${said('行政诉讼', suits)}。`;
}

const fees = (count: Count): string => {
  const unpaid = count(cell('3-6-2'));
  return unpaid === 0
    ? '本年度未发出信息处理费收费通知，未收取信息处理费。'
    : `本年度依法发出信息处理费收费通知，申请人逾期未缴纳费用、不再处理的申请${unpaid}件。`;
};

const totals = (rows: readonly string[]): readonly FieldId[] => rows.map((row) => cell(row));

/** The cells that the sentence of a section repeats, and how it says them. */
const SAID: {
  readonly [section in SectionNumber]?: {
    readonly fields: readonly FieldId[];
    readonly say: (count: Count, year: number | null) => string;
  };
} = {
  1: {
    fields: [
      ...totals(['1', '2', '3-7', '4', ...OUTCOMES.flatMap(({ rows }) => rows)]),
      ...APPLICANTS.map(([column]) => cell('1', column)),
    ],
    say: requests,
  },
  3: { fields: totals(['1', '2', '3-7', '4']), say: received },
  4: {
    fields: ['reconsideration', 'direct-suit', 'suit-after-reconsideration'].flatMap((row) =>
      [...RESULTS.map(([column]) => column), 'total'].map((column) => `disputes.${row}.${column}`),
    ),
    say: disputes,
  },
  6: { fields: totals(['3-6-2']), say: fees },
};
