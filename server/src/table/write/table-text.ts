// A table as it is written, row by row: what rows are put into, taken out of and moved in.
import { objectStore } from '../../base/cache.ts';
import { BARS, BREAKS, LINE_END } from '../../text/chars.ts';
import { nextLine, startOfLine } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { Table, TableLabel, TableRow } from '../table.ts';
import type { Layout } from './layouts.ts';
import { learnLayout } from './learn-layout.ts';

/**
 * A row as it is written, or a label outside the rows. What stands between two of them is the tail of the
 * upper one (padding, line end) and the lead of the lower one (indent, opening bar, `<tr>`):
 *
 *       | 规章 | 3 | 1 | 20 | ||⏎      lead `| `, body `规章 | 3 | 1 | 20`, tail ` | ||⏎`
 */
export interface WrittenRow extends Span {
  /** From its first label to its last value. The span itself takes in the lead and the tail. */
  readonly body: Span;
  /** The row of the table; null for a label, and for a row that is written twice. */
  readonly row: TableRow | null;
  /** The head, or the label of a group, that stands outside the rows. */
  readonly label: TableLabel | null;
}

/** A table with the text of its section. All offsets count in that text. */
export interface TableText {
  readonly table: Table;
  readonly text: string;
  /** null where no layout writes a table like this. */
  readonly layout: Layout | null;
  readonly rows: readonly WrittenRow[];
}

/** The table as it is written in `text`, its section's; worked out once a table. */
export function tableText(table: Table, text: string): TableText {
  let made = known.get(table);
  if (made === undefined) {
    made = { table, text, layout: learnLayout(table, text), rows: writtenRows(table, text) };
    known.set(table, made);
  }
  return made;
}

const known = objectStore<Table, TableText>();

function writtenRows(table: Table, text: string): WrittenRow[] {
  const rows = [
    ...table.rows.map((row) => ({ body: row.span, row, label: null })),
    ...table.problems.flatMap((problem) =>
      problem.kind === 'duplicate-row' ? [{ body: problem.span, row: null, label: null }] : [],
    ),
  ];
  const labels = table.labels
    .filter(({ span }) => !rows.some(({ body }) => body.from <= span.from && span.from < body.to))
    .map((label) => ({ body: label.span, row: null, label }));
  const bodies = [...rows, ...labels].sort((a, b) => a.body.from - b.body.from || a.body.to - b.body.to);
  let to = 0;
  let lines = 1;
  return bodies.map((each, i) => {
    const from = leadStart(text, to, each.body.from);
    const next = bodies[i + 1]?.body.from ?? null;
    to = tailEnd(text, each.body.to, next);
    if (next === null) to = lastEnd(text, each, to, lines);
    else lines = Math.max(lines, text.slice(each.body.to, to).split(lineEnd).length - 1);
    return { ...each, from, to };
  });
}

/**
 * Where the last row or label ends: blank lines behind a table are not of it. `lines` is the largest number
 * of line ends in a tail above, `to` where its tail would end otherwise.
 */
function lastEnd(
  text: string,
  { body, label }: Omit<WrittenRow, keyof Span>,
  to: number,
  lines: number,
): number {
  let end = nextLine(text, body.to);
  // The rest of a head's words may stand behind it.
  if (label !== null && !endsRow.test(text.slice(body.to, to))) return end;
  for (let i = 1; i < lines && end < to; i++) end = nextLine(text, end);
  return Math.min(end, to);
}

const lineEnd = new RegExp(LINE_END);
const endsRow = new RegExp(`[${BREAKS}>]`);

/** Blanks, bars and markup between two rows. */
const marks = new RegExp(`^(?:[\\s${BARS}]|<(?!table)[^<>]{0,200}>|&nbsp;)*`, 'i');

/**
 * Where the tail of a row or label ends whose body ends at `from`: behind the last line end before what
 * follows, or behind its `</tr>`. `next` is where the next body starts, if there is one.
 */
export function tailEnd(text: string, from: number, next: number | null): number {
  const gap = marks.exec(text.slice(from, Math.min(next ?? from + 400, from + 4000)))?.[0] ?? '';
  const html = /<\/tr\s*>\s*?(?:\r\n|\n|\r|$|(?=<))/i.exec(gap);
  if (html !== null) return from + html.index + html[0].length;
  const end = startOfLine(gap, gap.length);
  return from + (end > 0 ? end : gap.length);
}

/**
 * Where the lead of a row starts whose body starts at `from`: with its line, or its `<tr>`, not before
 * `limit`.
 */
function leadStart(text: string, limit: number, from: number): number {
  const above = text.slice(Math.max(limit, from - 400), from);
  const html = /<tr\b[^<>]*>(?:\s|<(?!tr\b|\/)[^<>]*>)*$/i.exec(above);
  if (html !== null) return from - above.length + html.index;
  const start = Math.max(limit, startOfLine(text, from));
  // In a text whose line ends are lost all that comes before stands on the same line.
  return /[\u4e00-\u9fff]/.test(text.slice(Math.max(start, from - 400), from)) ? from : start;
}

/** The labels of a row, those of its groups first where they stand in front of its own. */
export const labelSpans = (table: Table, row: TableRow): Span[] => [
  ...table.labels
    .map(({ span }) => span)
    .filter((span) => span.from >= row.span.from && span.to <= row.label.from),
  row.label,
];
