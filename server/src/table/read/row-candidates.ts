// Gathers the rows of each table from the segments of a text: which label begins a row, and which values
// stand behind it. `bind.ts` decides later which of the form's cells each value fills.

import type { TableId } from '../../form/spec.ts';
import { chooseMeaning, endsHeads } from './choose-meaning.ts';
import type { LabelMeaning } from './label-dictionary.ts';
import { headless, labelled, unknown } from './new-candidates.ts';
import { type Label, type Segment, segments } from './segments.ts';
import { isSubtotalHead } from './subtotals.ts';
import { countFilled, isFilled, type Token } from './token.ts';
import { wrappedTail } from './wrapped-tails.ts';

/** A row of the form as it stands in the text, a row the form does not have, or values without a label. */
export interface RowCandidate {
  /** Row id; null for a label the form does not have, or values without one. */
  readonly id: string | null;
  readonly meaning: LabelMeaning | null;
  readonly label: Label | null;
  /** Start of the label, or of the group label in front of it; of the first value where there is no label. */
  readonly from: number;
  readonly values: readonly Token[];
  /** The last label before the values: a head where the row has no label of its own. */
  readonly anchor: Token | null;
  /** The label or sentence that ends the values. */
  readonly next: Token | null;
  /** Heads and groups read since the row before, in order. */
  readonly heads: readonly LabelMeaning[];
  /** Number of label cells in front of the values: its own, and its groups' where they stand before it. */
  readonly labelCells: number;
  /** The other parts of a label that is wrapped around its values. */
  readonly rest: readonly Label[];
  /** The rows that one row of the form was written as; the values are theirs. */
  readonly parts?: readonly RowCandidate[];
}

/** A label of the table that begins no row. */
export interface TableHead {
  readonly meaning: LabelMeaning;
  readonly label: Label;
}

/** What stands of one table in a text, in the text's order. */
export interface TableCandidate {
  readonly table: TableId;
  readonly candidates: readonly RowCandidate[];
  /** All heads, corners and groups of the table. */
  readonly heads: readonly TableHead[];
  /** Id of the head that a local head 小计 stands behind; null where there is none. */
  readonly subtotalBehind: string | null;
}

/** Fewer values in front of the first label are no row. */
const fewestAbove = 3;

/** The rows of each table in `text`. A table begins at the first label that can only be its own. */
export function tableCandidates(text: string): TableCandidate[] {
  const all = segments(text);
  const collectors = new Map<TableId, Collector>();
  let current: TableId | null = null;
  for (const [i, segment] of all.entries()) {
    const table: TableId | null = tableOf(segment) ?? current;
    if (table === null) continue;
    const collector = collectors.get(table) ?? new Collector(table);
    // Values in front of the first label of all: those of a row whose label is lost, or stands below them.
    const above = current === null ? (all[i - 1]?.values ?? []) : [];
    if (countFilled(above) >= fewestAbove)
      collector.add({ labels: [], values: above }, segment.labels[0]?.tokens[0] ?? null);
    if (table !== current) collector.resume();
    current = table;
    collectors.set(table, collector);
    collector.add(segment, all[i + 1]?.labels[0]?.tokens[0] ?? null);
  }
  return [...collectors.values()];
}

/** The table that the last unambiguous label of a segment names; null when there is none. */
function tableOf(segment: Segment): TableId | null {
  let last: TableId | null = null;
  for (const { meanings } of segment.labels) {
    const table = meanings[0]?.table;
    if (table !== undefined && meanings.every((meaning) => meaning.table === table)) last = table;
  }
  return last;
}

/** Collects the rows and heads of one table, segment by segment. */
class Collector implements TableCandidate {
  readonly table: TableId;
  readonly candidates: RowCandidate[] = [];
  readonly heads: TableHead[] = [];
  subtotalBehind: string | null = null;
  /** Heads and groups read since the last row; handed over to the next one. */
  #pending: LabelMeaning[] = [];

  constructor(table: TableId) {
    this.table = table;
  }

  /** Goes on with the table behind another one. */
  resume(): void {
    this.#pending = [];
  }

  /** Adds a segment that belongs to the table; `next` is the first label behind its values. */
  add({ labels: written, values }: Segment, next: Token | null): void {
    const labels = this.#withoutTail(written, values);
    const hadRows = this.candidates.length > 0;
    const hasValues = values.some(isFilled);
    const owner = hasValues && !endsHeads(labels, values.find(isFilled)?.line ?? -1) ? labels.length - 1 : -1;
    const meanings = labels.map((label, i) => chooseMeaning(label, this.table, hadRows, i === owner));
    this.#extendLastLabel(labels);
    this.#addLabels(labels, meanings, next);
    const lastRow = meanings.findLastIndex((meaning) => meaning?.role === 'row');
    const rest = labels.slice(lastRow + 1);
    // Labels without meaning between a row's label and its values are the rest of that label.
    const isLabelled = lastRow >= 0 && rest.every(isMeaningless);
    if (isLabelled && values.length > 0) this.#replaceLast({ values, next, rest });
    else if (!isLabelled && hasValues && !this.#isBesideHead(rest.at(-1), values)) {
      const anchor = labels.at(-1)?.tokens.at(-1) ?? null;
      const content = { values, anchor, next, heads: this.#takePending() };
      const isCases = this.table === 'disputes' && (!hadRows || rest.some(isDisputesHead));
      this.candidates.push(isCases ? headless('cases', content) : unknown(rest.at(-1), content));
    }
    // Heads behind a row are not those of the next segment's rows.
    if (lastRow >= 0) this.#pending = [];
  }

  /** Whether values fill the cells that a head of `disclosure` covers: `信息内容 | 本年处理决定数量 | - | -`. */
  #isBesideHead(head: Label | undefined, values: readonly Token[]): boolean {
    if (this.table !== 'disclosure' || head === undefined || isMeaningless(head)) return false;
    return values.filter(isFilled).every(({ line }) => line === head.line);
  }

  /** The labels without those that end the label of the row above. */
  #withoutTail(labels: readonly Label[], values: readonly Token[]): readonly Label[] {
    const above = this.candidates.at(-1);
    const tail = above?.label ? wrappedTail(above.label, labels) : null;
    if (tail === null || (tail.count === labels.length && values.length > 0)) return labels;
    this.#replaceLast({ id: tail.meaning.id, meaning: tail.meaning, rest: tail.pieces });
    return labels.slice(tail.count);
  }

  /** Adds a row for each label of a row, without values yet. */
  #addLabels(labels: readonly Label[], meanings: readonly (LabelMeaning | null)[], next: Token | null): void {
    let groups: Label[] = [];
    for (const [i, label] of labels.entries()) {
      const meaning = meanings[i] ?? null;
      if (isSubtotalHead(label, meaning)) this.subtotalBehind ??= this.#pending.at(-1)?.id ?? null;
      if (meaning === null) continue;
      if (meaning.role === 'row') {
        const behind = labels[i + 1]?.tokens[0] ?? next;
        this.candidates.push(labelled(meaning, label, groups, this.#takePending(), behind));
        groups = [];
      } else {
        this.heads.push({ meaning, label });
        this.#pending.push(meaning);
        if (meaning.role === 'group' && this.table === 'applications') groups.push(label);
        else groups = [];
      }
    }
  }

  /** Labels without meaning in front of a segment's first known label belong to the row before. */
  #extendLastLabel(labels: readonly Label[]): void {
    const known = labels.findIndex((label) => !isMeaningless(label));
    const rest = this.candidates.at(-1)?.rest;
    if (rest !== undefined && known > 0) this.#replaceLast({ rest: [...rest, ...labels.slice(0, known)] });
  }

  #replaceLast(change: Partial<RowCandidate>): void {
    const last = this.candidates.pop();
    if (last !== undefined) this.candidates.push({ ...last, ...change });
  }

  #takePending(): readonly LabelMeaning[] {
    const pending = this.#pending;
    this.#pending = [];
    return pending;
  }
}

const isMeaningless = (label: Label): boolean => label.meanings.length === 0;

const isDisputesHead = ({ meanings }: Label): boolean => meanings.some(({ table }) => table === 'disputes');
