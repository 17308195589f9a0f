// The layouts of published reports, as the printer writes them. Independent of the server's own, which it
// tests.

import type { Grid, GridCell, GridRow } from './grid.ts';
import { labelWords, type Noise } from './noise.ts';
import type { Page } from './page.ts';
import {
  cellLine,
  cellLinePipe,
  halves,
  html,
  lonePipe,
  markdown,
  ragged,
  rowLine,
  spaced,
  spacedAround,
  type Words,
  type WriteRow,
} from './row-writers.ts';

/** What a layout may be told besides the table. */
export interface TableStyle {
  readonly noise: Noise;
  /** Grid columns beyond the usual: some pages pad every row with more bars. */
  readonly extra: number;
  /** Whether the last row of a table keeps its padding; often it does not. */
  readonly lastPadded: boolean;
  /**
   * A page break of the source in mid-table: 三、本年度办理结果 comes again, text of a PDF has its page
   * number there.
   */
  readonly pageBreak: boolean;
  /** Group and item in one cell: `(三)不予公开1.属于国家秘密`. */
  readonly grouped: boolean;
}

export interface Layout {
  readonly write: (grid: Grid, page: Page, style: TableStyle) => void;
  /** What stands between two paragraphs outside tables. */
  readonly paragraph: '\n' | '\n\n';
  /** Whether a blank cell leaves a trace, so that the cells after it keep their columns. */
  readonly blanks: boolean;
  /** Lines of about 26 characters, page marks between them. */
  readonly wrapped?: boolean;
  /** What bars are drawn with; one after the other where there are several. */
  readonly bars?: string;
  /** How a head's break is written when the noise does not say (`joined`). */
  readonly breaks?: Noise['breaks'];
}

/** A layout that writes row after row; `around` frames the table, `rule` follows its first row. */
function rowwise(
  write: WriteRow,
  rest: Partial<Layout> & { around?: readonly [string, string]; rule?: (columns: number) => string } = {},
): Layout {
  const { around = ['', ''], rule, ...layout } = rest;
  return {
    paragraph: '\n',
    blanks: true,
    ...layout,
    write: (grid, page, style) => {
      const noise =
        style.noise.breaks === 'joined' ? { ...style.noise, breaks: rest.breaks ?? 'joined' } : style.noise;
      const words: Words = (cell) =>
        cell.kind === 'value' ? cell.text : labelWords(cell.text, cell.kind, noise);
      const group = grid.rows.flatMap(({ cells }) => cells).find(({ kind }) => kind === 'group');
      const last = grid.rows.length - 1;
      page.put(around[0]);
      grid.rows.forEach((printed, i) => {
        const row = style.grouped ? grouped(printed) : printed;
        const broken = style.pageBreak && row.id === 'applications.3-5-1';
        if (broken && layout.wrapped) page.put('Page 3 - 4\n');
        else if (broken && group)
          write({ id: null, cells: [group] }, page, words, grid.columns + style.extra - 1);
        const pad = i === last && !style.lastPadded ? 0 : grid.columns + style.extra - row.cells.length;
        page.row(row.id, () => write(row, page, words, pad));
        if (i === 0 && rule) page.put(rule(grid.columns));
      });
      page.put(around[1]);
    },
  };
}

/** The innermost group's label and the row's own in one cell. */
function grouped(row: GridRow): GridRow {
  const at = row.cells.findIndex(({ kind }) => kind === 'label');
  const group = row.cells[at - 1];
  const label = row.cells[at];
  if (!group || !label || !group.text.startsWith('（')) return row;
  const both = {
    ...label,
    text: group.text.replace('\n', '') + label.text,
    across: group.across + label.across,
  };
  return { id: row.id, cells: [...row.cells.slice(0, at - 1), both, ...row.cells.slice(at + 1)] };
}

/** Merged cells as empty fields, the way a spreadsheet copies them: every row has all grid columns. */
function filled(start: string, between: string, end: string, rule?: (columns: number) => string): Layout {
  const blank: GridCell = { kind: 'head', text: '', across: 1, down: 1 };
  const inner = rowwise(
    (row, page, words) => {
      page.put(start);
      row.cells.forEach((cell, i) => {
        if (i > 0) page.put(between);
        page.cell(cell, words(cell));
      });
      page.put(end);
    },
    rule ? { rule } : {},
  );
  return {
    ...inner,
    write: (grid, page, style) => {
      const open: number[] = [];
      const rows = grid.rows.map((row) => {
        const cells: GridCell[] = [];
        const queue = style.grouped ? [...grouped(row).cells] : [...row.cells];
        while (cells.length < Math.max(grid.columns, 1)) {
          const column = cells.length;
          if ((open[column] ?? 0) > 0) {
            open[column] = (open[column] ?? 0) - 1;
            cells.push(blank);
            continue;
          }
          const cell = queue.shift();
          if (!cell) {
            cells.push(blank);
            continue;
          }
          for (let i = 0; i < cell.across; i++) {
            open[column + i] = cell.down - 1;
            cells.push(i === 0 ? cell : blank);
          }
        }
        return { id: row.id, cells };
      });
      inner.write({ ...grid, rows }, page, { ...style, grouped: false, pageBreak: false });
    },
  };
}

const bare = () => ['', ''] as const;
const ruleLine = (columns: number) => `|${'---|'.repeat(columns)}\n`;

/** Every layout of published reports, and tab-separated ones for what drafters paste. */
export const layouts = {
  'cell-line-blank': rowwise(cellLine('\n\n', bare), { paragraph: '\n\n' }),
  'cell-line-blank-indented': rowwise(
    cellLine('\n\n', (_, cell) => (cell.kind === 'value' ? ['　 ', ''] : ['', '  '])),
    { paragraph: '\n\n' },
  ),
  'cell-line-blank-centred': rowwise(
    cellLine('\n\n', () => [' '.repeat(22), ' '.repeat(20)]),
    { paragraph: '\n\n' },
  ),
  'cell-line-blank-wrapped': rowwise(cellLine('\n\n', bare), { paragraph: '\n\n', breaks: 'line' }),
  'cell-line-blank-split': rowwise(cellLine('\n\n', bare), { paragraph: '\n\n', breaks: 'paragraph' }),
  'row-line-span': rowwise(rowLine(true)),
  'row-line-nospan': rowwise(rowLine(false)),
  'cell-line-pipe-a': rowwise(cellLinePipe('same line')),
  'cell-line-pipe-b': rowwise(cellLinePipe('own line')),
  'cell-line-pipe-nospan': rowwise(cellLinePipe('none')),
  'md-row': rowwise(markdown(false)),
  'md-row-aligned': rowwise(markdown(true)),
  'md-row-ruled': rowwise(markdown(false), { rule: ruleLine }),
  'md-grid': filled('| ', ' | ', ' |\n', ruleLine),
  'lone-pipe': rowwise(lonePipe(false)),
  'lone-pipe-padded': rowwise(lonePipe(true)),
  'row-line-box': rowwise(rowLine(true), { bars: '│' }),
  'cell-line-pipe-box': rowwise(cellLinePipe('same line'), { bars: '│' }),
  'md-row-wide': rowwise(markdown(false), { bars: '｜' }),
  'md-grid-box': { ...filled('| ', ' | ', ' |\n', ruleLine), bars: '│' },
  'lone-pipe-wide': rowwise(lonePipe(false), { bars: '｜' }),
  'row-line-mixed': rowwise(rowLine(false), { bars: '｜│|' }),
  'pdf-text': rowwise(halves(spaced), { blanks: false, wrapped: true }),
  'pdf-text-around': rowwise(halves(spacedAround), { blanks: false, wrapped: true }),
  'lead-pipe-cell-line': rowwise(cellLinePipe('same line', true)),
  'cell-line-plain': rowwise(cellLine('\n', bare), { blanks: false }),
  'tab-separated': filled('', '\t', '\n'),
  'tab-ragged': rowwise(ragged),
  html: rowwise(html(false), {
    around: ['<table border="1">\n<tbody>\n', '</tbody>\n</table>\n'],
    breaks: 'line',
  }),
  'html-paragraphs': rowwise(html(true), { around: ['<table>\n', '</table>\n'], breaks: 'line' }),
} as const satisfies Readonly<Record<string, Layout>>;

export type LayoutId = keyof typeof layouts;
export const layoutIds = Object.keys(layouts) as readonly LayoutId[];
