// What the rules on broken identities share: which of them they report, and the fixes in every direction.
import {
  completingValue,
  type EvaluatedIdentity,
  evaluatedIdentities,
  failedIdentities,
  identityCells,
} from '../audit/identities.ts';
import { suspectsOf } from '../audit/suspects.ts';
import type { Phrase } from '../base/phrase.ts';
import { quotedFieldName } from '../form/field-names.ts';
import type { PlacedTable } from '../report/report.ts';
import type { Cell, Table } from '../table/table.ts';
import { figureFix, isWritable } from './fixes.ts';
import type { Fix } from './rule.ts';

/** Fails without a blank that would explain it: blanks are the finding of `blank-cell`. */
export const failuresWithoutBlanks = (table: Table): readonly EvaluatedIdentity[] =>
  failedIdentities(table).filter(({ blanks }) => blanks.length === 0);

/**
 * Fixes of a failed identity, the likeliest first: the cell that alone explains all that fails; the cell the
 * finding stands on from the others; any other cell whose change breaks no identity that holds.
 */
export function identityFixes(placed: PlacedTable, failure: EvaluatedIdentity): Fix[] {
  const { table } = placed;
  const total = table.cell(failure.identity.at);
  const suspects = suspectsOf(table);
  // One of several wrong cells of a sum does not mend it alone.
  const suspect = suspects.find(
    ({ cell, value, identities }) =>
      identities.some(({ identity }) => identity === failure.identity) &&
      completingValue(failure, cell) === value,
  );
  const fixes: Fix[] = [];
  const offer = (cell: Cell, value: number | null, title: FixTitle): void => {
    if (value === null || !isWritable(placed, cell)) return;
    const name = quotedFieldName(cell.field);
    const fix = figureFix(placed, cell, value, title(name, value), fixes.length === 0);
    if (!fixes.some((other) => isSame(other, fix))) fixes.push(fix);
  };
  if (suspect !== undefined)
    offer(suspect.cell, suspect.value, suspects.length > 1 ? oneOfSeveral : suspectTitle);
  if (total !== undefined) offer(total, completingValue(failure, total), totalTitle);
  for (const cell of identityCells(table, failure))
    if (cell !== total && breaksNothing(table, failure, cell))
      offer(cell, completingValue(failure, cell), partTitle);
  return fixes;
}

const isSame = ({ edits: [a] }: Fix, { edits: [b] }: Fix): boolean =>
  a?.from === b?.from && a?.insert === b?.insert;

type FixTitle = (name: Phrase, value: number) => Phrase;

const suspectTitle: FixTitle = (name, value) => ({
  zh: `将${name.zh}改为 ${value}（改这一格，各项勾稽关系全部成立）`,
  en: `Set ${name.en} to ${value} (this one change makes every identity hold)`,
});
const oneOfSeveral: FixTitle = (name, value) => ({
  zh: `将${name.zh}改为 ${value}（改这一格，涉及它的勾稽关系成立）`,
  en: `Set ${name.en} to ${value} (its own identities then hold)`,
});
const totalTitle: FixTitle = (name, value) => ({
  zh: `按其他各格重算，将${name.zh}改为 ${value}`,
  en: `Recompute: set ${name.en} to ${value}`,
});
const partTitle: FixTitle = (name, value) => ({
  zh: `由总数反推，将${name.zh}改为 ${value}`,
  en: `Work back: set ${name.en} to ${value}`,
});

const breaksNothing = (table: Table, failure: EvaluatedIdentity, cell: Cell): boolean =>
  (table.form.identitiesOf.get(cell.field.id) ?? []).every(
    (identity) =>
      identity === failure.identity ||
      evaluatedIdentities(table).some((each) => each.identity === identity && each.state !== 'holds'),
  );
