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

/** The rows of a text of comma-separated values; tabs or semicolons where the first line has those only. */
export function csvRows(text: string): string[][] {
  const body = text.startsWith(CSV_START) ? text.slice(1) : text;
  const first = /^[^\r\n]*/.exec(body)?.[0] ?? '';
  const comma = [',', '\t', ';'].find((mark) => first.includes(mark)) ?? ',';
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < body.length; i++) {
    const mark = body[i] as string;
    if (quoted) {
      if (mark !== '"') cell += mark;
      else if (body[i + 1] === '"') cell += body[++i];
      else quoted = false;
    } else if (mark === '"' && cell === '') quoted = true;
    else if (mark === comma || mark === '\n' || mark === '\r') {
      if (mark === '\r' && body[i + 1] === '\n') i++;
      (rows.at(-1) as string[]).push(cell);
      cell = '';
      if (mark !== comma) rows.push([]);
    } else cell += mark;
  }
  (rows.at(-1) as string[]).push(cell);
  return rows;
}
