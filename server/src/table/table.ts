// A table as the rules, the features and the formats see it. All spans are UTF-16 offsets in the text of the
// section.
//
// Three forms of a table, in the order in which they come about:
// - `TableTemplate` (`template.ts`): where rows and cells stand. Made by `read/bind.ts`, kept for all texts
//   of one shape, knows no figure.
// - `BoundTable` (`bound-table.ts`): a template and a text; reads the figures when asked.
// - `Table`, below: the interface of a bound table, all that other rooms see.

import type { Field, FieldId, Form, FormRow, TableId } from '../form/spec.ts';
import type { Span } from '../text/span.ts';

/**
 * How a cell was read. `none`: an explicit none (`/`, `——`, `无`); `blank`: an empty cell; `invalid`: no
 * number its column can hold; `unsure`: which of the row's values is its own cannot be said.
 */
export type CellState = 'number' | 'none' | 'blank' | 'invalid' | 'unsure';

export interface Cell {
  readonly field: Field;
  readonly state: CellState;
  /** Where the value stands or would be written (then empty); when `unsure`, all values of the row. */
  readonly span: Span;
  /** The text of the span, markup left out; empty when `unsure`. */
  readonly raw: string;
  /** The count (件), 0 for an explicit none; null when blank, invalid, unsure or money. */
  readonly count: number | null;
  /** A fee or purchase amount in 万元 as a plain decimal (`"13816.5"`), else null. */
  readonly money: string | null;
}

/** A row of the form found in the text. */
export interface TableRow {
  readonly row: FormRow;
  /** The label as written; empty at the first value when the label is lost. */
  readonly label: Span;
  /** From the label, or from the group label in front of it, to the end of the last value. */
  readonly span: Span;
  /** One cell a field, in the form's order; fewer when a column is missing throughout. */
  readonly cells: readonly Cell[];
}

/** What reading found wrong with a table: data for the rules to report. */
export type TableProblem =
  | { readonly kind: 'missing-row'; readonly row: FormRow }
  /** A row that stands twice; only the first counts. `equal`: both hold the same values. */
  | {
      readonly kind: 'duplicate-row';
      readonly row: FormRow;
      readonly first: Span;
      readonly span: Span;
      readonly equal: boolean;
    }
  /** A row out of the form's order; `after` is the row it belongs behind, itself when it belongs first. */
  | { readonly kind: 'row-order'; readonly row: FormRow; readonly span: Span; readonly after: FormRow }
  /** A label that differs from the official wording in more than widths, spaces and brackets. */
  | { readonly kind: 'variant-label'; readonly row: FormRow; readonly span: Span }
  | { readonly kind: 'unknown-row'; readonly span: Span; readonly label: string }
  | { readonly kind: 'missing-column'; readonly column: string; readonly span: Span }
  /** Values that are not as many as the row has cells, and cannot be told apart. */
  | {
      readonly kind: 'value-count';
      readonly row: FormRow;
      readonly span: Span;
      readonly values: readonly Span[];
      readonly expected: number;
      /** The values stand on several lines: a number may be torn in two. */
      readonly torn: boolean;
    }
  /** No figure of the table can be read; `why` says what is the matter with its values. */
  | { readonly kind: 'unreadable'; readonly span: Span; readonly why: WhyUnreadable };

/** Why no figure of a table can be read. */
export type WhyUnreadable = 'values-lost' | 'values-glued' | 'values-apart' | 'garbled';

/** A label of the form that is not a row's own: a group, a column head, the head of an item, the corner. */
export interface TableLabel {
  readonly role: 'group' | 'column' | 'head' | 'corner';
  /** Column id, else the folded label. */
  readonly id: string;
  readonly span: Span;
}

/** One of the three tables as found in a section. */
export interface Table {
  readonly id: TableId;
  readonly form: Form;
  /** From the first label or head to the end of the last value. */
  readonly span: Span;
  /** In the order of the text. */
  readonly rows: readonly TableRow[];
  /** Groups and heads, in the order of the text. */
  readonly labels: readonly TableLabel[];
  readonly problems: readonly TableProblem[];

  // Five ways to the cells: most tables are only added up, and making cells costs more than reading them.

  /** All cells found, readable or not, in the order of the text. Missing rows have no cells. */
  readonly cells: ReadonlyMap<FieldId, Cell>;
  /** One cell; makes no other. */
  readonly cell: (field: FieldId) => Cell | undefined;
  /** Calls `visit` with the number of the field and the place of each cell; makes no cell. */
  readonly eachPlace: (visit: (field: number, from: number, to: number) => void) => void;
  /** Counts by the numbers of their fields, 0 for money; NaN where no figure is found. Makes few cells. */
  readonly counts: readonly number[];
  /** The cells that are no count in plain digits, money included: few in most tables. */
  readonly irregularCells: readonly Cell[];
}
