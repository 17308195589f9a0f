// Identities (勾稽关系) evaluated with the figures of a table. The form says which there are; rules report
// those that fail, and `suspects.ts` looks for the cell behind them.
import { memoizePerObject, objectStore } from '../base/cache.ts';
import type { Field, FieldId, Form, Identity } from '../form/spec.ts';
import type { Cell, Table } from '../table/table.ts';

/** An identity with the figures of a table. */
export interface EvaluatedIdentity {
  readonly identity: Identity;
  /** `unchecked`: a cell is missing or unreadable, or a total is left blank. */
  readonly state: 'holds' | 'fails' | 'unchecked';
  /** Sums of the two sides, blanks counted as 0; meaningless when unchecked. */
  readonly left: number;
  readonly right: number;
  /** Blank cells among its cells. */
  readonly blanks: readonly Cell[];
}

const evaluated = objectStore<Table, readonly EvaluatedIdentity[]>();

/** Every identity of the table's form, in the form's order. Evaluated once for each table. */
export function evaluatedIdentities(table: Table): readonly EvaluatedIdentity[] {
  let all = evaluated.get(table);
  if (all === undefined) {
    const sides = sidesOf(table.form);
    const cells: (Cell | undefined)[] = [];
    for (const cell of table.cells.values()) cells[cell.field.number] = cell;
    all = table.form.identities.map((identity, i) => evaluate(identity, cells, sides[i] as Sides));
    evaluated.set(table, all);
  }
  return all;
}

/**
 * Right side minus left side of each identity, in the form's order; null for one that cannot be checked.
 * Reads the counts alone, and cells only where one holds no count: most tables have nothing more to evaluate.
 */
export function identityResidues(table: Table): readonly (number | null)[] {
  const { counts, form } = table;
  return sidesOf(form).map(([left, right], i) => {
    const residue = sumOf(right, counts) - sumOf(left, counts);
    if (!Number.isNaN(residue)) return residue;
    const identity = evaluatedIdentity(table, i);
    return identity.state === 'unchecked' ? null : identity.right - identity.left;
  });
}

/** The identities that fail. */
export const failedIdentities = memoizePerObject((table: Table): readonly EvaluatedIdentity[] =>
  identityResidues(table).flatMap((residue, i) =>
    residue === null || residue === 0 ? [] : [evaluatedIdentity(table, i)],
  ),
);

/** The identity at an index of the form's list, without evaluating the others. */
export function evaluatedIdentity(table: Table, index: number): EvaluatedIdentity {
  const known = evaluated.get(table)?.[index];
  if (known !== undefined) return known;
  const identity = table.form.identities[index] as Identity;
  const cells: (Cell | undefined)[] = [];
  for (const id of [...identity.left, ...identity.right]) {
    const cell = table.cell(id);
    if (cell !== undefined) cells[cell.field.number] = cell;
  }
  return evaluate(identity, cells, sidesOf(table.form)[index] as Sides);
}

function sumOf(fields: readonly number[], counts: readonly number[]): number {
  let sum = 0;
  for (const field of fields) sum += counts[field] as number;
  return sum;
}

/** A blank total leaves its identities unchecked, not failed: some organs leave inner totals empty. */
const isTotal = (field: Field): boolean => field.column.sumOf !== undefined;

/** The numbers of the fields of each side of an identity; -1 for one the form does not have. */
type Sides = readonly [left: readonly number[], right: readonly number[]];

/**
 * In the order of the form's identities. Numbers spare looking a field up by id in each of its identities.
 */
const sidesOf = memoizePerObject(({ identities, fields }: Form): readonly Sides[] => {
  const numbers = (side: readonly FieldId[]) => side.map((id) => fields.get(id)?.number ?? -1);
  return identities.map(({ left, right }) => [numbers(left), numbers(right)]);
});

/** `cells` by the numbers of their fields. */
function evaluate(identity: Identity, cells: readonly (Cell | undefined)[], sides: Sides): EvaluatedIdentity {
  const blanks: Cell[] = [];
  let checked = true;
  const side = (fields: readonly number[]): number => {
    let sum = 0;
    for (const field of fields) {
      const cell = cells[field];
      if (cell === undefined || cell.state === 'unsure' || cell.state === 'invalid') checked = false;
      else if (cell.state === 'blank') {
        blanks.push(cell);
        if (isTotal(cell.field)) checked = false;
      } else sum += cell.count ?? 0;
    }
    return sum;
  };
  const left = side(sides[0]);
  const right = side(sides[1]);
  return {
    identity,
    left,
    right,
    blanks,
    state: !checked ? 'unchecked' : left === right ? 'holds' : 'fails',
  };
}

/**
 * The sum of a total's parts by its first identity, blanks counted as 0; null for a field that is no total,
 * or where a part is missing or unreadable.
 */
export function sumOfParts(table: Table, total: FieldId): number | null {
  const identity = table.form.identities.find(({ kind, at }) => kind !== 'balance' && at === total);
  if (identity === undefined) return null;
  let sum = 0;
  for (const id of identity.left) {
    const part = table.cell(id);
    if (part === undefined || part.state === 'invalid' || part.state === 'unsure') return null;
    sum += part.count ?? 0;
  }
  return sum;
}

/** What a cell would have to be for the identity to hold; null when that is no count. */
export function completingValue({ identity, left, right }: EvaluatedIdentity, cell: Cell): number | null {
  const own = cell.count ?? 0;
  const value = identity.left.includes(cell.field.id) ? own + right - left : own + left - right;
  return Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** The cells of both sides, as far as the table has them. */
export const identityCells = (table: Table, { identity }: EvaluatedIdentity): readonly Cell[] =>
  [...identity.left, ...identity.right].flatMap((id) => table.cell(id) ?? []);

/**
 * Whether counts written into cells would make an identity fail that does not fail now. Blanks that stay
 * blank count as before.
 */
export function breaksIdentity(table: Table, values: ReadonlyMap<FieldId, number>): boolean {
  const concerned = new Set([...values.keys()].flatMap((id) => table.form.identitiesOf.get(id) ?? []));
  const cells: (Cell | undefined)[] = [];
  for (const cell of table.cells.values()) {
    const value = values.get(cell.field.id);
    cells[cell.field.number] = value === undefined ? cell : { ...cell, state: 'number', count: value };
  }
  const sides = sidesOf(table.form);
  return table.form.identities.some(
    (identity, i) =>
      concerned.has(identity) &&
      evaluatedIdentity(table, i).state !== 'fails' &&
      evaluate(identity, cells, sides[i] as Sides).state === 'fails',
  );
}
