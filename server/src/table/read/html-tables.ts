import { type Handler, Parser } from 'htmlparser2';
import type { Span } from '../../text/span.ts';

/** An HTML table in a text: where it stands and, row by row, the span of the content of each `td` or `th`. */
export interface HtmlTable extends Span {
  readonly cells: readonly (readonly Span[])[];
}

/** A cell that spans more columns than the widest row of the form has is an outer frame, not a cell. */
const widest = 16;
/** More open elements than this are no page, but a text made to be slow. */
const deepest = 500;
/** How much is read at a time, in UTF-16 units. */
const chunk = 16_384;

/**
 * The tables of `text` that are written in HTML, in order. A table that holds tables (a page laid out with one) counts as
 * those inside it. A merged empty cell counts once for each column it covers. Never throws; unclosed tags end with the text.
 */
export function findHtmlTables(text: string): HtmlTable[] {
  const out: HtmlTable[] = [];
  let at = text.search(/<table\b/i);
  if (at < 0) at = text.search(/<tr\b/i);
  if (at < 0) return out;
  const open: { from: number; rows: Span[][] }[] = [];
  let cell: { from: number; text: Span | null; columns: number } | null = null;
  let depth = 0;
  const handler: Partial<Handler> = {
    onopentag(name, attributes) {
      depth++;
      const from = at + parser.startIndex;
      if (name === 'table') {
        open.push({ from, rows: [] });
        cell = null;
      } else if (name === 'tr') {
        if (open.length === 0) open.push({ from, rows: [] });
        open.at(-1)?.rows.push([]);
      } else if ((name === 'td' || name === 'th') && open.length > 0) {
        const columns = Number.parseInt(attributes.colspan ?? '1', 10);
        cell = { from: at + parser.endIndex + 1, text: null, columns: columns <= widest ? columns : 1 };
      }
    },
    ontext(data) {
      if (cell === null || !/[^\s\u00a0\u200b]/.test(data)) return;
      const raw = text.slice(at + parser.startIndex, at + parser.endIndex + 1);
      const from = at + parser.startIndex + (raw.length - raw.trimStart().length);
      const to = at + parser.endIndex + 1 - (raw.length - raw.trimEnd().length);
      cell.text = { from: cell.text?.from ?? from, to };
    },
    onclosetag(name) {
      depth--;
      if ((name === 'td' || name === 'th') && cell !== null) {
        const row = open.at(-1)?.rows.at(-1);
        const place = cell.text ?? { from: cell.from, to: cell.from };
        row?.push(place);
        if (cell.text === null) for (let i = 1; i < cell.columns; i++) row?.push(place);
        cell = null;
      } else if (name === 'table') {
        const table = open.pop();
        if (table !== undefined) close(table);
      }
    },
  };
  let parser = new Parser(handler);
  function close(table: { from: number; rows: Span[][] }): void {
    if (table.rows.some((row) => row.length > 1))
      out.push({ from: table.from, to: Math.min(at + parser.endIndex + 1, text.length), cells: table.rows });
  }
  // The parser moves its whole stack for each tag, so what is nested deeper than any page is begun anew.
  for (let from = at; from < text.length; from += chunk) {
    parser.write(text.slice(from, from + chunk));
    if (depth <= deepest) continue;
    parser.end();
    at = from + chunk;
    parser = new Parser(handler);
  }
  parser.end();
  for (const table of open) close(table);
  return withoutOuter(out.sort((a, b) => a.from - b.from));
}

/** Of tables that lie in one another, the innermost. */
function withoutOuter(tables: HtmlTable[]): HtmlTable[] {
  return tables.filter((table, i) => {
    const next = tables[i + 1];
    return next === undefined || next.from >= table.to;
  });
}
