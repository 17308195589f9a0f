// How a table is written, learnt from its rows, so that what is added to it is written the same way.
import { isBar, withPlainMarks } from '../../text/chars.ts';
import { lineBreakOf, startOfLine } from '../../text/lines.ts';
import type { Table, TableRow } from '../table.ts';
import { type Layout, layouts, OPENING_BAR } from './layouts.ts';
import { columnsOf } from './print.ts';

/** The layout of a table in its section's text; null for one that no layout writes. */
export function learnLayout(table: Table, text: string): Layout | null {
  const layout = learnFrom(withPlainMarks(text), table);
  return (
    layout && { ...layout, bar: firstBar(text.slice(table.span.from, table.span.to)), eol: lineBreakOf(text) }
  );
}

function firstBar(text: string): string {
  for (let i = 0; i < text.length; i++) if (isBar(text.charCodeAt(i))) return text.charAt(i);
  return layouts['row-line'].bar;
}

/** The layout but for its bar and line end. `text` has plain marks. */
function learnFrom(text: string, table: Table): Layout | null {
  if (/<td\b/i.test(text.slice(table.span.from, table.span.to))) return layouts.html;
  const row = table.rows.find((each) => each.cells.length > 1 && isPlain(each)) ?? table.rows.find(isPlain);
  const separator = row === undefined ? null : separatorIn(text, row);
  if (row === undefined || separator === null) return null;
  if (separator.includes('\t'))
    return isGrid(text, table) ? layouts.tab : { ...layouts.tab, cells: 'merged' };
  if (separator.includes('|')) return barred(text, table, row, separator.replace(/ +/g, ' '));
  if (/^ +$/.test(separator)) return { ...layouts['cell-line'], separator: ' ' };
  const breaks = '\n'.repeat(separator.split('\n').length - 1);
  return breaks === '' ? null : { ...layouts['cell-line'], separator: breaks, rowEnd: breaks };
}

/** Whether each cell holds something and stands by itself. */
const isPlain = (row: TableRow): boolean =>
  row.cells.every((cell) => cell.span.to > cell.span.from && cell.state !== 'unsure');

/** What stands between two cells of a row: its first two values, or its label and its only value. */
function separatorIn(text: string, { label, cells: [first, second] }: TableRow): string | null {
  const [a, b] = second === undefined ? [label, first?.span] : [first?.span, second.span];
  if (a === undefined || b === undefined || a.from === a.to) return null;
  return text.slice(a.to, b.from).replaceAll('\r', '');
}

/** Whether merged labels leave empty cells before the first value. */
const isGrid = (text: string, table: Table): boolean =>
  table.rows.some(
    ({ span, label, cells: [first] }) =>
      /^(?:\t| *\| +\| +\|)/.test(text.slice(span.to, span.to + 12)) ||
      (first?.state === 'number' && /\t\t|\|[^\S\r\n]*\|/.test(text.slice(label.to, first.span.from))),
  );

function barred(text: string, table: Table, row: TableRow, separator: string): Layout {
  const cellEnd = separator.slice(0, separator.indexOf('|') + 1);
  // `| 规章 | 0 | `: rows that open with a bar may end with a blank.
  const trailed = table.rows.some(({ span }) => /^ \| \r?\n/.test(text.slice(span.to, span.to + 6)));
  const padding: Partial<Layout> = isGrid(text, table)
    ? { padding: 'none', cells: 'grid' }
    : paddingIn(text, table);
  return {
    ...layouts['row-line'],
    rowStart: rowStartIn(text, row, separator.includes('\n') && cellEnd !== '\n|'),
    separator,
    cellEnd: trailed ? `${cellEnd} ` : cellEnd,
    ruled: /^\|(?:---\|)+$/m.test(text.slice(table.span.from, table.span.to)),
    ...padding,
  };
}

/** What opens a row; where its cells stand `onLines` of their own, a bar may do so too. */
function rowStartIn(text: string, { span }: TableRow, onLines: boolean): string {
  const start = startOfLine(text, span.from);
  if (text.slice(start, span.from).includes('|')) return '| ';
  return onLines && /(?:^|\n)\|\r?\n$/.test(text.slice(Math.max(0, start - 4), start)) ? OPENING_BAR : '';
}

/** Where the bars of short rows stand, and to how many columns they pad. */
function paddingIn(text: string, table: Table): Partial<Layout> {
  for (const row of table.rows.slice(0, -1)) {
    const tail = /^[ \t]*(?:\r?\n)?\|[ \t]*(\r?\n[ \t]*)?(\|+)[ \t]*(?:\r?\n|$)/.exec(
      text.slice(row.span.to, row.span.to + 60),
    );
    if (tail === null) continue;
    const groups = table.labels.filter(({ span }) => span.from >= row.span.from && span.to <= row.label.from);
    const columns = row.cells.length + 1 + groups.length + (tail[2] as string).length;
    if (columns < columnsOf(table.form)) continue;
    const end = table.rows.at(-1)?.span.to ?? 0;
    const lastPadded = /^\s*\|\s*\|\|/.test(text.slice(end, end + 60));
    return { padding: tail[1] === undefined ? 'same' : 'own', lastPadded, columns: { [table.id]: columns } };
  }
  return { padding: 'none' };
}
