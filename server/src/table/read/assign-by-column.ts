// Places values by the columns of a grid: every row's values stand under the same heads, whatever is merged
// or blank in front of them.
//
//     |                        | 自然人 | 商业企业 | … | 总计 |      grid.first = 1, grid.last = 7
//     | 一、本年新收           |   8    |    1     | … |  9   |
//     | 二、上年结转           |        |    2     | … |  2   |      自然人 is blank: its cell is empty

import type { GridLayout } from './row-layout.ts';
import { asCells, type CellAssignment, type RowTokens, tokensOnOwnLine } from './row-tokens.ts';
import { countFilled } from './token.ts';

/** The cells of a row in a grid; null where there is no grid, or the row does not fit it. */
export function assignByColumn(row: RowTokens, grid: GridLayout | null): CellAssignment[] | null {
  if (grid === null) return null;
  const own = tokensOnOwnLine(row);
  if (own.at(-1)?.column !== grid.last) return null;
  const end = grid.first + row.width;
  const cells = own.filter(({ column }) => column >= grid.first && column < end);
  return cells.length < row.width || countFilled(cells) < countFilled(own) ? null : asCells(cells);
}
