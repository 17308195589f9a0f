// Tidies tables. Only blanks and the width of digits change, never a figure or a word.
import { tablesOf } from '../report/contents.ts';
import type { PlacedTable, Report } from '../report/report.ts';
import type { TableRow } from '../table/table.ts';
import { BARS, SPACES } from '../text/chars.ts';
import { narrow, width } from '../text/fold.ts';
import { type Edit, meets, type Span, shift, shiftEdit } from '../text/span.ts';
import { readsBackAlike } from './convert-layout.ts';
import { placedCells, textLineAt } from './lookup.ts';

/**
 * Edits that tidy tables within `span`: figures in plain digits and, where each row is a line with bars, the
 * bars of a block under one another.
 */
export function format(report: Report, span: Span = { from: 0, to: report.length }): readonly Edit[] {
  return [
    ...digits(report, span),
    ...tablesOf(report).flatMap((placed) => {
      const edits = alignRows(report, placed, span);
      // Where blanks alone tell the cells of a row apart, other blanks tell something else.
      return readsBackAlike(report, edits) ? edits : [];
    }),
  ].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Plain digits for full-width ones in the figures within `span`. */
export function digits(report: Report, span: Span): readonly Edit[] {
  return placedCells(report).flatMap(({ cell, span: place }): Edit[] => {
    if (cell.state !== 'number' || !meets(place, span) || !fullWidth.test(cell.raw)) return [];
    return [{ ...place, insert: inPlainDigits(cell.raw) }];
  });
}

const fullWidth = /[０-９．]/;

/** `１２．５` as `12.5`; signs, units and thousands separators are for `number-format` to report. */
const inPlainDigits = (raw: string): string => raw.replace(/[０-９．]/g, narrow);

/** A row that stands on one line with a bar in front of each value. Offsets count in the section. */
interface LineRow {
  readonly labelEnd: number;
  /** Columns of a fixed-width font that the line takes up to there. */
  readonly width: number;
  readonly values: readonly Value[];
}

/** The room of a value: from behind its bar to the next bar or, without one, to the end of the value. */
interface Value extends Span {
  /** In plain digits. */
  readonly text: string;
  /** Whether a bar follows. */
  readonly isClosed: boolean;
}

/** The edits that put the bars of each block within `span` under one another. */
function alignRows(report: Report, placed: PlacedTable, span: Span): readonly Edit[] {
  const blocks = new Map(placed.table.rows.map(({ row }) => [row.block, [] as LineRow[]]));
  for (const row of placed.table.rows) {
    const line = lineRow(report, placed, row);
    if (line !== null) blocks.get(row.row.block)?.push(line);
  }
  const asked = shift(span, -placed.at);
  return [...blocks.values()].flatMap((rows) => {
    const label = Math.max(0, ...rows.map((row) => row.width));
    const columns =
      rows[0]?.values.map((_, i) => Math.max(...rows.map(({ values }) => width(values[i]?.text ?? '')))) ??
      [];
    return rows
      .filter(({ labelEnd, values }) => meets({ from: labelEnd, to: values.at(-1)?.to ?? labelEnd }, asked))
      .flatMap((row) => padded(placed.section.section.text, row, label, columns))
      .map((edit) => shiftEdit(edit, placed.at));
  });
}

/**
 * Null for a row that is not on one line with a bar in front of each cell, or with a cell that cannot be
 * told.
 */
function lineRow(
  report: Report,
  { at, section: { section } }: PlacedTable,
  { label, span, cells }: TableRow,
): LineRow | null {
  const line = shift(textLineAt(report, label.to + at), -at);
  const isOneLine = line.from <= span.from && span.to <= line.to && line.to - line.from <= LONGEST_LINE;
  if (!isOneLine || label.from === label.to) return null;
  const prefix = section.text.slice(line.from, label.to);
  const values = valuesIn(section.text.slice(label.to, line.to), label.to).slice(0, cells.length);
  const isEach = cells.every(({ state, raw, span: { from, to } }, i) => {
    const value = values[i];
    const isHere = value !== undefined && value.from <= from && to <= value.to;
    return isHere && state !== 'unsure' && value.text === inPlainDigits(raw.trim());
  });
  return isEach ? { labelEnd: label.to, width: width(prefix.trimEnd()), values } : null;
}

/** Longer lines, in UTF-16 units, hold more than a row. */
const LONGEST_LINE = 2000;

/** The values behind the label of a row, `rest` of its line, which starts at `from`. */
function valuesIn(rest: string, from: number): Value[] {
  if (!opensWithBar.test(rest)) return [];
  const bars = [...rest.matchAll(aBar)].map(({ index }) => index);
  return bars.map((bar, i) => {
    const end = bars[i + 1] ?? rest.trimEnd().length;
    const text = inPlainDigits(rest.slice(bar + 1, end).trim());
    return { from: from + bar + 1, to: from + Math.max(bar + 1, end), text, isClosed: i + 1 < bars.length };
  });
}

const opensWithBar = new RegExp(`^[${SPACES}]*[${BARS}]`);
const aBar = new RegExp(`[${BARS}]`, 'g');

/** Edits that make the label `label` columns wide and align each value to the right in its column. */
function padded(
  text: string,
  { labelEnd, width: own, values }: LineRow,
  label: number,
  columns: readonly number[],
): Edit[] {
  const firstBar = (values[0] as Value).from - 1;
  const gaps = [{ from: labelEnd, to: firstBar, insert: ' '.repeat(label - own + 1) }];
  for (const [i, { from, to, text: value, isClosed }] of values.entries()) {
    const raw = text.slice(from, to);
    const room = ' '.repeat((columns[i] as number) - width(value) + 1);
    if (value === '') gaps.push({ from, to, insert: `${room} ` });
    else {
      gaps.push({ from, to: to - raw.trimStart().length, insert: room });
      if (isClosed) gaps.push({ from: from + raw.trimEnd().length, to, insert: ' ' });
    }
  }
  return gaps.filter((gap) => text.slice(gap.from, gap.to) !== gap.insert);
}
