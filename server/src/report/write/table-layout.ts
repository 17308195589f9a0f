import type { Table, TableRow } from '../../table/types.ts';
import { type Layout, layouts } from '../../table/write/layouts.ts';
import { columnsOf } from '../../table/write/print.ts';
import { isBar, withPlainMarks } from '../../text/chars.ts';
import { lineBreakOf } from '../../text/lines.ts';
import type { PlacedTable, Report } from '../types.ts';

/** How a table of the report is written, learnt from its rows; null for one whose layout no writer follows. */
export function layoutOf({ table, section }: PlacedTable): Layout | null {
  const { text } = section.section;
  const layout = layoutIn(withPlainMarks(text), table);
  return (
    layout && { ...layout, bar: barOf(text.slice(table.span.from, table.span.to)), eol: lineBreakOf(text) }
  );
}

/** The first bar of a text. */
function barOf(text: string): string {
  for (let i = 0; i < text.length; i++) if (isBar(text.charCodeAt(i))) return text.charAt(i);
  return '|';
}

/** Of a text with plain marks. */
function layoutIn(text: string, table: Table): Layout | null {
  if (/<td\b/i.test(text.slice(table.span.from, table.span.to))) return layouts.html;
  const line = table.rows.find((each) => each.cells.length > 1 && isPlain(each)) ?? table.rows.find(isPlain);
  if (line === undefined) return null;
  const [first, second] = line.cells;
  const [a, b] = second === undefined ? [line.label, first?.span] : [first?.span, second.span];
  if (a === undefined || b === undefined || a.from === a.to) return null;
  const between = text.slice(a.to, b.from).replaceAll('\r', '');
  if (between.includes('\t')) return isGrid(text, table) ? layouts.tab : { ...layouts.tab, cells: 'merged' };
  if (/^ +$/.test(between)) return { ...layouts['cell-line'], between: ' ', rowEnd: '\n' };
  if (!between.includes('|')) {
    const breaks = between.split('\n').length - 1;
    return breaks === 0
      ? null
      : { ...layouts['cell-line'], between: '\n'.repeat(breaks), rowEnd: '\n'.repeat(breaks) };
  }
  const tidy = between.replace(/ +/g, ' ');
  const cellEnd = tidy.slice(0, tidy.indexOf('|') + 1);
  const open = table.rows.some(({ span }) => /^ \| \r?\n/.test(text.slice(span.to, span.to + 6)));
  const ruled = /^\|(?:---\|)+$/m.test(text.slice(table.span.from, table.span.to));
  const grid: Partial<Layout> = { padding: 'none', cells: 'grid' };
  return {
    ...base(tidy, open ? `${cellEnd} ` : cellEnd, text, line),
    ...(isGrid(text, table) ? grid : paddingOf(text, table)),
    ruled,
  };
}

/** Whether merged labels leave empty cells before the first value. */
const isGrid = (text: string, table: Table): boolean =>
  table.rows.some(
    ({ span, label, cells: [first] }) =>
      /^(?:\t| *\| +\| +\|)/.test(text.slice(span.to, span.to + 12)) ||
      (first?.state === 'number' && /\t\t|\|[^\S\r\n]*\|/.test(text.slice(label.to, first.span.from))),
  );

/** Cells with something in each of them, on their own. */
const isPlain = (line: TableRow): boolean =>
  line.cells.every((cell) => cell.span.to > cell.span.from && cell.state !== 'unsure');

function base(between: string, cellEnd: string, text: string, line: TableRow): Layout {
  let start = line.span.from;
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  const opening = text.slice(start, line.span.from);
  const above = /(?:^|\n)(\|\r?\n)$/.exec(text.slice(Math.max(0, start - 4), start))?.[1];
  const leading = between.includes('\n') && cellEnd !== '\n|' && above !== undefined ? '|\n' : '';
  return { ...layouts['row-line'], rowStart: opening.includes('|') ? '| ' : leading, between, cellEnd };
}

/** Where the bars of short rows stand, and to how many columns they pad. */
function paddingOf(text: string, table: Table): Partial<Layout> {
  for (const [i, line] of table.rows.entries()) {
    if (i === table.rows.length - 1) break;
    const tail = /^[ \t]*(?:\r?\n)?\|([ \t]*)(\r?\n[ \t]*)?(\|+)[ \t]*(?:\r?\n|$)/.exec(
      text.slice(line.span.to, line.span.to + 60),
    );
    if (tail === null) continue;
    const groups = table.labels.filter(
      ({ span }) => span.from >= line.span.from && span.to <= line.label.from,
    ).length;
    const columns = line.cells.length + 1 + groups + (tail[3] ?? '').length;
    if (columns < columnsOf(table.form)) continue;
    const end = table.rows.at(-1)?.span.to ?? 0;
    const lastPadded = /^\s*\|\s*\|\|/.test(text.slice(end, end + 60));
    return { padding: tail[2] === undefined ? 'same' : 'own', lastPadded, columns: { [table.id]: columns } };
  }
  return { padding: 'none' };
}

/** The layout for a table the report lacks: that of its other tables. */
export function layoutFor(report: Report): Layout {
  for (const id of ['applications', 'disclosure', 'disputes'] as const) {
    const placed = report.tables[id];
    const layout = placed === undefined ? null : layoutOf(placed);
    if (layout !== null) return { ...layout, columns: {} };
  }
  return {
    ...layouts['row-line'],
    eol: lineBreakOf(report.sections.map(({ section }) => section.text).join('')),
  };
}
