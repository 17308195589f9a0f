// Figures on the line above their label, as text of a PDF has them where labels are taller than figures:
//
//     8 1 0 0 0 0 9
//     一、本年新收政府信息公开申请数量
//
// Segments give them to the label before: one row then has the values of two, or each row those of the next,
// up to a row that has none.

import type { Form } from '../../form/spec.ts';
import type { RowCandidate } from './row-candidates.ts';
import { countFilled, isFilled, type Token } from './token.ts';

/** The candidates with figures given to the label below them where the usual reading leaves a row bare. */
export function giveFiguresDown(candidates: readonly RowCandidate[], form: Form): readonly RowCandidate[] {
  if (!candidates.some(isBare)) return candidates;
  const out: RowCandidate[] = [];
  // Figures behind the last label of all stand below theirs, as all others do.
  const last = candidates.at(-1);
  if (last !== undefined && isLoose(last)) return candidates;
  for (let i = 0; i < candidates.length; ) {
    const end = lastReceiver(candidates, i, out.at(-1), form);
    out.push(...(end === null ? [candidates[i] as RowCandidate] : passedDown(candidates.slice(i, end + 1))));
    i = end === null ? i + 1 : end + 1;
  }
  return out;
}

const isBare = ({ id, values }: RowCandidate): boolean => id !== null && values.length === 0;

const isLoose = ({ id, label }: RowCandidate): boolean => id === null && label === null;

const widthOf = ({ id }: RowCandidate, form: Form): number =>
  form.rows[(id === null ? undefined : form.rank.get(id)) ?? -1]?.fields.length ?? 0;

/** The values that stand on the last line of them, if that is not the line of the label. */
function lastLine({ label, values }: RowCandidate): readonly Token[] {
  const line = values.findLast(isFilled)?.line;
  return line === undefined || line === label?.line ? [] : values.filter((token) => token.line === line);
}

/**
 * The index of the bare row that a candidate's last line of figures is passed down to, row by row, from a row
 * with a line too many or from figures without a label; null where no such row follows at once.
 */
function lastReceiver(
  candidates: readonly RowCandidate[],
  from: number,
  before: RowCandidate | undefined,
  form: Form,
): number | null {
  const giver = candidates[from] as RowCandidate;
  const others = countFilled(giver.values) - countFilled(lastLine(giver));
  // Figures under heads may be those of a bare row above.
  const isLoose = giver.id === null && giver.label === null && (before === undefined || !isBare(before));
  if (isLoose ? others > 0 : giver.id === null || others !== widthOf(giver, form) || others === 0)
    return null;
  for (let i = from + 1; i < candidates.length; i++) {
    const [above, row] = [candidates[i - 1] as RowCandidate, candidates[i] as RowCandidate];
    if (row.id === null || row.label === null || countFilled(lastLine(above)) !== widthOf(row, form))
      return null;
    if (isBare(row)) return i;
    if (lastLine(row).length < row.values.length) return null;
  }
  return null;
}

/** Each row with the last line of the candidate before it; the first keeps its others. */
function passedDown(chain: readonly RowCandidate[]): RowCandidate[] {
  const lines = chain.map(lastLine);
  return chain.flatMap((candidate, i) => {
    if (i > 0) return [{ ...candidate, values: lines[i - 1] ?? [] }];
    const kept = candidate.values.filter((token) => !lines[0]?.includes(token));
    return candidate.id === null ? [] : [{ ...candidate, values: kept }];
  });
}
