import type { Token } from '../syntax/tokens.ts';
import type { Span } from '../text/span.ts';
import { isFilled } from './collect.ts';

/** The tokens behind a label, with the tokens on either side: what the values of one line are read from. */
export interface Row {
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
export interface Spacing {
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

/** A cell's place: the token in it, or where a value would go when it is blank. */
export type Place = { readonly token: Token } | { readonly blank: number };

const isFull = (row: Row): boolean => row.cells.length === row.width;

/** Distance of two neighbouring tokens in line breaks, or in characters when they stand on one line. */
const apart = (a: Token, b: Token): number => (a.line === b.line ? b.from - a.to : b.line - a.line);

export function learnSpacing(rows: readonly Row[]): Spacing {
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
    const own = ownLine(row);
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
    lead: Math.max(0, ...leads),
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
 * The cells of a row in the form's order, or null when it cannot be said which value stands in which cell. Values are never
 * shifted: blanks come from empty cells, or from the gaps they leave where nothing else marks a cell.
 */
export function placeValues(text: string, row: Row, spacing: Spacing): Place[] | null {
  const { cells } = row;
  if (cells.length === row.width) return cells.map((token) => ({ token }));
  if (cells.length > row.width) return oneLineOf(cells, row.width);
  return fromEmpties(row, spacing) ?? fromGaps(text, row, cells, spacing) ?? fromNothing(text, row, cells);
}

/** More values than cells: a page number between the rows is told from them when one line holds just the row. */
function oneLineOf(cells: readonly Token[], width: number): Place[] | null {
  const lines = new Map<number, Token[]>();
  for (const cell of cells) {
    const line = lines.get(cell.line);
    if (line === undefined) lines.set(cell.line, [cell]);
    else line.push(cell);
  }
  const whole = [...lines.values()].filter((line) => line.length === width);
  return whole.length === 1 && width > 1 ? (whole[0] as Token[]).map((token) => ({ token })) : null;
}

/**
 * A row written on one line takes its empty cells from that line only; those further down are the next row's. Without a label
 * those before its first value pad the head above, unless the row is short of cells.
 */
function ownLine(row: Row): readonly Token[] {
  const first = row.values.findIndex(isFilled);
  const line = row.label?.line ?? row.values[first]?.line;
  const isOwn = (token: Token): boolean => token.line === line;
  const own = row.values.every(isOwn) ? row.values : row.values.filter(isOwn);
  if (own.length >= row.width || (row.label !== null && own.some(isFilled))) return own;
  if (row.label !== null || first < 0) return row.values;
  return row.values.slice(Math.max(0, Math.min(first, row.values.length - row.width)));
}

function fromEmpties(row: Row, spacing: Spacing): Place[] | null {
  const own = ownLine(row);
  if (own.length < row.width || !own.some((token) => !isFilled(token))) return null;
  const usual =
    own[0]?.between === 'bar' && spacing.column === null ? spacing.lengths.get(row.labels) : undefined;
  const whole = row.labels + own.length === spacing.whole || (row.next === null && own.length === row.width);
  if (usual !== undefined && !usual.has(own.length) && !whole) return null;
  const inGrid = spacing.column === null ? null : fromColumns(own, row.width, spacing.column, spacing.end);
  if (inGrid !== null) return inGrid;
  const from = spacing.lead > 0 && spacing.trail !== null ? own.length - spacing.trail - row.width : 0;
  const cells = own.slice(Math.max(0, from), Math.max(0, from) + row.width);
  if (cells.length < row.width || cells.filter(isFilled).length < row.cells.length) return null;
  return cells.map((token) => (isFilled(token) ? { token } : { blank: token.from }));
}

/** In a grid every row's values stand under the same heads, whatever is merged or blank in front of them. */
function fromColumns(
  own: readonly Token[],
  width: number,
  column: number,
  end: number | null,
): Place[] | null {
  if (end !== null && own.at(-1)?.column !== end) return null;
  const cells = own.filter((token) => token.column >= column && token.column < column + width);
  if (cells.length < width || own.filter(isFilled).length !== cells.filter(isFilled).length) return null;
  return cells.map((token) => (isFilled(token) ? { token } : { blank: token.from }));
}

/** Blank cells leave wider gaps: each missing cell adds one step. Only an exact account of all missing cells counts. */
function fromGaps(text: string, row: Row, cells: readonly Token[], spacing: Spacing): Place[] | null {
  const out: Place[] = [];
  let before = row.anchor;
  for (const [i, token] of cells.entries()) {
    const step = i === 0 ? spacing.first : spacing.step;
    if (before !== null && !addBlanks(text, out, before, token, step, spacing.step)) return null;
    out.push({ token });
    before = token;
  }
  const missing = row.width - out.length;
  if (missing < 0) return null;
  if (missing > 0) {
    if (before === null) return null;
    const end = row.next;
    const left = end === null ? missing * spacing.step : apart(before, end) - spacing.last;
    if (end !== null && before.line === end.line) return null;
    if (end !== null && cells.length > 0 && before === cells.at(-1) && sameLineRow(cells, row)) {
      // Blanks at the end of a line of words are its trailing blanks.
      for (let i = 1; i <= missing; i++)
        out.push({ blank: trailingPlace(text, before.to + i * spacing.step) });
      return trailingBlanks(text, before.to) >= missing * spacing.step ? out : null;
    }
    if (left !== missing * spacing.step) return null;
    for (let i = 1; i <= missing; i++)
      out.push({ blank: lineStart(text, before.to, i * spacing.step, before) });
  }
  return out;
}

const sameLineRow = (cells: readonly Token[], row: Row): boolean =>
  cells.every((cell) => cell.line === cells[0]?.line) &&
  (row.label === null || row.label.line === cells[0]?.line);

function trailingBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32) at++;
  return at - from;
}

const trailingPlace = (text: string, at: number): number => Math.min(at, text.length);

/** Put the blanks between two cells into `out`; false when the gap is no whole number of cells. */
function addBlanks(text: string, out: Place[], a: Token, b: Token, usual: number, step: number): boolean {
  const extra = apart(a, b) - usual;
  if (extra === 0) return true;
  if (extra < 0 || extra % step !== 0 || step === 0) return extra < 0;
  for (let i = 0; i < extra / step; i++) {
    const away = usual + i * step;
    out.push({ blank: a.line === b.line ? a.to + away : lineStart(text, a.to, away, b) });
  }
  return out.length < 64;
}

/** Start of the line `lines` below `from`, moved in as far as its neighbour is and the line's own blanks reach. */
function lineStart(text: string, from: number, lines: number, neighbour: Span): number {
  let at = from;
  for (let left = lines; left > 0 && at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) left--;
  }
  let start = neighbour.from;
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  const indent = neighbour.from - start;
  let end = at;
  while (end - at < indent && end < text.length && !/[\r\n]/.test(text.charAt(end))) end++;
  return end;
}

/** No trace of the missing cells: sure only where none of the row is filled, or the total alone. */
function fromNothing(text: string, row: Row, cells: readonly Token[]): Place[] | null {
  const anchor = row.label ?? cells[0];
  if (anchor === undefined) return null;
  const behind = row.label === null ? anchor.from : Math.min(row.label.to, text.length);
  if (cells.length === 0) return Array.from({ length: row.width }, () => ({ blank: behind }));
  const only = cells[0];
  if (cells.length !== 1 || row.width !== 7 || only === undefined || row.label === null) return null;
  return [...Array.from({ length: 6 }, () => ({ blank: behind })), { token: only }];
}

function most(numbers: readonly number[]): number | null {
  const [first] = numbers;
  if (first === undefined || numbers.every((n) => n === first)) return first ?? null;
  const counts = new Map<number, number>();
  for (const n of numbers) counts.set(n, (counts.get(n) ?? 0) + 1);
  let best: number | null = null;
  for (const [n, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = n;
  return best;
}
