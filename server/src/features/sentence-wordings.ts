// The words of the standard sentences: which cells each repeats, and how it says them.
import { figureOf, summaryOf } from '../archive/summary.ts';
import { outcomes } from '../form/outcomes.ts';
import type { FieldId, SectionNumber } from '../form/spec.ts';
import type { Report } from '../report/report.ts';

/** The sentence of a section; null where it has none, or where a cell it repeats is not known for certain. */
export function sentenceFor(report: Report, section: SectionNumber): string | null {
  const wording = WORDINGS[section];
  if (wording === undefined) return null;
  const summary = summaryOf(report);
  const counts = new Map<FieldId, number>();
  for (const field of wording.fields) {
    const figure = figureOf(summary, field);
    if (figure === null) return null;
    counts.set(field, figure.value);
  }
  return wording.write((field) => counts.get(field) ?? 0, report.year);
}

type Count = (field: FieldId) => number;

type Part = readonly [name: string, count: number];

/** `自然人8件、商业企业1件`. */
const listed = (parts: readonly Part[]): string =>
  parts.map(([name, count]) => `${name}${count}件`).join('、');

/** `，其中自然人8件、商业企业1件`; nothing for a single part, which is the whole. */
function ofWhich(parts: readonly Part[]): string {
  const some = parts.filter(([, count]) => count > 0);
  return some.length < 2 ? '' : `，其中${listed(some)}`;
}

const cell = (row: string, column = 'total'): FieldId => `applications.${row}.${column}`;

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
  const applicants = APPLICANTS.map(([column, name]): Part => [name, count(cell('1', column))]);
  const named = OUTCOMES.map(
    ({ name, rows }): Part => [name, rows.reduce((sum, row) => sum + count(cell(row)), 0)],
  );
  const others = done - named.reduce((sum, [, n]) => sum + n, 0);
  const received =
    fresh === 0 ? '未收到政府信息公开申请' : `新收政府信息公开申请${fresh}件${ofWhich(applicants)}`;
  const ends = ofWhich([...named, ['其他处理', others]]);
  return `${since}${received}；上年结转${carried}件。本年度办结${done}件${ends}；结转下年度继续办理${left}件。`;
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
  const cases = (name: string, rows: readonly string[]) => {
    const sum = (column: string) => rows.reduce((n, row) => n + count(`disputes.${row}.${column}`), 0);
    const all = sum('total');
    const results = RESULTS.map(([column, result]): Part => [result, sum(column)]);
    const some = listed(results.filter(([, n]) => n > 0));
    return { all, text: all === 0 ? `未发生${name}` : `发生${name}${all}件，其中${some}` };
  };
  const reviews = cases('行政复议', ['reconsideration']);
  const suits = cases('行政诉讼', ['direct-suit', 'suit-after-reconsideration']);
  if (reviews.all + suits.all === 0) return '本年度未发生因政府信息公开引起的行政复议、行政诉讼。';
  const separator = reviews.all > 0 && suits.all > 0 ? '。' : '，';
  return `本年度因政府信息公开工作${reviews.text}${separator}${suits.text}。`;
}

const fees = (count: Count): string => {
  const unpaid = count(cell('3-6-2'));
  return unpaid === 0
    ? '本年度未发出信息处理费收费通知，未收取信息处理费。'
    : `本年度依法发出信息处理费收费通知，申请人逾期未缴纳费用、不再处理的申请${unpaid}件。`;
};

const totals = (rows: readonly string[]): readonly FieldId[] => rows.map((row) => cell(row));

interface Wording {
  /** The cells the sentence repeats. */
  readonly fields: readonly FieldId[];
  readonly write: (count: Count, year: number | null) => string;
}

const WORDINGS: { readonly [section in SectionNumber]?: Wording } = {
  1: {
    fields: [
      ...totals(['1', '2', '3-7', '4', ...OUTCOMES.flatMap(({ rows }) => rows)]),
      ...APPLICANTS.map(([column]) => cell('1', column)),
    ],
    write: requests,
  },
  3: { fields: totals(['1', '2', '3-7', '4']), write: received },
  4: {
    fields: ['reconsideration', 'direct-suit', 'suit-after-reconsideration'].flatMap((row) =>
      [...RESULTS.map(([column]) => column), 'total'].map((column) => `disputes.${row}.${column}`),
    ),
    write: disputes,
  },
  6: { fields: totals(['3-6-2']), write: fees },
};
