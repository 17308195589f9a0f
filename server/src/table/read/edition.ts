// Finds the form a table is printed in: each edition has other rows and columns.

import { form, mixedDisclosure } from '../../form/form.ts';
import type { Edition, Form } from '../../form/spec.ts';
import type { TableCandidate } from './row-candidates.ts';
import { countFilled } from './token.ts';

/** The rows of `disclosure` by the item of article 20 they stand under, in the form's order. */
const items: readonly (readonly string[])[] = [
  ['regulations', 'normative'],
  ['licence', 'other-services'],
  ['penalty', 'compulsion'],
  ['fee'],
  ['procurement'],
];

/**
 * The form of a table, by its heads and rows, not by the year or the notice it cites. `usual` is the edition
 * where nothing tells.
 */
export function formOf(candidate: TableCandidate, usual: Edition): Form {
  const editions = editionsOf(candidate, usual);
  const { table } = candidate;
  return table === 'disclosure' ? mixedDisclosure(editions) : form(table, editions[0] ?? '2021');
}

/** For `disclosure` one edition an item, because published tables mix them; for the others a single one. */
function editionsOf({ table, candidates }: TableCandidate, usual: Edition): Edition[] {
  const ids = new Set(candidates.map(({ id }) => id));
  if (table === 'applications') {
    if (['3-6-1', '3-6-2', '3-6-3'].some((id) => ids.has(id))) return ['2021'];
    return [ids.has('3-6') ? '2019' : usual];
  }
  if (table === 'disputes') return ['2021'];
  const votes = items.map((rows) => voteOf(candidates, rows));
  const countOf = (edition: Edition): number => votes.filter((vote) => vote === edition).length;
  const majority = countOf('2019') > countOf('2021') ? '2019' : '2021';
  const editions = votes.map((vote) => vote ?? majority);
  // Edition 2021 has no 政府集中采购: without the row, its item is of 2019 only if all others are.
  const is2019 = ids.has('procurement') || (majority === '2019' && countOf('2021') === 0);
  editions[4] = is2019 ? '2019' : '2021';
  return editions;
}

/** What the heads over an item's rows say, else the rows and how many values they have; null for nothing. */
function voteOf(candidates: TableCandidate['candidates'], rows: readonly string[]): Edition | null {
  const own = candidates.filter(({ id }) => id !== null && rows.includes(id));
  if (own.length === 0) return null;
  const heads = own.flatMap((candidate) => candidate.heads).filter(({ role }) => role === 'column');
  const countOnly = (edition: Edition): number =>
    heads.filter(({ editions }) => editions.length === 1 && editions[0] === edition).length;
  const [old, current] = [countOnly('2019'), countOnly('2021')];
  if (old !== current) return old > current ? '2019' : '2021';
  // One head, perhaps repeated in each cell that it covers: the items of 2019 have several columns.
  if (heads.length > 0 && heads.every(({ id }) => id === 'decisions')) return '2021';
  if (own.some(({ id }) => id === 'other-services' || id === 'procurement')) return '2019';
  if (rows.includes('regulations')) return null;
  const most = own.reduce((highest, { values }) => Math.max(highest, countFilled(values)), 0);
  return most === 0 ? null : most > 1 ? '2019' : '2021';
}
