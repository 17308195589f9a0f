// A table read through a template, which says where cells stand; what they hold is read from the text. Rows,
// labels and cells are made when asked for, because most tables are only added up.

import { memoizePerObject } from '../base/cache.ts';
import type { FieldId, Form, TableId } from '../form/spec.ts';
import { plainCount } from '../text/number.ts';
import type { Span } from '../text/span.ts';
import { coveredCells, noCells } from './merged-figures.ts';
import { emptyCell, parseCell } from './parse-cell.ts';
import type { Cell, Table, TableLabel, TableProblem, TableRow } from './table.ts';
import type { CellTemplate, TableTemplate } from './template.ts';

/** Maps offsets of the text that was bound to the text that is read. */
export interface OffsetMapping {
  /** The same place in the text that is read; not for an offset within a figure or sentence. */
  at(offset: number): number;
  /** The count of the plain figure that starts there; null when none does, or when it has to be parsed. */
  count(offset: number): number | null;
}

export class BoundTable implements Table {
  readonly id: TableId;
  readonly form: Form;
  readonly #template: TableTemplate;
  readonly #text: string;
  readonly #mapping: OffsetMapping;
  /** The cells made so far, by the numbers of their fields. */
  readonly #made: (Cell | undefined)[] = [];
  #rows: readonly TableRow[] | null = null;
  #labels: readonly TableLabel[] | null = null;
  #cells: ReadonlyMap<FieldId, Cell> | null = null;
  #problems: readonly TableProblem[] | null = null;
  #figures: Figures | null = null;
  #covered = noCells;

  constructor(template: TableTemplate, text: string, mapping: OffsetMapping) {
    this.id = template.id;
    this.form = template.form;
    this.#template = template;
    this.#text = text;
    this.#mapping = mapping;
  }

  get span(): Span {
    return this.#span(this.#template.span);
  }

  get rows(): readonly TableRow[] {
    this.#rows ??= this.#template.rows.map(({ row, label, span, cells }) => ({
      row,
      label: this.#span(label),
      span: this.#span(span),
      cells: cells.map((cell) => this.#cell(cell)),
    }));
    return this.#rows;
  }

  get labels(): readonly TableLabel[] {
    this.#labels ??= this.#template.labels.map((label) => ({ ...label, span: this.#span(label.span) }));
    return this.#labels;
  }

  get cells(): ReadonlyMap<FieldId, Cell> {
    this.#cells ??= new Map(
      this.#template.rows.flatMap(({ cells }) =>
        cells.map((cell) => [cell.field.id, this.#cell(cell)] as const),
      ),
    );
    return this.#cells;
  }

  get problems(): readonly TableProblem[] {
    this.#problems ??= this.#template.problems.map((problem) => this.#problem(problem));
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
    const cell = templatesByNumber(this.#template)[field.number];
    return cell === undefined ? undefined : this.#cell(cell);
  }

  eachPlace(visit: (field: number, from: number, to: number) => void): void {
    for (const { cells } of this.#template.rows)
      for (const { field, from, to } of cells)
        visit(field.number, this.#mapping.at(from), this.#mapping.at(to));
  }

  #read(): Figures {
    this.#figures ??= this.#readBeside(noCells);
    return this.#figures;
  }

  /** Again, if cells turn out to hold the figure of a merged one, of which they are a part. */
  #readBeside(covered: ReadonlySet<CellTemplate>): Figures {
    this.#covered = covered;
    const figures = figuresIn(this.#template, this.#mapping, (cell) => this.#make(cell), covered);
    const merged = coveredCells(this.#template, figures.counts);
    if (merged.size === 0) return figures;
    this.#made.length = 0;
    return this.#readBeside(merged);
  }

  /** Which cells are merged ones shows once all figures are read. */
  #cell(template: CellTemplate): Cell {
    this.#read();
    return this.#make(template);
  }

  #make(template: CellTemplate): Cell {
    const { field, kind, from, to } = template;
    let cell = this.#made[field.number];
    if (cell === undefined) {
      const [start, end] = [this.#mapping.at(from), this.#mapping.at(to)];
      const isUnsure = kind === 'unsure' || this.#covered.has(template);
      cell =
        kind === 'value' && !isUnsure
          ? parseCell(this.#text, field, start, end)
          : emptyCell(field, isUnsure ? 'unsure' : 'blank', start, end);
      this.#made[field.number] = cell;
    }
    return cell;
  }

  #span({ from, to }: Span): Span {
    return { from: this.#mapping.at(from), to: this.#mapping.at(to) };
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

/** Reads all cells once; makes only the irregular ones. */
function figuresIn(
  { rows, form }: TableTemplate,
  mapping: OffsetMapping,
  cellAt: (template: CellTemplate) => Cell,
  covered: ReadonlySet<CellTemplate>,
): Figures {
  const counts = new Array<number>(form.fields.size).fill(Number.NaN);
  const irregularCells: Cell[] = [];
  for (const { cells } of rows)
    for (const template of cells) {
      const { field, kind, from } = template;
      const isPlace = kind === 'value' && field.column.measure !== 'money' && !covered.has(template);
      let count = isPlace ? mapping.count(from) : null;
      if (count === null) {
        const cell = cellAt(template);
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

/** The cells of a template by the numbers of their fields. */
const templatesByNumber = memoizePerObject(
  ({ rows }: TableTemplate): readonly (CellTemplate | undefined)[] => {
    const byNumber: CellTemplate[] = [];
    for (const { cells } of rows) for (const cell of cells) byNumber[cell.field.number] = cell;
    return byNumber;
  },
);
