import { rowRemovals, rowRepairs } from '../audit/row-repair.ts';
import type { PlacedTable, Report } from '../report/types.ts';
import type { TableProblem } from '../table/types.ts';
import { shift } from '../text/span.ts';
import { problemsOf, rowName } from './describe.ts';
import type { Fix, Issue } from './rule.ts';

type Count = Extract<TableProblem, { kind: 'value-count' }>;

/** Issues of `missing-cell` (fewer values than columns) or `extra-cell` (more): two ids, one reading. */
export function valueCountIssues(report: Report, which: 'fewer' | 'more'): Issue[] {
  return problemsOf(report, 'value-count')
    .filter(({ problem }) => problem.values.length < problem.expected === (which === 'fewer'))
    .map(({ problem, placed }) => {
      const name = rowName(problem.row);
      const [first] = problem.row.fields;
      const there = problem.values.length;
      return {
        span: shift(problem.span, placed.at),
        ...(first === undefined ? {} : { field: first.id }),
        message: {
          zh: `${name.zh}一行应有 ${problem.expected} 个数，${which === 'fewer' ? '只找到' : '却找到'} ${there} 个，无法确定各数属于哪一列。`,
          en: `The row ${name.en} should have ${problem.expected} figures but has ${there}; which column each belongs to cannot be said.`,
        },
        fixes: () => fixesOf(placed, problem),
      };
    });
}

/** One fix, where the identities leave one answer. */
function fixesOf(placed: PlacedTable, problem: Count): Fix[] {
  const fewer = problem.values.length < problem.expected;
  const answers = fewer ? rowRepairs(placed, problem) : rowRemovals(placed, problem);
  const [only] = answers;
  if (answers.length !== 1 || only === undefined) return [];
  const value = only.value;
  return [
    {
      title: fewer
        ? {
            zh: `补上漏掉的 ${value}（唯一能使勾稽关系成立的补法）`,
            en: `Insert the missing ${value} (the only way the identities hold)`,
          }
        : {
            zh: `删去多出的 ${value}（唯一能使勾稽关系成立的删法）`,
            en: `Remove the extra ${value} (the only way the identities hold)`,
          },
      edits: [only.edit],
      safe: false,
      preferred: true,
    },
  ];
}
