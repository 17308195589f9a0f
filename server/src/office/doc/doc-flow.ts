// The paragraphs and tables of a binary Word file. Marks in the text end paragraphs, cells and rows; of cells
// the properties of their row say where they stand.
import type { FlowBlock, FlowCell, FlowParagraph, FlowRow } from '../flow.ts';
import { runTogether } from '../text-writer.ts';
import type { DocFile } from './doc-file.ts';
import type { DocMarks } from './doc-marks.ts';
import { type DocParagraphProperties, ParagraphProperties } from './doc-properties.ts';
import type { DocRowProperties } from './doc-rows.ts';

/** The number of a paragraph in its list, '' without. */
export type DocNumberer = (properties: DocParagraphProperties) => string;

const CELL_END = 0x07;
const PARAGRAPH_END = 0x0d;
const PAGE_END = 0x0c;

/** What special characters show: pictures and objects nothing, but they are counted. */
const PICTURE = 0x01;
const shown: { readonly [unit: number]: string } = { 9: '\t', 11: '\n', 30: '-', 160: '\u00a0' };

export function docBlocks(file: DocFile, { gone }: DocMarks, numberOf: DocNumberer): readonly FlowBlock[] {
  const { text } = file.text;
  const properties = new ParagraphProperties(file);
  const builder = new FlowBuilder();
  const read = (from: number, to: number) => {
    let line = '';
    let pictures = 0;
    for (let i = from; i < Math.min(to, text.length); i++) {
      const unit = text.charCodeAt(i);
      if (unit === CELL_END || unit === PARAGRAPH_END || unit === PAGE_END) {
        // A deleted end joins the next paragraph; that of a cell or row stays.
        if (gone[i] === 1 && unit === PARAGRAPH_END) continue;
        const said = properties.at(file.text.storedAt(i));
        const number = said.endsRow ? '' : numberOf(said);
        builder.end(unit === CELL_END, said, paragraph(number, line, pictures));
        line = '';
        pictures = 0;
      } else if (gone[i] !== 1) {
        if (unit === PICTURE) pictures++;
        line += unit >= 0x20 ? text[i] : (shown[unit] ?? '');
      }
    }
    if (line !== '') builder.end(false, noProperties, paragraph('', line, pictures));
  };
  read(file.boxes.from, file.boxes.to);
  read(0, file.mainLength);
  return builder.finish();
}

const noProperties = { depth: 0, endsInnerCell: false, endsRow: false, row: null };

const paragraph = (number: string, text: string, pictures: number): FlowParagraph => ({
  kind: 'paragraph',
  text: number !== '' && runTogether(number, text) ? `${number} ${text}` : number + text,
  boxes: [],
  pictures,
  joined: false,
});

/** A table that is being read. */
interface OpenTable {
  readonly rows: {
    readonly cells: readonly (readonly FlowBlock[])[];
    readonly row: DocRowProperties | null;
  }[];
  /** The cells of the row so far, and the blocks of the cell so far. */
  cells: (readonly FlowBlock[])[];
  blocks: FlowBlock[];
}

class FlowBuilder {
  private readonly out: FlowBlock[] = [];
  /** From the outermost. */
  private readonly tables: OpenTable[] = [];

  /**
   * `cellMark`: whether the paragraph ends with the mark of a cell or row, which is that of an outermost
   * table.
   */
  end(
    cellMark: boolean,
    said: Pick<DocParagraphProperties, 'depth' | 'endsInnerCell' | 'endsRow' | 'row'>,
    block: FlowParagraph,
  ): void {
    this.goTo(cellMark ? 1 : said.depth);
    const table = this.tables.at(-1);
    if (table === undefined) this.out.push(block);
    else if (said.endsRow) {
      table.rows.push({ cells: table.cells, row: said.row });
      table.cells = [];
      table.blocks = [];
    } else {
      table.blocks.push(block);
      if (cellMark || said.endsInnerCell) {
        table.cells.push(table.blocks);
        table.blocks = [];
      }
    }
  }

  finish(): readonly FlowBlock[] {
    this.goTo(0);
    return this.out;
  }

  private goTo(depth: number): void {
    while (this.tables.length < depth) this.tables.push({ rows: [], cells: [], blocks: [] });
    while (this.tables.length > depth) {
      const { rows, cells, blocks } = this.tables.pop() as OpenTable;
      if (cells.length + blocks.length > 0)
        rows.push({ cells: [...cells, ...(blocks.length > 0 ? [blocks] : [])], row: null });
      (this.tables.at(-1)?.blocks ?? this.out).push({ kind: 'table', rows: placedRows(rows) });
    }
  }
}

/** Edges of cells so near are one, in twentieths of a point: rows of one table differ by hairs. */
const NEAR = 60;

/** Rows whose cells stand in the grid of all edges of their table. */
function placedRows(rows: OpenTable['rows']): readonly FlowRow[] {
  const edges: number[] = [];
  const all = rows.flatMap(({ row }) => row?.edges ?? []);
  for (const edge of all.sort((a, b) => a - b))
    if (edge - (edges.at(-1) ?? edge - NEAR) >= NEAR) edges.push(edge);
  const columnAt = (edge: number): number => {
    let column = 0;
    while (column < edges.length - 1 && edge >= (edges[column + 1] as number) - NEAR / 2) column++;
    return column;
  };
  return rows.map(({ cells, row }) => {
    if (row === null || row.cells.length !== cells.length)
      return {
        cells: cells.map((blocks, column) => ({ column, columns: 1, continued: false, blocks })),
        after: 0,
      };
    const placed: FlowCell[] = [];
    for (const [i, blocks] of cells.entries()) {
      const { goesOnAcross, goesOnDown } = row.cells[i] as DocRowProperties['cells'][number];
      const before = placed.at(-1);
      const column = columnAt(row.edges[i] as number);
      const columns = Math.max(1, columnAt(row.edges[i + 1] as number) - column);
      if (goesOnAcross && before !== undefined)
        placed[placed.length - 1] = { ...before, columns: column + columns - before.column };
      else placed.push({ column, columns, continued: goesOnDown, blocks });
    }
    return { cells: placed, after: 0 };
  });
}
