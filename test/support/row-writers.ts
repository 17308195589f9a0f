// How one row is written in each kind of layout.

import type { GridCell, GridRow } from './grid.ts';
import type { Page } from './page.ts';

/** The words of a cell after noise; the text of a value as it is. */
export type Words = (cell: GridCell) => string;

/** Writes one row; `pad` is the number of padding bars (0 in a full row). */
export type WriteRow = (row: GridRow, page: Page, words: Words, pad: number) => void;

const bars = (n: number) => '|'.repeat(n);

/** `cell·|` after every cell; `|` alone for a blank. */
const barred = (page: Page, cell: GridCell, words: string) => {
  page.cell(cell, words);
  page.put(words === '' ? '|' : ' |');
};

/** `规章 | 0 | 0 | 0 |` and `行政许可 | 57 | ||`: a line a row, the padding at its end or nowhere. */
export const rowLine =
  (padded: boolean): WriteRow =>
  (row, page, words, pad) => {
    row.cells.forEach((cell, i) => {
      if (i > 0) page.put(' ');
      barred(page, cell, words(cell));
    });
    page.put(padded && pad > 0 ? ` ${bars(pad)}\n` : '\n');
  };

/** `规章 |`, `0 |` …: a line a cell, a line of one bar for a blank; `lead`: a lone bar before each row. */
export const cellLinePipe =
  (padding: 'same line' | 'own line' | 'none', lead = false): WriteRow =>
  (row, page, words, pad) => {
    if (lead) page.put('|\n');
    row.cells.forEach((cell, i) => {
      barred(page, cell, words(cell));
      if (i < row.cells.length - 1 || padding === 'none' || pad === 0) page.put('\n');
    });
    if (padding !== 'none' && pad > 0) page.put(`${padding === 'same line' ? ' ' : '\n'}${bars(pad)}\n`);
  };

/** `规章`, `|`, `0`, `|` …: the bar of each cell on a line of its own. */
export const lonePipe =
  (padded: boolean): WriteRow =>
  (row, page, words, pad) => {
    for (const cell of row.cells) {
      const text = words(cell);
      page.cell(cell, text);
      page.put(text === '' ? '|\n' : '\n|\n');
    }
    if (padded && pad > 0) page.put(`${bars(pad)}\n`);
  };

/** A line a cell without bars; `end` between them, `place` what indents a cell and what trails it. */
export const cellLine =
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

/** `| 规章 | 0 | 0 | 0 | `, values to the right of their column when aligned. */
export const markdown =
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

/** `规章 0 0 0`: cells with one blank between. */
export const spaced: WriteRow = (row, page, words) => {
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
export const spacedAround: WriteRow = (row, page, words) => {
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
export const halves =
  (write: WriteRow): WriteRow =>
  (row, page, words, pad) => {
    const split = row.cells.filter((cell) => cell.kind === 'head' && cell.text.includes('\n'));
    if (split.length < 2) return write(row, page, words, pad);
    const half = (i: number) =>
      row.cells
        .map((cell) => ({ ...cell, text: cell.text.split('\n')[i] ?? '' }))
        .filter(({ text }) => text !== '');
    write({ id: null, cells: half(0) }, page, words, 0);
    write({ id: null, cells: half(1) }, page, words, 0);
  };

/** Tabs between the cells there are, nothing for merged ones. */
export const ragged: WriteRow = (row, page, words) => {
  row.cells.forEach((cell, i) => {
    if (i > 0) page.put('\t');
    page.cell(cell, words(cell));
  });
  page.put('\n');
};

/** `<tr>` with colspan and rowspan, `&nbsp;` for a blank, the words in `<p>` or bare. */
export const html =
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
