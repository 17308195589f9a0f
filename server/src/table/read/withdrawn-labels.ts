// Labels that own no values as their row stands elsewhere, and values whose label stands above their heads:
//
//     ### （一）予以公开                          a heading, and a table of one row below it
//     | 类别 | 自然人 | 商业企业 | … | 总计 |
//     | 予以公开 | 4 | 1 | 0 | 0 | 0 | 0 | 5 |
//
//     一、本年新收… | 一、本年新收… | 8 | 1 | …    a merged label, repeated in each cell it covers

import type { Form } from '../../form/spec.ts';
import type { RowCandidate } from './row-candidates.ts';
import { countFilled } from './token.ts';

/** The candidates without bare labels of rows that have their values elsewhere. */
export function withdrawLabels(candidates: readonly RowCandidate[], form: Form): readonly RowCandidate[] {
  if (!candidates.some(isBare)) return candidates;
  const owned = candidates.map((candidate, i) => withLabelAbove(candidate, candidates[i - 1], form));
  const rowsWithValues = new Set(owned.filter((each) => !isBare(each)).map(({ id }) => id));
  return owned.filter((each) => !isBare(each) || !rowsWithValues.has(each.id));
}

/** A label of the form with nothing behind it, not even empty cells. */
const isBare = ({ id, values }: RowCandidate): boolean => id !== null && values.length === 0;

/** Values under column heads and nothing else, as the row whose label stands above these heads. */
function withLabelAbove(candidate: RowCandidate, above: RowCandidate | undefined, form: Form): RowCandidate {
  if (above === undefined || !isBare(above) || candidate.id !== null || above.id === null) return candidate;
  const { heads, values } = candidate;
  if (heads.length === 0 || heads.some(({ role }) => role !== 'column' && role !== 'head')) return candidate;
  const row = form.rows[form.rank.get(above.id) ?? -1];
  if (row === undefined || countFilled(values) !== row.fields.length) return candidate;
  const { id, meaning, label, from } = above;
  return { ...candidate, id, meaning, label, from };
}
