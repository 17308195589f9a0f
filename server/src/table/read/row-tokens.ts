// A row of the form with its tokens: what `row-layout.ts` learns from and what the `assign-*.ts` files place.

import { isFilled, type Token } from './token.ts';

/** The tokens behind a label, and the tokens on either side. */
export interface RowTokens {
  /** Last token of the label; null when the values stand behind something that is no label of a row. */
  readonly label: Token | null;
  /** The label, or the head in front of the values where there is none. */
  readonly anchor: Token | null;
  readonly values: readonly Token[];
  /** The values without empty cells. */
  readonly filled: readonly Token[];
  /** The token behind the values. */
  readonly next: Token | null;
  /** How many cells the form has in this row. */
  readonly width: number;
  /** How many label cells stand in front of the values. */
  readonly labelCells: number;
}

/**
 * A cell's place: its token, or the offset of a blank, which ends at `to` where a word fills it. `inGap`:
 * only a gap tells of the cell. `unsure`: the cell is merged with others, and the token is what they hold.
 */
export type CellAssignment =
  | { readonly token: Token }
  | { readonly unsure: Token }
  | { readonly blank: number; readonly to?: number; readonly inGap?: true };

/** Each token as the content of one cell. */
export const asCells = (tokens: readonly Token[]): CellAssignment[] =>
  tokens.map((token) => (isFilled(token) ? { token } : { blank: token.from, to: token.to }));

/**
 * The values that may be cells of the row. A row written on one line takes its empty cells from that line
 * only: those further down belong to the next row. Without a label, empty cells in front of the first value
 * pad the head above, unless the row is short of cells.
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
