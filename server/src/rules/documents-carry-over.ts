// Documents in force: last year's number + made − repealed, for 规章 and 行政规范性文件 each. The columns
// exist since the 2021 edition.
import type { IndexedReport } from '../archive/report-index.ts';
import { figureOf, type ReportSummary, type SummaryFigure } from '../archive/summary.ts';
import { cellName, relatedInReport } from './describe.ts';
import { type Issue, noIssues, type Related, type Rule } from './rule.ts';

export const documentsCarryOver: Rule = {
  id: 'documents-carry-over',
  severity: 'warning',
  title: { zh: '现行有效件数与上年接不上', en: 'Documents in force do not follow from last year’s' },
  manual: {
    what: {
      zh: '规章、行政规范性文件的“现行有效件数”，应等于上年年报的现行有效件数，加本年制发件数，减本年废止件数。只核对两年都用 2021 年版表格的报告。规章一行，总体情况写有修改、修订规章的，只作建议：不少机关把修改也计入制发。',
      en: 'Regulations and normative documents in force must be last year’s number plus those made minus those repealed. Compared where both reports use the 2021 form; only a hint for regulations where the overview speaks of amended ones, which many organs count as made.',
    },
    why: {
      zh: '现行有效是累计数，每年只因制发和废止而变。接不上，说明其中一个数漏报或口径不一。',
      en: 'The number in force changes only by what is made and repealed; a gap means that one of the figures is wrong or counted otherwise.',
    },
    how: {
      zh: '对照规范性文件目录，补上漏报的制发、废止（含失效）件数，或者改正现行有效件数；统计口径有调整的，可列为已接受并写明理由。',
      en: 'Check the register of documents and correct the number made, repealed or in force; where the way of counting changed, accept the finding with a reason.',
    },
    lastYear: '行政规范性文件 | 2 | 0 | 18 | ||',
    wrong: '行政规范性文件 | 3 | 1 | 21 | ||',
    right: '行政规范性文件 | 3 | 1 | 20 | ||',
  },
  check: noIssues,
  compare: (own, { lastYear }) =>
    lastYear === null || own.edition !== '2021' || lastYear.summary.edition !== '2021'
      ? []
      : ['regulations', 'normative'].flatMap((row) => issueIn(own, lastYear, row)),
};

function issueIn(own: ReportSummary, last: IndexedReport, row: string): readonly Issue[] {
  const id = (column: string) => `disclosure.${row}.${column}`;
  const [made, repealed, now] = [id('made'), id('repealed'), id('in-force')].map((each) =>
    figureOf(own, each),
  );
  const before = figureOf(last.summary, id('in-force'));
  if (!made || !repealed || !now || !before) return [];
  const due = before.value + made.value - repealed.value;
  if (now.value === due) return [];
  const name = cellName(id('in-force'), own.edition);
  const related = (column: string, { value, span }: SummaryFigure): Related => {
    const { zh, en } = cellName(id(column), own.edition);
    return { span, message: { zh: `${zh}：${value}`, en: `${en}: ${value}` } };
  };
  return [
    {
      ...(row === 'regulations' && own.amends && { severity: 'hint' as const }),
      span: now.span,
      field: id('in-force'),
      message: {
        zh: `${name.zh}填 ${now.value}，按上年（${last.year} 年）报告推算为 ${due}（${before.value}＋${made.value}−${repealed.value}）。`,
        en: `${name.en} says ${now.value}, but last year’s report gives ${due} (${before.value} + ${made.value} made − ${repealed.value} repealed).`,
      },
      related: [
        relatedInReport(last, id('in-force'), before),
        related('made', made),
        related('repealed', repealed),
      ],
    },
  ];
}
