import { escapeHtml } from '../../base/html.ts';
import type { Form, TableId } from '../../form/spec.ts';
import { lineBreaksAs } from '../../text/lines.ts';
import { likeText } from '../../text/style.ts';
import { columnsOf, type PrintedCell, printedRows, type Values } from './print.ts';

/**
 * How a table is written as text. One row is `rowStart`, its cells joined by `between`, `cellEnd`, the padding, `rowEnd`.
 * Names follow what the tables look like. Marks are told as `|` and `\n`, whatever `bar` and `eol` stand for them in the text.
 */
export interface Layout {
  readonly rowStart: string;
  readonly between: string;
  readonly cellEnd: string;
  readonly rowEnd: string;
  /** Bars for the cells a merged row lacks: on the same line, on a line of their own, or none. */
  readonly padding: 'same' | 'own' | 'none';
  /** Whether the table's last row is padded too. */
  readonly lastPadded: boolean;
  /** Whether a Markdown rule `|---|---|` follows the first row. */
  readonly ruled?: boolean;
  /** `merged`: a merged cell is one cell. `grid`: it leaves empty cells behind it. `html`: markup. */
  readonly cells: 'merged' | 'grid' | 'html';
  /** Cells plus bars of a padded row, where the text pads to more than the form's columns. */
  readonly columns?: { readonly [id in TableId]?: number };
  readonly bar: string;
  readonly eol: string;
}

export type LayoutId =
  | 'row-line'
  | 'row-line-nospan'
  | 'markdown'
  | 'tab'
  | 'cell-line'
  | 'cell-line-blank'
  | 'cell-line-pipe'
  | 'lone-pipe'
  | 'html';

/** The `rowStart` of a layout that opens its rows with a line of one bar. */
export const OPENING_BAR = '|\n';

const plain = {
  rowStart: '',
  cellEnd: '',
  rowEnd: '\n',
  padding: 'none',
  lastPadded: false,
  cells: 'merged',
  bar: '|',
  eol: '\n',
} as const;

/** The layouts a table can be converted to. */
export const layouts: { readonly [id in LayoutId]: Layout } = {
  'row-line': { ...plain, between: ' | ', cellEnd: ' |', padding: 'same' },
  'row-line-nospan': { ...plain, between: ' | ', cellEnd: ' |' },
  markdown: { ...plain, rowStart: '| ', between: ' | ', cellEnd: ' |', padding: 'same', lastPadded: true },
  tab: { ...plain, between: '\t', cells: 'grid' },
  'cell-line': { ...plain, between: '\n' },
  'cell-line-blank': { ...plain, between: '\n\n', rowEnd: '\n\n' },
  'cell-line-pipe': { ...plain, between: ' |\n', cellEnd: ' |', padding: 'same' },
  'lone-pipe': { ...plain, between: '\n|\n', cellEnd: '\n|', padding: 'own' },
  html: { ...plain, between: '', cells: 'html' },
};

/**
 * The official table of a form with `values`, in a layout. Labels follow the punctuation and script of `model`, a text around
 * the table.
 */
export function writeTable(form: Form, values: Values, layout: Layout, model = '（）'): string {
  const rows = printedRows(form, values).map((row) =>
    row.map((cell) => ({ ...cell, text: cell.head ? likeText(cell.text, model) : cell.text })),
  );
  const lines = writeRows(form, rows, layout);
  return layout.cells === 'html' ? inMarks(`<table>\n${lines.join('')}</table>\n`, layout) : lines.join('');
}

/** Marks as `bar` and `eol` have them. */
export const inMarks = (text: string, { bar, eol }: Layout): string =>
  lineBreaksAs(text, eol).replaceAll('|', bar);

/** The rows of a printed table, each as text with its line end. */
export function writeRows(form: Form, rows: readonly (readonly PrintedCell[])[], layout: Layout): string[] {
  if (layout.cells === 'html') return rows.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>\n`);
  const columns = columnsIn(form, layout);
  const cells = layout.cells === 'grid' ? gridOf(rows) : rows.map((row) => row.map((cell) => cell.text));
  const lines = cells.map((row, i) => writeRow(row, layout, columns, i === rows.length - 1));
  const rule = inMarks(`|${'---|'.repeat(columns)}\n`, layout);
  return layout.ruled === true ? lines.map((line, i) => (i === 0 ? line + rule : line)) : lines;
}

/** One row of cells; `last`: of the table. */
const writeRow = (cells: readonly string[], layout: Layout, columns: number, last: boolean): string =>
  inMarks(layout.rowStart, layout) +
  cells.join(inMarks(layout.between, layout)) +
  rowTail(cells.length, layout, columns, last);

/** What stands behind the last of a row's cells. */
export function rowTail(cells: number, layout: Layout, columns: number, last: boolean): string {
  const { padding, lastPadded, cellEnd, rowEnd } = layout;
  const isPadded = padding !== 'none' && cells < columns && (lastPadded || !last);
  const start = padding === 'own' ? '\n' : cellEnd.endsWith(' ') ? '' : ' ';
  return inMarks(cellEnd + (isPadded ? start + '|'.repeat(columns - cells) : '') + rowEnd, layout);
}

/** Cells plus bars of a padded row. */
export const columnsIn = (form: Form, { columns }: Layout): number =>
  columns?.[form.table.id] ?? columnsOf(form);

/** Every cell of the grid, those covered by a merged cell empty: what a spreadsheet copies. */
function gridOf(rows: readonly (readonly PrintedCell[])[]): string[][] {
  const grid: string[][] = rows.map(() => []);
  rows.forEach((row, r) => {
    let c = 0;
    for (const cell of row) {
      while (grid[r]?.[c] !== undefined) c++;
      for (let dr = 0; dr < cell.rows; dr++)
        for (let dc = 0; dc < cell.columns; dc++) {
          const line = grid[r + dr];
          if (line !== undefined) line[c + dc] = dr === 0 && dc === 0 ? cell.text : '';
        }
      c += cell.columns;
    }
  });
  return grid.map((row) => Array.from(row, (text) => text ?? ''));
}

const htmlCell = ({ text, columns, rows }: PrintedCell): string =>
  `<td${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}>${escapeHtml(text)}</td>`;
