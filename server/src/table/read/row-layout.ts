// Learns how a table places its cells from the rows whose values are all there. Three things can show where a
// cell is blank, and each has a file that places values by it: grid columns (`assign-by-column.ts`), marks of
// cells (`assign-by-mark.ts`) and gaps (`assign-by-gap.ts`).

import { type RowTokens, tokensOnOwnLine } from './row-tokens.ts';
import { isFilled, type Token } from './token.ts';

export interface RowLayout {
  /** Null where merged labels are one cell, so that values of different rows stand in different columns. */
  readonly grid: GridLayout | null;
  readonly marks: MarkLayout;
  readonly gaps: GapLayout;
  /** Whether labels and their values stand on one line, which nothing but blanks divides into cells. */
  readonly onOneLine: boolean;
}

/**
 * A grid: values stand in the same columns whatever labels are merged or blank in front of them.
 * ```text
 * column 0         1              2 = first              8 = last
 * | 三、办理结果 | （一）予以公开 | 5 | 1 | 0 | 0 | 0 | 0 | 6 |
 * | 四、结转     |                | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
 * ```
 */
export interface GridLayout {
  /** Column of a row's first value. */
  readonly first: number;
  /** Column of a row's last cell. */
  readonly last: number;
}

/**
 * Cells closed by bars, tabs or tags; labels and rows may be padded by empty cells.
 * ```text
 * 规章           |  |  | 3 | 1 | 20 |  |     lead 2, trail 1, 6 cells behind 1 label cell: total 7
 * 行政规范性文件 |  |  | 2 |   | 40 |  |     not full: nothing is learnt from it
 * ```
 */
export interface MarkLayout {
  /** Empty cells between label and first value: the most there are in a full row. */
  readonly lead: number;
  /** Empty cells behind the last value of a full row; null where full rows differ. */
  readonly trail: number | null;
  /** How many cells stand behind the labels of full rows, by the number of label cells. */
  readonly lengths: ReadonlyMap<number, ReadonlySet<number>>;
  /** How many cells most full rows have, labels included; null without full rows. */
  readonly total: number | null;
}

/**
 * Cells that nothing closes. Distances are line breaks, or UTF-16 units between two tokens on one line.
 * ```text
 * line 0   规章
 * line 2   3                first = 2
 * line 3   1                step = 1
 * line 4   20               step = 1
 * line 7   行政规范性文件   last = 3
 * ```
 */
export interface GapLayout {
  /** From the label to the first value. */
  readonly first: number;
  /** From one value to the next. */
  readonly step: number;
  /** From the last value to the next label. */
  readonly last: number;
}

/** A row with those of its tokens that stand on its line. */
interface OwnRow {
  readonly row: RowTokens;
  readonly own: readonly Token[];
}

/** The layout of a table, learnt from its full rows; from all rows where none is full. */
export function learnRowLayout(rows: readonly RowTokens[]): RowLayout {
  const full = rows.filter(({ filled, width }) => filled.length === width);
  const known = (full.length > 0 ? full : rows).map((row) => ({ row, own: tokensOnOwnLine(row) }));
  const filled = known.filter(({ own }) => own.some(isFilled));
  return {
    grid: learnGrid(filled),
    marks: learnMarks(filled, full.length > 0 ? known : []),
    gaps: learnGaps(filled),
    onOneLine: full.filter(isOnOneLine).length * 4 > full.length * 3,
  };
}

const isOnOneLine = ({ label, filled }: RowTokens): boolean =>
  label !== null && filled.every(({ line, separator }) => line === label.line && separator === 'space');

function learnGrid(rows: readonly OwnRow[]): GridLayout | null {
  const firsts = rows.map(({ own }) => (own.find(isFilled) as Token).column);
  if (!rows.some(({ row }, i) => row.labelCells > 0 && (firsts[i] as number) > row.labelCells)) return null;
  const lasts = rows.map(({ own }) => (own.at(-1) as Token).column);
  return { first: mostFrequent(firsts) as number, last: mostFrequent(lasts) as number };
}

function learnMarks(rows: readonly OwnRow[], full: readonly OwnRow[]): MarkLayout {
  const trails = rows.map(({ own }) => own.length - 1 - own.findLastIndex(isFilled));
  const lengths = new Map<number, Set<number>>();
  for (const { row, own } of full) {
    const known = lengths.get(row.labelCells);
    if (known === undefined) lengths.set(row.labelCells, new Set([own.length]));
    else known.add(own.length);
  }
  return {
    lead: rows.reduce((most, { own }) => Math.max(most, own.findIndex(isFilled)), 0),
    trail: full.length > 0 && trails.every((trail) => trail === trails[0]) ? (trails[0] ?? 0) : null,
    lengths,
    total: mostFrequent(full.map(({ row, own }) => row.labelCells + own.length)),
  };
}

function learnGaps(rows: readonly OwnRow[]): GapLayout {
  const firsts: number[] = [];
  const steps: number[] = [];
  const lasts: number[] = [];
  for (const { row } of rows) {
    const { filled, label, next } = row;
    if (label !== null) firsts.push(distanceBetween(label, filled[0] as Token));
    for (let i = 1; i < filled.length; i++)
      steps.push(distanceBetween(filled[i - 1] as Token, filled[i] as Token));
    if (next !== null) lasts.push(distanceBetween(filled.at(-1) as Token, next));
  }
  const first = mostFrequent(firsts);
  const step = mostFrequent(steps) ?? first ?? 1;
  return { first: first ?? step, step, last: mostFrequent(lasts) ?? step };
}

/** From one token to a later one, in line breaks; in UTF-16 units when they stand on one line. */
export const distanceBetween = (a: Token, b: Token): number =>
  a.line === b.line ? b.from - a.to : b.line - a.line;

/** The first of the most frequent numbers; null when there are none. */
function mostFrequent(numbers: readonly number[]): number | null {
  const [first] = numbers;
  if (first === undefined || numbers.every((n) => n === first)) return first ?? null;
  const counts = new Map<number, number>();
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
  let best = first;
  for (const [n, count] of counts) if (count > (counts.get(best) ?? 0)) best = n;
  return best;
}
