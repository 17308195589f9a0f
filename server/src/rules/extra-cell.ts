// A row with more figures than the form has columns; `missing-cell.ts` is the other way round.
import type { Rule } from './rule.ts';
import { valueCountIssues } from './value-count.ts';

export const extraCell: Rule = {
  id: 'extra-cell',
  severity: 'error',
  title: { zh: '一行的数多了', en: 'Row with too many figures' },
  manual: {
    what: {
      zh: '一行里的数比列数多，或者一个数被折成了两截。',
      en: 'A row has more figures than columns, or a figure is torn in two.',
    },
    why: { zh: '多出一格，后面的数都会错位。', en: 'One figure too many shifts all behind it.' },
    how: {
      zh: '删去多出的数；只有一种删法能使勾稽关系成立时，可用快速修复。',
      en: 'Remove the figure; where only one way makes the identities hold, a fix is offered.',
    },
    wrong: '2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||',
    right: '2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||',
  },
  check: (report) => valueCountIssues(report, 'more'),
};
