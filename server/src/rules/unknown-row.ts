// A labelled row with figures that the form does not have.
import { shift } from '../text/span.ts';
import { tableName } from './describe.ts';
import { problemsOf } from './problems.ts';
import type { Rule } from './rule.ts';

export const unknownRow: Rule = {
  id: 'unknown-row',
  severity: 'warning',
  title: { zh: '表中有规定格式之外的行', en: 'Row the form does not have' },
  manual: {
    what: {
      zh: '表里有一行带数的内容，规定的格式中没有。',
      en: 'A labelled row with figures that is not in the national format.',
    },
    why: {
      zh: '自行增加的行不在勾稽关系之内，汇总时也没有位置。',
      en: 'Rows of one’s own take part in no identity and have no place when tables are added up.',
    },
    how: {
      zh: '删去该行，或并入规定的行；标题写错的，改成规定的标题。',
      en: 'Remove it, or count it under a row of the form; if it is a misspelt label, correct it.',
    },
    wrong: '行政规范性文件 | 3 | 1 | 20 |\n机关会议纪要汇编 | 2 | 0 | 2 |',
    right: '行政规范性文件 | 3 | 1 | 20 |',
  },
  check: (report) =>
    problemsOf(report, 'unknown-row').map(({ problem, placed }) => ({
      span: shift(problem.span, placed.at),
      message: {
        zh: `“${tableName(placed).zh}”表的规定格式中没有“${problem.label}”这一行。`,
        en: `“${problem.label}” is no row of the table “${tableName(placed).en}”.`,
      },
    })),
};
