import type { Form, Line } from '../form/types.ts';
import type { Slot } from './collect.ts';

const filled = (slot: Slot): number => slot.values.filter((token) => token.kind !== 'empty').length;

/**
 * Slots whose label is lost or garbled get the line the form has in their place, where just one fits: item order is fixed,
 * 规章 precedes 行政规范性文件. A row whose follower lost its label holds the values of both.
 */
export function adopt(slots: readonly Slot[], shape: Form): Slot[] {
  const split = slots.flatMap((slot, i) => splitDouble(slot, nextKnown(slots, i), shape));
  const rank = new Map(shape.lines.map((line, i) => [line.id, i]));
  return split.map((slot, i) => {
    if (slot.id !== null || filled(slot) === 0) return slot;
    const before = split.slice(0, i).findLast((each) => rank.has(each.id ?? ''));
    const after = split.slice(i + 1).find((each) => rank.has(each.id ?? ''));
    const between = shape.lines.slice(
      before === undefined ? 0 : (rank.get(before.id ?? '') as number) + 1,
      after === undefined ? shape.lines.length : (rank.get(after.id ?? '') as number),
    );
    const known = new Set(split.map((each) => each.id));
    const free = between.filter((line) => !known.has(line.id));
    const line = free.length === 1 ? free[0] : undefined;
    return line !== undefined && line.fields.length === filled(slot) ? { ...slot, id: line.id } : slot;
  });
}

const nextKnown = (slots: readonly Slot[], i: number): string | null =>
  slots.slice(i + 1).find((slot) => slot.id !== null)?.id ?? null;

/** `行政处罚 4 0` where 行政强制 is missing: twice the values, one label. */
function splitDouble(slot: Slot, next: string | null, shape: Form): Slot[] {
  const at = shape.lines.findIndex((line) => line.id === slot.id);
  const own = shape.lines[at];
  const follower: Line | undefined = shape.lines[at + 1];
  if (own === undefined || follower === undefined || follower.id === next || own.fields.length < 2)
    return [slot];
  const cells = slot.values.filter((token) => token.kind !== 'empty');
  if (cells.length !== own.fields.length + follower.fields.length) return [slot];
  const rest = slot.values.slice(slot.values.indexOf(cells[own.fields.length] as (typeof cells)[number]));
  const start = rest[0];
  if (start === undefined) return [slot];
  return [
    { ...slot, values: slot.values.slice(0, slot.values.indexOf(start)), next: start },
    { ...slot, id: follower.id, meaning: null, label: null, anchor: null, from: start.from, values: rest },
  ];
}
