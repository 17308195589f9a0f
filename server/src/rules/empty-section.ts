// Sections 1 and 5 without prose, or with 无 alone (条例 article 50); section 1 with prose that says nothing of
// the year's work.
import type { PlacedSection, Section } from '../report/report.ts';
import { narrow } from '../text/fold.ts';
import { shift } from '../text/span.ts';
import type { Issue, Rule } from './rule.ts';
import { issuesInText, type TextIssue } from './text-issues.ts';

export const emptySection: Rule = {
  id: 'empty-section',
  severity: 'warning',
  title: { zh: '应有文字的部分为空', en: 'A section that needs prose is empty' },
  manual: {
    what: {
      zh: '第一部分“总体情况”或第五部分“存在的主要问题及改进情况”没有内容，或者只写“无”；第一部分只有引言（依据、组成部分、统计期限、联系方式），或者部门、乡镇的报告通篇没有一个数，只说“部分地区”“多数部门”如何。',
      en: 'Section 1 (overview) or section 5 (problems and improvements) has no text, or only 无; section 1 holds the preamble alone (basis, parts, period, contact), or an organ that is no government speaks of 部分地区 or 多数部门 without one figure.',
    },
    why: {
      zh: '这两部分没有表格，全靠文字说明一年的工作和不足；条例第五十条要求报告存在的主要问题及改进情况。',
      en: 'These sections have no table: what the year brought and what is to be improved can only be told in words, and article 50 demands it.',
    },
    how: {
      zh: '补写本年度的实际情况；第五部分至少写一个具体问题和对应的改进措施。',
      en: 'Write what happened; section 5 needs at least one problem and what is done about it.',
    },
    wrong: '五、存在的主要问题及改进情况\n无。',
    right: '五、存在的主要问题及改进情况\n部分栏目更新不够及时。已建立栏目巡查台账，按月通报。',
  },
  check: (report) =>
    report.sections.flatMap((placed) => {
      const issues = issueOf(placed);
      if (issues.length > 0) return issues;
      const found = onlyPreamble(placed);
      return found.length > 0 || isOfArea(report.organ ?? '') ? found : ofOthers(placed);
    }),
};

function issueOf({ section, at }: PlacedSection): readonly Issue[] {
  const { heading } = section;
  if (heading === null || (heading.spec.number !== 1 && heading.spec.number !== 5)) return [];
  const words = firstWords(section, heading.span.to);
  if (words !== '' && !/^(?:暂?无|没有|略)$/.test(words)) return [];
  const title = heading.spec.heading;
  return [
    {
      span: shift(heading.span, at),
      message: {
        zh: words === '' ? `“${title}”没有内容。` : `“${title}”只写“${words}”，应说明具体情况。`,
        en:
          words === '' ? `“${title}” has no text.` : `“${title}” says only ${words}; it needs some account.`,
      },
    },
  ];
}

/** Three Chinese characters in a row, else all letters and digits; 2,000 units from the heading on count. */
function firstWords({ text }: Section, from: number): string {
  const body = text.slice(from, from + 2000);
  const prose = /[\u4e00-\u9fff]{3}/.exec(body);
  return prose?.[0] ?? narrow(body).replace(/[^\p{L}\p{N}]/gu, '');
}

/** A longer section tells of the year's work. */
const LONGEST_PREAMBLE = 900;

/** What a preamble says: basis, parts of the report, period, where it is published, whom to ask. */
const PREAMBLE =
  /(?:根据|依据|按照|依照).{0,80}(?:条例|通知|规定|要求|格式)|(?:编制|公布|发布|特向社会公布|撰写)|(?:组成|部分|内容)$|统计(?:期限|时间|周期|起止)|(?:电子版|全文).{0,40}(?:下载|查阅|查询|网)|(?:如有|如对|有)(?:任何)?(?:疑问|意见)|联系(?:电话|方式|地址|人)|(?:电话|地址|邮编|邮箱|传真)|^本(?:报告|年报|年度报告)/;

const onlyPreamble = issuesInText(
  /报告|報告/,
  (plain, { heading }): readonly TextIssue[] => {
    const body = heading === null ? '' : plain.slice(heading.span.to).trim();
    if (heading === null || body === '' || body.length > LONGEST_PREAMBLE) return [];
    const sentences = body.split(/[。;\r\n]/).filter((each) => /[\u4e00-\u9fff]{2}/.test(each));
    if (sentences.length === 0 || !sentences.every((each) => PREAMBLE.test(each.trim()))) return [];
    return [
      {
        span: heading.span,
        severity: 'hint',
        message: {
          zh: '这一部分只有引言，没有写本年度的工作情况。',
          en: 'This section holds only the preamble and nothing of the year’s work.',
        },
      },
    ];
  },
  1,
);

const OTHERS = /(?:部分|少数|个别|多数|大多数|大部分)(?:地区|部门|市县|县区|区县|县\(市、?区\)|地方)/;

/** `多数部门建立了制度` of an organ that has no departments, and not one figure. */
const ofOthers = issuesInText(
  /地区|地區|部门|部門|市县|市縣|县区|縣區|区县|區縣|地方/,
  (plain, { heading }): readonly TextIssue[] => {
    const from = heading?.span.to ?? 0;
    const match = OTHERS.exec(plain.slice(from));
    if (match === null) return [];
    // Dates, years and the numbers of documents are no figures of the year's work.
    const figures = plain.slice(from).replace(/20\d\d|\d{1,2}[月日]|第\d{1,4}[号条]|\d{1,4}号/g, '');
    if (/\d|[一二三四五六七八九十百千]{1,4}(?:余|多)?[件条次篇份个场期]/.test(figures)) return [];
    const start = from + match.index;
    return [
      {
        span: { from: start, to: start + match[0].length },
        severity: 'hint',
        message: {
          zh: `“${match[0]}”说的不是本机关，总体情况也没有一个数，请写明本机关的工作。`,
          en: 'This speaks of other organs, and the overview has not one figure; tell of this organ’s work.',
        },
      },
    ];
  },
  1,
);

/** A government, its office or an organ without a name reports for its whole area. */
const isOfArea = (organ: string): boolean =>
  organ === '' ||
  (/(?:政府|政府办公[室厅]|管委会|管理委员会|省|市|县|区)$/.test(organ) && !/[乡镇]/.test(organ));
