// A row with fewer figures than the form has columns; `extra-cell.ts` is the other way round.
import type { Rule } from './rule.ts';
import { valueCountIssues } from './value-count.ts';

export const missingCell: Rule = {
  id: 'missing-cell',
  severity: 'error',
  title: { zh: '一行的数少了', en: 'Row with too few figures' },
  manual: {
    what: {
      zh: '一行里的数比列数少，又看不出缺的是哪一格。',
      en: 'A row has fewer figures than columns, and nothing shows which is missing.',
    },
    why: { zh: '缺了一格，后面的数都可能错位。', en: 'One missing figure may shift all behind it.' },
    how: {
      zh: '补上缺的数；只有一种补法能使勾稽关系成立时，可用快速修复。',
      en: 'Add the figure; where only one way makes the identities hold, a fix is offered.',
    },
    wrong: '2.重复申请 | 0 | 0 | 0 | 0 | 0 |',
    right: '2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||',
  },
  check: (report) => valueCountIssues(report, 'fewer'),
};
