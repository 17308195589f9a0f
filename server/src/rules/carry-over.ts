// 二（上年结转） of this year against 四（结转下年度） of last year's report, column by column.
// `documents-carry-over.ts` does the same for documents in force.
import type { IndexedReport } from '../archive/report-index.ts';
import { figureOf, type ReportSummary } from '../archive/summary.ts';
import { cellName, relatedInReport } from './describe.ts';
import { type Issue, noIssues, type Rule } from './rule.ts';

const COLUMNS = [
  'natural-person',
  'business',
  'research',
  'public-interest',
  'legal-service',
  'other',
  'total',
] as const;

export const carryOver: Rule = {
  id: 'carry-over',
  severity: 'warning',
  title: { zh: '上年结转与上年年报不符', en: 'Requests carried in differ from last year’s report' },
  manual: {
    what: {
      zh: '本年“二、上年结转”各列，应等于同一机关上年年报“四、结转下年度继续办理”的同一列。两份年报在同一文件夹或工作区里时逐列核对。',
      en: 'In every column, 二 (carried in) must equal 四 (carried forward) of the same organ’s report for the year before. Compared when both reports are in the folder or workspace.',
    },
    why: {
      zh: '上年没有办完的，本年接着办，一件不多，一件不少。两年对不上，说明其中一年统计有误。',
      en: 'What was not finished last year is what this year begins with. Where the two differ, one of the years was counted wrongly.',
    },
    how: {
      zh: '对照台账，看哪一年填错。上年年报已经公开的，按规定更正，或者把这一格列为已接受并写明理由。',
      en: 'Check the register to see which year is wrong; correct it, or accept the finding with a reason.',
    },
    lastYear: '四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |',
    wrong: '二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 2 | ||',
    right: '二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | ||',
  },
  check: noIssues,
  compare: (own, { lastYear }) =>
    lastYear === null ? [] : COLUMNS.flatMap((column) => issueIn(own, lastYear, column)),
};

function issueIn(own: ReportSummary, last: IndexedReport, column: string): readonly Issue[] {
  const [into, out] = [`applications.2.${column}`, `applications.4.${column}`];
  const [now, before] = [figureOf(own, into), figureOf(last.summary, out)];
  if (now === null || before === null || now.value === before.value) return [];
  const [a, b] = [cellName(into, own.edition), cellName(out, last.summary.edition)];
  return [
    {
      span: now.span,
      field: into,
      message: {
        zh: `${a.zh}填 ${now.value}，上年（${last.year} 年）报告${b.zh}为 ${before.value}，两者应当相同。`,
        en: `${a.en} says ${now.value}, but ${b.en} of the report for ${last.year} is ${before.value}; the two must be equal.`,
      },
      related: [relatedInReport(last, out, before)],
    },
  ];
}
