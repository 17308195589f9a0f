import type { Field, FieldId, Form, FormRow, TableId } from '../form/types.ts';
import type { Span } from '../text/span.ts';

/** How a cell was read. `unsure`: something stands there, but which value is meant cannot be said. */
export type CellState = 'number' | 'none' | 'blank' | 'invalid' | 'unsure';

export interface Cell {
  readonly field: Field;
  readonly state: CellState;
  /** Where the value stands; empty (from = to) at the place a value would go for a blank. In the part. */
  readonly span: Span;
  /** The text of the span. */
  readonly raw: string;
  /** The count, 0 for an explicit none; null for blank, invalid, unsure and money. */
  readonly count: number | null;
  /** A fee or purchase amount in 万元 as a plain decimal (`"13816.5"`), else null. */
  readonly money: string | null;
}

/** A line of the form found in the text. */
export interface TableRow {
  readonly row: FormRow;
  /** The label as written; empty at the first value when the label is lost. */
  readonly label: Span;
  /** From the label (its group labels too, when they stand in front of it) to the end of the last value. */
  readonly span: Span;
  /** One cell a field, in the form's order. */
  readonly cells: readonly Cell[];
}

/** What reading found wrong with a table: data for the rules to report. */
export type TableProblem =
  | { readonly kind: 'missing-row'; readonly row: FormRow }
  | {
      readonly kind: 'duplicate-row';
      readonly row: FormRow;
      readonly first: Span;
      readonly span: Span;
      readonly equal: boolean;
    }
  | { readonly kind: 'row-order'; readonly row: FormRow; readonly span: Span; readonly after: FormRow }
  /** A label that differs from the official wording in more than widths, spaces and brackets. */
  | { readonly kind: 'variant-label'; readonly row: FormRow; readonly span: Span }
  | { readonly kind: 'unknown-row'; readonly span: Span; readonly label: string }
  | { readonly kind: 'missing-column'; readonly column: string; readonly span: Span }
  | {
      readonly kind: 'value-count';
      readonly row: FormRow;
      readonly span: Span;
      readonly values: readonly Span[];
      readonly expected: number;
    }
  | { readonly kind: 'unreadable'; readonly span: Span; readonly why: 'values-lost' | 'values-glued' };

/** A label of the form that is not a line's own: a group, a column head, the head of an item, the corner. */
export interface TableLabel {
  readonly role: 'group' | 'column' | 'head' | 'corner';
  /** Column id, else the folded label. */
  readonly id: string;
  readonly span: Span;
}

/** One of the three tables as found in a part. */
export interface Table {
  readonly id: TableId;
  readonly form: Form;
  /** First label or head to the end of the last value. In the part. */
  readonly span: Span;
  /** In the order of the text. */
  readonly rows: readonly TableRow[];
  /** Groups and heads, in the order of the text. */
  readonly labels: readonly TableLabel[];
  /** Every field whose cell was found, readable or not, in the order of the text. Missing lines have no cells. */
  readonly cells: ReadonlyMap<FieldId, Cell>;
  /** The one cell: asked for like this no other cell is made. */
  readonly cell: (field: FieldId) => Cell | undefined;
  /** Calls `visit` with the number of the field and the place of each cell: no cell is made. */
  readonly eachPlace: (visit: (field: number, from: number, to: number) => void) => void;
  /** The counts by the numbers of their fields, 0 for money; NaN where a cell is missing or holds no figure. */
  readonly counts: readonly number[];
  /** The cells that hold anything but a count in plain digits, money included: the few that most rules on single cells look at. */
  readonly irregularCells: readonly Cell[];
  readonly problems: readonly TableProblem[];
}
