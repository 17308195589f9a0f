import type { Span } from '../../text/span.ts';
import { apart, type RowLayout, type RowTokens, tokensOnOwnLine } from './row-layout.ts';
import { isFilled, type Token } from './token.ts';

/** A cell's place: the token in it, or where a value would go when it is blank; `inGap` where only a gap tells of it. */
export type CellAssignment = { readonly token: Token } | { readonly blank: number; readonly inGap?: true };

/**
 * The cells of a row in the form's order, or null when it cannot be said which value stands in which cell. Values are never
 * shifted: blanks come from empty cells, or from the gaps they leave where nothing else marks a cell.
 */
export function assignColumns(text: string, row: RowTokens, spacing: RowLayout): CellAssignment[] | null {
  const { cells } = row;
  if (cells.length === row.width) return cells.map((token) => ({ token }));
  if (cells.length > row.width) return oneLineOf(cells, row.width);
  return fromEmpties(row, spacing) ?? fromGaps(text, row, cells, spacing) ?? fromNothing(text, row, cells);
}

/** More values than cells: a page number between the rows is told from them when one line holds just the row. */
function oneLineOf(cells: readonly Token[], width: number): CellAssignment[] | null {
  const lines = new Map<number, Token[]>();
  for (const cell of cells) {
    const line = lines.get(cell.line);
    if (line === undefined) lines.set(cell.line, [cell]);
    else line.push(cell);
  }
  const whole = [...lines.values()].filter((line) => line.length === width);
  return whole.length === 1 && width > 1 ? (whole[0] as Token[]).map((token) => ({ token })) : null;
}

function fromEmpties(row: RowTokens, spacing: RowLayout): CellAssignment[] | null {
  const own = tokensOnOwnLine(row);
  if (own.length < row.width || !own.some((token) => !isFilled(token))) return null;
  const usual =
    own[0]?.separator === 'bar' && spacing.column === null ? spacing.lengths.get(row.labels) : undefined;
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
): CellAssignment[] | null {
  if (end !== null && own.at(-1)?.column !== end) return null;
  const cells = own.filter((token) => token.column >= column && token.column < column + width);
  if (cells.length < width || own.filter(isFilled).length !== cells.filter(isFilled).length) return null;
  return cells.map((token) => (isFilled(token) ? { token } : { blank: token.from }));
}

/** Blank cells leave wider gaps: each missing cell adds one step. Only an exact account of all missing cells counts. */
function fromGaps(
  text: string,
  row: RowTokens,
  cells: readonly Token[],
  spacing: RowLayout,
): CellAssignment[] | null {
  const out: CellAssignment[] = [];
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
        out.push({ blank: trailingPlace(text, before.to + i * spacing.step), inGap: true });
      return trailingBlanks(text, before.to) >= missing * spacing.step ? out : null;
    }
    if (left !== missing * spacing.step) return null;
    for (let i = 1; i <= missing; i++)
      out.push({ blank: lineStart(text, before.to, i * spacing.step, before), inGap: true });
  }
  return out;
}

const sameLineRow = (cells: readonly Token[], row: RowTokens): boolean =>
  cells.every((cell) => cell.line === cells[0]?.line) &&
  (row.label === null || row.label.line === cells[0]?.line);

function trailingBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32) at++;
  return at - from;
}

const trailingPlace = (text: string, at: number): number => Math.min(at, text.length);

/** Put the blanks between two cells into `out`; false when the gap is no whole number of cells. */
function addBlanks(
  text: string,
  out: CellAssignment[],
  a: Token,
  b: Token,
  usual: number,
  step: number,
): boolean {
  const extra = apart(a, b) - usual;
  if (extra === 0) return true;
  if (extra < 0 || extra % step !== 0 || step === 0) return extra < 0;
  if (extra / step > mostBlanks) return false;
  for (let i = 0; i < extra / step; i++) {
    const away = usual + i * step;
    out.push({ blank: a.line === b.line ? a.to + away : lineStart(text, a.to, away, b), inGap: true });
  }
  return out.length <= mostBlanks;
}

/** No row of the form has so many cells. */
const mostBlanks = 64;

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
function fromNothing(text: string, row: RowTokens, cells: readonly Token[]): CellAssignment[] | null {
  const anchor = row.label ?? cells[0];
  if (anchor === undefined) return null;
  const behind = row.label === null ? anchor.from : Math.min(row.label.to, text.length);
  if (cells.length === 0) return Array.from({ length: row.width }, () => ({ blank: behind }));
  const only = cells[0];
  if (cells.length !== 1 || row.width !== 7 || only === undefined || row.label === null) return null;
  return [...Array.from({ length: 6 }, () => ({ blank: behind })), { token: only }];
}
