// Where the rows of a printed table can be cut out.

import type { Span } from '../../server/src/text/span.ts';
import type { Subject } from './mutations.ts';

/**
 * Where each row of a text's tables can be cut out whole, by `table.row`: from the line its label (or the
 * group label before it) stands on to the line of the next row. Rows that share a line with another one, and
 * rows with other words between them and the next one, are left out.
 */
export function rowCuts({ text, report, at }: Subject): readonly (readonly [string, Span])[] {
  return Object.values(report.tables).flatMap(({ table, at: inReport }) =>
    table.rows.flatMap((row, i) => {
      const next = table.rows[i + 1];
      const start = at + inReport;
      const from = lineStart(text, row.span.from + start);
      const to = next ? lineStart(text, next.span.from + start) : afterBars(text, row.span.to + start);
      const between = text.slice(row.span.to + start, to);
      const alone =
        from < to && !text.slice(from, row.span.from + start).trim() && !/\p{Script=Han}/u.test(between);
      return alone ? [[`${row.row.table}.${row.row.id}`, { from, to }] as const] : [];
    }),
  );
}

const lineStart = (text: string, offset: number) =>
  Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;

/** Behind the line a row ends on, and behind the lines of bars and blanks that still belong to it. */
const afterBars = (text: string, offset: number): number =>
  offset + (/^.*(?:\r\n|[\r\n]|$)(?:[\s|｜│]*(?:[\r\n]|$))?/.exec(text.slice(offset))?.[0].length ?? 0);
