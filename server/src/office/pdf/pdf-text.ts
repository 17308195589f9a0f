// Writes the pages of a PDF as a text: tables by their ruling lines, also across pages, and the lines between
// them as paragraphs.
import { noteOf } from '../notes.ts';
import type { OfficeText } from '../office-text.ts';
import type { PlaceNumbers } from '../places.ts';
import { isProse, TextWriter } from '../text-writer.ts';
import { itemsOfPages, type PageItems } from './page-items.ts';
import { hasColumns, layoutText, leftOf, lineText, type PdfLine, rightOf } from './pdf-lines.ts';
import type { PdfPage } from './pdf-page.ts';
import type { RuledTable } from './ruled-tables.ts';
import { type PageRow, TableChain } from './table-chain.ts';

export function pdfText(pages: readonly PdfPage[]): OfficeText {
  const writer = new PdfWriter();
  for (const page of itemsOfPages(pages)) writer.page(page);
  const { out, pictures } = writer.end();
  const scanned = pages.filter((page) => page.words.length === 0 && page.pictures.length > 0).length;
  return {
    kind: 'pdf',
    text: out.text,
    places: out.places('page'),
    notes: [
      ...(scanned > 0 ? [noteOf('scanned', null, scanned)] : []),
      ...pictures.map((at) => noteOf('picture', Math.min(at, out.text.length))),
    ],
  };
}

/** The latest line of text, which the next may go on from. */
interface LatestLine {
  readonly line: PdfLine;
  /** Whether it reaches the right edge. */
  readonly full: boolean;
  /** Whether its columns are kept. */
  readonly columns: boolean;
}

class PdfWriter {
  private readonly out = new TextWriter();
  private readonly pictures: number[] = [];
  private latest: LatestLine | null = null;
  /** The latest table, when nothing follows it yet. */
  private chain: TableChain | null = null;

  page(page: PageItems): void {
    const bare = page.items.every(({ kind }) => kind !== 'table');
    for (const [i, item] of page.items.entries()) {
      if (item.kind === 'table') this.addTable(item.table, page.number, i === 0);
      else if (item.kind === 'line') this.addLine(item.line, page, bare);
      else this.addPicture();
    }
  }

  end(): { readonly out: TextWriter; readonly pictures: readonly number[] } {
    this.endTable();
    this.endParagraph();
    return { out: this.out, pictures: this.pictures };
  }

  private addPicture(): void {
    this.endTable();
    this.pictures.push(this.out.text.length);
  }

  private addTable(table: RuledTable, page: number, firstOfPage: boolean): void {
    this.endParagraph();
    if (!firstOfPage || this.chain?.takes(table) !== true) this.endTable();
    this.chain ??= new TableChain();
    this.chain.add(table, page);
  }

  private endTable(): void {
    for (const row of this.chain?.rows() ?? []) this.writeRow(row);
    this.chain = null;
  }

  private writeRow({ cells, page, width }: PageRow): void {
    const place: PlaceNumbers = [page, 0, 0];
    const [only, ...others] = cells.filter(({ continued }) => !continued);
    if (only !== undefined && others.length === 0 && isProse(only.text)) this.out.paragraph(only.text, place);
    else this.out.row(cells, width, () => place);
  }

  private addLine(line: PdfLine, { number, left, right, size }: PageItems, bare: boolean): void {
    this.endTable();
    const { latest } = this;
    const near = latest !== null && line.y - latest.line.y < line.size * 2.2;
    // Without rulings, a table is lines whose words stand under one another; its labels may be lines of their
    // own.
    const columns = hasColumns(line) || (bare && latest?.columns === true && near);
    const indented =
      leftOf(line) > left + line.size * 1.2 && !(latest !== null && isTitle(line, latest.line, size));
    const goesOn =
      latest?.full === true &&
      !columns &&
      !latest.columns &&
      !indented &&
      !/^[一二三四五六]、/.test(lineText(line));
    if (!goesOn) this.endParagraph();
    this.out.stretch(columns ? layoutText(line, left) : lineText(line), [number, 0, 0]);
    this.latest = { line, full: rightOf(line) > right - line.size * 1.6, columns };
  }

  private endParagraph(): void {
    if (this.latest !== null) this.out.endLine();
    this.latest = null;
  }
}

/**
 * Whether a line goes on in the large type of the one before: the rest of a title is in the middle, and not
 * indented.
 */
const isTitle = (line: PdfLine, before: PdfLine, size: number): boolean =>
  line.size > size * 1.1 && Math.abs(line.size - before.size) < 0.5;
