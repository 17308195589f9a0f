// Comma-separated values as in RFC 4180.

import { printableLines } from './printable.ts';

/** Excel recognises UTF-8 by the byte order mark. */
export const CSV_START = '\ufeff';

export type CsvCell = string | number | null;

/** A line with its line end; null is an empty cell. */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(quoted).join(',')}\r\n`;

/** Quoted where needed. What a spreadsheet would take for a formula gets an apostrophe in front. */
function quoted(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = printableLines(cell);
  const plain = /^[=@\t\r]|^[+-](?![\d.]*$|[-—]*$)/.test(safe) ? `'${safe}` : safe;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
