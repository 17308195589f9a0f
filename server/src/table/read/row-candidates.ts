import type { TableId } from '../../form/types.ts';
import type { LabelMeaning } from './labels.ts';
import type { Label, Segment } from './segments.ts';
import { segments } from './segments.ts';
import type { Token } from './tokenizer.ts';

/** A line of the form, or an unknown one, as it stands in the text: a label and what follows it. */
export interface RowCandidate {
  /** Line id; null for a label the form does not have, or values without one. */
  id: string | null;
  readonly meaning: LabelMeaning | null;
  readonly label: Label | null;
  /** Where the slot starts: its label, or the group label before it. */
  readonly from: number;
  values: readonly Token[];
  /** The last label before the values, a head where the line has no label of its own. */
  readonly anchor: Token | null;
  /** The label or sentence that ends the values. */
  next: Token | null;
  /** Column heads read since the line before, in order. */
  readonly heads: readonly LabelMeaning[];
  /** Cells of labels in front of the values: its own, and its groups' where they stand before it. */
  readonly cells: number;
  /** The rest of a label that is wrapped around its values. */
  rest: readonly Label[];
}

/** What of one table stands in a text, in the text's order. */
export interface TableCandidate {
  readonly table: TableId;
  readonly candidates: RowCandidate[];
  /** All heads, corners and groups of the table. */
  readonly heads: { readonly meaning: LabelMeaning; readonly label: Label }[];
}

/** Whether a token is no empty cell. */
export const isFilled = (token: Token): boolean => token.kind !== 'empty';
const hasValue = (values: readonly Token[]): boolean => values.some(isFilled);

/** How many of the tokens are no empty cells. */
export function countFilled(values: readonly Token[]): number {
  let count = 0;
  for (const token of values) if (isFilled(token)) count++;
  return count;
}

/** Gather the lines of each table from `text`. A table begins at the first label that can only be its own. */
export function tableCandidates(text: string): TableCandidate[] {
  const all = segments(text);
  const found = new Map<TableId, TableCandidate>();
  let current: TableId | null = null;
  let heads: LabelMeaning[] = [];
  all.forEach((run, i) => {
    const table = tableOf(run, current);
    if (table === null) return;
    if (table !== current) heads = [];
    current = table;
    const into = found.get(table) ?? { table, candidates: [], heads: [] };
    found.set(table, into);
    const before = into.candidates.at(-1);
    if (before !== undefined) {
      const unknown = leadingUnknown(run);
      if (unknown.length > 0) before.rest = [...before.rest, ...unknown];
    }
    const slots = slotsOf(run, table, into, heads, all[i + 1]?.labels[0]?.tokens[0] ?? null);
    if (slots.length > 0) heads = [];
    for (const slot of slots) into.candidates.push(slot);
  });
  return [...found.values()];
}

const none: readonly [] = [];

/** The pieces before the first label of the form in a run. */
function leadingUnknown({ labels }: Segment): readonly Label[] {
  const known = labels.findIndex((label) => label.meanings.length > 0);
  return known <= 0 ? none : labels.slice(0, known);
}

/** The table a run belongs to: the one most of its unambiguous labels name, else the one we are in. */
function tableOf(run: Segment, current: TableId | null): TableId | null {
  let last: TableId | null = null;
  for (const { meanings } of run.labels) {
    const table = meanings[0]?.table;
    if (table !== undefined && meanings.every((meaning) => meaning.table === table)) last = table;
  }
  return last ?? current;
}

function slotsOf(
  run: Segment,
  table: TableId,
  into: TableCandidate,
  heads: LabelMeaning[],
  next: Token | null,
): RowCandidate[] {
  const slots: RowCandidate[] = [];
  let groupFrom: number | null = null;
  let groups: Token[] = [];
  const owner = hasValue(run.values) ? run.labels.length - 1 : -1;
  run.labels.forEach((label, i) => {
    const meaning = choose(label, table, into, i === owner);
    if (meaning === null) return;
    if (meaning.role === 'row') {
      const after = run.labels[i + 1]?.tokens[0] ?? next;
      const from: number = groupFrom ?? label.from;
      slots.push({
        id: meaning.id,
        meaning,
        label,
        from,
        anchor: label.tokens.at(-1) ?? null,
        values: [],
        next: after,
        heads: heads.length === 0 ? none : [...heads],
        cells: groups.length === 0 ? 1 : new Set([...groups, label.tokens[0]]).size,
        rest: none,
      });
      groupFrom = null;
      groups = [];
      if (heads.length > 0) heads.length = 0;
    } else {
      into.heads.push({ meaning, label });
      heads.push(meaning);
      groupFrom = meaning.role === 'group' && table === 'applications' ? (groupFrom ?? label.from) : null;
      groups = groupFrom === null ? [] : [...groups, ...label.tokens.slice(-1)];
    }
  });
  if (run.values.length > 0) give(run, table, into, slots, heads, next);
  return slots;
}

/** Give the run's values to the line whose label they follow. */
function give(
  run: Segment,
  table: TableId,
  into: TableCandidate,
  slots: RowCandidate[],
  heads: LabelMeaning[],
  next: Token | null,
): void {
  const last = slots.at(-1);
  const behind = last?.label == null ? -1 : run.labels.indexOf(last.label);
  const rest = run.labels.slice(behind + 1);
  const unknown = rest.filter((label) => label.meanings.length === 0);
  if (last !== undefined && rest.length === unknown.length) {
    // Pieces that mean nothing between a label and its values are the rest of the label.
    last.values = run.values;
    last.next = next;
    last.rest = unknown;
    return;
  }
  if (!hasValue(run.values)) return;
  const anchor = run.labels.at(-1)?.tokens.at(-1) ?? null;
  if (table === 'disputes' && (rest.some(isDisputesHead) || into.candidates.length === 0)) {
    const from = run.values.find((token) => token.kind !== 'empty')?.from ?? run.values[0]?.from ?? 0;
    slots.push({
      id: 'cases',
      meaning: null,
      label: null,
      from,
      anchor,
      values: run.values,
      next,
      heads: [...heads],
      cells: 0,
      rest: [],
    });
    heads.length = 0;
    return;
  }
  const label = unknown.length > 0 && rest.at(-1) === unknown.at(-1) ? (unknown.at(-1) ?? null) : null;
  const from = label?.from ?? run.values.find((token) => token.kind !== 'empty')?.from ?? 0;
  slots.push({
    id: null,
    meaning: null,
    label,
    from,
    anchor,
    values: run.values,
    next,
    heads: [...heads],
    cells: label === null ? 0 : 1,
    rest: [],
  });
}

const isDisputesHead = (label: Label): boolean =>
  label.meanings.some((meaning) => meaning.table === 'disputes');

/** `其他` and `总计` are heads and rows: without numbering they are rows only behind the rows before them. */
function choose(label: Label, table: TableId, into: TableCandidate, owns: boolean): LabelMeaning | null {
  const [only, more] = label.meanings;
  if (more === undefined) return only?.table === table ? only : null;
  const own = label.meanings.filter((meaning) => meaning.table === table);
  if (own.length <= 1) return own[0] ?? null;
  const line = own.find((meaning) => meaning.role === 'row');
  if (line === undefined) return own[0] ?? null;
  const other = own.find((meaning) => meaning.role !== 'row');
  if (other === undefined) return line;
  // （六）其他处理 is a row of its own in edition 2019, a group in 2021.
  if (other.role === 'group') return owns ? line : other;
  return owns && into.candidates.length > 0 ? line : other;
}
