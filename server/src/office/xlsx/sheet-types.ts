// A workbook as a person sees it: the texts of its cells with their addresses. Rows and columns count from 1.

export interface Workbook {
  /** In the order of their tabs, hidden ones included. */
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows with cells, from the top. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly MergedCells[];
  readonly hiddenColumns: ReadonlySet<number>;
}

export interface SheetRow {
  readonly row: number;
  readonly hidden: boolean;
  /** From the left; cells without text are left out. */
  readonly cells: readonly SheetCell[];
}

export interface SheetCell {
  readonly column: number;
  readonly text: string;
  readonly kind: 'text' | 'number' | 'percent' | 'date' | 'boolean' | 'error';
  /** A formula whose result is not stored; its text is empty. */
  readonly uncalculated: boolean;
}

export interface MergedCells {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
