// The paragraphs and tables of a web page, and which element of it holds the article.
import type { FlowBlock, FlowCell, FlowParagraph, FlowRow } from '../flow.ts';
import { raisedDigits } from '../text-writer.ts';
import { listNumber } from './html-lists.ts';
import type { HtmlElement } from './html-tree.ts';

/** Elements that stand on lines of their own. */
const blocks = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** The blocks of an element. `skip`: elements that are left out with all they hold. */
export function htmlBlocks(
  element: HtmlElement,
  skip: (element: HtmlElement) => boolean,
): readonly FlowBlock[] {
  const reader = new FlowReader(skip);
  reader.children(element);
  reader.endLine();
  return reader.out;
}

class FlowReader {
  readonly out: FlowBlock[] = [];
  private readonly skip: (element: HtmlElement) => boolean;
  private line = '';
  private pictures = 0;
  /** Rows that stand in no table, as the clipboard's fragments begin. */
  private loose: FlowRow[] = [];

  constructor(skip: (element: HtmlElement) => boolean) {
    this.skip = skip;
  }

  children(parent: HtmlElement): void {
    for (const child of parent.children) {
      if (typeof child === 'string')
        this.line += parent.name === 'pre' ? child.replaceAll('\n', LINE_END) : child;
      else if (!this.skip(child)) this.element(child, parent);
    }
  }

  private element(element: HtmlElement, parent: HtmlElement): void {
    const { name } = element;
    if (name === 'br') this.line += LINE_END;
    else if (name === 'img') this.pictures++;
    else if (name === 'sup') this.raised(element);
    else if (name === 'table') this.table(element);
    else if (name === 'tr') this.looseRow(element);
    else if (blocks.has(name)) {
      this.endLine();
      if (name === 'li') this.line = listNumber(element, parent);
      this.children(element);
      this.endLine();
    } else this.children(element);
  }

  /** A raised number behind another is the mark of a note. */
  private raised(element: HtmlElement): void {
    const before = this.line;
    this.children(element);
    if (/\d$/.test(before) && this.line.startsWith(before))
      this.line = before + raisedDigits(this.line.slice(before.length).trim());
  }

  private table(element: HtmlElement): void {
    this.endLine();
    for (const caption of element.children)
      if (typeof caption !== 'string' && caption.name === 'caption')
        this.out.push(...htmlBlocks(caption, this.skip));
    this.out.push({ kind: 'table', rows: rowsOf([...rowElements(element, this.skip)], this.skip) });
  }

  private looseRow(element: HtmlElement): void {
    const line = this.line.trim();
    if (line !== '') this.endLine();
    this.loose.push(...rowsOf([element], this.skip));
  }

  endLine(): void {
    if (this.loose.length > 0) this.out.push({ kind: 'table', rows: this.loose });
    this.loose = [];
    const text = shownText(this.line);
    if (text !== '' || this.pictures > 0) this.out.push(paragraph(text, this.pictures));
    this.line = '';
    this.pictures = 0;
  }
}

const paragraph = (text: string, pictures: number): FlowParagraph => ({
  kind: 'paragraph',
  text,
  boxes: [],
  pictures,
  joined: false,
});

/** Stands for a line end that is shown, until the blanks of the source are gone. */
const LINE_END = '\v';

const shownText = (source: string): string =>
  source
    .replace(/[ \t\r\n\f]+/g, collapsed)
    .split(LINE_END)
    .map((line) => line.trim())
    .join('\n')
    .trim();

/** Blanks of the source between characters: a line end between two Chinese characters shows as none. */
const collapsed = (blanks: string, at: number, text: string): string =>
  /[\r\n]/.test(blanks) && isWide(text.charCodeAt(at - 1)) && isWide(text.charCodeAt(at + blanks.length))
    ? ''
    : ' ';

const isWide = (unit: number): boolean => unit >= 0x2e80;

function* rowElements(parent: HtmlElement, skip: (element: HtmlElement) => boolean): Generator<HtmlElement> {
  for (const child of parent.children)
    if (typeof child !== 'string' && !skip(child)) {
      if (child.name === 'tr') yield child;
      else if (child.name !== 'table' && child.name !== 'td' && child.name !== 'th')
        yield* rowElements(child, skip);
    }
}

/** A wider or higher cell is an outer frame's. */
const WIDEST = 64;
const HIGHEST = 512;

/** A cell that reaches into rows below. */
interface Reaching {
  readonly columns: number;
  /** How many rows it reaches further. */
  readonly rows: number;
}

function rowsOf(elements: readonly HtmlElement[], skip: (element: HtmlElement) => boolean): FlowRow[] {
  let reaching = new Map<number, Reaching>();
  return elements.map((element) => {
    const cells: FlowCell[] = [];
    const next = new Map<number, Reaching>();
    let column = 0;
    const passCovered = () => {
      for (let cell = reaching.get(column); cell !== undefined; cell = reaching.get(column)) {
        cells.push({ column, columns: cell.columns, continued: true, blocks: [] });
        if (cell.rows > 1) next.set(column, { ...cell, rows: cell.rows - 1 });
        column += cell.columns;
      }
    };
    for (const cell of cellElements(element, skip)) {
      passCovered();
      const columns = spanOf(cell.attributes.colspan, WIDEST);
      const rows = spanOf(cell.attributes.rowspan, HIGHEST);
      if (rows > 1) next.set(column, { columns, rows: rows - 1 });
      cells.push({ column, columns, continued: false, blocks: htmlBlocks(cell, skip) });
      column += columns;
    }
    passCovered();
    reaching = next;
    return { cells, after: 0 };
  });
}

function* cellElements(row: HtmlElement, skip: (element: HtmlElement) => boolean): Generator<HtmlElement> {
  for (const child of row.children)
    if (typeof child !== 'string' && !skip(child)) {
      if (child.name === 'td' || child.name === 'th') yield child;
      else if (child.name !== 'table' && child.name !== 'tr') yield* cellElements(child, skip);
    }
}

const spanOf = (value: string | undefined, most: number): number =>
  Math.min(most, Math.max(1, Number.parseInt(value ?? '1', 10) || 1));
