// Section 6 has to state the information-processing fees of the year (国办函〔2020〕109号), and may not say
// that there were none where the table counts applicants who did not pay.
import { sectionMentions } from '../prose/index.ts';
import type { PlacedSection, Report } from '../report/report.ts';
import { hasBreak } from '../text/chars.ts';
import { narrow } from '../text/fold.ts';
import { lineBreakOf } from '../text/lines.ts';
import { type Edit, shift } from '../text/span.ts';
import { likeText } from '../text/style.ts';
import { relatedCell } from './describe.ts';
import { noticeIssues, UNPAID } from './fee-notices.ts';
import { proposal } from './fixes.ts';
import type { Issue, Rule } from './rule.ts';

const SENTENCE = '本年度未收取信息处理费。';
/** Report year from which 国办函〔2020〕109号 asks for the statement. */
const SINCE = 2021;

export const feeStatement: Rule = {
  id: 'fee-statement',
  severity: 'info',
  title: { zh: '未说明信息处理费', en: 'Information-processing fees are not stated' },
  manual: {
    what: {
      zh: '第六部分没有说明本年度收取信息处理费的情况；或者写没有收取，而表格“逾期未按收费通知要求缴纳费用”一行有数；或者收费通知的件数、金额与实收金额、表格不符。只写行政事业性收费，不算说明。',
      en: 'Section 6 does not say what information-processing fees were taken; or it says none although the table counts applicants who did not pay after a notice; or notices, charges and money received contradict each other or the table. Administrative charges (行政事业性收费) are other fees.',
    },
    why: {
      zh: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）要求在年度报告中反映收取信息处理费的情况，没有收取也要说明。表中有逾期未缴费的，说明发出过收费通知。',
      en: 'The measures on these fees (国办函〔2020〕109号) ask every annual report to state them, even when none were taken.',
    },
    how: {
      zh: '在第六部分写明“本年度未收取信息处理费”，或者收取的金额和件数。',
      en: 'State in section 6 that none were taken, or how much and for how many requests.',
    },
    wrong: '六、其他需要报告的事项\n无其他需要报告的事项。',
    right: '六、其他需要报告的事项\n本年度未收取信息处理费，无其他需要报告的事项。',
  },
  check: (report) => {
    const applies = report.year === null ? report.edition === '2021' : report.year >= SINCE;
    const last = report.sections.findLast(({ section }) => section.heading?.spec.number === 6);
    if (!applies || last === undefined) return [];
    if (!saysFees(last.section.text)) return [missing(last)];
    const issues = noticeIssues(report, last);
    return issues.length > 0 ? issues : unpaid(report, last);
  },
};

/** Most reports need no narrowing to be matched. 行政事业性收费 are other fees. */
const saysFees = (text: string): boolean => {
  const [asWritten, narrowed] = [text, narrow(text)].map((each) => each.replaceAll(OTHER_FEES, ''));
  return STATES.test(asWritten ?? '') || STATES.test(narrowed ?? '');
};

const OTHER_FEES = /行政事业性?(?:收费|费用)/g;

const STATES = /处\s*理\s*费|收费|费用|缴费|收取[^费]{0,20}费/;

function missing({ section, at }: PlacedSection): Issue {
  const span = section.heading?.span ?? { from: 0, to: 0 };
  const title = { zh: `写入“${SENTENCE}”`, en: 'Insert the sentence that none were taken' };
  return {
    span: shift(span, at),
    message: {
      zh: '第六部分没有说明本年度收取信息处理费的情况，没有收取也应写明。',
      en: 'Section 6 does not state the information-processing fees of the year; say so even if there were none.',
    },
    fixes: () => [proposal(title, [insertion(section.text, span.to, at)], false)],
  };
}

/** In front of what the section says, on the same line; on a line of its own where the section is empty. */
function insertion(text: string, headingEnd: number, at: number): Edit {
  const lead = /^[^\p{L}\p{N}]*/u.exec(text.slice(headingEnd))?.[0] ?? '';
  const sentence = likeText(SENTENCE, text.slice(0, headingEnd));
  const body = headingEnd + lead.length;
  if (body < text.length && hasBreak(lead)) return { from: at + body, to: at + body, insert: sentence };
  const from = at + headingEnd;
  return { from, to: from, insert: lineBreakOf(text) + sentence };
}

function unpaid(report: Report, { section, at }: PlacedSection): readonly Issue[] {
  const placed = report.tables.applications;
  const cell = placed?.table.cell(UNPAID);
  if (placed === undefined || cell === undefined || (cell.count ?? 0) === 0) return [];
  const fees = sectionMentions(section, report).filter(({ object }) => object === 'processing-fee');
  const none = fees.find(({ value }) => value === 0);
  if (none === undefined || fees.some(({ value }) => value !== 0)) return [];
  return [
    {
      span: shift(none.span, at),
      field: UNPAID,
      message: {
        zh: `正文写没有收取信息处理费，但表格有 ${cell.count} 件因逾期未缴费不再处理，说明发出过收费通知，请核实。`,
        en: `The text says no fees, but ${cell.count} requests were closed because a fee was not paid: a notice to pay was sent.`,
      },
      related: [relatedCell(placed, cell)],
    },
  ];
}
