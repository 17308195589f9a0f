import type { Grid, GridCell, GridRow } from './grid.ts';
import { labelWords, type Noise } from './noise.ts';
import type { Page } from './page.ts';

/** What a layout may be told besides the table. */
export interface TableStyle {
  readonly noise: Noise;
  /** Grid columns beyond the usual: some pages pad every row with more bars. */
  readonly extra: number;
  /** Whether the last row of a table keeps its padding; often it does not. */
  readonly lastPadded: boolean;
  /** Print 三、本年度办理结果 once more in mid-table, as a page break of the source does. */
  readonly repeated: boolean;
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
  /** How a head's break is written when the noise does not say (`joined`). */
  readonly breaks?: Noise['breaks'];
}

type Words = (cell: GridCell) => string;

/** Writes one row; `pad` is the number of padding bars (0 in a full row). */
type WriteRow = (row: GridRow, page: Page, words: Words, pad: number) => void;

const bars = (n: number) => '|'.repeat(n);

/** `cell·|` after every cell; `|` alone for a blank. */
const barred = (page: Page, cell: GridCell, words: string) => {
  page.cell(cell, words);
  page.put(words === '' ? '|' : ' |');
};

const rowLine =
  (padded: boolean): WriteRow =>
  (row, page, words, pad) => {
    row.cells.forEach((cell, i) => {
      if (i > 0) page.put(' ');
      barred(page, cell, words(cell));
    });
    page.put(padded && pad > 0 ? ` ${bars(pad)}\n` : '\n');
  };

const cellLinePipe =
  (padding: 'same line' | 'own line' | 'none', lead = false): WriteRow =>
  (row, page, words, pad) => {
    if (lead) page.put('|\n');
    row.cells.forEach((cell, i) => {
      barred(page, cell, words(cell));
      if (i < row.cells.length - 1 || padding === 'none' || pad === 0) page.put('\n');
    });
    if (padding !== 'none' && pad > 0) page.put(`${padding === 'same line' ? ' ' : '\n'}${bars(pad)}\n`);
  };

const lonePipe =
  (padded: boolean): WriteRow =>
  (row, page, words, pad) => {
    for (const cell of row.cells) {
      const text = words(cell);
      page.cell(cell, text);
      page.put(text === '' ? '|\n' : '\n|\n');
    }
    if (padded && pad > 0) page.put(`${bars(pad)}\n`);
  };

const cellLine =
  (end: '\n' | '\n\n', place: (words: string, cell: GridCell) => readonly [string, string]): WriteRow =>
  (row, page, words) => {
    for (const cell of row.cells) {
      const text = words(cell);
      const [before, after] = place(text, cell);
      page.cell(cell, text, text === '' ? '' : before);
      if (text !== '') page.put(after);
      if (text !== '' || end === '\n\n') page.put(end);
    }
  };

const markdown =
  (align: boolean): WriteRow =>
  (row, page, words, pad) => {
    page.put('|');
    for (const cell of row.cells) {
      const text = words(cell);
      page.put(align && cell.kind === 'value' ? ' '.repeat(Math.max(1, 8 - text.length)) : ' ');
      page.cell(cell, text);
      page.put(' |');
    }
    page.put(pad > 0 ? ` ${bars(pad)}\n` : ' \n');
  };

const spaced: WriteRow = (row, page, words) => {
  // A new page of the source begins here.
  if (row.line === 'applications.3-4-1') page.put('Page 3 - 4\n');
  if (row.line === 'applications.3-6-1') page.put('P. 3\n');
  let first = true;
  for (const cell of row.cells) {
    const text = words(cell);
    if (!first && text !== '') page.put(' ');
    page.cell(cell, text);
    if (text !== '') first = false;
  }
  page.put('\n');
};

/** Long labels in three lines, their numbers behind the middle one. */
const spacedAround: WriteRow = (row, page, words) => {
  const label = row.cells.find((cell) => cell.kind === 'label');
  const text = label ? words(label) : '';
  if (!label || text.length < 20) return spaced(row, page, words, 0);
  const third = Math.ceil(text.length / 3);
  for (const cell of row.cells) {
    if (cell === label) {
      page.cell(label, `${text.slice(0, third)}\n${text.slice(third, 2 * third)}`);
    } else {
      if (cell.kind !== 'group') page.put(' ');
      page.cell(cell, words(cell));
      if (cell.kind === 'group') page.put('\n');
    }
  }
  page.put(`\n${text.slice(2 * third)}\n`);
};

/** Heads of narrow columns as PDF text has them: the first halves of all, then the second ones. */
const halves =
  (write: WriteRow): WriteRow =>
  (row, page, words, pad) => {
    const split = row.cells.filter((cell) => cell.kind === 'head' && cell.text.includes('\n'));
    if (split.length < 2) return write(row, page, words, pad);
    const half = (i: number) =>
      row.cells
        .map((cell) => ({ ...cell, text: cell.text.split('\n')[i] ?? '' }))
        .filter(({ text }) => text !== '');
    write({ line: null, cells: half(0) }, page, words, 0);
    write({ line: null, cells: half(1) }, page, words, 0);
  };

const ragged: WriteRow = (row, page, words) => {
  row.cells.forEach((cell, i) => {
    if (i > 0) page.put('\t');
    page.cell(cell, words(cell));
  });
  page.put('\n');
};

const html =
  (paragraphs: boolean): WriteRow =>
  (row, page, words) => {
    page.put('<tr>\n');
    for (const cell of row.cells) {
      const size = `${cell.across > 1 ? ` colspan="${cell.across}"` : ''}${cell.down > 1 ? ` rowspan="${cell.down}"` : ''}`;
      page.put(`<td${size}>${paragraphs ? '<p>' : ''}`);
      const text = words(cell).replaceAll('\n', '<br>').replaceAll('"', '&quot;');
      page.cell(cell, text);
      if (text === '') page.put('&nbsp;');
      page.put(paragraphs ? '</p></td>\n' : '</td>\n');
    }
    page.put('</tr>\n');
  };

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
        if (style.repeated && group && row.line === 'applications.3-5-1')
          write({ line: null, cells: [group] }, page, words, grid.columns + style.extra - 1);
        const pad = i === last && !style.lastPadded ? 0 : grid.columns + style.extra - row.cells.length;
        page.row(row.line, () => write(row, page, words, pad));
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
  return { line: row.line, cells: [...row.cells.slice(0, at - 1), both, ...row.cells.slice(at + 1)] };
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
        return { line: row.line, cells };
      });
      inner.write({ ...grid, rows }, page, { ...style, grouped: false, repeated: false });
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
