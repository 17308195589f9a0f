// Reads one worksheet's XML. It is walked, not made a tree of: a sheet may have a million elements.
import { UnreadableOffice } from '../office-text.ts';
import { type Attributes, walkXml } from '../package/xml.ts';
import { refusals } from '../refusals.ts';
import { type CellContext, cellValueOf } from './cell-values.ts';
import type { MergedCells, Sheet, SheetCell, SheetRow } from './sheet-types.ts';

/** Cells with text in a workbook, and merges that are heeded. */
const MOST_CELLS = 500_000;
const MOST_MERGES = 20_000;
/** A merge of more cells than this is no cell of a table. */
const LARGEST_MERGE = 100_000;
/** Columns that are read; table 4, the widest, has 15. */
export const MOST_COLUMNS = 512;

/** Counts cells over all sheets of a workbook. */
export class CellBudget {
  private count = 0;

  spend(): void {
    if (++this.count > MOST_CELLS) throw new UnreadableOffice(refusals.tooLarge);
  }
}

export function readSheet(
  xml: string,
  context: CellContext,
  budget: CellBudget,
): Pick<Sheet, 'rows' | 'merges' | 'hiddenColumns'> {
  const reader = new SheetReader(context, budget);
  const visitor = {
    open: (name: string, attributes: Attributes) => reader.open(name, attributes),
    text: (text: string) => reader.text(text),
    close: (name: string) => reader.close(name),
  };
  walkXml(xml, visitor, 's');
  return { rows: reader.sortedRows(), merges: reader.merges, hiddenColumns: reader.hiddenColumns };
}

interface OpenCell {
  readonly type: string;
  readonly style: number;
  formula: boolean;
  value: string;
}

class SheetReader {
  readonly merges: MergedCells[] = [];
  readonly hiddenColumns = new Set<number>();
  private readonly rows = new Map<number, { hidden: boolean; cells: Map<number, SheetCell> }>();
  private readonly context: CellContext;
  private readonly budget: CellBudget;
  private row = 0;
  private rowHidden = false;
  private column = 0;
  private cell: OpenCell | null = null;
  /** Whether what is read is the value of the cell. */
  private inValue = false;
  private inGuide = false;

  constructor(context: CellContext, budget: CellBudget) {
    this.context = context;
    this.budget = budget;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 's:row') this.openRow(attributes);
    else if (name === 's:c') this.openCell(attributes);
    else if (name === 's:v' || name === 's:t') this.inValue = this.cell !== null && !this.inGuide;
    else if (name === 's:f') {
      if (this.cell !== null) this.cell.formula = true;
    } else if (name === 's:rPh') this.inGuide = true;
    else if (name === 's:mergeCell') this.merge(attributes.ref ?? '');
    else if (name === 's:col' && attributes.hidden === '1') this.hideColumns(attributes);
  }

  text(text: string): void {
    if (this.inValue && this.cell !== null) this.cell.value += text;
  }

  close(name: string): void {
    if (name === 's:v' || name === 's:t') this.inValue = false;
    else if (name === 's:rPh') this.inGuide = false;
    else if (name === 's:c') this.closeCell();
  }

  sortedRows(): readonly SheetRow[] {
    return [...this.rows]
      .sort(([a], [b]) => a - b)
      .map(([row, { hidden, cells }]) => ({
        row,
        hidden,
        cells: [...cells.values()].sort((a, b) => a.column - b.column),
      }));
  }

  private openRow(attributes: Attributes): void {
    this.row = whole(attributes.r) ?? this.row + 1;
    this.rowHidden = attributes.hidden === '1' || attributes.hidden === 'true';
    this.column = 0;
  }

  private openCell(attributes: Attributes): void {
    const address = addressOf(attributes.r ?? '');
    this.row = address?.row ?? this.row;
    this.column = address?.column ?? this.column + 1;
    this.cell = { type: attributes.t ?? 'n', style: whole(attributes.s) ?? 0, formula: false, value: '' };
  }

  private closeCell(): void {
    const { cell, row, column } = this;
    this.cell = null;
    if (cell === null || (cell.value === '' && !cell.formula)) return;
    this.budget.spend();
    if (column > MOST_COLUMNS) return;
    const { text, kind } = cellValueOf(cell.type, cell.style, cell.value, this.context);
    const line = this.rows.get(row) ?? { hidden: this.rowHidden, cells: new Map() };
    this.rows.set(row, line);
    line.cells.set(column, { column, text, kind, uncalculated: cell.formula && cell.value === '' });
  }

  private merge(reference: string): void {
    const [from, to] = reference.split(':').map(addressOf);
    if (from == null || to == null || this.merges.length >= MOST_MERGES) return;
    const merged = { top: from.row, left: from.column, bottom: to.row, right: to.column };
    const size = (merged.bottom - merged.top + 1) * (merged.right - merged.left + 1);
    if (size > 1 && size <= LARGEST_MERGE) this.merges.push(merged);
  }

  private hideColumns(attributes: Attributes): void {
    const last = Math.min(whole(attributes.max) ?? 0, MOST_COLUMNS);
    for (let column = whole(attributes.min) ?? 1; column <= last; column++) this.hiddenColumns.add(column);
  }
}

/** `J27` or `$J$27`; null for anything else. */
function addressOf(reference: string): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (match === null) return null;
  const [, letters = '', row] = match;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 0x40;
  return { row: Number(row), column };
}

const whole = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
