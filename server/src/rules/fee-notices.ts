// Notices to pay and money received, as section 6 states them (国办函〔2020〕109号 asks for both).
import type { PlacedSection, Report } from '../report/report.ts';
import { narrow } from '../text/fold.ts';
import { type Span, shift } from '../text/span.ts';
import { relatedCell } from './describe.ts';
import type { Issue } from './rule.ts';

/** 逾期未按收费通知要求缴纳费用. */
export const UNPAID = 'applications.3-6-2.total';

interface Figure {
  readonly value: number;
  readonly span: Span;
}

/** What section 6 says of notices and money; null for what it does not say, or says twice. */
interface Stated {
  readonly notices: Figure | null;
  readonly charged: Figure | null;
  readonly received: Figure | null;
}

/** Figures on fees that contradict each other or the table. */
export function noticeIssues(report: Report, { section, at }: PlacedSection): readonly Issue[] {
  if (!/通知|收/.test(section.text)) return [];
  const from = section.heading?.span.to ?? 0;
  const plain = narrow(section.text);
  // What was charged last year may be paid this year, and a fee may be waived.
  if (OTHER.test(plain.slice(from))) return [];
  const [notices, charged, received] = [NOTICES, CHARGED, RECEIVED].map((pattern) =>
    onlyFigure(plain, from, pattern),
  ) as [Stated['notices'], Stated['charged'], Stated['received']];
  const found = contradiction({ notices, charged, received }) ?? fewerThanUnpaid(report, notices);
  return found === null ? [] : [{ ...found, span: shift(found.span, at) }];
}

/** Money without a notice, or more money than was asked for. */
function contradiction({ notices, charged, received }: Stated): Issue | null {
  if (received === null || received.value === 0) return null;
  if (notices?.value === 0)
    return {
      span: received.span,
      message: {
        zh: '正文写没有发出收费通知，却收取了信息处理费，请核实。',
        en: 'No notice to pay was sent, yet fees were received.',
      },
    };
  if (charged === null || charged.value === 0 || received.value <= charged.value) return null;
  return {
    span: received.span,
    message: {
      zh: `实际收取的金额大于通知收取的 ${charged.value} 元，请核实。`,
      en: `More was received than the ${charged.value} yuan charged.`,
    },
  };
}

/** Fewer notices than requests that were closed because a fee was not paid. */
function fewerThanUnpaid({ tables }: Report, notices: Figure | null): Issue | null {
  const placed = tables.applications;
  const cell = placed?.table.cell(UNPAID);
  const unpaid = cell?.count ?? 0;
  if (notices === null || placed === undefined || cell === undefined || notices.value >= unpaid) return null;
  return {
    span: notices.span,
    message: {
      zh: `正文写发出收费通知 ${notices.value} 件，少于表格中逾期未缴费不再处理的 ${unpaid} 件，请核实。`,
      en: `${notices.value} notices to pay were sent, but ${unpaid} requests were closed because a fee was not paid.`,
    },
    field: UNPAID,
    severity: 'hint',
    related: [relatedCell(placed, cell)],
  };
}

const OTHER = /上一?年|去年|往年|以前年度|减免|免收|免除|退还|退费/;
const NOTICES =
  /(未|没有)?(?:发出|发送|制发|下达|出具|下发)(?:信息处理费|信息公开)?(?:收费|缴费)通知书?(?:(?:的?(?:件数|件次|次数|数量|份数))?(?:为|是|共计?|合计|:)?\s*(\d{1,6})\s*[件次份])?/g;
const CHARGED =
  /(?:应收取?|应缴纳?|通知收取|通知缴纳|收费总金额|[,;、]总金额)(?:的?(?:信息处理费|费用|总?金额|总额)){0,2}(?:为|是|共计?|合计|:)?(?:人民币)?\s*(\d{1,9}(?:\.\d{1,4})?)元/g;
const RECEIVED =
  /(?:实收|实际收取|实际收到|实际收缴|实际缴纳|实缴)(?:的?(?:信息处理费|费用|总?金额|总额)){0,2}(?:为|是|共计?|合计|:)?(?:人民币)?\s*(\d{1,9}(?:\.\d{1,4})?)元/g;

function onlyFigure(plain: string, from: number, pattern: RegExp): Figure | null {
  const matches = [...plain.matchAll(pattern)].filter(({ index }) => index >= from);
  const [match] = matches;
  if (match === undefined || matches.length > 1) return null;
  const digits = match.findLast((group) => group !== undefined && /^[\d.]+$/.test(group));
  const isNone = match[1] === '未' || match[1] === '没有';
  if (digits === undefined ? !isNone : isNone) return null;
  return {
    value: Number(digits ?? 0),
    span: { from: match.index, to: match.index + match[0].length },
  };
}
