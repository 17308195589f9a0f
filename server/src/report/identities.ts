import type { Field, FieldId, Identity } from '../form/types.ts';
import type { BoundTable, Cell } from './types.ts';

/** An identity worked out with the figures of a table. */
export interface Sum {
  readonly identity: Identity;
  /** `unchecked`: a cell is missing or unreadable, or a total is left blank. */
  readonly state: 'holds' | 'fails' | 'unchecked';
  /** Sums of the two sides, blanks counted as 0; meaningless when unchecked. */
  readonly left: number;
  readonly right: number;
  /** Blank cells among its cells. */
  readonly blanks: readonly Cell[];
}

const worked = new WeakMap<BoundTable, readonly Sum[]>();

/** Every identity of the table's form with its figures, in the form's order. Found once for each table. */
export function sumsOf(table: BoundTable): readonly Sum[] {
  let sums = worked.get(table);
  if (sums === undefined) {
    sums = table.form.identities.map((identity) => work(table, identity));
    worked.set(table, sums);
  }
  return sums;
}

/** A field's total column left blank makes its identities unchecked, not wrong: some organs leave inner totals empty. */
const isTotal = (field: Field): boolean => field.column.sumOf !== undefined;

function work(table: BoundTable, identity: Identity): Sum {
  const blanks: Cell[] = [];
  let checked = true;
  const side = (ids: readonly FieldId[]): number => {
    let sum = 0;
    for (const id of ids) {
      const cell = table.cells.get(id);
      if (cell === undefined || cell.state === 'unsure' || cell.state === 'invalid') checked = false;
      else if (cell.state === 'blank') {
        blanks.push(cell);
        if (isTotal(cell.field)) checked = false;
      } else sum += cell.count ?? 0;
    }
    return sum;
  };
  const left = side(identity.left);
  const right = side(identity.right);
  return {
    identity,
    left,
    right,
    blanks,
    state: !checked ? 'unchecked' : left === right ? 'holds' : 'fails',
  };
}

/** What a cell would have to be for the identity to hold, all other cells as they are; null when that is no count. */
export function completing({ identity, left, right }: Sum, cell: Cell): number | null {
  const own = cell.count ?? 0;
  const value = identity.left.includes(cell.field.id) ? own + right - left : own + left - right;
  return Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** The cells a sum's identity is made of, as far as they are in the table. */
export const cellsOf = (table: BoundTable, { identity }: Sum): readonly Cell[] =>
  [...identity.left, ...identity.right].flatMap((id) => table.cells.get(id) ?? []);
