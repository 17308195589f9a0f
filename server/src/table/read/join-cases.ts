// The table `disputes` in other shapes than the form's one row of fifteen: each of its groups with heads and
// five values of its own, under one another; the reconsiderations apart from the suits; outcomes as rows and
// groups as columns; a row a figure.

import type { RowCandidate, TableCandidate } from './row-candidates.ts';
import { countFilled, isFilled, type Token } from './token.ts';

/** The groups of the form in their order, by the folded labels that name them. */
const groups: readonly string[] = ['行政复议', '未经复议直接起诉', '复议后起诉'];

/** The columns of each group. */
const outcomes: readonly string[] = ['upheld', 'corrected', 'other', 'pending', 'total'];

const groupWidth = outcomes.length;
const allCells = groups.length * groupWidth;

/**
 * The candidates with the rows of the table joined into the one row of the form. All are kept as they are
 * where one of them is that row, or where it cannot be said which cell each figure fills.
 */
export function joinCases({ table, candidates }: TableCandidate): readonly RowCandidate[] {
  if (table !== 'disputes') return candidates;
  const cases = candidates.filter(({ id, values }) => id === 'cases' && countFilled(values) > 0);
  const [first] = cases;
  const last = cases.at(-1);
  const joined = ofGroups(cases) ?? ofSuitsApart(cases) ?? ofOutcomes(cases);
  if (joined === null || first === undefined || last === undefined) return candidates;
  const whole = { ...first, ...joined, next: last.next, heads: cases.flatMap(({ heads }) => heads) };
  return [...candidates.filter(({ id }) => id !== 'cases'), whole];
}

type Joined = Pick<RowCandidate, 'values' | 'parts'>;

/** Three rows, each the five cells of a group; some may be blank. */
function ofGroups(cases: readonly RowCandidate[]): Joined | null {
  if (cases.length !== groups.length || cases.some(({ values }) => countFilled(values) > groupWidth))
    return null;
  const parts = inOrder(cases);
  return parts === null ? null : { values: cases.flatMap(({ values }) => values), parts };
}

/** Two rows: five cells of reconsideration, ten of suits. */
function ofSuitsApart(cases: readonly RowCandidate[]): Joined | null {
  const values = cases.flatMap((part) => part.values).filter(isFilled);
  const [first] = cases;
  const isInTwo = cases.length === 2 && values.length === allCells && first !== undefined;
  return isInTwo && countFilled(first.values) === groupWidth ? { values } : null;
}

/**
 * Rows that name outcomes: five of three figures, or fifteen of one.
 * ```text
 * | 结果     | 行政复议 | 未经复议直接起诉 | 复议后起诉 |        | 行政复议 | 结果维持 | 3 |
 * | 结果维持 | 3        | 0                | 5          |        |          | 结果纠正 | 1 |
 * ```
 */
function ofOutcomes(cases: readonly RowCandidate[]): Joined | null {
  const width = allCells / cases.length;
  if (width !== 1 && width !== groups.length) return null;
  const places = new Map<number, Token>();
  let named: readonly number[] = [];
  for (const { heads, values, anchor } of cases) {
    const own = heads.flatMap(({ role, id }) =>
      role === 'group' && groups.includes(id) ? groups.indexOf(id) : [],
    );
    if (own.length > 0) named = own.slice(-width);
    const outcome = outcomes.indexOf(heads.findLast(({ role }) => role === 'column')?.id ?? '');
    const filled = values.filter(isFilled);
    if (outcome < 0 || filled.length !== width || named.length !== width) return null;
    // Figures below their heads may be those of another column: such text is copied column by column.
    if (filled.some(({ line }) => line !== anchor?.line)) return null;
    for (const [i, token] of filled.entries()) places.set((named[i] as number) * groupWidth + outcome, token);
  }
  if (places.size !== allCells) return null;
  return { values: [...places].sort(([a], [b]) => a - b).map(([, token]) => token) };
}

/** The rows in the form's order by the groups they name; as they stand where none is named. */
function inOrder(cases: readonly RowCandidate[]): readonly RowCandidate[] | null {
  const named = cases.map(groupOf);
  const known = named.filter((group) => group >= 0);
  if (new Set(known).size < known.length) return null;
  // A group without a name is the one that is left; two of them stand in the form's order.
  const free = groups.map((_, i) => i).filter((i) => !known.includes(i));
  const ranks = named.map((group) => (group >= 0 ? group : (free.shift() as number)));
  return groups.map((_, i) => cases[ranks.indexOf(i)] as RowCandidate);
}

/** The last group that the heads of a row name; -1 for none. */
const groupOf = ({ heads }: RowCandidate): number =>
  heads.reduce(
    (group, { role, id }) => (role === 'group' && groups.includes(id) ? groups.indexOf(id) : group),
    -1,
  );
