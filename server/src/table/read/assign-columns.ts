// Decides which cell of the form each value of a row fills. A full row needs no thought; for a row with blank
// cells `assign-by-column.ts`, `assign-by-mark.ts` and `assign-by-gap.ts` are asked in this order.

import { isNoneMark, plainCount } from '../../text/number.ts';
import { assignByColumn } from './assign-by-column.ts';
import { assignByGap } from './assign-by-gap.ts';
import { assignByMark } from './assign-by-mark.ts';
import type { RowLayout } from './row-layout.ts';
import { asCells, type CellAssignment, type RowTokens } from './row-tokens.ts';
import type { Token } from './token.ts';
import { isTornApart } from './torn-figures.ts';

/**
 * The cells of a row in the form's order; null when it cannot be said which value stands in which cell.
 * Values are never shifted: a blank needs an empty cell, or the gap it leaves where nothing marks cells.
 */
export function assignColumns(text: string, row: RowTokens, layout: RowLayout): CellAssignment[] | null {
  const { filled, width } = row;
  if (layout.onOneLine && isTorn(row)) return null;
  if (filled.length === width) return asCells(filled);
  if (filled.length > width)
    return withoutCovers(text, filled, width) ?? withoutPageNumbers(text, filled, width);
  return (
    assignMerged(text, row) ??
    assignByColumn(row, layout.grid) ??
    assignByMark(row, layout) ??
    (isLoneAtEnd(row) ? null : assignByGap(text, row, layout.gaps)) ??
    assignWithoutTrace(text, row)
  );
}

/**
 * More values than cells in one line of marked cells: a merged label whose covered cells hold dashes in front
 * of them (`一、本年新收 | - | - | 8 | 1 …`), or a merged figure that stands in each cell it covers, or has dashes
 * there (`行政许可 | 57 | 57 | 57`).
 */
function withoutCovers(text: string, filled: readonly Token[], width: number): CellAssignment[] | null {
  const [first] = filled;
  if (first === undefined || isUnmarked(first)) return null;
  const textOf = ({ from, to }: Token): string => text.slice(from, to);
  const isDash = (token: Token): boolean => isNoneMark(textOf(token));
  const own = filled.filter(({ line }) => line === first.line);
  // A dash further down stands in front of the next label.
  if (own.length < width || filled.some((token) => token.line !== first.line && !isDash(token))) return null;
  const extra = own.length - width;
  if (own.slice(0, extra).every(isDash)) return asCells(own.slice(extra));
  const last = textOf(own[width - 1] as Token);
  const behind = own.slice(width);
  const isRepeated = width !== applicants && behind.every((token) => textOf(token) === last);
  // Words behind a full row are a remark beside the table.
  const isCovered = isRepeated || behind.every(isDash) || behind.every(({ kind }) => kind === 'label');
  return isCovered ? asCells(own.slice(0, width)) : null;
}

/** Whether no bar, tab or tag marks the cell of a token. */
const isUnmarked = ({ separator }: Token): boolean => separator === 'space' || separator === 'line';

/**
 * Whether some values of a row stand beside its label and some on other lines: a number was torn in a narrow
 * cell (`481` above the line, `0` below it), and which one cannot be seen.
 */
export function isTorn({ label, filled, width }: RowTokens): boolean {
  if (label === null) return false;
  const beside = filled.filter(({ line }) => line === label.line).length;
  return beside > 0 && beside < width && beside < filled.length;
}

/**
 * More values than cells: page numbers between rows are left out when one line holds just the row. They are
 * none where they complete a number of the row that a narrow cell has torn.
 */
function withoutPageNumbers(text: string, filled: readonly Token[], width: number): CellAssignment[] | null {
  const lines = new Map<number, Token[]>();
  for (const token of filled) {
    const line = lines.get(token.line);
    if (line === undefined) lines.set(token.line, [token]);
    else line.push(token);
  }
  const [only, more] = [...lines.values()].filter((line) => line.length === width);
  if (only === undefined || more !== undefined) return null;
  const figureOf = ({ from, to }: Token): string => text.slice(from, to);
  const others = filled.filter((token) => token.line !== only[0]?.line).map(figureOf);
  // Page numbers come one by one, perhaps with the number of pages.
  if (others.length > 2) return null;
  return isTornApart(only.map(figureOf), others) ? null : asCells(only);
}

/** Whether the last row of `applications` has one figure: nothing behind it shows how many blanks follow. */
const isLoneAtEnd = ({ filled, width, next }: RowTokens): boolean =>
  filled.length === 1 && width === applicants && next === null;

/** A row of `applications` has cells for six kinds of applicants and their total. */
const applicants = 7;

/**
 * Figures of merged cells at the start of an otherwise empty row: one of seven cells is what they come to; of
 * three the second is that of the five kinds of organisations, where the sum says so.
 */
function assignMerged(text: string, { label, filled, values, width }: RowTokens): CellAssignment[] | null {
  const [first, second, third, more] = filled;
  if (label === null || first === undefined || width !== applicants) return null;
  if (isUnmarked(first) || more !== undefined || filled.some((token, i) => values[i] !== token)) return null;
  if (second === undefined) return totalAlone(first);
  const [person, organisations, total] = filled.map(({ from, to }) => plainCount(text.slice(from, to)));
  if (third === undefined || person == null || !organisations || person + organisations !== total)
    return null;
  return [{ token: first }, ...Array.from({ length: 5 }, () => ({ unsure: second })), { token: third }];
}

/** A row whose total is known and nothing else. */
const totalAlone = (token: Token): CellAssignment[] =>
  Array.from({ length: applicants }, (_, i) => (i === applicants - 1 ? { token } : { unsure: token }));

/** Blank cells that leave no trace: sure only where the row has no value at all, or the total alone. */
function assignWithoutTrace(text: string, { label, filled, width }: RowTokens): CellAssignment[] | null {
  const [total] = filled;
  if (label === null || filled.length > 1 || (total !== undefined && width !== applicants)) return null;
  if (total !== undefined) return totalAlone(total);
  const blank = Math.min(label.to, text.length);
  return Array.from({ length: width }, () => ({ blank }));
}
