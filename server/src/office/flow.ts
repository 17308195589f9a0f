// A document as it is read from its start to its end, whatever its format: paragraphs, and tables of cells
// that hold paragraphs and tables again. flow-writer.ts writes it as a text.

export type FlowBlock = FlowParagraph | FlowTable;

export interface FlowParagraph {
  readonly kind: 'paragraph';
  /** With its list number; lines of one paragraph are apart by `\n`, tabs are `\t`. */
  readonly text: string;
  /** The texts of text boxes that are anchored here. */
  readonly boxes: readonly (readonly FlowBlock[])[];
  /** How many pictures and embedded objects are shown here. */
  readonly pictures: number;
  /** Whether its end is deleted, so that the next paragraph goes on in it. */
  readonly joined: boolean;
}

export interface FlowTable {
  readonly kind: 'table';
  readonly rows: readonly FlowRow[];
}

export interface FlowRow {
  readonly cells: readonly FlowCell[];
  /** Grid columns behind the last cell that have none. */
  readonly after: number;
}

export interface FlowCell {
  /** The first grid column, from 0. */
  readonly column: number;
  readonly columns: number;
  /** Whether it goes on from the cell above. */
  readonly continued: boolean;
  readonly blocks: readonly FlowBlock[];
}

/**
 * Blocks in the order they are read: tables that only lay out a page are opened, text boxes come before their
 * anchor.
 */
export function* inReadingOrder<B extends FlowBlock>(blocks: readonly B[]): Generator<B> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      for (const box of block.boxes) yield* inReadingOrder(box as readonly B[]);
      yield block;
    } else if (isFrame(block)) {
      for (const { cells } of block.rows)
        for (const cell of cells) if (!cell.continued) yield* inReadingOrder(cell.blocks as readonly B[]);
    } else yield block;
  }
}

/** A table of one column, or one that holds tables and hardly any cells beside them, is a page's layout. */
function isFrame({ rows }: FlowTable): boolean {
  if (rows.every(({ cells }) => cells.length <= 1)) return true;
  const held = rows.flatMap(({ cells }) => cells.flatMap(tablesIn));
  if (!held.some((table) => table.rows.some(({ cells }) => cells.length > 1))) return false;
  const wide = rows.filter(
    ({ cells }) => cells.length >= 3 && cells.every((cell) => tablesIn(cell).length === 0),
  );
  return wide.length < 3;
}

/** The tables in a cell, at any depth. */
const tablesIn = ({ blocks }: FlowCell): readonly FlowTable[] =>
  blocks.flatMap((block) =>
    block.kind === 'table' ? [block, ...block.rows.flatMap(({ cells }) => cells.flatMap(tablesIn))] : [],
  );
