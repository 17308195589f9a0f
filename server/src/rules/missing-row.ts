// A row of the form that the table does not have.
import { writtenTable, writtenTables } from '../report/insert-section.ts';
import { insertRow, rowPosition } from '../table/write/insert-row.ts';
import { shift, shiftEdit } from '../text/span.ts';
import { rowName, tableName } from './describe.ts';
import { proposal } from './fixes.ts';
import { firstField, problemsOf } from './problems.ts';
import type { Rule } from './rule.ts';

export const missingRow: Rule = {
  id: 'missing-row',
  severity: 'error',
  title: { zh: '表格缺行', en: 'Missing row' },
  manual: {
    what: {
      zh: '规定格式中的一行在表中没有找到。问题标在它前面（没有时为后面）的一行上。',
      en: 'A row of the form is absent. The finding stands on the row before it, or after it where there is none.',
    },
    why: {
      zh: '格式规定的行不能增减，没有发生的也要填 0。',
      en: 'Rows of the form may not be left out; write 0 where there was nothing.',
    },
    how: {
      zh: '补上该行；快速修复按本表的版式插入，各格为 0。',
      en: 'Add the row; the fix inserts it in the layout of the table, with zeros.',
    },
    wrong:
      '1.信访举报投诉类申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | |\n3.要求提供公开出版物 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||',
    right: '2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||',
  },
  check: (report) =>
    problemsOf(report, 'missing-row').map(({ problem: { row }, placed }) => {
      const [name, table] = [rowName(row), tableName(placed)];
      return {
        span: shift(rowPosition(placed.table, row), placed.at),
        ...firstField(row),
        message: {
          zh: `“${table.zh}”表缺少${name.zh}一行。`,
          en: `Table “${table.en}” lacks the row ${name.en}.`,
        },
        fixes: () => {
          const edit = insertRow(writtenTable(placed), row, writtenTables(report));
          const title = { zh: `插入${name.zh}一行，各格为 0`, en: `Insert ${name.en} with zeros` };
          return edit === null ? [] : [proposal(title, [shiftEdit(edit, placed.at)])];
        },
      };
    }),
};
