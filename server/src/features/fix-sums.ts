// All totals of a table set to the sums of their parts.
import { evaluatedIdentities } from '../audit/identities.ts';
import type { FieldId } from '../form/spec.ts';
import type { PlacedTable } from '../report/report.ts';
import { setCell } from '../rules/fixes.ts';
import type { Finding } from '../rules/rule.ts';
import type { Edit } from '../text/span.ts';
import { reportedIdentities } from './identity-tally.ts';

/** Edits that write `sumChanges`. In the report. */
export const fixSums = (placed: PlacedTable, findings: readonly Finding[]): readonly Edit[] =>
  [...sumChanges(placed, findings)].flatMap(([id, value]): Edit[] => {
    const cell = placed.table.cell(id);
    return cell === undefined ? [] : [setCell(placed, cell, value)];
  });

/**
 * The values that set every wrong total of a table to the sum of its parts, totals of totals included.
 * Blank totals stay blank; totals whose mismatch is accepted, and balances, are left alone.
 */
export function sumChanges(
  { table }: PlacedTable,
  findings: readonly Finding[],
): ReadonlyMap<FieldId, number> {
  const values = new Map<FieldId, number>();
  for (const [id, { count }] of table.cells) if (count !== null) values.set(id, count);
  const checked = evaluatedIdentities(table).filter(
    ({ identity, state }) => identity.kind !== 'balance' && state !== 'unchecked',
  );
  const reported = reportedIdentities(findings);
  const accepted = checked.filter(({ identity, state }) => state === 'fails' && !reported.has(identity));
  const sums = checked.filter(({ identity }) => !accepted.some(({ identity: { at } }) => at === identity.at));
  // Columns before rows, so that the total of a total row is the sum of what is in it then.
  const order = [
    ...sums.filter(({ identity }) => identity.kind === 'column-total'),
    ...sums.filter(({ identity }) => identity.kind !== 'column-total'),
  ];
  for (let round = 0; round < 3; round++)
    for (const { identity } of order)
      values.set(
        identity.at,
        identity.left.reduce((sum, id) => sum + (values.get(id) ?? 0), 0),
      );
  const changes = new Map<FieldId, number>();
  for (const [id, { count }] of table.cells) {
    const value = values.get(id);
    if (value !== undefined && value !== count && Number.isSafeInteger(value)) changes.set(id, value);
  }
  return changes;
}
