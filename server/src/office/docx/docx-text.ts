// Writes the blocks of a .docx as a text, and finds the cell that a place of that text names.
import { noteOf } from '../notes.ts';
import type { OfficeText } from '../office-text.ts';
import type { Place, PlaceNumbers } from '../places.ts';
import { cellText, type GridCell, isProse, runTogether, TextWriter } from '../text-writer.ts';
import type { DocxBlock, DocxCell, DocxFacts, DocxParagraph, DocxRow, DocxTable } from './docx-blocks.ts';
import { type DocxDocument, openDocx } from './docx-document.ts';

/** Throws `UnreadableOffice`. */
export const readDocx = (bytes: Uint8Array): OfficeText => docxText(openDocx(bytes));

export function docxText({ blocks, facts }: DocxDocument): OfficeText {
  const writer = new DocxWriter();
  for (const block of flowOf(blocks)) writer.block(block);
  const { text } = writer.out;
  const pictures = writer.pictures.map((at) => noteOf('picture', at));
  return { kind: 'docx', text, places: writer.out.places('flow'), notes: [...fileNotes(facts), ...pictures] };
}

/** The cell a place of the text names; null for a place in no table. Its runs say where its text stands in document.xml. */
export function docxCellAt({ blocks }: DocxDocument, place: Place): DocxCell | null {
  if (!('table' in place)) return null;
  const tables = [...flowOf(blocks)].filter((block) => block.kind === 'table');
  const row = tables[place.table - 1]?.rows[place.row - 1];
  const column = place.column - 1;
  return row?.cells.find((cell) => cell.column <= column && column < cell.column + cell.columns) ?? null;
}

const fileNotes = ({ tracked, hiddenRows, embedded }: DocxFacts) => [
  ...(tracked > 0 ? [noteOf('tracked')] : []),
  ...(hiddenRows > 0 ? [noteOf('hidden')] : []),
  ...(embedded > 0 ? [noteOf('embedded')] : []),
];

/** Paragraphs and tables in the order they are read: tables that only lay out a page are opened, text boxes come before their anchor. */
function* flowOf(blocks: readonly DocxBlock[]): Generator<DocxBlock> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      for (const box of block.boxes) yield* flowOf(box);
      yield block;
    } else if (isFrame(block)) {
      for (const { cells } of block.rows)
        for (const cell of cells) if (!cell.continued) yield* flowOf(cell.blocks);
    } else yield block;
  }
}

/** A table of one column, or one that holds tables and hardly any cells beside them, is a page's layout. */
function isFrame({ rows }: DocxTable): boolean {
  if (rows.every(({ cells }) => cells.length <= 1)) return true;
  const tables = rows.flatMap(({ cells }) => cells.flatMap(tablesIn));
  const wide = rows.filter(
    ({ cells }) => cells.length >= 3 && cells.every((cell) => tablesIn(cell).length === 0),
  );
  return wide.length < 3 && tables.some((table) => table.rows.some(({ cells }) => cells.length > 1));
}

/** The tables in a cell, at any depth. */
const tablesIn = ({ blocks }: DocxCell): readonly DocxTable[] =>
  blocks.flatMap((block) =>
    block.kind === 'table' ? [block, ...block.rows.flatMap(({ cells }) => cells.flatMap(tablesIn))] : [],
  );

class DocxWriter {
  readonly out = new TextWriter();
  /** Where pictures stand in the text. */
  readonly pictures: number[] = [];
  private paragraphs = 0;
  private tables = 0;
  /** The text of paragraphs whose end is deleted. */
  private pending = '';

  block(block: DocxBlock): void {
    if (block.kind === 'table') this.table(block);
    else this.paragraph(block, () => [0, 0, ++this.paragraphs]);
  }

  private paragraph(paragraph: DocxParagraph, place: () => PlaceNumbers): void {
    for (let i = 0; i < paragraph.pictures; i++) this.pictures.push(this.out.text.length);
    this.pending += paragraphText(paragraph);
    if (paragraph.joined) return;
    const text = this.pending.replace(/^[\t\n]+|\s+$/g, '');
    this.pending = '';
    if (text !== '') this.out.paragraph(text, place());
  }

  private table({ rows }: DocxTable): void {
    const table = ++this.tables;
    const width = Math.max(...rows.map(widthOf));
    /** The latest texts by the columns of their cells, for cells that go on from them. */
    const above = new Map<number, string>();
    for (const [i, { cells }] of rows.entries()) {
      const placeOf = (column: number): PlaceNumbers => [table, i + 1, column + 1];
      const [only, ...others] = cells.filter((cell) => !cell.continued);
      if (only !== undefined && others.length === 0 && isProse(blocksText(only.blocks)))
        this.prose(only.blocks, placeOf(only.column));
      else {
        this.out.row(
          cells.map((cell) => gridCell(cell, above)),
          width,
          placeOf,
        );
        for (const { blocks } of cells) this.notePictures(blocks);
      }
    }
  }

  /** The paragraphs of a cell that is a row of its own. */
  private prose(blocks: readonly DocxBlock[], place: PlaceNumbers): void {
    for (const block of flowOf(blocks))
      if (block.kind === 'paragraph') this.paragraph(block, () => place);
      else this.table(block);
  }

  private notePictures(blocks: readonly DocxBlock[]): void {
    for (const block of blocks)
      if (block.kind === 'table')
        for (const { cells } of block.rows) for (const cell of cells) this.notePictures(cell.blocks);
      else for (let i = 0; i < block.pictures; i++) this.pictures.push(this.out.text.length);
  }
}

const widthOf = ({ cells, after }: DocxRow): number => {
  const last = cells.at(-1);
  return (last === undefined ? 0 : last.column + last.columns) + after;
};

/** A cell that goes on from none above stands for itself: its table was cut in two. */
function gridCell({ blocks, column, columns, continued }: DocxCell, above: Map<number, string>): GridCell {
  const begun = continued ? above.get(column) : undefined;
  const text = begun ?? blocksText(blocks);
  above.set(column, text);
  return { text, column, columns, continued: continued && (begun !== undefined || text === '') };
}

const paragraphText = ({ number, runs }: DocxParagraph): string => {
  const text = runs.map((run) => run.text).join('');
  return number !== '' && runTogether(number, text) ? `${number} ${text}` : number + text;
};

/** The text of a cell, on one line; of a table in it the cells one behind the other. */
function blocksText(blocks: readonly DocxBlock[]): string {
  const texts: string[] = [];
  for (const block of blocks)
    if (block.kind === 'table')
      texts.push(
        ` ${block.rows.flatMap(({ cells }) => cells.map((cell) => blocksText(cell.blocks))).join(' ')} `,
      );
    else texts.push(...block.boxes.map(blocksText), paragraphText(block));
  return cellText(texts.join('\n'));
}
