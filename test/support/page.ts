// The text of a report while it is printed, with the places of what is printed.

import type { FieldId, SectionNumber, TableId } from '../../server/src/form/spec.ts';
import type { Span } from '../../server/src/text/span.ts';
import type { GridCell } from './grid.ts';

/** Where a printed row of the form stands. */
export interface PrintedRow {
  /** From its first cell, group labels included, to the start of the next row. */
  readonly whole: Span;
  /** The same without the group labels in front of it. */
  readonly own: Span;
}

/** A report written out, and where everything in it stands. */
export interface Printed {
  readonly text: string;
  /** Each value as written; empty at its place for a blank. */
  readonly at: ReadonlyMap<FieldId, Span>;
  /** By `table.row`. */
  readonly rows: ReadonlyMap<string, PrintedRow>;
  /** From the heading's number to the start of what follows. */
  readonly headings: ReadonlyMap<SectionNumber, Span>;
  readonly tables: ReadonlyMap<TableId, Span>;
}

/** A sheet being written: text goes on at the end, marks remember where. */
export interface Page {
  readonly put: (text: string) => void;
  /** A cell's words, `before` them what indents them; the place of a value is kept. */
  readonly cell: (cell: GridCell, words: string, before?: string) => void;
  readonly row: (id: string | null, write: () => void) => void;
  readonly heading: (section: SectionNumber, write: () => void) => void;
  readonly table: (table: TableId, write: () => void) => void;
  readonly done: () => Printed;
}

/** Line ends of texts: of Unix, of Windows, and of old word processors. */
export const lineEnds = ['\n', '\r\n', '\r'] as const;
export type LineEnd = (typeof lineEnds)[number];

/** A new page; `\n` is written as `newline`. */
export function page(newline: LineEnd | ' ' = '\n'): Page {
  let text = '';
  let own: number | null = null;
  const at = new Map<FieldId, Span>();
  const rows = new Map<string, PrintedRow>();
  const headings = new Map<SectionNumber, Span>();
  const tables = new Map<TableId, Span>();
  const put = (more: string) => {
    text += newline === '\n' ? more : more.replaceAll('\n', newline);
  };
  const spanOf = (write: () => void): Span => {
    const from = text.length;
    write();
    return { from, to: text.length };
  };
  return {
    put,
    cell: (cell, words, before = '') => {
      if (cell.kind !== 'group') own ??= text.length;
      put(before);
      const span = spanOf(() => put(words));
      if (cell.field !== undefined) at.set(cell.field, span);
    },
    row: (id, write) => {
      own = null;
      const whole = spanOf(write);
      if (id !== null) rows.set(id, { whole, own: { from: own ?? whole.from, to: whole.to } });
    },
    heading: (section, write) => {
      headings.set(section, spanOf(write));
    },
    table: (table, write) => {
      tables.set(table, spanOf(write));
    },
    done: () => ({ text, at, rows, headings, tables }),
  };
}

/**
 * The page for a table drawn with these bars, one after the other where there are several: `put` is given `|`
 * for each.
 */
export function drawnWith(bars: string, page: Page): Page {
  let drawn = 0;
  return { ...page, put: (text) => page.put(text.replaceAll('|', () => bars.charAt(drawn++ % bars.length))) };
}

/** Several printed texts behind one another. */
export function joined(
  parts: readonly Printed[],
  between: string,
): { text: string; starts: readonly number[] } {
  let text = '';
  const starts = parts.map((part, i) => {
    if (i > 0) text += between;
    const start = text.length;
    text += part.text;
    return start;
  });
  return { text, starts };
}
