// Sections 1 and 5 without prose, or with 无 alone (条例 article 50).
import type { PlacedSection, Section } from '../report/report.ts';
import { narrow } from '../text/fold.ts';
import { shift } from '../text/span.ts';
import type { Issue, Rule } from './rule.ts';

export const emptySection: Rule = {
  id: 'empty-section',
  severity: 'warning',
  title: { zh: '应有文字的部分为空', en: 'A section that needs prose is empty' },
  manual: {
    what: {
      zh: '第一部分“总体情况”或第五部分“存在的主要问题及改进情况”没有内容，或者只写“无”。',
      en: 'Section 1 (overview) or section 5 (problems and improvements) has no text, or only 无.',
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
  check: (report) => report.sections.flatMap((placed) => issueOf(placed)),
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
