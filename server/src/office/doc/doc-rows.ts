// The cells of a table's row in a binary Word file, which are said at the row's end (TDefTableOperand of
// [MS-DOC]).
import type { DocBytes } from './doc-bytes.ts';

export interface DocRowProperties {
  /** The edges of cells, in twentieths of a point. */
  readonly edges: readonly number[];
  readonly cells: readonly DocCellProperties[];
}

/** Whether a cell goes on from the one to the left or the one above. */
export interface DocCellProperties {
  readonly goesOnAcross: boolean;
  readonly goesOnDown: boolean;
}

const MOST_CELLS = 64;
const CELL = 20;

/** The number of cells, their edges, and 20 bytes for each of them. */
export function rowProperties(operand: DocBytes): DocRowProperties {
  const count = Math.min(operand.u8(0), MOST_CELLS);
  const edges = Array.from({ length: count + 1 }, (_, i) => operand.i16(1 + 2 * i));
  const first = 3 + 2 * count;
  const cells = Array.from({ length: count }, (_, i) => {
    const flags = operand.u16(first + CELL * i);
    return { goesOnAcross: (flags & 3) === 1, goesOnDown: ((flags >>> 5) & 3) === 1 };
  });
  return { edges, cells };
}

/** Merges that are said behind the definition of a row. */
export function changedRow(row: DocRowProperties, code: number, operand: DocBytes): DocRowProperties {
  const [first, last] = [operand.u8(0), operand.u8(1)];
  if (code === 0xd62b)
    return {
      ...row,
      cells: row.cells.map((cell, i) => (i === first ? { ...cell, goesOnDown: last === 1 } : cell)),
    };
  if (code === 0x5624)
    return {
      ...row,
      cells: row.cells.map((cell, i) => (i > first && i < last ? { ...cell, goesOnAcross: true } : cell)),
    };
  return row;
}
