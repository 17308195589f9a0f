// Finds tables written in HTML and the spans of their cells; `tokenizer.ts` makes tokens of them.

import { type Handler, Parser } from 'htmlparser2';
import { BLANKS } from '../../text/chars.ts';
import type { Span } from '../../text/span.ts';

/** An HTML table in a text: where it stands and, row by row, the span of the content of each `td` or `th`. */
export interface HtmlTable extends Span {
  readonly cells: readonly (readonly Span[])[];
}

/** A cell that spans more columns than the widest row of the form has is the frame of a page, not a cell. */
const widest = 16;
/** More open elements than this are no page, but a text made to be slow. */
const deepest = 500;
/** How much is parsed at a time, in UTF-16 units. */
const chunkLength = 16_384;
const tableTag = /<table\b/i;
const rowTag = /<tr\b/i;
const visible = new RegExp(`[^${BLANKS}]`);

/**
 * The HTML tables of `text`, in order. Of a table that holds tables (a page laid out with one) only those
 * inside it count. A merged empty cell counts once for each column it covers. Never throws; tags left open
 * end with the text.
 */
export function findHtmlTables(text: string): HtmlTable[] {
  const table = text.search(tableTag);
  const from = table < 0 ? text.search(rowTag) : table;
  return from < 0 ? [] : innermost(new TableCollector(text, from).collect());
}

function innermost(tables: readonly HtmlTable[]): HtmlTable[] {
  const sorted = tables.toSorted((a, b) => a.from - b.from);
  return sorted.filter(({ to }, i) => (sorted[i + 1]?.from ?? to) >= to);
}

/** Collects tables from the events of the HTML parser. */
class TableCollector implements Partial<Handler> {
  readonly #text: string;
  readonly #tables: HtmlTable[] = [];
  readonly #open: { readonly from: number; readonly rows: Span[][] }[] = [];
  #cell: { readonly from: number; readonly columns: number; content: Span | null } | null = null;
  #parser = new Parser(this);
  /** Offset in the text of the first unit this parser has read. */
  #origin: number;
  /** Number of open elements. */
  #depth = 0;

  constructor(text: string, from: number) {
    this.#text = text;
    this.#origin = from;
  }

  /** Reads the text from the origin to its end. */
  collect(): readonly HtmlTable[] {
    for (let from = this.#origin; from < this.#text.length; from += chunkLength) {
      this.#parser.write(this.#text.slice(from, from + chunkLength));
      if (this.#depth <= deepest) continue;
      // The parser moves its whole stack for each tag: begin anew where nesting is deeper than on any page.
      this.#parser.end();
      this.#origin = from + chunkLength;
      this.#parser = new Parser(this);
    }
    this.#parser.end();
    for (const table of this.#open) this.#close(table);
    return this.#tables;
  }

  onopentag(name: string, { colspan = '1' }: Readonly<Record<string, string>>): void {
    this.#depth++;
    if (name === 'table') {
      this.#open.push({ from: this.#start, rows: [] });
      this.#cell = null;
    } else if (name === 'tr') {
      if (this.#open.length === 0) this.#open.push({ from: this.#start, rows: [] });
      this.#open.at(-1)?.rows.push([]);
    } else if ((name === 'td' || name === 'th') && this.#open.length > 0) {
      const columns = Number.parseInt(colspan, 10);
      this.#cell = { from: this.#end, columns: columns <= widest ? columns : 1, content: null };
    }
  }

  ontext(data: string): void {
    if (this.#cell === null || !visible.test(data)) return;
    const raw = this.#text.slice(this.#start, this.#end);
    const from = this.#start + raw.length - raw.trimStart().length;
    const to = this.#start + raw.trimEnd().length;
    this.#cell.content = { from: this.#cell.content?.from ?? from, to };
  }

  onclosetag(name: string): void {
    this.#depth--;
    if ((name === 'td' || name === 'th') && this.#cell !== null) {
      const { from, columns, content } = this.#cell;
      const row = this.#open.at(-1)?.rows.at(-1);
      row?.push(content ?? { from, to: from });
      if (content === null) for (let i = 1; i < columns; i++) row?.push({ from, to: from });
      this.#cell = null;
    } else if (name === 'table') {
      const table = this.#open.pop();
      if (table !== undefined) this.#close(table);
    }
  }

  /** Keeps a table unless it has one column only: such a table frames text. */
  #close({ from, rows }: { readonly from: number; readonly rows: Span[][] }): void {
    if (rows.some((row) => row.length > 1))
      this.#tables.push({ from, to: Math.min(this.#end, this.#text.length), cells: rows });
  }

  /** Start and end of the present tag or text, as offsets in the text. */
  get #start(): number {
    return this.#origin + this.#parser.startIndex;
  }

  get #end(): number {
    return this.#origin + this.#parser.endIndex + 1;
  }
}
