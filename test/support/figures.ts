// Consistent figures for the form, drawn by chance, and how to change some. `printer.ts` prints them.

import { form } from '../../server/src/form/form.ts';
import type { Edition, FieldId, Form, TableId } from '../../server/src/form/spec.ts';
import { type Random, random } from './random.ts';

/** What stands in each cell, as written; '' for a blank. */
export type Figures = ReadonlyMap<FieldId, string>;

export const tables: readonly TableId[] = ['disclosure', 'applications', 'disputes'];

export const formsOf = (edition: Edition): readonly Form[] => tables.map((table) => form(table, edition));

/** A figure as a number; an explicit none, a blank and a missing cell count as 0. */
export const count = (figures: Figures, field: FieldId): number => Number(figures.get(field) ?? 0) || 0;

/** Every cell of the edition holding '0'. */
export function zeros(edition: Edition): Map<FieldId, string> {
  return new Map(formsOf(edition).flatMap((one) => [...one.fields.keys()].map((id) => [id, '0'] as const)));
}

/** `given` on a ground of zeros, with every total that `given` leaves out worked out from its parts. */
export function figures(edition: Edition, given: Readonly<Record<FieldId, string | number>>): Figures {
  const all = zeros(edition);
  for (const [field, value] of Object.entries(given)) {
    if (!all.has(field)) throw new Error(`no field ${field} in edition ${edition}`);
    all.set(field, String(value));
  }
  return withTotals(edition, all, new Set(Object.keys(given)));
}

/** Random figures in which every identity holds, plausible enough that no rule has anything to say. */
export function consistentFigures(chance: Random, edition: Edition): Figures {
  const all = zeros(edition);
  for (const one of formsOf(edition)) {
    if (one.table.id === 'disclosure') disclosureFigures(all, one, chance);
    if (one.table.id === 'applications') applicationFigures(all, one, chance);
    if (one.table.id === 'disputes') {
      for (const field of one.fields.keys())
        if (!field.endsWith('.total') && chance.chance(0.2)) all.set(field, String(chance.between(1, 30)));
    }
  }
  return withTotals(edition, all, new Set());
}

/** The same figures for the same seed. */
export const figuresOf = (seed: number, edition: Edition): Figures =>
  consistentFigures(random(seed), edition);

/** Some zeros left blank (parts and totals alike, so that every identity still holds or is unchecked). */
export function withBlanks(given: Figures, chance: Random, share = 0.15): Figures {
  const blank = (value: string) => (value === '0' && chance.chance(share) ? '' : value);
  return new Map([...given].map(([field, value]) => [field, blank(value)]));
}

/** Some zeros written as an explicit none: `/`, `-`, `—`, `——` or `无`. */
export function withNones(given: Figures, chance: Random, share = 0.1): Figures {
  const none = (value: string) =>
    value === '0' && chance.chance(share) ? chance.pick(['/', '-', '—', '——', '无']) : value;
  return new Map([...given].map(([field, value]) => [field, none(value)]));
}

/** Work out every total not in `fixed`: inner totals first, so that totals of totals come out right. */
function withTotals(edition: Edition, all: Map<FieldId, string>, fixed: ReadonlySet<FieldId>): Figures {
  for (const one of formsOf(edition)) {
    const sums = one.identities.filter(({ kind, at }) => kind !== 'balance' && !fixed.has(at));
    // Twice: the total of totals may come before the totals it adds up.
    for (const { left, at } of [...sums, ...sums]) {
      all.set(at, String(left.reduce((sum, part) => sum + count(all, part), 0)));
    }
  }
  return all;
}

function applicationFigures(all: Map<FieldId, string>, one: Form, chance: Random): void {
  const busy = chance.pick([0, 0.03, 0.1, 0.4]);
  const most = chance.pick([3, 30, 900]);
  const cell = (row: string, column: string) => `applications.${row}.${column}`;
  const columns = [...new Set([...one.fields.values()].map((field) => field.column.id))];
  const results = [...new Set([...one.fields.values()].map((field) => field.row.id))].filter(
    (row) => row.startsWith('3-') && row !== '3-7',
  );
  for (const column of columns.filter((id) => id !== 'total')) {
    let done = 0;
    for (const row of results) {
      const value = chance.chance(busy) ? chance.between(1, most) : 0;
      all.set(cell(row, column), String(value));
      done += value;
    }
    const left = chance.chance(busy * 2) ? chance.between(0, most) : 0;
    const before = chance.chance(busy * 2) ? chance.between(0, done + left) : 0;
    all.set(cell('4', column), String(left));
    all.set(cell('2', column), String(before));
    all.set(cell('1', column), String(done + left - before));
  }
}

function disclosureFigures(all: Map<FieldId, string>, one: Form, chance: Random): void {
  for (const [id, { column, row }] of one.fields) {
    // A local bureau makes no 规章, so any other figure there would be a finding of its own.
    if (row.id === 'regulations') continue;
    const large = chance.pick([9, 99, 150_000]);
    if (column.measure === 'money')
      all.set(id, chance.pick(['0', '12.5', '0.092', '13816.5', String(chance.between(1, 400))]));
    else if (column.measure === 'change') all.set(id, chance.pick(['0', '0', '+19', '-8', '3']));
    else if (column.id !== 'in-force' && column.id !== 'total-published')
      all.set(id, String(chance.between(0, row.id === 'normative' ? 12 : large)));
  }
  const most = Math.max(
    count(all, 'disclosure.normative.made'),
    count(all, 'disclosure.normative.repealed'),
    count(all, 'disclosure.normative.published'),
  );
  for (const id of ['disclosure.normative.in-force', 'disclosure.normative.total-published'])
    if (all.has(id)) all.set(id, String(most + chance.between(0, 90)));
}
