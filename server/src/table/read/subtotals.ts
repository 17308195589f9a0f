// Local additions that the form does not have: rows and a column that add up some of the others (小计). No row
// or column of the form can have lost its label there.

import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import type { LabelMeaning } from './label-dictionary.ts';
import type { RowCandidate, TableCandidate } from './row-candidates.ts';
import type { Label } from './segments.ts';
import { isFilled } from './token.ts';

export const SUBTOTAL = '小计';

/** What may be the sum of a group in front of rows of the form, though it has the words of the sum of all. */
const sums: ReadonlySet<string> = new Set(['合计', '总计']);

/**
 * The table without the rows that add up a group: `（三）不予公开 | 小计 | 1 …`, a sum with rows of the form behind
 * it, and `（六）其他处理` with figures of its own where its three parts are there.
 */
export function withoutSubtotalRows(text: string, table: TableCandidate): TableCandidate {
  const { candidates } = table;
  if (table.table !== 'applications') return table;
  const foldOf = ({ from, to }: Span): string => fold(text.slice(from, to));
  const isSubtotal = (span: Span): boolean => foldOf(span).endsWith(SUBTOTAL);
  const hasParts = candidates.some(({ id }) => id === '3-6-1' || id === '3-6-2');
  const last = candidates.findLastIndex(({ id }) => id?.startsWith('3-'));
  // Behind the label of a row the word looks like the content of a cell.
  const isLocal = ({ id, label, rest, values }: RowCandidate, i: number): boolean =>
    (id === null && label !== null && isSubtotal(label)) ||
    (id === '3-7' && i < last && label !== null && sums.has(foldOf(label))) ||
    rest.some(isSubtotal) ||
    values.some((token) => token.kind === 'label' && isSubtotal(token));
  const ofForm = candidates.filter((candidate, i) => !isLocal(candidate, i));
  // A group is no row where its parts are; figures below it may be those of the first part.
  return { ...table, candidates: hasParts ? ofForm.map(withoutGroupLabel) : ofForm };
}

const withoutGroupLabel = (candidate: RowCandidate): RowCandidate =>
  candidate.id === '3-6' ? { ...candidate, id: null, meaning: null, label: null } : candidate;

/** Whether a label is the head of a column that adds up others. */
export const isSubtotalHead = ({ key }: Label, meaning: LabelMeaning | null): boolean =>
  (meaning?.id ?? key).endsWith(SUBTOTAL);

/** Six kinds of applicants, their total, and the subtotal of organisations. */
const cellsWithSubtotal = 8;

/** A row without the value below the head 小计: behind 其他 or in front of 商业企业. */
export function withoutSubtotal(
  candidate: RowCandidate,
  { table, subtotalBehind }: TableCandidate,
): RowCandidate {
  if (table !== 'applications' || subtotalBehind === null) return candidate;
  const filled = candidate.values.filter(isFilled);
  if (filled.length !== cellsWithSubtotal) return candidate;
  const subtotal = filled[subtotalBehind === 'other' ? cellsWithSubtotal - 2 : 1];
  return { ...candidate, values: candidate.values.filter((token) => token !== subtotal) };
}
