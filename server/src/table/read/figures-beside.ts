// Figures on the line above their label, as text of a PDF has them where labels are taller than figures:
//
//     8 1 0 0 0 0 9
//     一、本年新收政府信息公开申请数量
//
// Segments give them to the label before: one row then has the values of two, or each row those of the next.

import type { Form } from '../../form/spec.ts';
import type { RowCandidate } from './row-candidates.ts';
import { isFilled, type Token } from './token.ts';

/** The candidates with figures given to the label below them where the usual reading leaves that one bare. */
export function giveFiguresDown(candidates: readonly RowCandidate[], form: Form): readonly RowCandidate[] {
  if (!candidates.some(isBare)) return candidates;
  return areAllAbove(candidates, form) ? shiftedDown(candidates) : candidates.map(giver(candidates, form));
}

const isBare = ({ id, values }: RowCandidate): boolean => id !== null && values.length === 0;

const widthOf = ({ id }: RowCandidate, form: Form): number =>
  form.rows[(id === null ? undefined : form.rank.get(id)) ?? -1]?.fields.length ?? 0;

/** The values that stand on the last line of them, if that is not the line of the label. */
function lastLine({ label, values }: RowCandidate): readonly Token[] {
  const line = values.findLast(isFilled)?.line;
  return line === undefined || line === label?.line ? [] : values.filter((token) => token.line === line);
}

/** Whether figures without a label come first, the last row has none, and all rows are there. */
function areAllAbove(candidates: readonly RowCandidate[], form: Form): boolean {
  const [first, ...rows] = candidates;
  const last = rows.at(-1);
  if (first?.id !== null || first.label !== null || last === undefined || !isBare(last)) return false;
  if (rows.length !== form.rows.length || rows.some(({ id }, i) => id !== form.rows[i]?.id)) return false;
  return [first, ...rows.slice(0, -1)].every(
    (candidate, i) => lastLine(candidate).length === widthOf(rows[i] as RowCandidate, form),
  );
}

/** Each row with the values of the candidate before it. */
const shiftedDown = (candidates: readonly RowCandidate[]): RowCandidate[] =>
  candidates.slice(1).map((row, i) => ({ ...row, values: candidates[i]?.values ?? [] }));

/** Gives the second line of values of a row to the bare row behind it. */
const giver =
  (candidates: readonly RowCandidate[], form: Form) =>
  (candidate: RowCandidate, i: number): RowCandidate => {
    const [before, after] = [candidates[i - 1], candidates[i + 1]];
    const given = after !== undefined && isGiven(candidate, after, form) ? lastLine(candidate) : [];
    const taken = before !== undefined && isGiven(before, candidate, form) ? lastLine(before) : [];
    if (taken.length > 0) return { ...candidate, values: taken };
    if (given.length === 0) return candidate;
    return { ...candidate, values: candidate.values.filter((token) => !given.includes(token)) };
  };

function isGiven(owner: RowCandidate, bare: RowCandidate, form: Form): boolean {
  if (!isBare(bare) || bare.label === null) return false;
  const line = lastLine(owner).filter(isFilled);
  const others = owner.values.filter(isFilled).length - line.length;
  return others === widthOf(owner, form) && line.length === widthOf(bare, form) && others > 0;
}
