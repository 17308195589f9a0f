// A row with one value too many or too few: which value to take out, put in or join to its neighbour so that
// its identities hold.
// `rules/value-count.ts` offers it as a fix where there is one answer.
import type { FieldId, Identity } from '../form/spec.ts';
import type { PlacedTable } from '../report/report.ts';
import type { Table, TableProblem } from '../table/table.ts';
import { readValue } from '../text/number.ts';
import { type Edit, type Span, shiftEdit } from '../text/span.ts';

/** A way to give a row as many values as it has columns. */
export interface RowRepair {
  /** The value put in or taken out. */
  readonly value: number;
  /** In the report. */
  readonly edit: Edit;
}

type ValueCount = Extract<TableProblem, { kind: 'value-count' }>;

/** The values that put into the row make all its identities hold; one repair for each different row. */
export function rowRepairs(placed: PlacedTable, problem: ValueCount): RowRepair[] {
  const row = readRow(placed, problem);
  if (row === null || row.counts.length !== problem.expected - 1) return [];
  const repairs = new Map<string, RowRepair>();
  for (let at = 0; at <= row.counts.length; at++)
    for (const value of valuesAsked(row, at)) {
      const counts = row.counts.toSpliced(at, 0, value);
      if (!holds(row, counts)) continue;
      const edit = insertion(placed.section.section.text, problem.values, at, value);
      repairs.set(counts.join(), { value, edit: shiftEdit(edit, placed.at) });
    }
  return [...repairs.values()];
}

/** The values that taken out of the row make all its identities hold; one for each different row. */
export function rowRemovals(placed: PlacedTable, problem: ValueCount): RowRepair[] {
  const row = readRow(placed, problem);
  if (row === null || row.counts.length !== problem.expected + 1) return [];
  const repairs = new Map<string, RowRepair>();
  for (const [at, value] of row.counts.entries()) {
    const counts = row.counts.toSpliced(at, 1);
    if (holds(row, counts))
      repairs.set(counts.join(), { value, edit: shiftEdit(removal(problem.values, at), placed.at) });
  }
  return [...repairs.values()];
}

/** The pairs of neighbouring values that joined to one number make all identities of the row hold. */
export function rowJoins(placed: PlacedTable, problem: ValueCount): RowRepair[] {
  const row = readRow(placed, problem);
  if (row === null || row.counts.length !== problem.expected + 1) return [];
  return row.counts.flatMap((count, at) => {
    const [left, right] = [problem.values[at], problem.values[at + 1]];
    if (left === undefined || right === undefined) return [];
    const value = Number(`${count}${row.counts[at + 1]}`);
    if (!holds(row, row.counts.toSpliced(at, 2, value))) return [];
    return [{ value, edit: shiftEdit({ from: left.to, to: right.from, insert: '' }, placed.at) }];
  });
}

/** A row whose values are not as many as its columns. */
interface UnevenRow {
  readonly table: Table;
  readonly fields: readonly FieldId[];
  /** Those that a field of the row takes part in. */
  readonly identities: readonly Identity[];
  /** The values as they stand, explicit none as 0. */
  readonly counts: readonly number[];
}

/** Null where a value is no count. */
function readRow({ table, section }: PlacedTable, { row, values }: ValueCount): UnevenRow | null {
  const counts = values.flatMap(({ from, to }) => {
    const value = readValue(section.section.text.slice(from, to));
    return value.kind === 'count' ? [value.count] : value.kind === 'none' ? [0] : [];
  });
  if (counts.length < values.length) return null;
  const fields = row.fields.map(({ id }) => id);
  const identities = table.form.identities.filter(({ left, right }) =>
    [...left, ...right].some((id) => fields.includes(id)),
  );
  return { table, fields, identities, counts };
}

/** The values that some identity asks for in the column `at`. */
function valuesAsked(row: UnevenRow, at: number): number[] {
  const own = row.fields[at];
  const counts = row.counts.toSpliced(at, 0, 0);
  const values = row.identities.flatMap((identity) => {
    if (own === undefined || ![...identity.left, ...identity.right].includes(own)) return [];
    const excess = excessOf(row, identity, counts);
    return excess === null ? [] : [identity.left.includes(own) ? -excess : excess];
  });
  return [...new Set(values.filter((value) => value >= 0))];
}

const holds = (row: UnevenRow, counts: readonly number[]): boolean =>
  row.identities.every((identity) => (excessOf(row, identity, counts) ?? 0) === 0);

/** Left side minus right side with these counts in the row; null when another cell cannot be read. */
function excessOf(
  { table, fields }: UnevenRow,
  { left, right }: Identity,
  counts: readonly number[],
): number | null {
  const countOf = (id: FieldId): number => {
    const at = fields.indexOf(id);
    const cell = table.cell(id);
    return at >= 0 ? (counts[at] ?? 0) : cell?.state === 'blank' ? 0 : (cell?.count ?? Number.NaN);
  };
  const sum = (ids: readonly FieldId[]): number => ids.reduce((all, id) => all + countOf(id), 0);
  const excess = sum(left) - sum(right);
  return Number.isNaN(excess) ? null : excess;
}

/** Writes a value among the others, set off from its neighbour as they are from one another. */
function insertion(text: string, values: readonly Span[], at: number, value: number): Edit {
  const [a, b] = at < 2 ? [values[0], values[1]] : [values[at - 2], values[at - 1]];
  const separator = a === undefined || b === undefined ? ' ' : text.slice(a.to, b.from);
  const place = at === 0 ? (values[0]?.from ?? 0) : (values[at - 1] as Span).to;
  return { from: place, to: place, insert: at === 0 ? `${value}${separator}` : `${separator}${value}` };
}

/** Deletes a value with the separator before it, or behind it where it is the first. */
function removal(values: readonly Span[], at: number): Edit {
  const { from, to } = values[at] as Span;
  const [before, after] = [values[at - 1], values[at + 1]];
  return before === undefined
    ? { from, to: after?.from ?? to, insert: '' }
    : { from: before.to, to, insert: '' };
}
