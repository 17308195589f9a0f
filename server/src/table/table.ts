import { memoizePerObject } from '../base/cache.ts';
import type { Field, FieldId, Form, TableId } from '../form/types.ts';
import { plainCount } from '../text/number.ts';
import type { Span } from '../text/span.ts';
import { emptyCell, parseCell } from './parse-cell.ts';
import type { ShapeMapping } from './shape/text-shape.ts';
import type { Cell, Table, TableLabel, TableProblem, TableRow } from './types.ts';

/** Where a cell stands. `blank`: nothing is there; `gap`: nothing, and only the room left for it shows where; `unsure`: see `Cell`. */
export interface CellTemplate extends Span {
  readonly field: Field;
  readonly kind: 'value' | 'blank' | 'gap' | 'unsure';
}

/** A line of the form and where its cells stand. */
export interface RowTemplate extends Omit<TableRow, 'cells'> {
  readonly cells: readonly CellTemplate[];
}

/** A table as binding finds it: where everything stands, whatever the figures are. Spans count in the text that was bound. */
export interface TableTemplate {
  readonly id: TableId;
  readonly form: Form;
  readonly span: Span;
  readonly rows: readonly RowTemplate[];
  readonly labels: readonly TableLabel[];
  readonly problems: readonly TableProblem[];
}

/** How a text that was bound fits the text that is read. */
export type OffsetMapping = Pick<ShapeMapping, 'at' | 'count'>;

/** A binding with the figures of a text. Lines, labels and cells are made when asked for: most tables are only added up. */
export class BoundTable implements Table {
  readonly id: TableId;
  readonly form: Form;
  readonly #binding: TableTemplate;
  readonly #text: string;
  readonly #fit: OffsetMapping;
  readonly #made: (Cell | undefined)[] = [];
  #rows: readonly TableRow[] | null = null;
  #labels: readonly TableLabel[] | null = null;
  #cells: ReadonlyMap<FieldId, Cell> | null = null;
  #problems: readonly TableProblem[] | null = null;
  #figures: Figures | null = null;

  constructor(binding: TableTemplate, text: string, fit: OffsetMapping) {
    this.id = binding.id;
    this.form = binding.form;
    this.#binding = binding;
    this.#text = text;
    this.#fit = fit;
  }

  get span(): Span {
    return this.#span(this.#binding.span);
  }

  get rows(): readonly TableRow[] {
    this.#rows ??= this.#binding.rows.map(({ row, label, span, cells }) => ({
      row,
      label: this.#span(label),
      span: this.#span(span),
      cells: cells.map((place) => this.#cell(place)),
    }));
    return this.#rows;
  }

  get labels(): readonly TableLabel[] {
    this.#labels ??= this.#binding.labels.map((label) => ({ ...label, span: this.#span(label.span) }));
    return this.#labels;
  }

  get cells(): ReadonlyMap<FieldId, Cell> {
    this.#cells ??= new Map(
      this.#binding.rows.flatMap(({ cells }) =>
        cells.map((place) => [place.field.id, this.#cell(place)] as const),
      ),
    );
    return this.#cells;
  }

  get problems(): readonly TableProblem[] {
    this.#problems ??= this.#binding.problems.map((problem) => this.#problem(problem));
    return this.#problems;
  }

  get counts(): readonly number[] {
    return this.#read().counts;
  }

  get irregularCells(): readonly Cell[] {
    return this.#read().irregularCells;
  }

  cell(id: FieldId): Cell | undefined {
    const field = this.form.fields.get(id);
    if (field === undefined) return undefined;
    const place = placesIn(this.#binding)[field.number];
    return place === undefined ? undefined : this.#cell(place);
  }

  eachPlace(visit: (field: number, from: number, to: number) => void): void {
    for (const { cells } of this.#binding.rows)
      for (const { field, from, to } of cells) visit(field.number, this.#fit.at(from), this.#fit.at(to));
  }

  #read(): Figures {
    this.#figures ??= figuresIn(this.#binding, this.#fit, (place) => this.#cell(place));
    return this.#figures;
  }

  #cell({ field, kind, from, to }: CellTemplate): Cell {
    let cell = this.#made[field.number];
    if (cell === undefined) {
      const [start, end] = [this.#fit.at(from), this.#fit.at(to)];
      cell =
        kind === 'value'
          ? parseCell(this.#text, field, start, end)
          : emptyCell(field, kind === 'unsure' ? kind : 'blank', start, end);
      this.#made[field.number] = cell;
    }
    return cell;
  }

  #span({ from, to }: Span): Span {
    return { from: this.#fit.at(from), to: this.#fit.at(to) };
  }

  #problem(problem: TableProblem): TableProblem {
    switch (problem.kind) {
      case 'missing-row':
        return problem;
      case 'duplicate-row':
        return { ...problem, first: this.#span(problem.first), span: this.#span(problem.span) };
      case 'value-count':
        return {
          ...problem,
          span: this.#span(problem.span),
          values: problem.values.map((value) => this.#span(value)),
        };
      default:
        return { ...problem, span: this.#span(problem.span) };
    }
  }
}

type Figures = Pick<Table, 'counts' | 'irregularCells'>;

/** All cells gone through once; only irregularCells ones are made. */
function figuresIn(
  { rows, form }: TableTemplate,
  fit: OffsetMapping,
  cellAt: (place: CellTemplate) => Cell,
): Figures {
  const counts = new Array<number>(form.fields.size).fill(Number.NaN);
  const irregularCells: Cell[] = [];
  for (const { cells } of rows)
    for (const place of cells) {
      const { field, kind, from } = place;
      let count = kind === 'value' && field.column.measure !== 'money' ? fit.count(from) : null;
      if (count === null) {
        const cell = cellAt(place);
        if (!isPlain(cell)) irregularCells.push(cell);
        if (cell.state !== 'number' && cell.state !== 'none') continue;
        count = cell.count ?? 0;
      }
      counts[field.number] = count;
    }
  return { counts, irregularCells: irregularCells.length === 0 ? none : irregularCells };
}

const isPlain = ({ count, raw }: Cell): boolean => count !== null && plainCount(raw) !== null;

const none: readonly Cell[] = [];

/** The places of a binding by the numbers of their fields. */
const placesIn = memoizePerObject(({ rows }: TableTemplate): readonly (CellTemplate | undefined)[] => {
  const places: CellTemplate[] = [];
  for (const { cells } of rows) for (const place of cells) places[place.field.number] = place;
  return places;
});
