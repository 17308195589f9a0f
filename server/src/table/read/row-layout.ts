import { isFilled, type Token } from './token.ts';

/** The tokens behind a label, with the tokens on either side: what the values of one line are read from. */
export interface RowTokens {
  /** Last piece of the label; null when the values stand behind something that is no label. */
  readonly label: Token | null;
  /** The label, or the head that stands before the values where there is none. */
  readonly anchor: Token | null;
  readonly values: readonly Token[];
  /** Those of them that are no empty cells. */
  readonly cells: readonly Token[];
  /** The token after the last value. */
  readonly next: Token | null;
  /** How many cells the form has here. */
  readonly width: number;
  /** How many cells of labels stand in front of the values. */
  readonly labels: number;
}

/** How a table spaces its cells, learnt from the rows whose values are all there. */
export interface RowLayout {
  /** Empty cells between label and first value, the most there are in a full row: merged label columns pasted as fields. */
  readonly lead: number;
  /** Empty cells behind the last value of a full row; null where rows differ (padding of a merged table). */
  readonly trail: number | null;
  /** On which cell of its line the first value of a row stands in a grid; null where merged labels are one cell. */
  readonly column: number | null;
  /** The last cell of such a row's line. */
  readonly end: number | null;
  /** Line breaks, or blanks on one line, from one value to the next. */
  readonly step: number;
  /** The same from the label to the first value, and from the last value to the next label. */
  readonly first: number;
  readonly last: number;
  /** Cells and empties behind the label of the full rows, by their number of labels: a row of another length lacks a cell. */
  readonly lengths: ReadonlyMap<number, ReadonlySet<number>>;
  /** Cells and empties of a full row, labels included: where rows are padded, the same for all. */
  readonly whole: number | null;
}

const isFull = (row: RowTokens): boolean => row.cells.length === row.width;

/** The spacing of a table, learnt from its full rows; from all where none is full. */
export function learnRowLayout(rows: readonly RowTokens[]): RowLayout {
  const full = rows.filter(isFull);
  const leads: number[] = [];
  const trails: number[] = [];
  const columns: number[] = [];
  const ends: number[] = [];
  let grid = false;
  const steps: number[] = [];
  const firsts: number[] = [];
  const lasts: number[] = [];
  const lengths = new Map<number, Set<number>>();
  const wholes: number[] = [];
  for (const row of full.length > 0 ? full : rows) {
    const own = tokensOnOwnLine(row);
    if (full.length > 0) {
      wholes.push(row.labels + own.length);
      const known = lengths.get(row.labels);
      if (known === undefined) lengths.set(row.labels, new Set([own.length]));
      else known.add(own.length);
    }
    const first = own.findIndex(isFilled);
    if (first < 0) continue;
    leads.push(first);
    const { column } = own[first] as Token;
    columns.push(column);
    ends.push((own.at(-1) as Token).column);
    grid ||= row.labels > 0 && column > row.labels;
    trails.push(own.length - 1 - own.findLastIndex(isFilled));
    const { cells } = row;
    for (let i = 1; i < cells.length; i++) steps.push(apart(cells[i - 1] as Token, cells[i] as Token));
    if (row.label !== null) firsts.push(apart(row.label, cells[0] as Token));
    if (row.next !== null) lasts.push(apart(cells.at(-1) as Token, row.next));
  }
  const step = most(steps) ?? most(firsts) ?? 1;
  return {
    lead: leads.reduce((a, b) => Math.max(a, b), 0),
    trail: full.length > 0 && trails.every((n) => n === trails[0]) ? (trails[0] ?? 0) : null,
    column: grid ? most(columns) : null,
    end: grid ? most(ends) : null,
    step,
    first: most(firsts) ?? step,
    last: most(lasts) ?? step,
    lengths,
    whole: most(wholes),
  };
}

/**
 * A row written on one line takes its empty cells from that line only; those further down are the next row's. Without a label
 * those before its first value pad the head above, unless the row is short of cells.
 */
export function tokensOnOwnLine(row: RowTokens): readonly Token[] {
  const first = row.values.findIndex(isFilled);
  const line = row.label?.line ?? row.values[first]?.line;
  const isOwn = (token: Token): boolean => token.line === line;
  const own = row.values.every(isOwn) ? row.values : row.values.filter(isOwn);
  if (own.length >= row.width || (row.label !== null && own.some(isFilled))) return own;
  if (row.label !== null || first < 0) return row.values;
  return row.values.slice(Math.max(0, Math.min(first, row.values.length - row.width)));
}

/** Distance of two neighbouring tokens in line breaks, or in characters when they stand on one line. */
export const apart = (a: Token, b: Token): number => (a.line === b.line ? b.from - a.to : b.line - a.line);

function most(numbers: readonly number[]): number | null {
  const [first] = numbers;
  if (first === undefined || numbers.every((n) => n === first)) return first ?? null;
  const counts = new Map<number, number>();
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
  let best: number | null = null;
  for (const [n, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = n;
  return best;
}
