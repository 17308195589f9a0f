import type { Edition } from '../../form/types.ts';
import { countFilled, type TableCandidate } from './row-candidates.ts';

/** The rows of `disclosure` by the item of article 20 they stand under, in the form's order. */
const items: readonly (readonly string[])[] = [
  ['regulations', 'normative'],
  ['licence', 'other-services'],
  ['penalty', 'compulsion'],
  ['fee'],
  ['procurement'],
];

/**
 * The edition a table is printed in, by its heads and rows, not by the year or the notice cited. For `disclosure` one edition
 * an item, since published tables mix them; for the others a single one, `usual` where nothing tells.
 */
export function editionOf(collected: TableCandidate, usual: Edition): Edition[] {
  const ids = new Set(collected.candidates.map((slot) => slot.id));
  if (collected.table === 'applications') {
    if (['3-6-1', '3-6-2', '3-6-3'].some((id) => ids.has(id))) return ['2021'];
    return [ids.has('3-6') ? '2019' : usual];
  }
  if (collected.table === 'disputes') return ['2021'];
  const votes = items.map((rows) => voteOf(collected, rows));
  const majority =
    votes.filter((vote) => vote === '2019').length > votes.filter((vote) => vote === '2021').length
      ? '2019'
      : '2021';
  const out = votes.map((vote) => vote ?? majority);
  const whole = votes.every((vote) => vote !== '2021');
  out[4] = ids.has('procurement') || (majority === '2019' && whole) ? '2019' : '2021';
  return out;
}

/** What the heads over an item's rows say; without heads, the rows and how many values they have. */
function voteOf({ candidates }: TableCandidate, rows: readonly string[]): Edition | null {
  const own = candidates.filter((slot) => slot.id !== null && rows.includes(slot.id));
  if (own.length === 0) return null;
  const heads = own.flatMap((slot) => slot.heads).filter((head) => head.role === 'column');
  const only = (edition: Edition): number =>
    heads.filter((head) => head.editions.length === 1 && head.editions[0] === edition).length;
  if (only('2019') !== only('2021')) return only('2019') > only('2021') ? '2019' : '2021';
  if (own.some((slot) => slot.id === 'other-services' || slot.id === 'procurement')) return '2019';
  if (rows.includes('regulations')) return null;
  const most = own.reduce((highest, { values }) => Math.max(highest, countFilled(values)), 0);
  return most === 0 ? null : most > 1 ? '2019' : '2021';
}
