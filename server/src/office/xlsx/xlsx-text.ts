// Writes the visible sheets of a workbook as a text.
import { noteOf } from '../notes.ts';
import type { OfficeNoteKind, OfficeText } from '../office-text.ts';
import { cellLine, type GridCell, isProse, TextWriter } from '../text-writer.ts';
import { MOST_COLUMNS } from './sheet-reader.ts';
import type { MergedCells, Sheet, SheetCell, Workbook } from './sheet-types.ts';
import { readWorkbook } from './workbook.ts';

/** Throws `UnreadableOffice`. */
export const readXlsx = (bytes: Uint8Array): OfficeText => xlsxText(readWorkbook(bytes));

export function xlsxText({ sheets }: Workbook): OfficeText {
  const out = new TextWriter();
  const found = new Map<OfficeNoteKind, { at: number | null; count: number }>();
  const note = (kind: OfficeNoteKind, at: number | null) => {
    const first = found.get(kind);
    if (first === undefined) found.set(kind, { at, count: 1 });
    else first.count++;
  };
  const visible = sheets.filter(({ hidden }) => !hidden);
  for (const sheet of visible) {
    if (sheet.hiddenColumns.size > 0 || sheet.rows.some(({ hidden }) => hidden)) note('hidden', null);
    new SheetWriter(out, sheet, sheets.indexOf(sheet), note).write();
  }
  if (visible.length < sheets.length) note('hidden', null);
  return {
    kind: 'xlsx',
    text: out.text,
    places: out.places(
      'sheet',
      sheets.map(({ name }) => name),
    ),
    notes: [...found].map(([kind, { at, count }]) => noteOf(kind, at, at === null ? 1 : count)),
  };
}

/** A row to be written: the cells it shows, those of merged cells included. */
interface ShownRow {
  readonly row: number;
  readonly cells: ReadonlyMap<number, SheetCell>;
  /** The merged cells that reach into the row, by their first columns. */
  readonly merges: ReadonlyMap<number, MergedCells>;
}

class SheetWriter {
  private readonly out: TextWriter;
  private readonly sheet: Sheet;
  private readonly index: number;
  private readonly note: (kind: OfficeNoteKind, at: number) => void;
  /** The texts of merged cells, for the rows below their first. */
  private readonly merged = new Map<MergedCells, string>();

  constructor(
    out: TextWriter,
    sheet: Sheet,
    index: number,
    note: (kind: OfficeNoteKind, at: number) => void,
  ) {
    this.out = out;
    this.sheet = sheet;
    this.index = index;
    this.note = note;
  }

  /** Rows between blank rows, headings and prose are one table, all of whose rows have its width. */
  write(): void {
    const { name } = this.sheet;
    let table: ShownRow[] = [];
    let last = 0;
    const flush = () => {
      this.table(table);
      table = [];
    };
    for (const [i, row] of this.shownRows().entries()) {
      const text = soloText(row);
      if (i === 0 && isSectionTitle(name) && text !== name)
        this.out.paragraph(name, [this.index, row.row, 1]);
      if (row.row > last + 1) flush();
      last = row.row;
      if (text !== null && isProse(text)) {
        flush();
        this.prose(row);
      } else table.push(row);
    }
    flush();
  }

  private shownRows(): ShownRow[] {
    const { rows, hiddenColumns } = this.sheet;
    const merges = new OpenMerges(this.sheet.merges);
    const shown: ShownRow[] = [];
    for (const { row, hidden, cells } of rows) {
      const reaching = merges.at(row);
      const seen = cells.filter(({ column }) => !hiddenColumns.has(column));
      if (!hidden && seen.some(({ text, uncalculated }) => text.trim() !== '' || uncalculated))
        shown.push({ row, cells: new Map(seen.map((cell) => [cell.column, cell])), merges: reaching });
    }
    return shown;
  }

  private prose({ row, cells }: ShownRow): void {
    for (const { column, text } of cells.values())
      if (text.trim() !== '')
        this.out.paragraph(text.trim().replace(/\r\n?/g, '\n'), [this.index, row, column]);
  }

  private table(rows: readonly ShownRow[]): void {
    const [left, right] = extentOf(rows);
    for (const shown of rows) {
      const cells = this.gridCells(shown, left, right);
      const width = cells.reduce((sum, { columns }) => sum + columns, 0);
      const starts = this.out.row(cells, width, (column) => [this.index, shown.row, column]);
      for (const { column, kind, uncalculated } of shown.cells.values())
        if (kind === 'error' || uncalculated)
          this.note(
            kind === 'error' ? 'error-value' : 'uncalculated',
            starts.get(column) ?? this.out.text.length,
          );
    }
  }

  private gridCells({ row, cells, merges }: ShownRow, left: number, right: number): GridCell[] {
    const { hiddenColumns } = this.sheet;
    const out: GridCell[] = [];
    for (let column = left; column <= right; column++) {
      const merge = merges.get(column);
      const end = Math.min(merge?.right ?? column, right);
      const columns = countVisible(column, end, hiddenColumns);
      const text = this.textOf(cells.get(column), merge, row);
      if (columns > 0) out.push({ text, column, columns, continued: merge !== undefined && merge.top < row });
      column = end;
    }
    return out;
  }

  private textOf(cell: SheetCell | undefined, merge: MergedCells | undefined, row: number): string {
    if (merge !== undefined && merge.top < row) return this.merged.get(merge) ?? '';
    const text = cellLine(cell?.text ?? '');
    if (merge !== undefined) this.merged.set(merge, text);
    return text;
  }
}

/** Goes through the merged cells of a sheet from its top. */
class OpenMerges {
  private readonly waiting: MergedCells[];
  /** Those that reach into the latest row, by their first columns. */
  private open: ReadonlyMap<number, MergedCells> = new Map();

  constructor(merges: readonly MergedCells[]) {
    this.waiting = [...merges].sort((a, b) => b.top - a.top);
  }

  /**
   * Those that reach into a row; rows must be asked for from the top. Of two that overlap the upper one
   * counts.
   */
  at(row: number): ReadonlyMap<number, MergedCells> {
    const open = [...this.open].filter(([, { bottom }]) => bottom >= row);
    const kept = open.length;
    for (let next = this.waiting.at(-1); next !== undefined && next.top <= row; next = this.waiting.at(-1)) {
      this.waiting.pop();
      if (next.bottom >= row && next.left <= MOST_COLUMNS) open.push([next.left, next]);
    }
    if (kept < this.open.size || kept < open.length) this.open = new Map(open.reverse());
    return this.open;
  }
}

const countVisible = (from: number, to: number, hidden: ReadonlySet<number>): number => {
  let count = 0;
  for (let column = from; column <= to; column++) if (!hidden.has(column)) count++;
  return count;
};

/** The first and last column with anything in them. */
function extentOf(rows: readonly ShownRow[]): [number, number] {
  let [left, right] = [MOST_COLUMNS, 0];
  for (const { cells, merges } of rows) {
    for (const { column, text } of cells.values())
      if (text !== '') [left, right] = [Math.min(left, column), Math.max(right, column)];
    for (const merge of merges.values())
      [left, right] = [Math.min(left, merge.left), Math.max(right, Math.min(merge.right, MOST_COLUMNS))];
  }
  return [left, right];
}

/** The text of a row's only cell; null when it has several. */
function soloText({ cells }: ShownRow): string | null {
  const texts = [...cells.values()].map(({ text }) => text.trim()).filter((text) => text !== '');
  return texts.length === 1 ? (texts[0] as string) : null;
}

/** Whether the tab's name is the heading of the sheet. */
const isSectionTitle = (name: string): boolean => /^[一二三四五六]、/.test(name);
