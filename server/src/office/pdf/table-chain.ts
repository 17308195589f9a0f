// The rows of a ruled table that may go on over several pages. A page's end cuts merged cells, and may cut
// through a row:
//
//   │ （四）无法提 │ 1.本机关不掌握 │ 6 │      page 3
//   ╞══════════════╪════════════════╪═══╡
//   │ 供           │ 2.没有现成信息 │ 1 │      page 4: 供 belongs to the cell above, as an empty cell would
import { isValueLike } from '../../text/number.ts';
import { cellLine, type GridCell } from '../text-writer.ts';
import { wrappedText } from './pdf-lines.ts';
import type { RuledCell, RuledTable } from './ruled-tables.ts';

export interface PageRow {
  readonly cells: readonly GridCell[];
  readonly page: number;
  /** The grid columns of its table. */
  readonly width: number;
}

/** Narrower cells without words lie between the lines of a double border, in points. */
const NARROWEST = 6;

/** Edges of columns so near are one, in points. */
const NEAR = 3;

/** A ruled table, and the tables on the pages behind it that it goes on in. */
export class TableChain {
  private readonly parts: { readonly table: RuledTable; readonly page: number }[] = [];

  /** Whether a table stands under the latest, so that it may go on from it. */
  takes({ left, right }: RuledTable): boolean {
    const latest = this.parts.at(-1)?.table;
    return (
      latest === undefined ||
      (Math.abs(latest.left - left) < NARROWEST && Math.abs(latest.right - right) < NARROWEST)
    );
  }

  add(table: RuledTable, page: number): void {
    this.parts.push({ table, page });
  }

  rows(): readonly PageRow[] {
    const edges: number[] = [];
    const all = this.parts.flatMap(({ table }) => table.cells.flatMap(({ left, right }) => [left, right]));
    for (const edge of all.sort((a, b) => a - b))
      if (edge - (edges.at(-1) ?? -NEAR) >= NEAR) edges.push(edge);
    const rows = new ChainRows(edges);
    for (const [i, { table, page }] of this.parts.entries()) rows.add(table, page, i > 0);
    return rows.all;
  }
}

type OpenCell = { -readonly [key in keyof GridCell]: GridCell[key] };

class ChainRows {
  readonly all: { cells: OpenCell[]; readonly page: number; readonly width: number }[] = [];
  /** Where columns begin, in points: a page may show only some of the lines between them. */
  private readonly edges: readonly number[];
  /** The latest cells by their columns. */
  private readonly above = new Map<number, OpenCell>();

  constructor(edges: readonly number[]) {
    this.edges = edges;
  }

  add(table: RuledTable, page: number, goesOn: boolean): void {
    let first = goesOn;
    for (let row = 0; row < table.rows; row++) {
      const cells = table.cells
        .filter((cell) => cell.row <= row && row < cell.row + cell.rows && !isBorder(cell))
        .sort((a, b) => a.column - b.column)
        .map((cell) => this.openCell(cell, row));
      if (!cells.some(({ text, continued }) => text !== '' && !continued)) continue;
      if (first) this.goOn(cells);
      if (!first || !this.joinCut(cells)) this.all.push({ cells, page, width: this.edges.length - 1 });
      for (const cell of cells) if (!cell.continued) this.above.set(cell.column, cell);
      first = false;
    }
  }

  private openCell(cell: RuledCell, row: number): OpenCell {
    const column = this.columnAt(cell.left);
    const columns = Math.max(1, this.columnAt(cell.right) - column);
    return cell.row < row
      ? { text: this.above.get(column)?.text ?? '', column, columns, continued: true }
      : { text: cellLine(wrappedText(cell.words)), column, columns, continued: false };
  }

  private columnAt(x: number): number {
    const column = this.edges.findIndex((edge) => Math.abs(edge - x) < NEAR);
    return column < 0 ? this.edges.length - 1 : column;
  }

  /**
   * Merged labels that go on from the page before: empty ones, and the rest of one that has another label
   * behind it.
   */
  private goOn(cells: readonly OpenCell[]): void {
    const labels = labelsIn(cells);
    for (const [i, cell] of cells.entries()) {
      const before = this.above.get(cell.column);
      if (before === undefined || before.text === '' || isValueLike(before.text)) continue;
      const rest = i < labels - 1 && !opensLabel.test(cell.text);
      if (cell.text !== '' && !rest) continue;
      before.text += cell.text;
      cell.text = before.text;
      cell.continued = true;
    }
  }

  /**
   * Joins cells to the latest row when they are the rest of it: its figures stand on one of the two pages,
   * its label goes on, and does not begin as labels of the form do.
   */
  private joinCut(lower: readonly OpenCell[]): boolean {
    const upper = this.all.at(-1)?.cells ?? [];
    if (upper.length !== lower.length || !upper.every((cell, i) => cell.column === lower[i]?.column))
      return false;
    const [above, below] = [labelsIn(upper), labelsIn(lower)];
    const [figures, other] = above < upper.length ? [above, lower] : [below, upper];
    if (figures < 1 || figures === upper.length || (above < upper.length && below < lower.length))
      return false;
    if (other.slice(figures).some(({ text }) => text !== '')) return false;
    const rest = lower.slice(0, figures).find(({ text, continued }) => text !== '' && !continued);
    if (rest === undefined || opensLabel.test(rest.text)) return false;
    for (const [i, cell] of upper.entries()) {
      const { text, continued } = lower[i] as OpenCell;
      if (!continued) cell.text += text;
    }
    return true;
  }
}

const isBorder = ({ left, right, top, bottom, words }: RuledCell): boolean =>
  words.length === 0 && (right - left < NARROWEST || bottom - top < NARROWEST);

/** How many cells stand before the first figure; all of them where there is none. */
const labelsIn = (cells: readonly OpenCell[]): number => {
  const first = cells.findIndex(({ text, continued }) => !continued && text !== '' && isValueLike(text));
  return first < 0 ? cells.length : first;
};

/** How labels of the form begin. */
const opensLabel =
  /^(?:\d{1,2}[.．、]|[（(][一二三四五六七八九十]|[一二三四五六]、|规章|行政|第二十|信息|政府|结果|其他|尚未|总计)/;
