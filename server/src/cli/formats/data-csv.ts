// `data --format csv`.

import { fieldFigures } from '../figures.ts';
import type { Format, View, ViewedReport } from '../view.ts';

const head = ['path', 'index', 'year', 'organ', 'edition', 'field', 'row', 'column', 'state', 'value', 'raw'];

/** RFC 4180, a line for each field of a report. Excel recognises UTF-8 by the byte order mark. */
export const dataCsv: Format = {
  open: () => `\ufeff${line(head)}`,
  between: '',
  file: (view, { language }) =>
    view.reports.map((viewed, index) => lines(view, viewed, index, language)).join(''),
  close: () => '',
};

function lines({ path }: View, { report }: ViewedReport, index: number, language: 'zh' | 'en'): string {
  if (report === null) return '';
  const { year, organ, edition } = report;
  return fieldFigures(report)
    .map((figure) => {
      const { row, column, id } = figure.field;
      const value = 'value' in figure ? figure.value : null;
      const name = [row.name[language], column.name[language]];
      return line([path, index, year, organ, edition, id, ...name, figure.state, value, figure.raw]);
    })
    .join('');
}

const line = (cells: readonly (string | number | null)[]): string => `${cells.map(quoted).join(',')}\r\n`;

/** Quoted where needed. What a spreadsheet would take for a formula gets an apostrophe in front. */
function quoted(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const plain = /^[=@\t\r]|^[+-](?![\d.]*$|[-—]*$)/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
