import {
  completingValue,
  type EvaluatedIdentity,
  evaluatedIdentities,
  failedIdentities,
  identityCells,
} from '../audit/identities.ts';
import { suspectsOf } from '../audit/suspects.ts';
import type { Phrase } from '../base/phrase.ts';
import type { PlacedTable } from '../report/types.ts';
import type { Cell, Table } from '../table/types.ts';
import { cellName, figureFix, isWritable } from './describe.ts';
import type { Fix } from './rule.ts';

/** What the rules on identities share: the arithmetic in words, and the fixes in every direction. */

/** Counts of the cells on a side as a sum: `45+1+3`, zeros left out where there are more than six. */
export function writtenSum(table: Table, ids: readonly string[]): string {
  const counts = ids.map((id) => table.cell(id)?.count ?? 0);
  const shown = counts.length > 6 ? counts.filter((count) => count !== 0) : counts;
  return shown.length === 0 ? '0' : shown.join('+');
}

/** Fails without a blank that would explain it: blanks are the finding of `blank-cell`. */
export const failuresWithoutBlanks = (table: Table): readonly EvaluatedIdentity[] =>
  failedIdentities(table).filter(({ blanks }) => blanks.length === 0);

/**
 * Fixes of a broken identity, the likeliest first: the cell that alone explains all that is broken; the cell the finding
 * stands on from the others; any other cell whose change breaks no identity that holds.
 */
export function identityFixes(placed: PlacedTable, sum: EvaluatedIdentity): Fix[] {
  const { table } = placed;
  const at = table.cell(sum.identity.at);
  const suspects = suspectsOf(table);
  // One of several wrong cells of a sum does not mend it alone.
  const suspect = suspects.find(
    ({ cell, value, identities }) =>
      identities.some(({ identity }) => identity === sum.identity) && completingValue(sum, cell) === value,
  );
  const fixes: Fix[] = [];
  const offer = (cell: Cell, value: number | null, title: (name: Phrase, value: number) => Phrase): void => {
    if (value === null || !isWritable(placed, cell)) return;
    const edit = figureFix(placed, cell, value, title(cellName(cell.field), value), fixes.length === 0);
    if (
      !fixes.some(
        (fix) => fix.edits[0]?.from === edit.edits[0]?.from && fix.edits[0]?.insert === String(value),
      )
    )
      fixes.push(edit);
  };
  if (suspect !== undefined)
    offer(suspect.cell, suspect.value, suspects.length > 1 ? oneOfSeveral : suspectTitle);
  if (at !== undefined) offer(at, completingValue(sum, at), totalTitle);
  for (const cell of identityCells(table, sum))
    if (cell !== at && breaksNothing(table, sum, cell)) offer(cell, completingValue(sum, cell), partTitle);
  return fixes;
}

const suspectTitle = (name: Phrase, value: number): Phrase => ({
  zh: `将${name.zh}改为 ${value}（改这一格，各项勾稽关系全部成立）`,
  en: `Set ${name.en} to ${value} (this one change makes every identity hold)`,
});
const oneOfSeveral = (name: Phrase, value: number): Phrase => ({
  zh: `将${name.zh}改为 ${value}（改这一格，涉及它的勾稽关系成立）`,
  en: `Set ${name.en} to ${value} (its own identities then hold)`,
});
const totalTitle = (name: Phrase, value: number): Phrase => ({
  zh: `按其他各格重算，将${name.zh}改为 ${value}`,
  en: `Recompute: set ${name.en} to ${value}`,
});
const partTitle = (name: Phrase, value: number): Phrase => ({
  zh: `由总数反推，将${name.zh}改为 ${value}`,
  en: `Work back: set ${name.en} to ${value}`,
});

const breaksNothing = (table: Table, sum: EvaluatedIdentity, cell: Cell): boolean =>
  (table.form.identitiesOf.get(cell.field.id) ?? []).every(
    (identity) =>
      identity === sum.identity ||
      evaluatedIdentities(table).some((each) => each.identity === identity && each.state !== 'holds'),
  );
