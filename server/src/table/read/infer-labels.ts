import type { Form, FormRow } from '../../form/types.ts';
import { countFilled, type RowCandidate } from './row-candidates.ts';

/**
 * Slots whose label is lost or garbled get the line the form has in their place, where just one fits: item order is fixed,
 * 规章 precedes 行政规范性文件. A row whose follower lost its label holds the values of both.
 */
export function inferMissingLabels(slots: readonly RowCandidate[], shape: Form): RowCandidate[] {
  const split = withoutDoubles(slots, shape);
  if (!split.some(isOrphan)) return split;
  const rankOf = ({ id }: RowCandidate): number | undefined => (id === null ? undefined : shape.rank.get(id));
  const known = new Set(split.map(({ id }) => id));
  /** The rank of the next known line behind each slot. */
  const after: number[] = [];
  for (let i = split.length - 1, next = shape.rows.length; i >= 0; i--) {
    after[i] = next;
    next = rankOf(split[i] as RowCandidate) ?? next;
  }
  let before = -1;
  return split.map((slot, i) => {
    before = rankOf(slot) ?? before;
    if (!isOrphan(slot)) return slot;
    const free = shape.rows.slice(before + 1, after[i]).filter((line) => !known.has(line.id));
    const line = free.length === 1 ? free[0] : undefined;
    return line?.fields.length === countFilled(slot.values) ? { ...slot, id: line.id } : slot;
  });
}

const isOrphan = ({ id, values }: RowCandidate): boolean => id === null && countFilled(values) > 0;

/** The slots with those that hold the values of two lines cut in two. */
function withoutDoubles(slots: readonly RowCandidate[], shape: Form): RowCandidate[] {
  const out: RowCandidate[] = [];
  let next: string | null = null;
  for (let i = slots.length - 1; i >= 0; i--) {
    const slot = slots[i] as RowCandidate;
    out.push(...(splitDouble(slot, next, shape) ?? [slot]));
    next = slot.id ?? next;
  }
  return out.reverse();
}

/** `行政处罚 4 0` where 行政强制 is missing: twice the values, one label. The two slots, last first; null for any other. */
function splitDouble(
  slot: RowCandidate,
  next: string | null,
  shape: Form,
): [RowCandidate, RowCandidate] | null {
  const at = (slot.id === null ? null : shape.rank.get(slot.id)) ?? -1;
  const own = shape.rows[at];
  const follower: FormRow | undefined = shape.rows[at + 1];
  if (own === undefined || follower === undefined || follower.id === next || own.fields.length < 2)
    return null;
  if (countFilled(slot.values) !== own.fields.length + follower.fields.length) return null;
  const cells = slot.values.filter((token) => token.kind !== 'empty');
  const rest = slot.values.slice(slot.values.indexOf(cells[own.fields.length] as (typeof cells)[number]));
  const start = rest[0];
  if (start === undefined) return null;
  return [
    { ...slot, id: follower.id, meaning: null, label: null, anchor: null, from: start.from, values: rest },
    { ...slot, values: slot.values.slice(0, slot.values.indexOf(start)), next: start },
  ];
}
