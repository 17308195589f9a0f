// Text whose cells are divided by commas (CSV), some of them in quotation marks.

import { LineCursor } from '../../text/lines.ts';
import { isValueLike } from '../../text/number.ts';
import type { Span } from '../../text/span.ts';

/** Figures and empty cells, at most two labels in front of them. */
const fewestFields = 4;
/** A line of so many figures is enough by itself: the table `disputes` has no other. */
const manyFields = 10;

/** Three commas with nothing but figures between them. */
const figuresInARow = /,["\d. ]{0,16},["\d. ]{0,16},/;

/** Whether commas divide lines of `text` into cells: rows of figures with no other mark between them. */
export const isCsv = (text: string): boolean => figuresInARow.test(text) && hasCsvRows(text);

function hasCsvRows(text: string): boolean {
  let rows = 0;
  for (const cursor = new LineCursor(text); cursor.from < text.length; cursor.advance()) {
    const line = text.slice(cursor.from, cursor.to);
    const fields = line.includes(',') ? csvFields(line) : [];
    if (!isRow(line, fields)) continue;
    if (++rows > 1 || fields.length >= manyFields) return true;
  }
  return false;
}

function isRow(line: string, fields: readonly Span[]): boolean {
  if (fields.length < fewestFields) return false;
  const contents = fields.map(({ from, to }) => line.slice(from, to).trim());
  const others = contents.findLastIndex((content) => content !== '' && !isValueLike(content)) + 1;
  return others <= 2 && contents.slice(others).some((content) => /\d/.test(content));
}

/** The fields of a line, without the quotation marks around them; spans are offsets in the line. */
export function csvFields(line: string): Span[] {
  const fields: Span[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at <= line.length; at++) {
    const unit = line[at];
    if (unit === '"') isQuoted = !isQuoted;
    if (at < line.length && (unit !== ',' || isQuoted)) continue;
    const quoted = at - from > 1 && line[from] === '"' && line[at - 1] === '"' ? 1 : 0;
    fields.push({ from: from + quoted, to: at - quoted });
    from = at + 1;
  }
  return fields;
}
