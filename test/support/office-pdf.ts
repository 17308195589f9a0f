import type { Grid } from './grid.ts';
import type { OfficeBlock } from './office-report.ts';

// Writes PDFs of a report with a Chinese font that is not embedded, as offices' programs do: lines of text,
// tables with rulings, page breaks between rows.

export interface PdfOptions {
  /** How the edges of cells are drawn. */
  readonly rulings?: 'strokes' | 'rectangles' | 'none';
  /** Fill cells with a background, which must not be taken for rulings. */
  readonly filled?: boolean;
  /** The predefined character map of the font. */
  readonly map?: 'UniGB-UCS2-H' | 'UniGB-UTF16-H';
  /** A running head and page numbers. */
  readonly heads?: boolean;
  /** The rotation of pages. */
  readonly rotate?: 0 | 90;
}

const [WIDTH, HEIGHT] = [595, 842];
const MARGIN = 72;
const INNER = WIDTH - 2 * MARGIN;

/** A page as it is written; y counts from the top. */
class Sheet {
  readonly ops: string[] = [];

  text(x: number, y: number, size: number, text: string): void {
    const hex = Buffer.from(text, 'utf16le').swap16().toString('hex');
    this.ops.push(`BT /F1 ${size} Tf ${x.toFixed(2)} ${(HEIGHT - y).toFixed(2)} Td <${hex}> Tj ET`);
  }

  line(x1: number, y1: number, x2: number, y2: number, rulings: PdfOptions['rulings']): void {
    const [top, bottom] = [HEIGHT - y1, HEIGHT - y2];
    if (rulings === 'strokes') this.ops.push(`0.5 w ${x1} ${top} m ${x2} ${bottom} l S`);
    else if (rulings === 'rectangles')
      this.ops.push(`${x1} ${bottom} ${Math.max(x2 - x1, 0.5)} ${Math.max(top - bottom, 0.5)} re f`);
  }

  fill(x: number, y: number, width: number, height: number): void {
    this.ops.push(`0.9 g ${x} ${HEIGHT - y - height} ${width} ${height} re f 0 g`);
  }
}

export function pdf(blocks: readonly OfficeBlock[], options: PdfOptions = {}): Uint8Array {
  const writer = new PdfWriter(options);
  for (const block of blocks) {
    if (block.kind === 'table') writer.table(block.grid);
    else if (block.kind === 'title') writer.lines(block.text, 18, true);
    else writer.lines(block.kind === 'text' ? `　　${block.text}` : block.text, 12, false);
  }
  return assemble(writer.sheets, options);
}

class PdfWriter {
  readonly sheets: Sheet[] = [new Sheet()];
  private readonly options: PdfOptions;
  private y = MARGIN;

  constructor(options: PdfOptions) {
    this.options = options;
  }

  lines(text: string, size: number, centred: boolean): void {
    for (const line of wrapped(text, INNER, size)) {
      this.room(size * 1.6);
      const indent = /^　*/.exec(line)?.[0].length ?? 0;
      const left = centred ? (WIDTH - widthOf(line, size)) / 2 : MARGIN + indent * size;
      this.sheet.text(left, this.y + size, size, line.slice(indent));
      this.y += size * 1.6;
    }
  }

  /** Rows one by one; where a page ends, the table is closed at its foot and opened on the next page. */
  table(grid: Grid): void {
    const size = grid.columns > 10 ? 7 : 9;
    const owners = ownersOf(grid);
    const edges = edgesOf(grid.columns);
    const edge = (column: number) => edges[column] as number;
    for (const [r, row] of owners.entries()) {
      const starting = [...new Set(row)].filter((cell) => !(owners[r - 1] ?? []).includes(cell));
      const lines = new Map(
        starting.map((cell) => [cell, wrapped(cell.text, edge(cell.to) - edge(cell.from) - 4, size)]),
      );
      const most = Math.max(
        1,
        ...starting.map((cell) => (cell.down === 1 ? (lines.get(cell)?.length ?? 1) : 1)),
      );
      const height = 6 + size * 1.3 * most;
      const above = owners[r - 1];
      if (this.y + height > HEIGHT - MARGIN) {
        this.sheet.line(edge(0), this.y, edge(grid.columns), this.y, this.rulings);
        this.room(height);
        this.sheet.line(edge(0), this.y, edge(grid.columns), this.y, this.rulings);
      } else
        for (const [c, cell] of row.entries())
          if (cell !== above?.[c]) this.sheet.line(edge(c), this.y, edge(c + 1), this.y, this.rulings);
      for (const cell of starting) {
        if (this.options.filled)
          this.sheet.fill(edge(cell.from) + 1, this.y + 1, edge(cell.to) - edge(cell.from) - 2, height - 2);
        for (const [i, line] of (lines.get(cell) ?? []).entries())
          this.sheet.text(edge(cell.from) + 2, this.y + 3 + size * (1 + i * 1.3), size, line);
      }
      for (let c = 0; c <= grid.columns; c++)
        if (row[c - 1] !== row[c]) this.sheet.line(edge(c), this.y, edge(c), this.y + height, this.rulings);
      this.y += height;
    }
    this.sheet.line(edge(0), this.y, edge(grid.columns), this.y, this.rulings);
    this.y += 12;
  }

  private get rulings(): PdfOptions['rulings'] {
    return this.options.rulings ?? 'strokes';
  }

  private get sheet(): Sheet {
    return this.sheets.at(-1) as Sheet;
  }

  private room(height: number): void {
    if (this.y + height <= HEIGHT - MARGIN) return;
    this.sheets.push(new Sheet());
    this.y = MARGIN;
  }
}

interface Owner {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly down: number;
}

/** For each row and column the cell that covers it. */
function ownersOf({ columns, rows }: Grid): readonly (readonly Owner[])[] {
  const owners: Owner[][] = rows.map(() => []);
  for (const [r, { cells }] of rows.entries()) {
    let from = 0;
    for (const { text, across, down } of cells) {
      while (owners[r]?.[from] !== undefined) from++;
      const cell = { text: text.replaceAll('\n', ''), from, to: from + across, down };
      for (let row = r; row < r + down; row++)
        for (let c = from; c < cell.to; c++) (owners[row] as Owner[])[c] = cell;
    }
  }
  if (owners.some((row) => row.length !== columns)) throw new Error('the grid has holes');
  return owners;
}

/** Labels stand in wide columns, figures in narrow ones. */
function edgesOf(columns: number): readonly number[] {
  const shares = Array.from(
    { length: columns },
    (_, i) => (columns === 10 && i < 3 ? [1, 1.5, 4][i] : 1) ?? 1,
  );
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const edges = [MARGIN];
  for (const share of shares) edges.push((edges.at(-1) as number) + (share / whole) * INNER);
  return edges;
}

const charWidth = (char: string): number => (char.charCodeAt(0) < 0x80 ? 0.5 : 1);
const widthOf = (text: string, size: number): number =>
  Array.from(text).reduce((sum, char) => sum + charWidth(char) * size, 0);

/** The lines of a text that is `width` wide at most. */
function wrapped(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const char of text) {
    if (line !== '' && widthOf(line + char, size) > width) {
      lines.push(line);
      line = '';
    }
    line += char;
  }
  return line === '' ? lines : [...lines, line];
}

function assemble(
  sheets: readonly Sheet[],
  { map = 'UniGB-UCS2-H', heads = false, rotate = 0 }: PdfOptions,
): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${sheets.length} /Kids [${sheets.map((_, i) => `${6 + 2 * i} 0 R`).join(' ')}] >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${map} /DescendantFonts [4 0 R] >>`,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  for (const [i, sheet] of sheets.entries()) {
    if (heads) {
      sheet.text(MARGIN, 40, 9, '清溪县教育局政府信息公开');
      sheet.text(WIDTH / 2 - 10, HEIGHT - 30, 9, `- ${i + 1} -`);
    }
    // A page that is shown turned has its content turned back.
    const turned = rotate === 90 ? `0 1 -1 0 ${HEIGHT} 0 cm\n` : '';
    const content = turned + sheet.ops.join('\n');
    const box = rotate === 90 ? `[0 0 ${HEIGHT} ${WIDTH}]` : `[0 0 ${WIDTH} ${HEIGHT}]`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Rotate ${rotate} /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + 2 * i} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  return pdfOf(objects);
}

/** A PDF of these objects, the first of which is its catalog. `trailer`: more entries of the trailer. */
export function pdfOf(objects: readonly string[], trailer = ''): Uint8Array {
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of offsets) out += `${String(at).padStart(10, '0')} 00000 n \n`;
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(out, 'latin1'));
}
