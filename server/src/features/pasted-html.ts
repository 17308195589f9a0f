// The tables of HTML on the clipboard as grids of cells.

import { Parser } from 'htmlparser2';
import type { PastedCell, PastedGrid } from './pasted-grid.ts';

/** More places than the three tables have a hundred times over. */
const MOST_PLACES = 100_000;
const WIDEST = 64;

interface OpenCell {
  text: string;
  readonly across: number;
  readonly down: number;
}

/** The rows of a table that is being read, with the places that cells above reach down to. */
class GridWriter {
  readonly rows: (PastedCell | undefined)[][] = [];
  #places = 0;

  row(): void {
    const next = this.rows.length;
    this.rows[next] = this.#below[next] ?? [];
  }

  /** Places that merged cells cover in rows still to come. */
  readonly #below: (PastedCell | undefined)[][] = [];

  cell({ text, across, down }: OpenCell): void {
    if (this.rows.length === 0) this.row();
    const at = this.rows.length - 1;
    const row = this.rows[at] as (PastedCell | undefined)[];
    let column = 0;
    while (row[column] !== undefined) column++;
    for (let i = 0; i < down; i++)
      for (let j = 0; j < across && this.#places < MOST_PLACES; j++, this.#places++) {
        const target = i === 0 ? row : (this.#below[at + i] ?? []);
        if (i > 0) this.#below[at + i] = target;
        target[column + j] = { text: text.trim(), own: i === 0 && j === 0 };
      }
  }
}

/** The tables that hold no tables, in order. Rows without a table (Excel's fragment) are one. */
export function htmlGrids(html: string): readonly PastedGrid[] {
  const done: GridWriter[] = [];
  const open: { readonly grid: GridWriter; cell: OpenCell | null; nests: boolean }[] = [];
  let skipped = 0;
  const close = () => {
    const { grid, cell, nests } = open.pop() ?? {};
    if (cell) grid?.cell(cell);
    if (grid && !nests) done.push(grid);
  };
  const endCell = () => {
    const table = open.at(-1);
    if (table?.cell) table.grid.cell(table.cell);
    if (table) table.cell = null;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (UNSEEN.has(name)) skipped++;
      else if (name === 'table') {
        const outer = open.at(-1);
        if (outer) outer.nests = true;
        open.push({ grid: new GridWriter(), cell: null, nests: false });
      } else if (name === 'tr') {
        if (open.length === 0) open.push({ grid: new GridWriter(), cell: null, nests: false });
        endCell();
        open.at(-1)?.grid.row();
      } else if (name === 'td' || name === 'th') {
        endCell();
        const table = open.at(-1);
        if (table)
          table.cell = { text: '', across: span(attributes.colspan), down: span(attributes.rowspan) };
      } else if (name === 'br' || name === 'p') this.ontext?.(' ');
    },
    ontext(data) {
      const cell = open.at(-1)?.cell;
      if (cell && skipped === 0) cell.text += data;
    },
    onclosetag(name) {
      if (UNSEEN.has(name)) skipped--;
      else if (name === 'td' || name === 'th' || name === 'tr') endCell();
      else if (name === 'table') close();
    },
  });
  parser.end(html);
  while (open.length > 0) close();
  return done.map(({ rows }) => rows).filter((rows) => rows.some((row) => row.length > 1));
}

/** Elements whose text no page shows. */
const UNSEEN = new Set(['style', 'script', 'title', 'xml', 'o:p']);

const span = (attribute: string | undefined): number =>
  Math.min(WIDEST, Math.max(1, Number.parseInt(attribute ?? '1', 10) || 1));
