import { tablesOf } from '../report/contents.ts';
import type { PlacedTable, Report } from '../report/types.ts';
import type { TableRow } from '../table/types.ts';
import { BARS } from '../text/chars.ts';
import { narrow, width } from '../text/fold.ts';
import { type Edit, meets, type Span } from '../text/span.ts';
import { readsBackAlike } from './convert-layout.ts';
import { placedCells, textIn, textLineAt } from './lookup.ts';

/**
 * Edits that tidy tables within `span`: full-width digits of figures become plain ones; in rows of one line with bars the bars
 * of a block stand under one another. Only blanks and the width of digits change, never a figure or a word.
 */
export function format(report: Report, span: Span = { from: 0, to: report.length }): readonly Edit[] {
  return [
    ...digits(report, span),
    ...tablesOf(report).flatMap((placed) => {
      const edits = aligned(report, placed, span);
      // Where blanks alone tell the cells of a row apart, other blanks tell something else.
      return readsBackAlike(report, edits) ? edits : [];
    }),
  ].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Plain digits for full-width ones in the figures within `span`. */
export function digits(report: Report, span: Span): readonly Edit[] {
  return placedCells(report).flatMap(({ cell, span: place }): Edit[] => {
    if (cell.state !== 'number' || !meets(place, span) || !wide.test(cell.raw)) return [];
    return [{ ...place, insert: plain(cell.raw) }];
  });
}

const wide = /[０-９．]/;
const aBar = new RegExp(`[${BARS}]`);

/** `１２．５` as `12.5`; signs, units and thousands separators are `number-format`'s to report. */
const plain = (raw: string): string => raw.replace(/[０-９．]/g, narrow);

/** A row as one line of text: what stands before its values, the values, each with the span it may be given. */
interface TextRow {
  readonly line: TableRow;
  /** End of the label's last character. */
  readonly start: number;
  readonly width: number;
  /** The places of the values, from bar to bar. */
  readonly fields: readonly Span[];
  readonly values: readonly string[];
}

function aligned(report: Report, placed: PlacedTable, span: Span): readonly Edit[] {
  const blocks = new Map(placed.table.rows.map(({ row }) => [row.block, [] as TextRow[]]));
  for (const line of placed.table.rows) {
    const row = textRow(report, placed, line);
    if (row) blocks.get(line.row.block)?.push(row);
  }
  return [...blocks.values()].flatMap((rows) => {
    const label = Math.max(0, ...rows.map((row) => row.width));
    const columns =
      rows[0]?.values.map((_, i) => Math.max(...rows.map(({ values }) => width(values[i] ?? '')))) ?? [];
    return rows
      .filter((row) => meets({ from: row.start, to: row.fields.at(-1)?.to ?? row.start }, span))
      .flatMap((row) => pad(report, row, label, columns));
  });
}

/** Null for a row that is not one line of text with a bar between all of its cells, or that has cells of which nothing is sure. */
function textRow(report: Report, { at, table }: PlacedTable, line: TableRow): TextRow | null {
  if (line.label.to === line.label.from || line.cells.some(({ state }) => state === 'unsure')) return null;
  const start = line.label.to + at;
  const text = textLineAt(report, start);
  const last = line.cells.at(-1);
  if (!last || line.span.to + at > text.to || line.span.from + at < text.from) return null;
  const prefix = textIn(report, { from: text.from, to: start });
  if (table.id === 'disputes' || text.to - text.from > 2000) return null;
  const fields: Span[] = [];
  let bar = start + (/^[ \u3000]*/.exec(textIn(report, { from: start, to: text.to }))?.[0].length ?? 0);
  const values: string[] = [];
  for (const cell of line.cells) {
    if (!aBar.test(textIn(report, { from: bar, to: bar + 1 }))) return null;
    const rest = textIn(report, { from: bar + 1, to: text.to });
    const end = rest.search(aBar);
    // Without a last bar the row ends with its last value; nothing is put behind it.
    const to = end < 0 ? bar + 1 + rest.trimEnd().length : bar + 1 + end;
    const raw = textIn(report, { from: bar + 1, to });
    if (raw.trim() !== cell.raw.trim() || cell.span.from + at < bar + 1 || cell.span.to + at > to)
      return null;
    fields.push({ from: bar + 1, to });
    values.push(plain(raw.trim()));
    bar = to;
  }
  return { line, start, width: width(prefix.trimEnd()), fields, values };
}

function pad(
  report: Report,
  { start, width: own, fields, values }: TextRow,
  label: number,
  columns: readonly number[],
): readonly Edit[] {
  const edits: Edit[] = [];
  const blanks = (from: number, to: number, count: number) => {
    const insert = ' '.repeat(count);
    if (textIn(report, { from, to }) !== insert) edits.push({ from, to, insert });
  };
  blanks(start, (fields[0] as Span).from - 1, label - own + 1);
  fields.forEach(({ from, to }, i) => {
    const raw = textIn(report, { from, to });
    const value = values[i] as string;
    const lead = raw.length - raw.trimStart().length;
    const room = (columns[i] as number) - width(value) + 1;
    if (value === '') blanks(from, to, room + 1);
    else {
      blanks(from, from + lead, room);
      const tail = from + raw.trimEnd().length;
      const barred = aBar.test(textIn(report, { from: to, to: to + 1 }));
      if (barred) blanks(tail, to, 1);
    }
  });
  return edits;
}
