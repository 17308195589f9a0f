import type { FieldId, Identity } from '../form/types.ts';
import type { PlacedTable } from '../report/types.ts';
import type { TableProblem } from '../table/types.ts';
import { readValue } from '../text/number.ts';
import { type Edit, type Span, shift } from '../text/span.ts';

/** A way to give a row as many values as it has columns. */
export interface RowRepair {
  readonly value: number;
  /** In the report. */
  readonly edit: Edit;
}

type Count = Extract<TableProblem, { kind: 'value-count' }>;

/** The rows that one more value makes whole so that every identity it takes part in holds; each different row once. */
export function rowRepairs(placed: PlacedTable, problem: Count): RowRepair[] {
  const counts = countsOf(placed, problem);
  if (counts === null || counts.length !== problem.expected - 1) return [];
  const answers = new Map<string, RowRepair>();
  for (let at = 0; at <= counts.length; at++)
    for (const value of candidates(placed, problem, counts, at)) {
      const row = [...counts.slice(0, at), value, ...counts.slice(at)];
      if (holds(placed, problem, row))
        answers.set(row.join(), { value, edit: insertion(placed, problem, at, value) });
    }
  return [...answers.values()];
}

/** The rows that one value less makes whole, likewise. */
export function rowRemovals(placed: PlacedTable, problem: Count): RowRepair[] {
  const counts = countsOf(placed, problem);
  if (counts === null || counts.length !== problem.expected + 1) return [];
  const answers = new Map<string, RowRepair>();
  for (const [at, value] of counts.entries()) {
    const row = counts.filter((_, i) => i !== at);
    if (holds(placed, problem, row)) answers.set(row.join(), { value, edit: removal(placed, problem, at) });
  }
  return [...answers.values()];
}

function countsOf({ section }: PlacedTable, { values }: Count): number[] | null {
  const counts = values.map(({ from, to }) => {
    const value = readValue(section.section.text.slice(from, to));
    return value.kind === 'count' ? value.count : value.kind === 'none' ? 0 : null;
  });
  return counts.includes(null) ? null : (counts as number[]);
}

const identitiesIn = ({ table }: PlacedTable, { row }: Count): Identity[] => {
  const ids = new Set(row.fields.map((field) => field.id));
  return table.form.identities.filter(({ left, right }) => [...left, ...right].some((id) => ids.has(id)));
};

/** Values for the cell at `at` that some identity asks for. */
function candidates(placed: PlacedTable, problem: Count, counts: readonly number[], at: number): number[] {
  const row = [...counts.slice(0, at), 0, ...counts.slice(at)];
  const own = problem.row.fields[at]?.id;
  const values = identitiesIn(placed, problem).flatMap(({ left, right }) => {
    if (own === undefined || !(left.includes(own) || right.includes(own))) return [];
    const apart = difference(placed, problem, row, left, right);
    return apart === null ? [] : [left.includes(own) ? -apart : apart];
  });
  return [...new Set(values.filter((value) => value >= 0))];
}

const holds = (placed: PlacedTable, problem: Count, row: readonly number[]): boolean =>
  identitiesIn(placed, problem).every(
    ({ left, right }) => (difference(placed, problem, row, left, right) ?? 0) === 0,
  );

/** Left side minus right side with the row's values put in; null when another cell cannot be read. */
function difference(
  { table }: PlacedTable,
  { row }: Count,
  counts: readonly number[],
  left: readonly FieldId[],
  right: readonly FieldId[],
): number | null {
  const own = new Map(row.fields.map((field, i) => [field.id, counts[i] ?? 0]));
  const sum = (ids: readonly FieldId[]): number | null =>
    ids.reduce<number | null>((total, id) => {
      const cell = table.cell(id);
      const count = own.get(id) ?? (cell?.state === 'blank' ? 0 : (cell?.count ?? null));
      return total === null || count === null ? null : total + count;
    }, 0);
  const [a, b] = [sum(left), sum(right)];
  return a === null || b === null ? null : a - b;
}

/** Write a value among the others, set off from its neighbour as they are from one another. */
function insertion({ section, at: origin }: PlacedTable, { values }: Count, at: number, value: number): Edit {
  const { text } = section.section;
  const [a, b] = at < 2 ? [values[0], values[1]] : [values[at - 2], values[at - 1]];
  const between = a === undefined || b === undefined ? ' ' : text.slice(a.to, b.from);
  const place = at === 0 ? (values[0]?.from ?? 0) : (values[at - 1] as Span).to;
  return shiftEdit(
    { from: place, to: place, insert: at === 0 ? `${value}${between}` : `${between}${value}` },
    origin,
  );
}

function removal({ at: origin }: PlacedTable, { values }: Count, at: number): Edit {
  const own = values[at] as Span;
  const before = values[at - 1];
  const after = values[at + 1];
  const from = before?.to ?? own.from;
  const to = before === undefined ? (after?.from ?? own.to) : own.to;
  return shiftEdit({ from, to, insert: '' }, origin);
}

const shiftEdit = (edit: Edit, by: number): Edit => ({ ...shift(edit, by), insert: edit.insert });
