// A column of the form that neither the heads nor the rows of a table have.
import { shift } from '../text/span.ts';
import { tableName } from './describe.ts';
import { problemsOf } from './problems.ts';
import type { Rule } from './rule.ts';

export const missingColumn: Rule = {
  id: 'missing-column',
  severity: 'error',
  title: { zh: '表格缺列', en: 'Missing column' },
  manual: {
    what: {
      zh: '规定格式中的一列在表头和各行中都没有。',
      en: 'A column of the form is absent from the head and from every row.',
    },
    why: {
      zh: '申请表固定为七列，缺列则各行合计无从核对。',
      en: 'The request table has seven columns; without one the totals cannot be checked.',
    },
    how: { zh: '补上该列，没有的填 0。', en: 'Add the column, with 0 where there was nothing.' },
    wrong: [
      '三、收到和处理政府信息公开申请情况',
      '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 | |||||||',
      '自然人 | 法人或其他组织 | 总计 | ||||||',
      '商业企业 | 社会公益组织 | 法律服务机构 | 其他 | |||||',
      '一、本年新收政府信息公开申请数量 | 8 | 1 | 0 | 0 | 0 | 9 | ||',
      '二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | ||',
      '三、本年度办理结果 | （一）予以公开 | 4 | 1 | 0 | 0 | 0 | 5 | |',
      '（七）总计 | 7 | 1 | 0 | 0 | 0 | 8 | ||',
      '四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 1 |',
    ].join('\n'),
    right: '一、本年新收政府信息公开申请数量 | 8 | 1 | 0 | 0 | 0 | 0 | 9 | ||',
  },
  check: (report) =>
    problemsOf(report, 'missing-column').map(({ problem, placed }) => {
      const column = placed.table.form.table.blocks[0]?.columns.find((each) => each.id === problem.column);
      return {
        span: shift(problem.span, placed.at),
        message: {
          zh: `“${tableName(placed).zh}”表缺少“${column?.name.zh ?? ''}”一列。`,
          en: `Table “${tableName(placed).en}” lacks the column “${column?.name.en ?? ''}”.`,
        },
      };
    }),
};
