// A row of the form that stands in the table a second time.
import { writtenTable } from '../report/insert-section.ts';
import { removeRow } from '../table/write/edit-rows.ts';
import { shift, shiftEdit } from '../text/span.ts';
import { rowName } from './describe.ts';
import { proposal } from './fixes.ts';
import { firstField, problemsOf } from './problems.ts';
import type { Rule } from './rule.ts';

export const duplicateRow: Rule = {
  id: 'duplicate-row',
  severity: 'error',
  title: { zh: '表格行重复', en: 'Row written twice' },
  manual: {
    what: {
      zh: '规定格式中的同一行在表里出现了两次。核对以先出现的为准，问题标在后一行上。',
      en: 'A row of the form stands in the table twice. The first one counts; the finding stands on the second.',
    },
    why: {
      zh: '重复的行会让合计对不上，也不知道以哪一行为准。',
      en: 'Nobody can tell which of the two counts.',
    },
    how: {
      zh: '删去多余的一行；两行数值相同时可用快速修复。',
      en: 'Remove one; a fix is offered when both say the same.',
    },
    wrong: '2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||\n2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||',
    right: '2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||',
  },
  check: (report) =>
    problemsOf(report, 'duplicate-row').map(({ problem, placed }) => {
      const name = rowName(problem.row);
      return {
        span: shift(problem.span, placed.at),
        ...firstField(problem.row),
        message: {
          zh: `${name.zh}一行重复${problem.equal ? '，数值与前一行相同' : '，且数值与前一行不同'}。`,
          en: `The row ${name.en} stands here a second time, with ${problem.equal ? 'the same' : 'other'} figures.`,
        },
        related: [
          { span: shift(problem.first, placed.at), message: { zh: '先出现的一行', en: 'The first one' } },
        ],
        fixes: () => {
          const title = { zh: '删去重复的这一行', en: 'Remove this second row' };
          const edit = removeRow(writtenTable(placed), problem.span);
          return problem.equal ? [proposal(title, [shiftEdit(edit, placed.at)])] : [];
        },
      };
    }),
};
