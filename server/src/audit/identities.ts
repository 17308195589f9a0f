import { memoizePerObject, objectStore } from '../base/cache.ts';
import type { Field, FieldId, Form, Identity } from '../form/types.ts';
import type { Cell, Table } from '../table/types.ts';

/** An identity worked out with the figures of a table. */
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

/** Every identity of the table's form with its figures, in the form's order. Found once for each table. */
export function evaluatedIdentities(table: Table): readonly EvaluatedIdentity[] {
  let sums = evaluated.get(table);
  if (sums === undefined) {
    const sides = sidesOf(table.form);
    const cells: (Cell | undefined)[] = [];
    for (const cell of table.cells.values()) cells[cell.field.number] = cell;
    sums = table.form.identities.map((identity, i) => evaluate(identity, cells, sides[i] as Sides));
    evaluated.set(table, sums);
  }
  return sums;
}

/**
 * By how much the right side of each identity is more than the left, in the form's order; null for one that cannot be checked. Only
 * where a cell holds no count are cells looked at.
 */
export function identityResidues(table: Table): readonly (number | null)[] {
  const { counts, form } = table;
  return sidesOf(form).map(([left, right], i) => {
    const residue = added(right, counts) - added(left, counts);
    if (!Number.isNaN(residue)) return residue;
    const sum = evaluatedIdentity(table, i);
    return sum.state === 'unchecked' ? null : sum.right - sum.left;
  });
}

/** The identities that fail. */
export const failedIdentities = memoizePerObject((table: Table): readonly EvaluatedIdentity[] =>
  identityResidues(table).flatMap((residue, i) =>
    residue === null || residue === 0 ? [] : [evaluatedIdentity(table, i)],
  ),
);

/** One identity with its figures, without those of all others. */
export function evaluatedIdentity(table: Table, number: number): EvaluatedIdentity {
  const known = evaluated.get(table)?.[number];
  if (known !== undefined) return known;
  const identity = table.form.identities[number] as Identity;
  const cells: (Cell | undefined)[] = [];
  for (const id of [...identity.left, ...identity.right]) {
    const cell = table.cell(id);
    if (cell !== undefined) cells[cell.field.number] = cell;
  }
  return evaluate(identity, cells, sidesOf(table.form)[number] as Sides);
}

function added(places: readonly number[], counts: readonly number[]): number {
  let sum = 0;
  for (const place of places) sum += counts[place] as number;
  return sum;
}

/** A field's total column left blank makes its identities unchecked, not wrong: some organs leave inner totals empty. */
const isTotal = (field: Field): boolean => field.column.sumOf !== undefined;

/** The cells of the left and the right side of an identity, by the numbers of their fields. */
type Sides = readonly [readonly number[], readonly number[]];

/** In the order of the form's identities. A cell takes part in up to five: numbers spare looking it up by its id for each. */
const sidesOf = memoizePerObject(({ identities, fields }: Form): readonly Sides[] => {
  const numbers = (side: readonly FieldId[]) => side.map((id) => fields.get(id)?.number ?? -1);
  return identities.map(({ left, right }) => [numbers(left), numbers(right)]);
});

function evaluate(identity: Identity, cells: readonly (Cell | undefined)[], sides: Sides): EvaluatedIdentity {
  const blanks: Cell[] = [];
  let checked = true;
  const side = (places: readonly number[]): number => {
    let sum = 0;
    for (const place of places) {
      const cell = cells[place];
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

/** What a cell would have to be for the identity to hold, all other cells as they are; null when that is no count. */
export function completingValue({ identity, left, right }: EvaluatedIdentity, cell: Cell): number | null {
  const own = cell.count ?? 0;
  const value = identity.left.includes(cell.field.id) ? own + right - left : own + left - right;
  return Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** The cells a sum's identity is made of, as far as they are in the table. */
export const identityCells = (table: Table, { identity }: EvaluatedIdentity): readonly Cell[] =>
  [...identity.left, ...identity.right].flatMap((id) => table.cell(id) ?? []);
