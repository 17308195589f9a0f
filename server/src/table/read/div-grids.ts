// Finds tables laid out with other elements than `table`: `<div>` in `<div>`, a paragraph or item a cell.
//
//     <div class="row"><div>规章</div><div>0</div><div>0</div><div>0</div></div>

import { type Handler, Parser } from 'htmlparser2';
import { BARS, BLANKS } from '../../text/chars.ts';
import type { Span } from '../../text/span.ts';
import type { HtmlTable } from './html-tables.ts';

const blocks: ReadonlySet<string> = new Set(['div', 'p', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'section']);
const blockTag = /<(?:div|p|li|dl|section)\b/i;
const visible = new RegExp(`[^${BLANKS}]`);
/** Cells that hold a table of their own: the elements frame text then. */
const framed = new RegExp(`[${BARS}\\t]|\\n[^\\n]*\\n[^\\n]*\\n`);
/** Deeper nesting is no table; and the parser moves its whole stack for each tag. */
const deepest = 60;
const chunkLength = 4096;

/** The grids of `text`, in order, none where its elements frame text. Never throws. */
export function findDivGrids(text: string): HtmlTable[] {
  const from = text.search(blockTag);
  return from < 0 ? [] : new GridCollector(text, from).collect();
}

interface OpenBlock {
  readonly cells: Span[];
  content: Span | null;
  hasBlocks: boolean;
}

/** Collects the cells of each element that holds elements of text only: a row. */
class GridCollector implements Partial<Handler> {
  readonly #text: string;
  readonly #grids: HtmlTable[] = [];
  readonly #open: OpenBlock[] = [];
  readonly #parser = new Parser(this);
  readonly #origin: number;
  #rows: Span[][] = [];
  #from = -1;
  #to = -1;

  constructor(text: string, from: number) {
    this.#text = text;
    this.#origin = from;
  }

  collect(): HtmlTable[] {
    for (let from = this.#origin; from < this.#text.length; from += chunkLength) {
      this.#parser.write(this.#text.slice(from, from + chunkLength));
      if (this.#open.length > deepest) return [];
    }
    this.#parser.end();
    this.#flush();
    const cells = this.#grids.flatMap((grid) => grid.cells.flat());
    return cells.some(({ from, to }) => framed.test(this.#text.slice(from, to))) ? [] : this.#grids;
  }

  onopentag(name: string): void {
    if (!blocks.has(name)) return;
    const around = this.#open.at(-1);
    if (around !== undefined) {
      if (around.content !== null) around.cells.push(around.content);
      around.content = null;
      around.hasBlocks = true;
    }
    if (this.#from < 0) this.#from = this.#origin + this.#parser.startIndex;
    this.#open.push({ cells: [], content: null, hasBlocks: false });
  }

  ontext(data: string): void {
    if (!visible.test(data)) return;
    const block = this.#open.at(-1);
    const start = this.#origin + this.#parser.startIndex;
    const raw = this.#text.slice(start, this.#origin + this.#parser.endIndex + 1);
    if (block === undefined) this.#flush();
    else {
      const from = start + raw.length - raw.trimStart().length;
      block.content = { from: block.content?.from ?? from, to: start + raw.trimEnd().length };
    }
  }

  onclosetag(name: string): void {
    if (!blocks.has(name)) return;
    const block = this.#open.pop();
    if (block === undefined) return;
    this.#to = Math.min(this.#origin + this.#parser.endIndex + 1, this.#text.length);
    const { cells, content, hasBlocks } = block;
    const empty = this.#origin + this.#parser.startIndex;
    if (content !== null || !hasBlocks) cells.push(content ?? { from: empty, to: empty });
    const around = this.#open.at(-1);
    // An element around a single cell is that cell.
    const [only, ...more] = cells;
    if (only === undefined) return;
    if (around !== undefined && more.length === 0) around.cells.push(only);
    else this.#rows.push(cells);
  }

  /** Ends a grid where text stands outside all elements. */
  #flush(): void {
    if (this.#rows.length > 0) this.#grids.push({ from: this.#from, to: this.#to, cells: this.#rows });
    this.#rows = [];
    this.#from = -1;
  }
}
