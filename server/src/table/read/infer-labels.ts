// Finds the row of the form for candidates whose label is lost, from what stands around them.

import type { Form, FormRow } from '../../form/spec.ts';
import type { RowCandidate } from './row-candidates.ts';
import { countFilled, isFilled } from './token.ts';

/**
 * The candidates with missing labels inferred. One whose label is lost or garbled becomes the row that the
 * form has in its place, where just one fits: the order of items is fixed, 规章 precedes 行政规范性文件. One that
 * holds the values of two rows, because the second lost its label, becomes two.
 */
export function inferMissingLabels(candidates: readonly RowCandidate[], form: Form): RowCandidate[] {
  const split = withoutDoubles(candidates, form);
  if (!split.some(isWithoutRow)) return split;
  const rankOf = ({ id }: RowCandidate): number | undefined => (id === null ? undefined : form.rank.get(id));
  const known = new Set(split.map(({ id }) => id));
  /** For each candidate the rank of the next known row behind it. */
  const after: number[] = [];
  for (let i = split.length - 1, next = form.rows.length; i >= 0; i--) {
    after[i] = next;
    next = rankOf(split[i] as RowCandidate) ?? next;
  }
  let before = -1;
  return split.map((candidate, i) => {
    before = rankOf(candidate) ?? before;
    if (!isWithoutRow(candidate)) return candidate;
    const free = form.rows.slice(before + 1, after[i]).filter((row) => !known.has(row.id));
    const row = free.length === 1 ? free[0] : undefined;
    return row?.fields.length === countFilled(candidate.values) ? { ...candidate, id: row.id } : candidate;
  });
}

const isWithoutRow = ({ id, values }: RowCandidate): boolean => id === null && countFilled(values) > 0;

/** The candidates, those that hold the values of two rows split in two. */
function withoutDoubles(candidates: readonly RowCandidate[], form: Form): RowCandidate[] {
  const out: RowCandidate[] = [];
  let next: string | null = null;
  for (const candidate of candidates.toReversed()) {
    out.push(...(splitDouble(candidate, next, form) ?? [candidate]));
    next = candidate.id ?? next;
  }
  return out.reverse();
}

/**
 * `行政处罚 4 0` where 行政强制 is missing: one label, the values of two rows. Returns the two candidates, last
 * first; null for any other candidate. `next` is the id of the next known row.
 */
function splitDouble(
  candidate: RowCandidate,
  next: string | null,
  form: Form,
): [RowCandidate, RowCandidate] | null {
  const at = (candidate.id === null ? null : form.rank.get(candidate.id)) ?? -1;
  const own = form.rows[at];
  const follower: FormRow | undefined = form.rows[at + 1];
  if (own === undefined || follower === undefined || follower.id === next || own.fields.length < 2)
    return null;
  const { values } = candidate;
  if (countFilled(values) !== own.fields.length + follower.fields.length) return null;
  const start = values.filter(isFilled)[own.fields.length];
  if (start === undefined) return null;
  const split = values.indexOf(start);
  return [
    {
      ...candidate,
      id: follower.id,
      meaning: null,
      label: null,
      anchor: null,
      from: start.from,
      values: values.slice(split),
    },
    { ...candidate, values: values.slice(0, split), next: start },
  ];
}
