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

/**
 * Whether the last label of a segment ends a line of column heads whose values stand below it (`其他 | 总计` and
 * below it `0 | 9`), or the heads of all columns one under another: it is no row then, whatever it says.
 */
export function endsHeads(labels: readonly Label[], valuesLine: number): boolean {
  const last = labels.at(-1);
  if (last === undefined || last.meanings.length < 2 || last.line === valuesLine) return false;
  let beside = 0;
  let columns = 0;
  for (let i = labels.length - 2; i >= 0; i--) {
    const { meanings, line } = labels[i] as Label;
    if (meanings.some((meaning) => last.meanings.includes(meaning))) return false;
    if (meanings.length === 1 && meanings[0]?.role === 'row') break;
    if (line === last.line) beside++;
    if (meanings.length > 0 && meanings.every(({ role }) => role === 'column')) columns++;
  }
  return beside >= 2 || columns >= 5;
}
