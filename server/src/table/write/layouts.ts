// The layouts a table can be written in, and its text in each. `print.ts` says what its cells are.
import { escapeHtml } from '../../base/html.ts';
import type { Form, TableId } from '../../form/spec.ts';
import { lineBreaksAs } from '../../text/lines.ts';
import { likeText } from '../../text/style.ts';
import { columnsOf, type PrintedCell, printedRows, type Values } from './print.ts';

/**
 * How a table is written as text. A row is `rowStart`, its cells joined by `separator`, `cellEnd`, the
 * padding and `rowEnd`:
 *
 *     markdown         | 规章 | 3 | 1 | 20 |
 *     row-line         行政许可 | 57 | ||
 *     cell-line-pipe   规章 |⏎ 3 |⏎ 1 |⏎ 20 |
 *     lone-pipe        规章⏎ |⏎ 3⏎ |⏎ 1⏎ |⏎ 20⏎ |
 *
 * These are told with `|` and `\n`, whatever `bar` and `eol` stand for them in the text.
 */
export interface Layout {
  readonly rowStart: string;
  readonly separator: string;
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
  'row-line': { ...plain, separator: ' | ', cellEnd: ' |', padding: 'same' },
  'row-line-nospan': { ...plain, separator: ' | ', cellEnd: ' |' },
  markdown: { ...plain, rowStart: '| ', separator: ' | ', cellEnd: ' |', padding: 'same', lastPadded: true },
  tab: { ...plain, separator: '\t', cells: 'grid' },
  'cell-line': { ...plain, separator: '\n' },
  'cell-line-blank': { ...plain, separator: '\n\n', rowEnd: '\n\n' },
  'cell-line-pipe': { ...plain, separator: ' |\n', cellEnd: ' |', padding: 'same' },
  'lone-pipe': { ...plain, separator: '\n|\n', cellEnd: '\n|', padding: 'own' },
  html: { ...plain, separator: '', cells: 'html' },
};

/**
 * The official table of a form with `values`, in a layout. Labels follow the punctuation and script of
 * `model`, a text around the table.
 */
export function writeTable(form: Form, values: Values, layout: Layout, model = '（）'): string {
  const rows = printedRows(form, values).map((row) =>
    row.map((cell) => ({ ...cell, text: cell.head ? likeText(cell.text, model) : cell.text })),
  );
  const written = writeRows(form, rows, layout).join('');
  return layout.cells === 'html' ? inMarks(`<table>\n${written}</table>\n`, layout) : written;
}

/** Marks as `bar` and `eol` have them. */
export const inMarks = (text: string, { bar, eol }: Layout): string =>
  lineBreaksAs(text, eol).replaceAll('|', bar);

/** The text of each row of a printed table, its line end included. */
export function writeRows(form: Form, rows: readonly (readonly PrintedCell[])[], layout: Layout): string[] {
  if (layout.cells === 'html') return rows.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>\n`);
  const columns = columnsIn(form, layout);
  const cells = layout.cells === 'grid' ? gridOf(rows) : rows.map((row) => row.map((cell) => cell.text));
  const written = cells.map((row, i) => writeRow(row, layout, columns, i === rows.length - 1));
  const rule = inMarks(`|${'---|'.repeat(columns)}\n`, layout);
  return layout.ruled === true ? written.map((row, i) => (i === 0 ? row + rule : row)) : written;
}

/** One row of cells; `last`: of the table. */
const writeRow = (cells: readonly string[], layout: Layout, columns: number, last: boolean): string =>
  inMarks(layout.rowStart, layout) +
  cells.join(inMarks(layout.separator, layout)) +
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
          const covered = grid[r + dr];
          if (covered !== undefined) covered[c + dc] = dr === 0 && dc === 0 ? cell.text : '';
        }
      c += cell.columns;
    }
  });
  return grid.map((row) => Array.from(row, (text) => text ?? ''));
}

const htmlCell = ({ text, columns, rows }: PrintedCell): string =>
  `<td${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}>${escapeHtml(text)}</td>`;
