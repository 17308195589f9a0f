// Places values by the marks that close cells (bars, tabs, tags): a blank cell has a mark of its own, so
// counting cells from the label, or from the end where labels are padded, gives their places.
//
//     规章 | 3 | 1 | 20 |                    full: three cells behind one label
//     行政规范性文件 | 2 |  | 7 |            the second cell is blank
//     行政规范性文件 |  |  | 2 |  | 7 |      the same, where labels are padded by two cells (lead 2, trail 0)
//     行政规范性文件 | 2 | 7 |               too short: not decided here

import type { MarkLayout, RowLayout } from './row-layout.ts';
import { asCells, type CellAssignment, type RowTokens, tokensOnOwnLine } from './row-tokens.ts';
import { countFilled } from './token.ts';

/** The cells of a row by their marks; null where cells or values would be left over. */
export function assignByMark(
  row: RowTokens,
  { grid, marks }: Pick<RowLayout, 'grid' | 'marks'>,
): CellAssignment[] | null {
  const own = tokensOnOwnLine(row);
  if (own.length < row.width) return null;
  if (grid === null && own[0]?.separator === 'bar' && !isUsualLength(row, own.length, marks)) return null;
  const start =
    marks.lead > 0 && marks.trail !== null ? Math.max(0, own.length - marks.trail - row.width) : 0;
  const cells = own.slice(start, start + row.width);
  return cells.length < row.width || countFilled(cells) < row.filled.length ? null : asCells(cells);
}

/** Whether a row has as many cells as full rows have; a row of another length lacks a cell somewhere. */
function isUsualLength(row: RowTokens, length: number, { lengths, total }: MarkLayout): boolean {
  const usual = lengths.get(row.labelCells);
  if (usual === undefined || usual.has(length) || row.labelCells + length === total) return true;
  // The last row of a table often loses its padding.
  return row.next === null && length === row.width;
}
