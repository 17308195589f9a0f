// Local additions that the form does not have: rows and a column that add up some of the others (小计). No row
// or column of the form can have lost its label there.

import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import type { RowCandidate, TableCandidate } from './row-candidates.ts';
import type { Label } from './segments.ts';
import { isFilled } from './token.ts';

const SUBTOTAL = '小计';

/** The table without the rows that add up a group: `（三）不予公开 | 小计 | 1 …`. */
export function withoutSubtotalRows(text: string, table: TableCandidate): TableCandidate {
  if (table.table !== 'applications') return table;
  const isSubtotal = ({ from, to }: Span): boolean => fold(text.slice(from, to)).endsWith(SUBTOTAL);
  // Behind the label of a row the word looks like the content of a cell.
  const isLocal = ({ id, label, rest, values }: RowCandidate): boolean =>
    (id === null && label !== null && isSubtotal(label)) ||
    rest.some(isSubtotal) ||
    values.some((token) => token.kind === 'label' && isSubtotal(token));
  return { ...table, candidates: table.candidates.filter((candidate) => !isLocal(candidate)) };
}

/** Whether a label is the head of a column that adds up others. */
export const isSubtotalHead = ({ key }: Label): boolean => key.endsWith(SUBTOTAL);

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
