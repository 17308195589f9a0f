import { kept } from '../base/memoize-per-object.ts';
import type { Field, FieldId, Form, TableId } from '../form/types.ts';
import { plainCount } from '../text/number.ts';
import type { Span } from '../text/span.ts';
import { emptyCell, readCell } from './parse-cell.ts';
import type { Fit } from './shape/text-shape.ts';
import type { BoundLine, BoundTable, Cell, TableLabel, Trouble } from './types.ts';

/** Where a cell stands. `blank`: nothing is there; `gap`: nothing, and only the room left for it shows where; `unsure`: see `Cell`. */
export interface CellPlace extends Span {
  readonly field: Field;
  readonly kind: 'value' | 'blank' | 'gap' | 'unsure';
}

/** A line of the form and where its cells stand. */
export interface LineBinding extends Omit<BoundLine, 'cells'> {
  readonly cells: readonly CellPlace[];
}

/** A table as binding finds it: where everything stands, whatever the figures are. Spans count in the text that was bound. */
export interface Binding {
  readonly id: TableId;
  readonly form: Form;
  readonly span: Span;
  readonly lines: readonly LineBinding[];
  readonly labels: readonly TableLabel[];
  readonly troubles: readonly Trouble[];
}

/** How a text that was bound fits the text that is read. */
export type Fitting = Pick<Fit, 'at' | 'count'>;

/** A binding with the figures of a text. Lines, labels and cells are made when asked for: most tables are only added up. */
export class Table implements BoundTable {
  readonly id: TableId;
  readonly form: Form;
  readonly #binding: Binding;
  readonly #text: string;
  readonly #fit: Fitting;
  readonly #made: (Cell | undefined)[] = [];
  #lines: readonly BoundLine[] | null = null;
  #labels: readonly TableLabel[] | null = null;
  #cells: ReadonlyMap<FieldId, Cell> | null = null;
  #troubles: readonly Trouble[] | null = null;
  #figures: Figures | null = null;

  constructor(binding: Binding, text: string, fit: Fitting) {
    this.id = binding.id;
    this.form = binding.form;
    this.#binding = binding;
    this.#text = text;
    this.#fit = fit;
  }

  get span(): Span {
    return this.#span(this.#binding.span);
  }

  get lines(): readonly BoundLine[] {
    this.#lines ??= this.#binding.lines.map(({ line, label, span, cells }) => ({
      line,
      label: this.#span(label),
      span: this.#span(span),
      cells: cells.map((place) => this.#cell(place)),
    }));
    return this.#lines;
  }

  get labels(): readonly TableLabel[] {
    this.#labels ??= this.#binding.labels.map((label) => ({ ...label, span: this.#span(label.span) }));
    return this.#labels;
  }

  get cells(): ReadonlyMap<FieldId, Cell> {
    this.#cells ??= new Map(
      this.#binding.lines.flatMap(({ cells }) =>
        cells.map((place) => [place.field.id, this.#cell(place)] as const),
      ),
    );
    return this.#cells;
  }

  get troubles(): readonly Trouble[] {
    this.#troubles ??= this.#binding.troubles.map((trouble) => this.#trouble(trouble));
    return this.#troubles;
  }

  get counts(): readonly number[] {
    return this.#read().counts;
  }

  get odd(): readonly Cell[] {
    return this.#read().odd;
  }

  cell(id: FieldId): Cell | undefined {
    const field = this.form.fields.get(id);
    if (field === undefined) return undefined;
    const place = placesIn(this.#binding)[field.number];
    return place === undefined ? undefined : this.#cell(place);
  }

  eachPlace(visit: (field: number, from: number, to: number) => void): void {
    for (const { cells } of this.#binding.lines)
      for (const { field, from, to } of cells) visit(field.number, this.#fit.at(from), this.#fit.at(to));
  }

  #read(): Figures {
    this.#figures ??= figuresIn(this.#binding, this.#fit, (place) => this.#cell(place));
    return this.#figures;
  }

  #cell({ field, kind, from, to }: CellPlace): Cell {
    let cell = this.#made[field.number];
    if (cell === undefined) {
      const [start, end] = [this.#fit.at(from), this.#fit.at(to)];
      cell =
        kind === 'value'
          ? readCell(this.#text, field, start, end)
          : emptyCell(field, kind === 'unsure' ? kind : 'blank', start, end);
      this.#made[field.number] = cell;
    }
    return cell;
  }

  #span({ from, to }: Span): Span {
    return { from: this.#fit.at(from), to: this.#fit.at(to) };
  }

  #trouble(trouble: Trouble): Trouble {
    switch (trouble.kind) {
      case 'missing-line':
        return trouble;
      case 'duplicate-line':
        return { ...trouble, first: this.#span(trouble.first), span: this.#span(trouble.span) };
      case 'value-count':
        return {
          ...trouble,
          span: this.#span(trouble.span),
          values: trouble.values.map((value) => this.#span(value)),
        };
      default:
        return { ...trouble, span: this.#span(trouble.span) };
    }
  }
}

type Figures = Pick<BoundTable, 'counts' | 'odd'>;

/** All cells gone through once; only odd ones are made. */
function figuresIn({ lines, form }: Binding, fit: Fitting, cellAt: (place: CellPlace) => Cell): Figures {
  const counts = new Array<number>(form.fields.size).fill(Number.NaN);
  const odd: Cell[] = [];
  for (const { cells } of lines)
    for (const place of cells) {
      const { field, kind, from } = place;
      let count = kind === 'value' && field.column.measure !== 'money' ? fit.count(from) : null;
      if (count === null) {
        const cell = cellAt(place);
        if (!isPlain(cell)) odd.push(cell);
        if (cell.state !== 'number' && cell.state !== 'none') continue;
        count = cell.count ?? 0;
      }
      counts[field.number] = count;
    }
  return { counts, odd: odd.length === 0 ? none : odd };
}

const isPlain = ({ count, raw }: Cell): boolean => count !== null && plainCount(raw) !== null;

const none: readonly Cell[] = [];

/** The places of a binding by the numbers of their fields. */
const placesIn = kept(({ lines }: Binding): readonly (CellPlace | undefined)[] => {
  const places: CellPlace[] = [];
  for (const { cells } of lines) for (const place of cells) places[place.field.number] = place;
  return places;
});
