// The cell, or the two cells, most likely wrong: the smallest change that makes all failing identities hold.
import { memoizePerObject } from '../base/cache.ts';
import type { FieldId, Form } from '../form/spec.ts';
import type { Cell, Table } from '../table/table.ts';
import {
  type EvaluatedIdentity,
  evaluatedIdentity,
  failedIdentities,
  identityResidues,
} from './identities.ts';

/** A cell that explains failing identities, and the value with which they would hold. */
export interface Suspect {
  readonly cell: Cell;
  readonly value: number;
  /** The failing identities it explains. */
  readonly identities: readonly EvaluatedIdentity[];
}

/**
 * The one set of one cell, else of two, after whose change every checked identity of the table holds; empty
 * when several sets of that size would do, or when more cells must be wrong. Row and column sums work like a
 * parity code: a single wrong cell of a full `applications` table leaves a signature that no other single
 * cell leaves.
 */
export const suspectsOf = (table: Table): readonly Suspect[] =>
  failedIdentities(table).length === 0 ? none : searched(table);

const searched = memoizePerObject(search);
const none: readonly Suspect[] = [];

/** The identities of a field by their numbers, and its sign in each: +1 on the left, −1 on the right. */
type Share = ReadonlyMap<number, 1 | -1>;

interface Candidate {
  readonly cell: Cell;
  readonly share: Share;
}

/** By the numbers of the identities; null for one that is not checked. */
type Residues = readonly (number | null)[];

/** More failing identities than this are beyond the search for two cells. */
const mostFailing = 6;

function search(table: Table): readonly Suspect[] {
  const residues = identityResidues(table);
  const failing = residues.flatMap((residue, i) => (residue === null || residue === 0 ? [] : [i]));
  const [first] = failing;
  if (first === undefined || failing.length > mostFailing) return none;
  // One of the cells of the first failing identity must change.
  const starters = candidatesIn(table, (share) => share.has(first));
  const single = starters.flatMap((one) => solve([one], residues));
  if (single.length > 0) return single.length === 1 ? report(single[0] as Change[], table, failing) : none;
  const pairs = new Map<string, Change[]>();
  for (const one of starters)
    for (const two of candidatesIn(table, (share) => explains(one.share, share, failing))) {
      if (two.cell === one.cell) continue;
      for (const changes of solve([one, two], residues))
        pairs.set(
          changes
            .map(({ of }) => of.cell.field.id)
            .sort()
            .join(),
          changes,
        );
      if (pairs.size > 1) return none;
    }
  const [only] = pairs.values();
  return only === undefined ? none : report(only, table, failing);
}

/** The cells of a table whose share in its identities is as wanted. */
function candidatesIn(table: Table, wanted: (share: Share) => boolean): Candidate[] {
  const found: Candidate[] = [];
  for (const [id, share] of sharesOf(table.form)) {
    const cell = wanted(share) ? table.cell(id) : undefined;
    if (cell !== undefined) found.push({ cell, share });
  }
  return found;
}

/** The shares of all fields of a form that take part in an identity. */
const sharesOf = memoizePerObject(({ identities }: Form): ReadonlyMap<FieldId, Share> => {
  const shares = new Map<FieldId, Map<number, 1 | -1>>();
  identities.forEach(({ left, right }, i) => {
    for (const [ids, sign] of [[left, 1] as const, [right, -1] as const])
      for (const id of ids) {
        const share = shares.get(id) ?? new Map<number, 1 | -1>();
        shares.set(id, share.set(i, sign));
      }
  });
  return shares;
});

const explains = (a: Share, b: Share, failing: readonly number[]): boolean =>
  failing.every((i) => a.has(i) || b.has(i));

interface Change {
  readonly of: Candidate;
  readonly by: number;
}

/**
 * The changes of the candidates that turn every residue to 0, or none. Two cells that share all their
 * identities would leave the split open: then nothing is said.
 */
function solve(of: readonly [Candidate] | readonly [Candidate, Candidate], residues: Residues): Change[][] {
  const [one, two] = of;
  const alone = (a: Candidate, b: Candidate | undefined): number | undefined => {
    for (const [i, sign] of a.share) {
      const residue = residues[i] ?? null;
      if (residue !== null && (b === undefined || !b.share.has(i))) return sign * residue;
    }
    return undefined;
  };
  let first = alone(one, two);
  let second = two === undefined ? 0 : alone(two, one);
  if (first === undefined && second === undefined) return [];
  if (first === undefined) first = rest(one, two as Candidate, second as number, residues);
  if (second === undefined) second = rest(two as Candidate, one, first, residues);
  const changes: Change[] = [{ of: one, by: first }, ...(two === undefined ? [] : [{ of: two, by: second }])];
  if (changes.some(({ by, of: { cell } }) => by === 0 || (cell.count ?? 0) + by < 0)) return [];
  const holds = residues.every(
    (residue, i) =>
      residue === null ||
      residue === changes.reduce((sum, { of, by }) => sum + (of.share.get(i) ?? 0) * by, 0),
  );
  return holds ? [changes] : [];
}

/** What is left for `cell` in an identity it shares with `other`, which changes `by`. */
function rest(cell: Candidate, other: Candidate, by: number, residues: Residues): number {
  for (const [i, sign] of cell.share) {
    const theirs = other.share.get(i);
    const residue = residues[i] ?? null;
    if (theirs !== undefined && residue !== null) return sign * (residue - theirs * by);
  }
  return 0;
}

const report = (changes: readonly Change[], table: Table, failing: readonly number[]): Suspect[] =>
  changes.map(({ of: { cell, share }, by }) => ({
    cell,
    value: (cell.count ?? 0) + by,
    identities: failing.filter((i) => share.has(i)).map((i) => evaluatedIdentity(table, i)),
  }));
