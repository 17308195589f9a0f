import { evaluatedIdentities } from '../audit/identities.ts';
import type { FieldId } from '../form/types.ts';
import type { PlacedTable } from '../report/types.ts';
import { setCell } from '../rules/describe.ts';
import type { Edit } from '../text/span.ts';

/**
 * Edits that set every wrong total of a table to the sum of its parts, totals of totals included. Blank totals stay blank;
 * balances are left alone, as they are no sums. In the report.
 */
export function fixSums(placed: PlacedTable): readonly Edit[] {
  const { table } = placed;
  const values = new Map<FieldId, number>();
  for (const [id, { count }] of table.cells) if (count !== null) values.set(id, count);
  const sums = evaluatedIdentities(table).filter(
    ({ identity, state }) => identity.kind !== 'balance' && state !== 'unchecked',
  );
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
  return [...table.cells.values()].flatMap((cell): Edit[] => {
    const value = values.get(cell.field.id);
    return value === undefined || value === cell.count || !Number.isSafeInteger(value)
      ? []
      : [setCell(placed, cell, value)];
  });
}
