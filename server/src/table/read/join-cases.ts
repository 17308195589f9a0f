// The table `disputes` written as three: each of its groups with heads and five values of its own, under one
// another. The form has one row of fifteen.

import type { RowCandidate, TableCandidate } from './row-candidates.ts';
import { countFilled } from './token.ts';

/** The groups of the form in their order, by the folded labels that name them. */
const groups: readonly string[] = ['行政复议', '未经复议直接起诉', '复议后起诉'];

/** How many cells a group has. */
const groupWidth = 5;

/**
 * The candidates with the rows of the three groups joined into the one row of the form. All are kept as they
 * are where one of them is that row, or where it cannot be said which group each is.
 */
export function joinCases({ table, candidates }: TableCandidate): readonly RowCandidate[] {
  if (table !== 'disputes') return candidates;
  const cases = candidates.filter(({ id, values }) => id === 'cases' && countFilled(values) > 0);
  if (cases.length !== groups.length || cases.some(({ values }) => countFilled(values) > groupWidth))
    return candidates;
  const parts = inOrder(cases);
  const [first] = cases;
  const last = cases.at(-1);
  if (parts === null || first === undefined || last === undefined) return candidates;
  const values = cases.flatMap((part) => part.values);
  const whole = { ...first, values, next: last.next, heads: cases.flatMap(({ heads }) => heads), parts };
  return [...candidates.filter(({ id }) => id !== 'cases'), whole];
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
