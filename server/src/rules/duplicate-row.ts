// A row of the form that stands in the table a second time.
import { tablesOf } from '../report/contents.ts';
import { writtenTable } from '../report/insert-section.ts';
import type { PlacedTable } from '../report/report.ts';
import type { TableProblem } from '../table/table.ts';
import { removeRow } from '../table/write/edit-rows.ts';
import { shift, shiftEdit } from '../text/span.ts';
import { rowName } from './describe.ts';
import { proposal } from './fixes.ts';
import { firstField } from './problems.ts';
import type { Issue, Rule } from './rule.ts';

export const duplicateRow: Rule = {
  id: 'duplicate-row',
  severity: 'error',
  title: { zh: '表格行重复', en: 'Row written twice' },
  manual: {
    what: {
      zh: '规定格式中的同一行在表里出现了两次。核对以先出现的为准，问题标在后一行上；整张表原样重复的，只提示一次。',
      en: 'A row of the form stands in the table twice. The first one counts; the finding stands on the second. A whole table repeated as it is counts as one information.',
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
    tablesOf(report).flatMap((placed) => {
      const rows = placed.table.problems.filter((problem) => problem.kind === 'duplicate-row');
      return isWholeCopy(placed, rows) ? [wholeCopy(placed, rows)] : rows.map((row) => oneRow(placed, row));
    }),
};

type DuplicateRow = Extract<TableProblem, { kind: 'duplicate-row' }>;

/** Whether every row of the table stands here again with the same figures: a copy that a page keeps. */
const isWholeCopy = ({ table }: PlacedTable, rows: readonly DuplicateRow[]): boolean =>
  rows.length > 0 &&
  rows.every(({ equal }) => equal) &&
  new Set(rows.map(({ row }) => row.id)).size === table.rows.length;

function wholeCopy(placed: PlacedTable, rows: readonly DuplicateRow[]): Issue {
  const [first, last] = [rows[0] as DuplicateRow, rows.at(-1) as DuplicateRow];
  return {
    span: shift({ from: first.span.from, to: last.span.to }, placed.at),
    severity: 'info',
    ...firstField(first.row),
    message: {
      zh: '整张表在这里又出现了一遍，数值相同。',
      en: 'The whole table stands here a second time, with the same figures.',
    },
  };
}

function oneRow(placed: PlacedTable, { row, span, first, equal }: DuplicateRow): Issue {
  const name = rowName(row);
  return {
    span: shift(span, placed.at),
    ...firstField(row),
    message: {
      zh: `${name.zh}一行重复${equal ? '，数值与前一行相同' : '，且数值与前一行不同'}。`,
      en: `The row ${name.en} stands here a second time, with ${equal ? 'the same' : 'other'} figures.`,
    },
    related: [{ span: shift(first, placed.at), message: { zh: '先出现的一行', en: 'The first one' } }],
    fixes: () => {
      const title = { zh: '删去重复的这一行', en: 'Remove this second row' };
      const edit = removeRow(writtenTable(placed), span);
      return equal ? [proposal(title, [shiftEdit(edit, placed.at)])] : [];
    },
  };
}
