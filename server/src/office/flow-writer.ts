// Writes a document's paragraphs and tables as a text with places.
import {
  type FlowBlock,
  type FlowCell,
  type FlowParagraph,
  type FlowRow,
  type FlowTable,
  inReadingOrder,
} from './flow.ts';
import { noteOf } from './notes.ts';
import type { OfficeKind, OfficeNote, OfficeText } from './office-text.ts';
import type { PlaceNumbers } from './places.ts';
import { cellLine, type GridCell, isProse, TextWriter } from './text-writer.ts';

/** `notes`: what the reader has to say of the file. Pictures are noted where they stand. */
export function writeFlow(
  kind: OfficeKind,
  blocks: readonly FlowBlock[],
  notes: readonly OfficeNote[],
): OfficeText {
  const writer = new FlowWriter();
  for (const block of inReadingOrder(blocks)) writer.block(block);
  const { text } = writer.out;
  const pictures = writer.pictures.map((at) => noteOf('picture', at));
  return { kind, text, places: writer.out.places('flow'), notes: [...notes, ...pictures] };
}

class FlowWriter {
  readonly out = new TextWriter();
  /** Where pictures stand in the text. */
  readonly pictures: number[] = [];
  private paragraphs = 0;
  private tables = 0;
  /** The text of paragraphs whose end is deleted. */
  private pending = '';

  block(block: FlowBlock): void {
    if (block.kind === 'table') this.table(block);
    else this.paragraph(block, () => [0, 0, ++this.paragraphs]);
  }

  private paragraph({ text, pictures, joined }: FlowParagraph, place: () => PlaceNumbers): void {
    for (let i = 0; i < pictures; i++) this.pictures.push(this.out.text.length);
    this.pending += text;
    if (joined) return;
    const line = this.pending.trimEnd().replace(/^[\t\n]+/, '');
    this.pending = '';
    if (line !== '') this.out.paragraph(line, place());
  }

  private table({ rows }: FlowTable): void {
    const table = ++this.tables;
    const width = rows.reduce((most, row) => Math.max(most, widthOf(row)), 0);
    /** The latest texts by the columns of their cells, for cells that go on from them. */
    const above = new Map<number, string>();
    for (const [i, { cells }] of rows.entries()) {
      const placeOf = (column: number): PlaceNumbers => [table, i + 1, column + 1];
      const [only, ...others] = cells.filter((cell) => !cell.continued);
      if (only !== undefined && others.length === 0 && isProse(blocksText(only.blocks)))
        this.prose(only.blocks, placeOf(only.column));
      else {
        const grid = cells.map((cell) => gridCell(cell, above));
        this.out.row(grid, width, placeOf);
        for (const { blocks } of cells) this.notePictures(blocks);
      }
    }
  }

  /** The paragraphs of a cell that is a row of its own. */
  private prose(blocks: readonly FlowBlock[], place: PlaceNumbers): void {
    for (const block of inReadingOrder(blocks))
      if (block.kind === 'paragraph') this.paragraph(block, () => place);
      else this.table(block);
  }

  private notePictures(blocks: readonly FlowBlock[]): void {
    for (const block of blocks)
      if (block.kind === 'paragraph')
        for (let i = 0; i < block.pictures; i++) this.pictures.push(this.out.text.length);
      else for (const { cells } of block.rows) for (const cell of cells) this.notePictures(cell.blocks);
  }
}

const widthOf = ({ cells, after }: FlowRow): number => {
  const last = cells.at(-1);
  return (last === undefined ? 0 : last.column + last.columns) + after;
};

/** A cell that goes on from none above stands for itself: its table was cut in two. */
function gridCell({ blocks, column, columns, continued }: FlowCell, above: Map<number, string>): GridCell {
  const begun = continued ? above.get(column) : undefined;
  const text = begun ?? blocksText(blocks);
  above.set(column, text);
  return { text, column, columns, continued: continued && (begun !== undefined || text === '') };
}

/** The text of a cell, on one line; of a table in it the cells one behind the other. */
function blocksText(blocks: readonly FlowBlock[]): string {
  const texts: string[] = [];
  for (const block of blocks)
    if (block.kind === 'table')
      texts.push(
        ` ${block.rows.flatMap(({ cells }) => cells.map((cell) => blocksText(cell.blocks))).join(' ')} `,
      );
    else texts.push(...block.boxes.map(blocksText), block.text);
  return cellLine(texts.join('\n'));
}
