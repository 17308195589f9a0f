// Chooses what a label means where it stands.

import type { TableId } from '../../form/spec.ts';
import type { LabelMeaning } from './label-dictionary.ts';
import type { Label } from './segments.ts';

/**
 * What a label means in a table; null for nothing. `其他` and `总计` are heads and rows: without numbering they
 * are rows only where they own the values (`isOwner`) and rows stand before them (`hasRows`).
 */
export function chooseMeaning(
  label: Label,
  table: TableId,
  hasRows: boolean,
  isOwner: boolean,
): LabelMeaning | null {
  const [only, more] = label.meanings;
  if (more === undefined) return only?.table === table ? only : null;
  const own = label.meanings.filter((meaning) => meaning.table === table);
  const row = own.find((meaning) => meaning.role === 'row');
  const other = own.find((meaning) => meaning.role !== 'row');
  if (row === undefined || other === undefined) return own[0] ?? null;
  // （六）其他处理 is a row of its own in edition 2019, a group in 2021.
  return isOwner && (hasRows || other.role === 'group') ? row : other;
}
