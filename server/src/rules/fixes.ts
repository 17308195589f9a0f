// The edits of fixes, and their two kinds: a proposal for a person, and a change of notation.
import type { Phrase } from '../base/phrase.ts';
import type { PlacedTable } from '../report/report.ts';
import type { Cell } from '../table/table.ts';
import { BARS, BLANKS } from '../text/chars.ts';
import { type Edit, shift } from '../text/span.ts';
import type { Fix } from './rule.ts';

/** A fix that a person has to look at; `preferred`: the one to offer first. */
export const proposal = (title: Phrase, edits: readonly Edit[], preferred = true): Fix => ({
  title,
  edits,
  safe: false,
  preferred,
});

/** A fix that leaves every figure and statement as it is, and may run on save. */
export const notationFix = (title: Phrase, edits: readonly Edit[], preferred = true): Fix => ({
  title,
  edits,
  safe: true,
  preferred,
});

/** A fix that changes one figure. */
export const figureFix = (
  placed: PlacedTable,
  cell: Cell,
  value: number | string,
  title: Phrase,
  preferred = false,
): Fix => proposal(title, [setCell(placed, cell, value)], preferred);

/** Write `value` into a cell. */
export const setCell = (placed: PlacedTable, cell: Cell, value: number | string): Edit => ({
  ...shift(cell.span, placed.at),
  insert: String(value),
});

/** Whether a value written into the cell stands apart from others: a blank may have left no place for it. */
export function isWritable({ table, section }: PlacedTable, cell: Cell): boolean {
  if (cell.state !== 'blank') return true;
  const { from } = cell.span;
  const row = table.rows.find(({ cells }) => cells.includes(cell));
  if (row === undefined || row.label.to === from) return false;
  const { text } = section.section;
  const isApart = from > 0 && from < text.length && BETWEEN_MARKS.test(text.slice(from - 1, from + 1));
  return isApart && !row.cells.some((other) => other !== cell && other.span.from === from);
}

const BETWEEN_MARKS = new RegExp(`[${BARS}${BLANKS}<>]{2}`);
