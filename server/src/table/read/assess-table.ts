// What the labels and values of a table tell as a whole, before any row is bound.

import type { Form } from '../../form/spec.ts';
import type { Span } from '../../text/span.ts';
import type { WhyUnreadable } from '../table.ts';
import type { RowCandidate, TableCandidate } from './row-candidates.ts';
import { countFilled, isFilled } from './token.ts';

/** Two rows of the form, or one under its heads: less is a sentence or list that happens to use its words. */
export function isTable({ candidates, heads, table }: TableCandidate): boolean {
  const known = candidates.filter(({ id }) => id !== null).length;
  const certain = heads.filter(({ meaning }) => meaning.official).length;
  if (table !== 'disputes') return known >= 2 || (known === 1 && certain >= 2) || certain >= 4;
  const kinds = new Set(heads.map(({ meaning }) => meaning.id)).size;
  return (known > 0 && certain >= 2) || (certain >= 4 && kinds >= 4);
}

/**
 * Why the values of a table cannot be told: digits stick to the labels, or most labels have none, because
 * they are lost or stand apart from the labels, in columns of their own.
 */
export function whyUnreadable(candidates: readonly RowCandidate[], form: Form): WhyUnreadable | null {
  if (form.table.id === 'disputes') return areCasesApart(candidates) ? 'values-apart' : null;
  const known = candidates.filter(({ id, label }) => id !== null && label !== null);
  const glued = known.filter(({ label }) => label?.glued === true).length;
  if (glued >= 2 || (glued === 1 && known.length <= 2)) return 'values-glued';
  const bare = known.filter((candidate) => candidate.values.length === 0 && !hasRoom(candidate)).length;
  if (known.length < 4 || bare * 3 <= known.length * 2) return null;
  const apart = candidates.filter(({ label, values }) => label === null && countFilled(values) >= 3).length;
  return apart > 0 ? 'values-apart' : known.length * 2 > form.rows.length ? 'values-lost' : null;
}

/** A group of `disputes` has at least as many values. */
const fewestCases = 5;

/** Whether the one row of `disputes` stands in several pieces, none of them as long as one of its groups. */
function areCasesApart(candidates: readonly RowCandidate[]): boolean {
  const pieces = candidates.filter(({ id, values }) => id === 'cases' && hasValue(values));
  return pieces.length > 1 && pieces.every(({ values }) => countFilled(values) < fewestCases);
}

/** Whether blank lines behind a label leave room for cells. */
const hasRoom = ({ label, next }: RowCandidate): boolean =>
  next !== null && label !== null && next.line - label.line >= 4;

/**
 * The one column of `applications` whose head is missing while every row has one value too few; else null.
 */
export function absentColumn(
  candidates: readonly RowCandidate[],
  heads: TableCandidate['heads'],
  { table }: Form,
): string | null {
  const [block] = table.blocks;
  if (table.id !== 'applications' || block === undefined) return null;
  const filled = candidates.filter(({ id, values }) => id !== null && hasValue(values));
  const short = filled.filter(({ values }) => countFilled(values) === block.columns.length - 1);
  if (short.length < 4 || short.length * 5 < filled.length * 4) return null;
  const seen = new Set(heads.map(({ meaning }) => meaning.id));
  const [absent, more] = block.columns.filter((column) => !seen.has(column.id));
  return absent !== undefined && more === undefined ? absent.id : null;
}

/** A row the form does not have: a short label with a value behind it. */
export const isUnknownRow = ({ label, values }: RowCandidate): boolean =>
  label !== null && label.to - label.from <= longestUnknown && hasValue(values);

/** A longer text, in UTF-16 units, is no label of a row. */
const longestUnknown = 40;

const hasValue = (values: RowCandidate['values']): boolean => values.some(({ kind }) => kind === 'value');

/** From the first label or head to the end of the last value. */
export function extentOf({ candidates, heads }: TableCandidate): Span {
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  for (const candidate of candidates) {
    from = Math.min(from, candidate.from);
    to = Math.max(to, endOf(candidate));
  }
  for (const { label } of heads) {
    from = Math.min(from, label.from);
    to = Math.max(to, label.to);
  }
  return { from, to };
}

/** End of the last value; of the label where there is none. */
export const endOf = ({ values, label, from }: RowCandidate): number =>
  values.findLast(isFilled)?.to ?? label?.to ?? from;
