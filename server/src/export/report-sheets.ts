// Blocks as the sheets of a workbook: one for each section, in which prose and table stand as in the report.

import type { BookCell, BookSheet } from './excel-file.ts';
import type { ReportBlock, TableBlock } from './report-blocks.ts';

/** Columns of a sheet without a table, and their width. */
const COLUMNS = 8;
const WIDTH = 88;

export function reportSheets(blocks: readonly ReportBlock[]): readonly BookSheet[] {
  const groups: ReportBlock[][] = [[]];
  for (const block of blocks) {
    const group = groups.at(-1) as ReportBlock[];
    // Title and preamble stand with the first section; a second report starts anew.
    const opens = block.kind === 'title' || block.kind === 'heading';
    const begun = group.some(
      ({ kind }) => kind === 'heading' || (kind !== 'title' && block.kind === 'title'),
    );
    if (opens && begun) groups.push([block]);
    else group.push(block);
  }
  return groups.map(sheetOfBlocks);
}

function sheetOfBlocks(blocks: readonly ReportBlock[]): BookSheet {
  const tables = blocks.filter((block) => block.kind === 'table');
  const heading = blocks.find((block) => block.kind === 'heading');
  const columns = Math.max(...(tables.length === 0 ? [COLUMNS] : tables.map((table) => table.columns)));
  const labels = tables.some(({ id }) => id === 'applications') ? [8, 12, 28] : [];
  const rest = Math.max(8, Math.floor((WIDTH - total(labels)) / (columns - labels.length)));
  const widths = Array.from({ length: columns }, (_, i) => labels[i] ?? rest);
  return {
    // Without its number: a numbered name would be read as a heading.
    name: heading?.kind === 'heading' ? heading.text.replace(/^[一二三四五六]、/, '') : '年度报告',
    widths,
    rows: blocks.flatMap((block) =>
      block.kind === 'table' ? tableRows(block, widths) : [[paragraphCell(block, columns, total(widths))]],
    ),
  };
}

const total = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** The height of a row for a text in a cell so wide, in points: Excel finds none for merged cells. */
const heightFor = (text: string, width: number): number =>
  Math.min(HIGHEST_ROW, 6 + 14 * Math.ceil((2 * text.length) / Math.max(2, width - 2)));

const HIGHEST_ROW = 400;

const paragraphCell = (
  { kind, text }: Exclude<ReportBlock, TableBlock>,
  columns: number,
  across: number,
): BookCell => ({
  text,
  columns,
  head: kind !== 'text',
  plain: true,
  align: kind === 'title' ? 'center' : 'left',
  height: heightFor(text, across),
});

function tableRows({ rows }: TableBlock, widths: readonly number[]): BookCell[][] {
  const open = widths.map(() => 0);
  return rows.map((row) => {
    let at = 0;
    const starts = row.map(({ columns, rows: high }) => {
      while ((open[at] ?? 0) > 0) at++;
      const start = at;
      open.fill(high, at, at + columns);
      at += columns;
      return start;
    });
    for (const [i, left] of open.entries()) open[i] = Math.max(0, left - 1);
    const heights = row.map(({ text, columns, rows: high }, i) => {
      const start = starts[i] ?? 0;
      return high > 1 ? 0 : heightFor(text, total(widths.slice(start, start + columns)));
    });
    const height = Math.max(...heights, heightFor('', 2));
    return row.map(({ text, columns, rows: high, head }) => {
      return { text, columns, rows: high, head, align: 'center' as const, height };
    });
  });
}
