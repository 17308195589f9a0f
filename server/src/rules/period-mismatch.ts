// Years that do not fit the report's own: counting period, overview, plans and date of publication. The prose
// room reads the years that are named.
import type { Phrase } from '../base/phrase.ts';
import { type NamedYear, type Period, proseOf } from '../prose/index.ts';
import type { PlacedSection, Report } from '../report/report.ts';
import { shift } from '../text/span.ts';
import { proposal } from './fixes.ts';
import type { Issue, Rule } from './rule.ts';

export const periodMismatch: Rule = {
  id: 'period-mismatch',
  severity: 'warning',
  title: { zh: '统计期限或年份与报告年度不符', en: 'Period or years do not fit the report year' },
  manual: {
    what: {
      zh: '写明的统计期限不是报告年度的1月1日至12月31日；引言公布的是别的年度的报告；总体情况通篇写的是别的年份；下一步打算写成了已经过去的年份；信息处理费写的是别的年度；发布日期或者落款早于年度结束。',
      en: 'The stated counting period is not 1 January to 31 December of the report year; the preamble publishes the report of another year; the overview speaks of another year throughout; fees are given for another year; plans are made for a year gone by; the page is dated before the year was over.',
    },
    why: {
      zh: '年度报告按自然年统计。年份对不上，多半是沿用上年文本忘了改，也可能是数据没有统计完整。',
      en: 'The report covers a calendar year; another year usually remains from last year’s text.',
    },
    how: {
      zh: '核对标题、统计期限和正文的年份；确需说明往年情况的，在句中写清楚。',
      en: 'Make title, period and text agree.',
    },
    wrong:
      '一、总体情况\n（一）主动公开情况。本报告数据的统计期限为2024年1月1日至2024年12月20日，本机关通过门户网站及时发布办事指南。',
    right:
      '一、总体情况\n（一）主动公开情况。本报告数据的统计期限为2024年1月1日至2024年12月31日，本机关通过门户网站及时发布办事指南。',
  },
  check: (report) => {
    const { year } = report;
    return year === null ? [] : report.sections.flatMap((placed) => issuesOf(placed, report, year));
  },
};

function issuesOf({ section, at }: PlacedSection, report: Report, year: number): readonly Issue[] {
  const { periods, dates, begun, planned, published, fees, signed, named } = proseOf(section, report).years;
  return [
    ...periods.flatMap((period) => periodIssue(period, at, year)),
    ...dates.flatMap((date) => earlyDate(date, at, year)),
    ...(report.title === null || named.has(year) ? [] : anotherYear(begun, at, year)),
    ...planned.flatMap((plan) => stalePlan(plan, at, year)),
    ...published.flatMap((other) => leftOver(other, at, year, REPORT)),
    ...fees.flatMap((other) => leftOver(other, at, year, FEES)),
    ...signed.flatMap((date) => earlySignature(date, at, year)),
  ];
}

/** `统计期限为2024年1月1日至2024年12月30日`. */
function periodIssue(period: Period, at: number, year: number): readonly Issue[] {
  const { span, text, whole, last } = period;
  if (whole && (period.year ?? last ?? year) === year && (last ?? year) === year) return [];
  const right = `${year}年1月1日至${year}年12月31日`;
  return [
    {
      span: shift(span, at),
      message: {
        zh: `统计期限写作${text}，报告年度为${year}年，应为${right}。`,
        en: `The counting period reads ${text}; for the report year ${year} it is 1 January to 31 December ${year}.`,
      },
      fixes: () => [
        proposal(
          { zh: `改为${right}`, en: `Change to ${right}` },
          [{ ...shift(span, at), insert: right }],
          false,
        ),
      ],
    },
  ];
}

/** `发布时间：2024-12-20` over the report for 2024. */
function earlyDate(date: NamedYear, at: number, year: number): readonly Issue[] {
  if (date.year !== year) return [];
  return [
    {
      span: shift(date.span, at),
      message: {
        zh: `发布日期在${year}年内，全年数据尚不可能统计完整。`,
        en: `The page is dated within ${year}, before the year's figures could be complete.`,
      },
    },
  ];
}

/** A section that begins its sentences with another year, twice or more, and never names its own. */
function anotherYear(begun: readonly NamedYear[], at: number, year: number): readonly Issue[] {
  const [first, second] = begun.filter((other) => Math.abs(other.year - year) <= 2);
  if (first === undefined || second === undefined) return [];
  return [
    {
      span: shift(first.span, at),
      message: {
        zh: `报告年度为${year}年，总体情况写的却是${first.year}年。`,
        en: `The report is for ${year}, but its overview speaks of ${first.year}.`,
      },
    },
  ];
}

/** `2024年我局将继续…` in the report for 2024. */
function stalePlan(plan: NamedYear, at: number, year: number): readonly Issue[] {
  if (plan.year > year) return [];
  return [
    {
      span: shift(plan.span, at),
      message: {
        zh: `下一步打算写的是${plan.year}年，报告年度${year}年已经结束。`,
        en: `The plan is for ${plan.year}, but the report year ${year} is over.`,
      },
    },
  ];
}

const REPORT: Phrase = { zh: '公布的是', en: 'publishes the report for' };
const FEES: Phrase = { zh: '信息处理费写的是', en: 'gives the fees for' };

/** A year that was left over from another report. */
function leftOver(other: NamedYear, at: number, year: number, what: Phrase): readonly Issue[] {
  if (other.year === year) return [];
  const span = shift(other.span, at);
  return [
    {
      span,
      message: {
        zh: `报告年度为${year}年，这里${what.zh}${other.year}年。`,
        en: `The report is for ${year}, but this ${what.en} ${other.year}.`,
      },
      fixes: () => [
        proposal(
          { zh: `改为${year}年`, en: `Change to ${year}` },
          [{ ...span, insert: String(year) }],
          false,
        ),
      ],
    },
  ];
}

/** `2024年12月20日` under the report for 2024. */
function earlySignature(date: NamedYear, at: number, year: number): readonly Issue[] {
  if (date.year > year || date.year < year - 1) return [];
  return [
    {
      span: shift(date.span, at),
      message: {
        zh: `落款日期在${date.year}年，${year}年的年度报告应在${year + 1}年编制发布。`,
        en: `Signed in ${date.year}; the report for ${year} is made in ${year + 1}.`,
      },
    },
  ];
}
