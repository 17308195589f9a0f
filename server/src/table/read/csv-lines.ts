// Text whose cells are divided by commas or semicolons (CSV), some of them in quotation marks, or by the `&`
// of a table in LaTeX.

import { LineCursor } from '../../text/lines.ts';
import { isValueLike } from '../../text/number.ts';
import type { Span } from '../../text/span.ts';

/** What divides the cells of a line. */
export type Delimiter = ',' | ';' | '&';

/** Figures and empty cells, at most so many labels in front of them: two groups and the row, and a number. */
const mostLabels = 4;
const fewestFields = 4;
/** A line of so many figures is enough by itself: the table `disputes` has no other. */
const manyFields = 10;

/** Three delimiters with nothing but figures between them. */
const figuresInARow = { ',': /,["\d. ]{0,16},["\d. ]{0,16},/, ';': /;["\d. ]{0,16};["\d. ]{0,16};/ };
const latexTable = /\\begin\{(?:tabular|array|longtable)/;

/** What divides lines of `text` into cells where rows of figures have no other mark between them. */
export function delimiterIn(text: string): Delimiter | null {
  if (text.includes('\\begin{') && latexTable.test(text)) return '&';
  for (const delimiter of [',', ';'] as const)
    if (figuresInARow[delimiter].test(text) && hasRows(text, delimiter)) return delimiter;
  return null;
}

function hasRows(text: string, delimiter: Delimiter): boolean {
  let rows = 0;
  for (const cursor = new LineCursor(text); cursor.from < text.length; cursor.advance()) {
    const line = text.slice(cursor.from, cursor.to);
    const fields = line.includes(delimiter) ? fieldsOf(line, delimiter) : [];
    if (!isRow(line, fields)) continue;
    if (++rows > 1 || fields.length >= manyFields) return true;
  }
  return false;
}

function isRow(line: string, fields: readonly Span[]): boolean {
  if (fields.length < fewestFields) return false;
  const contents = fields.map(({ from, to }) => line.slice(from, to).trim());
  const others = contents.findLastIndex((content) => content !== '' && !isValueLike(content)) + 1;
  return others <= mostLabels && contents.slice(others).some((content) => /\d/.test(content));
}

/** The fields of a line; spans are offsets in the line. */
export const fieldsOf = (line: string, delimiter: Delimiter): Span[] =>
  delimiter === '&' ? latexFields(line) : csvFields(line, delimiter);

/** `\\hline 规章 & 0 & \\multicolumn{2}{c|}{0} \\\\ \\hline`: the cells between the commands. */
function latexFields(line: string): Span[] {
  const end = line.indexOf('\\\\');
  const fields: Span[] = [];
  let from = /^(?:\s*\\(?:hline|cline\{[\d-]{1,9}\}|toprule|midrule))*/.exec(line)?.[0].length ?? 0;
  for (const cell of line.slice(from, end < 0 ? line.length : end).split(/(?<!\\)&/)) {
    const lead = mergedCell.exec(cell)?.[0].length ?? 0;
    const to = from + cell.length;
    fields.push(lead === 0 ? { from, to } : { from: from + lead, to: from + cell.lastIndexOf('}') });
    from = to + 1;
  }
  return fields;
}

/** What stands in front of the text of a cell that covers others. */
const mergedCell = /^(?:\s*\\multi(?:column|row)\{\d{1,2}\}\{[^{}]{0,20}\}\{)+/;

/** The fields without the quotation marks around them. */
function csvFields(line: string, delimiter: Delimiter): Span[] {
  const fields: Span[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at <= line.length; at++) {
    const unit = line[at];
    if (unit === '"') isQuoted = !isQuoted;
    if (at < line.length && (unit !== delimiter || isQuoted)) continue;
    const quoted = at - from > 1 && line[from] === '"' && line[at - 1] === '"' ? 1 : 0;
    fields.push({ from: from + quoted, to: at - quoted });
    from = at + 1;
  }
  return fields;
}
