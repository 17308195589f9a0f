// Where the rows and cells of a table stand, whatever its figures are: what binding finds. `table.ts` tells
// how a template becomes a `Table`.

import type { Field, Form, TableId } from '../form/spec.ts';
import type { Span } from '../text/span.ts';
import type { TableLabel, TableProblem, TableRow } from './table.ts';

/**
 * Where a cell stands. `blank`: an empty cell is there; `gap`: nothing is there but the room for the cell;
 * `unsure`: see `CellState`, the span covers all values of the row.
 */
export interface CellTemplate extends Span {
  readonly field: Field;
  readonly kind: 'value' | 'blank' | 'gap' | 'unsure';
}

/** A row of the form and where its cells stand. */
export interface RowTemplate extends Omit<TableRow, 'cells'> {
  readonly cells: readonly CellTemplate[];
  /** More values than cells, or those of merged ones: what the figures are decides which cells they fill. */
  readonly byFigures: boolean;
}

/** Spans are offsets in the text that was bound. */
export interface TableTemplate {
  readonly id: TableId;
  readonly form: Form;
  readonly span: Span;
  readonly rows: readonly RowTemplate[];
  readonly labels: readonly TableLabel[];
  readonly problems: readonly TableProblem[];
}
