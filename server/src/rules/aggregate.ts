// A superior's tables against the sum of its units' reports, where the configuration says which they are.
import type { Aggregate, IndexedReport } from '../archive/report-index.ts';
import { fieldSpan, figureOf, type ReportSummary } from '../archive/summary.ts';
import { joinPhrases, type Phrase } from '../base/phrase.ts';
import { form } from '../form/form.ts';
import type { FieldId, Form } from '../form/spec.ts';
import { roundMoney } from '../text/money.ts';
import { cellName } from './describe.ts';
import { type Issue, noIssues, type Related, type Rule } from './rule.ts';

export const aggregate: Rule = {
  id: 'aggregate',
  severity: 'warning',
  title: { zh: '汇总数不等于各单位之和', en: 'Table differs from the sum of its units' },
  manual: {
    what: {
      zh: '在 .ogi-report.json 的 aggregates 里写明某份报告由哪些单位的报告汇总而成时，逐格核对汇总数与各单位之和，并指出还缺哪些单位的报告、哪些单位有读不出的数。',
      en: 'Where “aggregates” in .ogi-report.json says which reports a superior’s tables are the sum of, every cell is compared with the sum, and units without a report or with unreadable figures are named.',
    },
    why: {
      zh: '汇总表是上级考核和对外公布的依据，漏掉一个单位或者抄错一格，各项勾稽关系仍可能成立，单看一份报告看不出来。',
      en: 'A unit left out or a figure mistyped may leave all identities of the table intact: only the comparison shows it.',
    },
    how: {
      zh: '先补齐缺少的单位报告，再核对相差的格。命令“汇总…”可按各单位报告重填汇总表，并可先预览。',
      en: 'Add the missing reports first, then correct the cells that differ. The command “汇总…” fills the tables from the parts, with preview.',
    },
    part: '行政许可 | 57 | ||',
    wrong: '行政许可 | 75 | ||',
    right: '行政许可 | 57 | ||',
  },
  check: noIssues,
  compare: (own, { sum }) => (sum === null ? [] : [...incomplete(own, sum), ...differing(own, sum)]),
};

/** A cell beside the sum of the parts. */
export interface AggregateSum {
  readonly field: FieldId;
  readonly value: number;
  readonly parts: readonly IndexedReport[];
  /** Parts whose figure is not known for certain. */
  readonly unknown: readonly IndexedReport[];
}

/** Every cell of the tables that are said to be sums, with the sum of the parts' figures. */
export function aggregateSums(own: ReportSummary, { tables, parts }: Aggregate): readonly AggregateSum[] {
  return tables.flatMap((table) =>
    [...form(table, own.edition).fields.keys()].map((field) => {
      const unknown: IndexedReport[] = [];
      let value = 0;
      for (const part of parts) {
        const figure = part.summary.edition === own.edition ? figureOf(part.summary, field) : null;
        if (figure === null) unknown.push(part);
        else value = roundMoney(value + figure.value);
      }
      return { field, value, parts, unknown };
    }),
  );
}

function differing(own: ReportSummary, sum: Aggregate): readonly Issue[] {
  const gaps = new Map<FieldId, { readonly sum: AggregateSum; readonly gap: number }>();
  for (const each of aggregateSums(own, sum)) {
    const stated = figureOf(own, each.field);
    if (stated === null || stated.value === each.value) continue;
    // What a missing report or figure may make up for is not certain.
    const complete = sum.missing.length === 0 && each.unknown.length === 0;
    if (complete ? sum.parts.length > 0 : stated.value < each.value)
      gaps.set(each.field, { sum: each, gap: roundMoney(stated.value - each.value) });
  }
  const forms = sum.tables.map((table) => form(table, own.edition));
  return [...gaps].flatMap(([field, { sum: each, gap }]) =>
    isExplained(field, gap, forms, gaps) ? [] : issueAt(own, each),
  );
}

/** Whether a total is off by just as much as its parts are: then they are the finding. */
const isExplained = (
  field: FieldId,
  gap: number,
  forms: readonly Form[],
  gaps: ReadonlyMap<FieldId, { readonly gap: number }>,
): boolean =>
  forms.some((each) =>
    each.identitiesOf
      .get(field)
      ?.some(
        ({ kind, at, left }) =>
          kind !== 'balance' &&
          at === field &&
          left.reduce((all, part) => all + (gaps.get(part)?.gap ?? 0), 0) === gap,
      ),
  );

function issueAt(own: ReportSummary, { field, value, parts }: AggregateSum): Issue[] {
  const stated = figureOf(own, field);
  if (stated === null) return [];
  const name = cellName(field, own.edition);
  const gap = roundMoney(Math.abs(stated.value - value));
  const more = stated.value > value;
  return [
    {
      span: stated.span,
      field,
      message: {
        zh: `${name.zh}填 ${stated.value}，${parts.length} 个单位之和为 ${value}，${more ? '多' : '少'} ${gap}。`,
        en: `${name.en} says ${stated.value}, the ${parts.length} units add up to ${value}: ${gap} too ${more ? 'many' : 'few'}.`,
      },
      related: largest(field, parts),
    },
  ];
}

/** The units with the largest figures, as places to look at. */
const largest = (field: FieldId, parts: readonly IndexedReport[]): readonly Related[] =>
  parts
    .flatMap((part) => {
      const figure = figureOf(part.summary, field);
      return figure === null || figure.value === 0 ? [] : [{ part, figure }];
    })
    .sort((x, y) => y.figure.value - x.figure.value)
    .slice(0, SHOWN)
    .map(({ part, figure: { span, value } }) => ({
      report: part,
      span,
      message: {
        zh: `${nameOf(part)}：${value}`,
        en: `${nameOf(part)}: ${value}`,
      },
    }));

const SHOWN = 10;

/** What keeps the comparison from being complete: units without a report, or with unreadable figures. */
function incomplete(own: ReportSummary, sum: Aggregate): readonly Issue[] {
  const doubtful = new Map<IndexedReport, number>();
  for (const { unknown, field } of aggregateSums(own, sum))
    if (fieldSpan(own, field) !== null)
      for (const part of unknown) doubtful.set(part, (doubtful.get(part) ?? 0) + 1);
  const gaps: Phrase[] = [];
  if (sum.missing.length > 0)
    gaps.push({
      zh: `缺 ${sum.missing.length} 个单位的报告：${listed(sum.missing, '、')}`,
      en: `${sum.missing.length} units have no report: ${listed(sum.missing, ', ')}`,
    });
  if (doubtful.size > 0) {
    const zh = [...doubtful].map(([part, n]) => `${nameOf(part)}（${n} 格）`);
    const en = [...doubtful].map(([part, n]) => `${nameOf(part)} (${n} cells)`);
    gaps.push({
      zh: `${doubtful.size} 个单位有空白或读不出的数：${listed(zh, '、')}`,
      en: `${doubtful.size} units have figures that are blank or cannot be read: ${listed(en, ', ')}`,
    });
  }
  if (gaps.length === 0) return [];
  const all = joinPhrases(gaps, { zh: '；', en: '; ' });
  return [
    {
      span: own.title,
      message: {
        zh: `汇总核对不完整：${all.zh}。`,
        en: `The sum cannot be checked in full: ${all.en}.`,
      },
    },
  ];
}

const nameOf = ({ organ, document }: IndexedReport): string => organ ?? document;

const NAMED = 12;

const listed = (names: readonly string[], separator: string): string =>
  names.slice(0, NAMED).join(separator) + (names.length > NAMED ? ' …' : '');
