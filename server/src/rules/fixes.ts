// The edits of fixes, and their two kinds: a proposal for a person, and a change of notation.
import { breaksIdentity } from '../audit/identities.ts';
import { inBoth, joinPhrases, type Phrase } from '../base/phrase.ts';
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

/** A fix that changes one figure. Its title says so where sums that hold now will differ then. */
export const figureFix = (
  placed: PlacedTable,
  cell: Cell,
  value: number | string,
  title: Phrase,
  preferred = false,
): Fix =>
  proposal(
    breaksSums(placed, cell, value) ? withWarning(title) : title,
    [setCell(placed, cell, value)],
    preferred,
  );

/** Whether a figure written into a cell makes a sum fail that does not fail now. */
export const breaksSums = ({ table }: PlacedTable, cell: Cell, value: number | string): boolean =>
  typeof value === 'number' && breaksIdentity(table, new Map([[cell.field.id, value]]));

/** The title of a change that leaves sums unequal which hold now. */
export const withWarning = (title: Phrase): Phrase => joinPhrases([title, WILL_DIFFER], inBoth(''));

const WILL_DIFFER: Phrase = { zh: '（其他勾稽关系将不成立）', en: ' (other sums will then differ)' };

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
