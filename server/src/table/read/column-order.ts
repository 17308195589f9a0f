// Columns of `applications` that stand in another order than the form's: 项目 | 总计 | 自然人 | 商业企业 | …

import type { Field, FormRow } from '../../form/spec.ts';
import type { TableCandidate, TableHead } from './row-candidates.ts';

/**
 * The ids of the columns in the order of their heads, where one row of cells names them all and no head over
 * several of them; null where they stand in the form's order, or where that cannot be said.
 */
export function columnOrder(
  { table, heads }: TableCandidate,
  columns: readonly Field[],
): readonly string[] | null {
  const [first] = heads.filter(({ meaning }) => meaning.role === 'column');
  if (table !== 'applications' || first === undefined) return null;
  const line = heads.filter(({ label }) => label.line === first.label.line);
  if (!line.every(isColumnInCell) || line.length !== columns.length) return null;
  const ids = line.map(({ meaning }) => meaning.id);
  const isAll = columns.every(({ column }) => ids.includes(column.id));
  return isAll && columns.some(({ column }, i) => column.id !== ids[i]) ? ids : null;
}

/** Whether bars, tabs or tags mark the cell of a column's head. */
const isColumnInCell = ({ meaning, label }: TableHead): boolean =>
  meaning.role === 'column' &&
  label.tokens.every(({ separator }) => separator !== 'space' && separator !== 'line');

/** The fields of a row as its cells stand in the text. */
export const inColumnOrder = ({ fields }: FormRow, order: readonly string[] | null): readonly Field[] =>
  order === null
    ? fields
    : fields.toSorted((a, b) => order.indexOf(a.column.id) - order.indexOf(b.column.id));
