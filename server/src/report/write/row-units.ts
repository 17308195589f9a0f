import { memoizePerObject } from '../../base/cache.ts';
import type { FormRow } from '../../form/types.ts';
import type { Table, TableRow } from '../../table/types.ts';
import { BARS } from '../../text/chars.ts';
import type { Span } from '../../text/span.ts';

/**
 * A table as pieces of text. What stands between two rows is the tail of the upper one (padding, line end) and the lead of the
 * lower one (indent, opening bar, `<tr>`). All offsets count in the part.
 */

/** A row or a head with nothing of the form's between its tokens. */
export interface RowUnit extends Span {
  readonly line: TableRow | null;
}

/** Lines and the labels outside them, in the order of the text. */
export const rowUnits: (table: Table) => readonly RowUnit[] = memoizePerObject(sortedUnits);

/** The first unit at or behind `offset`. */
export function rowUnitFrom(table: Table, offset: number): RowUnit | undefined {
  const units = rowUnits(table);
  let [low, high] = [0, units.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((units[middle] as RowUnit).from < offset) low = middle + 1;
    else high = middle;
  }
  return units[low];
}

function sortedUnits(table: Table): RowUnit[] {
  const lines = table.rows.map((line) => ({ ...line.span, line }));
  const inLine = ({ from }: Span): boolean => lines.some((line) => line.from <= from && from < line.to);
  const labels = table.labels
    .filter(({ span }) => !inLine(span))
    .map(({ span }) => ({ ...span, line: null }));
  const within = lines.flatMap((unit) =>
    table.labels
      .filter(({ span }) => span.from >= unit.from && span.to <= unit.line.label.from)
      .map(({ span }) => ({ ...span, line: null })),
  );
  return [...lines, ...labels, ...within].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The bound lines nearest before and after an absent line, in the form's order. */
export function adjacentUnits(
  table: Table,
  line: FormRow,
): { before: TableRow | undefined; after: TableRow | undefined } {
  const at = table.form.rows.indexOf(line);
  const bound = (candidates: readonly FormRow[]): TableRow | undefined => {
    for (const each of candidates) {
      const found = table.rows.find((own) => own.row === each);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    before: bound(table.form.rows.slice(0, at).reverse()),
    after: bound(table.form.rows.slice(at + 1)),
  };
}

/** Blanks, bars and markup between two rows. */
const marks = new RegExp(`^(?:[\\s${BARS}]|<(?!table)[^<>]{0,200}>|&nbsp;)*`, 'i');

/** How much of the marks behind a row belongs to it: up to the last line end before what follows, or the end of its `<tr>`. */
export function tailLength(text: string, from: number, next: number | null): number {
  const gap = marks.exec(text.slice(from, Math.min(next ?? from + 400, from + 4000)))?.[0] ?? '';
  const html = /<\/tr\s*>\s*?(?:\r\n|\n|\r|$|(?=<))/i.exec(gap);
  if (html !== null) return html.index + html[0].length;
  const end = Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r')) + 1;
  return end > 0 ? end : gap.length;
}

/** The start of the line that `from` is on. */
export function lineStartOf(text: string, from: number): number {
  // Character by character: searching back for a `\r` where there is none reads the whole text.
  let at = from;
  while (at > 0 && text.charCodeAt(at - 1) !== 10 && text.charCodeAt(at - 1) !== 13) at--;
  return at;
}

/** Where the lead of a row starts whose first label is at `from`: its line, or its `<tr>`; not before `limit`. */
export function leadStart(text: string, limit: number, from: number): number {
  const above = text.slice(Math.max(limit, from - 400), from);
  const row = /<tr\b[^<>]*>(?:\s|<(?!tr\b|\/)[^<>]*>)*$/i.exec(above);
  return row === null ? Math.max(limit, lineStartOf(text, from)) : from - above.length + row.index;
}
