// Finds tables written in HTML and the spans of their cells; `tokenizer.ts` makes tokens of them.

import { type Handler, Parser } from 'htmlparser2';
import { cellText } from '../../text/cell-markup.ts';
import { BLANKS } from '../../text/chars.ts';
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import { findDivGrids } from './div-grids.ts';
import { isHidden, mayBeHidden, unshownSpans } from './hidden-elements.ts';

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
 * inside it count. Without one, grids of other elements are looked for. A merged empty cell counts once for
 * each column it covers. Never throws; tags left open end with the text.
 */
export function findHtmlTables(text: string): HtmlTable[] {
  const table = text.search(tableTag);
  const first = table < 0 ? text.search(rowTag) : table;
  // An element or comment that hides the first table opens before it.
  const from = first > 0 && mayBeHidden(text, first) ? 0 : first;
  if (from < 0) return findDivGrids(text);
  const tables = withoutHiddenCopies(text, innermost(new TableCollector(text, from).collect()));
  return withUnshown(text, tables);
}

/** With the stretches of the text that no page shows as tables without cells. */
function withUnshown(text: string, tables: readonly HtmlTable[]): HtmlTable[] {
  const shown = tables.filter(({ cells }) => cells.length > 0);
  const unshown = unshownSpans(text).filter(
    (span) => !shown.some(({ from, to }) => from < span.to && to > span.from),
  );
  const rest = tables.filter(
    ({ cells, from }) => cells.length > 0 || !unshown.some((span) => span.from <= from && from < span.to),
  );
  return [...rest, ...unshown.map((span) => ({ ...span, cells: [] }))].sort((a, b) => a.from - b.from);
}

interface CollectedRow {
  /** Whether an element around the row, or the row itself, is hidden. */
  readonly hidden: boolean;
  readonly cells: Span[];
}

interface CollectedTable extends Span {
  readonly rows: readonly CollectedRow[];
}

interface OpenCell {
  readonly from: number;
  readonly columns: number;
  readonly depth: number;
  readonly hidden: boolean;
  content: Span | null;
}

/**
 * The tables without hidden rows that stand elsewhere for all to see: the copy of a table for telephones.
 * What stands in hidden elements only (behind a tab of the page) is kept.
 */
function withoutHiddenCopies(text: string, tables: readonly CollectedTable[]): HtmlTable[] {
  const hasHidden = tables.some(({ rows }) => rows.some(({ hidden }) => hidden));
  const seen = new Set<string>();
  if (hasHidden)
    for (const { rows } of tables)
      for (const [i, key] of rowKeys(text, rows).entries()) if (rows[i]?.hidden === false) seen.add(key);
  return tables.map(({ from, to, rows }) => {
    const keys = hasHidden ? rowKeys(text, rows) : [];
    const shown = rows.filter(({ hidden }, i) => !hidden || !seen.has(keys[i] as string));
    return { from, to, cells: shown.map(({ cells }) => cells) };
  });
}

/** The labels of each row; of a row that has none, those of the rows above it. */
function rowKeys(text: string, rows: readonly CollectedRow[]): readonly string[] {
  let above = '';
  return rows.map(({ cells }) => {
    const labels = cells.map(({ from, to }) => fold(cellText(text.slice(from, to))).replace(/\d+/g, ''));
    above = labels.join('') || `${above}/`;
    return above;
  });
}

function innermost(tables: readonly CollectedTable[]): CollectedTable[] {
  const sorted = tables.toSorted((a, b) => a.from - b.from);
  return sorted.filter(({ to }, i) => (sorted[i + 1]?.from ?? to) >= to);
}

/** Collects tables from the events of the HTML parser. */
class TableCollector implements Partial<Handler> {
  readonly #text: string;
  readonly #tables: CollectedTable[] = [];
  readonly #open: { readonly from: number; readonly rows: CollectedRow[] }[] = [];
  #cell: OpenCell | null = null;
  #parser = new Parser(this);
  /** Offset in the text of the first unit this parser has read. */
  #origin: number;
  /** Number of open elements. */
  #depth = 0;
  /** Depth of the outermost open element that no page shows; 0 for none. */
  #hidden = 0;

  constructor(text: string, from: number) {
    this.#text = text;
    this.#origin = from;
  }

  /** Reads the text from the origin to its end. */
  collect(): readonly CollectedTable[] {
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

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth++;
    const hides = isHidden(name, attributes);
    if (hides && this.#hidden === 0) this.#hidden = this.#depth;
    if (name === 'table') {
      this.#open.push({ from: this.#start, rows: [] });
      this.#cell = null;
    } else if (name === 'tr') {
      if (this.#open.length === 0) this.#open.push({ from: this.#start, rows: [] });
      this.#open.at(-1)?.rows.push({ hidden: this.#hidden > 0, cells: [] });
    } else if ((name === 'td' || name === 'th') && this.#open.length > 0) {
      const columns = Number.parseInt(attributes.colspan ?? '1', 10);
      this.#cell = {
        from: this.#end,
        columns: columns <= widest ? columns : 1,
        depth: this.#depth,
        hidden: hides,
        content: null,
      };
    }
  }

  ontext(data: string): void {
    if (this.#cell === null || this.#cell.depth < this.#hidden || !visible.test(data)) return;
    const raw = this.#text.slice(this.#start, this.#end);
    const from = this.#start + raw.length - raw.trimStart().length;
    const to = this.#start + raw.trimEnd().length;
    this.#cell.content = { from: this.#cell.content?.from ?? from, to };
  }

  onclosetag(name: string): void {
    if (this.#depth === this.#hidden) this.#hidden = 0;
    this.#depth--;
    if ((name === 'td' || name === 'th') && this.#cell !== null) {
      const { from, columns, content, hidden } = this.#cell;
      const row = this.#open.at(-1)?.rows.at(-1);
      if (!hidden) {
        row?.cells.push(content ?? { from, to: from });
        if (content === null) for (let i = 1; i < columns; i++) row?.cells.push({ from, to: from });
      }
      this.#cell = null;
    } else if (name === 'table') {
      const table = this.#open.pop();
      if (table !== undefined) this.#close(table);
    }
  }

  /** Keeps a table unless it has one column only: such a table frames text. */
  #close({ from, rows }: { readonly from: number; readonly rows: CollectedRow[] }): void {
    if (rows.some(({ cells }) => cells.length > 1))
      this.#tables.push({ from, to: Math.min(this.#end, this.#text.length), rows });
  }

  /** Start and end of the present tag or text, as offsets in the text. */
  get #start(): number {
    return this.#origin + this.#parser.startIndex;
  }

  get #end(): number {
    return this.#origin + this.#parser.endIndex + 1;
  }
}
