// Rows whose values are more or fewer than the form's columns: one reading, reported by two rules.
import { rowRemovals, rowRepairs } from '../audit/row-repair.ts';
import type { PlacedTable, Report } from '../report/report.ts';
import type { TableProblem } from '../table/table.ts';
import { shift } from '../text/span.ts';
import { rowName } from './describe.ts';
import { proposal } from './fixes.ts';
import { firstField, problemsOf } from './problems.ts';
import type { Fix, Issue } from './rule.ts';

type ValueCount = Extract<TableProblem, { kind: 'value-count' }>;

const isShort = ({ values, expected }: ValueCount): boolean => values.length < expected;

/** The issues of `missing-cell` (fewer values than columns) or of `extra-cell` (more). */
export function valueCountIssues(report: Report, which: 'fewer' | 'more'): Issue[] {
  return problemsOf(report, 'value-count')
    .filter(({ problem }) => isShort(problem) === (which === 'fewer'))
    .map(({ problem, placed }) => {
      const name = rowName(problem.row);
      const count = problem.values.length;
      return {
        span: shift(problem.span, placed.at),
        ...firstField(problem.row),
        message: {
          zh: `${name.zh}一行应有 ${problem.expected} 个数，${which === 'fewer' ? '只找到' : '却找到'} ${count} 个，无法确定各数属于哪一列。`,
          en: `The row ${name.en} should have ${problem.expected} figures but has ${count}; which column each belongs to cannot be said.`,
        },
        fixes: () => fixesOf(placed, problem),
      };
    });
}

/** One fix, where the identities leave one answer. */
function fixesOf(placed: PlacedTable, problem: ValueCount): Fix[] {
  const [only, ...others] = isShort(problem) ? rowRepairs(placed, problem) : rowRemovals(placed, problem);
  if (only === undefined || others.length > 0) return [];
  const { value, edit } = only;
  const title = isShort(problem)
    ? {
        zh: `补上漏掉的 ${value}（唯一能使勾稽关系成立的补法）`,
        en: `Insert the missing ${value} (the only way the identities hold)`,
      }
    : {
        zh: `删去多出的 ${value}（唯一能使勾稽关系成立的删法）`,
        en: `Remove the extra ${value} (the only way the identities hold)`,
      };
  return [proposal(title, [edit])];
}
