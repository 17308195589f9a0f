// A section that should have a table has its heading only: the table may be a picture or an attachment.
import { headingsWithoutTable } from '../report/contents.ts';
import { insertTable } from '../report/insert-section.ts';
import { proposal } from './fixes.ts';
import type { Rule } from './rule.ts';

export const missingTable: Rule = {
  id: 'missing-table',
  severity: 'error',
  title: { zh: '缺少表格', en: 'Missing table' },
  manual: {
    what: {
      zh: '第二、三、四部分的正文中没有表格文字（可能是图片、附件，或者没有粘贴进来）。这不等于“全部为 0”。',
      en: 'Section 2, 3 or 4 has no table text: it may be a picture or an attachment. That is not the same as all zeros.',
    },
    why: {
      zh: '三张表格是年报的法定内容，没有文字就无法核对和汇总。',
      en: 'The three tables are required; without text they cannot be checked or added up.',
    },
    how: {
      zh: '粘贴表格，或用快速修复插入各格为 0 的空表再填数。',
      en: 'Paste the table, or insert the official one with zeros and fill it in.',
    },
    wrong: '四、政府信息公开行政复议、行政诉讼情况\n（见附件）',
    right:
      '四、政府信息公开行政复议、行政诉讼情况\n行政复议 | 行政诉讼 | |||||||||||||\n结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | ||||||||\n结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | |||||\n1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
  },
  check: (report) =>
    headingsWithoutTable(report).flatMap(({ spec, table, span, remains }) => {
      if (remains) return [];
      const title = { zh: '插入规定的表格，各格为 0', en: 'Insert the official table with zeros' };
      return [
        {
          span,
          message: {
            zh: `“${spec.heading}”下没有表格文字；如为图片或附件，请补上文字表格。`,
            en: `There is no table text under “${spec.name.en}” (${spec.heading}).`,
          },
          fixes: () => [proposal(title, insertTable(report, table))],
        },
      ];
    }),
};
