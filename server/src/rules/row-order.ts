// Rows of the form in another order than the form has them.
import { writtenTable } from '../report/insert-section.ts';
import { reorderRows } from '../table/write/edit-rows.ts';
import { shift, shiftEdit } from '../text/span.ts';
import { rowName } from './describe.ts';
import { proposal } from './fixes.ts';
import { firstField, problemsOf } from './problems.ts';
import type { Rule } from './rule.ts';

export const rowOrder: Rule = {
  id: 'row-order',
  severity: 'warning',
  title: { zh: '表格行的顺序有误', en: 'Row out of order' },
  manual: {
    what: { zh: '表格的行没有按规定格式的顺序排列。', en: 'A row does not stand where the form has it.' },
    why: {
      zh: '汇总时往往按行次对应，顺序错了数就加错。',
      en: 'Tables are often added up line by line; a row out of order is added to the wrong one.',
    },
    how: {
      zh: '按规定顺序重排；快速修复把标题和数一起调整到位。',
      en: 'Put the rows in order; the fix moves labels and figures together.',
    },
    wrong: '行政强制 | 0 | ||\n行政处罚 | 4 | ||',
    right: '行政处罚 | 4 | ||\n行政强制 | 0 | ||',
  },
  check: (report) =>
    problemsOf(report, 'row-order').map(({ problem, placed }) => {
      const [name, after] = [rowName(problem.row), rowName(problem.after)];
      return {
        span: shift(problem.span, placed.at),
        ...firstField(problem.row),
        message:
          problem.after === problem.row
            ? { zh: `${name.zh}一行应为表中第一行。`, en: `The row ${name.en} should come first.` }
            : {
                zh: `${name.zh}一行应在${after.zh}之后。`,
                en: `The row ${name.en} belongs behind ${after.en}.`,
              },
        fixes: () => {
          const edits = reorderRows(writtenTable(placed)).map((edit) => shiftEdit(edit, placed.at));
          const title = { zh: '按规定顺序重排各行', en: 'Put the rows in the order of the form' };
          return edits.length === 0 ? [] : [proposal(title, edits)];
        },
      };
    }),
};
