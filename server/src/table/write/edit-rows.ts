// Rows taken out of a table, and put into the order of the form.
import { areApart, type Edit, type Span } from '../../text/span.ts';
import type { TableRow } from '../table.ts';
import type { TableText } from './table-text.ts';

/** Deletes the row whose body is `span`, with its lead and tail. */
export function removeRow({ rows }: TableText, span: Span): Edit {
  const { from, to } = rows.find(({ body }) => body.from === span.from && body.to === span.to) ?? span;
  return { from, to, insert: '' };
}

/**
 * Moves labels and figures into the form's order, each place keeping its marks. No edits where the shapes of
 * rows differ.
 */
export function reorderRows({ table, text }: TableText): Edit[] {
  if (table.problems.some(({ kind }) => kind === 'duplicate-row')) return [];
  const { rank } = table.form;
  const sorted = [...table.rows].sort((a, b) => (rank.get(a.row.id) ?? 0) - (rank.get(b.row.id) ?? 0));
  const edits = table.rows.map((row, i) => replaceRow(text, row, sorted[i] as TableRow));
  if (edits.includes(null)) return [];
  const all = edits.flatMap((each) => each ?? []);
  // A label may be wrapped around its values.
  return areApart(all) ? all : [];
}

/** Writes the words and figures of one row in the place of another; null where they do not fit there. */
function replaceRow(text: string, { label, cells }: TableRow, by: TableRow): Edit[] | null {
  if (by.label === label) return [];
  if (by.cells.length !== cells.length || cells.some(({ state }) => state === 'unsure')) return null;
  const edits = [{ ...label, insert: text.slice(by.label.from, by.label.to) }];
  for (const [i, { span, raw }] of cells.entries()) {
    const insert = by.cells[i]?.raw ?? '';
    // How a blank is told from no cell, its own row only shows.
    if ((insert === '') !== (raw === '')) return null;
    if (insert !== raw) edits.push({ ...span, insert });
  }
  return edits;
}
