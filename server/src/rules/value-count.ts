// Rows whose values are more or fewer than the form's columns: one reading, reported by two rules.
import { type RowRepair, rowJoins, rowRemovals, rowRepairs } from '../audit/row-repair.ts';
import type { Phrase } from '../base/phrase.ts';
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
      return {
        span: shift(problem.span, placed.at),
        ...firstField(problem.row),
        message: problem.torn ? tornMessage(name) : countMessage(name, problem),
        fixes: () => fixesOf(placed, problem),
      };
    });
}

function countMessage({ zh, en }: Phrase, problem: ValueCount): Phrase {
  const { expected, values } = problem;
  return {
    zh: `${zh}一行应有 ${expected} 个数，${isShort(problem) ? '只找到' : '却找到'} ${values.length} 个，无法确定各数属于哪一列。`,
    en: `The row ${en} should have ${expected} figures but has ${values.length}; which column each belongs to cannot be said.`,
  };
}

const tornMessage = ({ zh, en }: Phrase): Phrase => ({
  zh: `${zh}一行的数分在几行上，可能有一个数被折成了两截，无法确定各数属于哪一列。`,
  en: `The figures of the row ${en} stand on several lines; one may be torn in two, so their columns cannot be said.`,
});

/** One fix, where the identities leave one answer. */
function fixesOf(placed: PlacedTable, problem: ValueCount): Fix[] {
  if (isShort(problem)) return fixesBy(rowRepairs(placed, problem), titles.insert);
  const joins = problem.torn ? rowJoins(placed, problem) : [];
  return joins.length > 0
    ? fixesBy(joins, titles.join)
    : fixesBy(rowRemovals(placed, problem), titles.remove);
}

const fixesBy = ([only, ...others]: readonly RowRepair[], title: (value: number) => Phrase): Fix[] =>
  only === undefined || others.length > 0 ? [] : [proposal(title(only.value), [only.edit])];

const titles = {
  insert: (value: number): Phrase => ({
    zh: `补上漏掉的 ${value}（唯一能使勾稽关系成立的补法）`,
    en: `Insert the missing ${value} (the only way the identities hold)`,
  }),
  remove: (value: number): Phrase => ({
    zh: `删去多出的 ${value}（唯一能使勾稽关系成立的删法）`,
    en: `Remove the extra ${value} (the only way the identities hold)`,
  }),
  join: (value: number): Phrase => ({
    zh: `合为 ${value}（只有这样勾稽关系才成立）`,
    en: `Join to ${value} (the only way the identities hold)`,
  }),
};
