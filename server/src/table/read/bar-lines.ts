// What bars do in a line besides closing cells: frame a page, rule a head off, open a row.

import { BARS, isBar } from '../../text/chars.ts';
import { LineCursor } from '../../text/lines.ts';

export const hasBar = new RegExp(`[${BARS}]`);
export const onlyBars = new RegExp(`^[${BARS}\\s]*$`);
const markdownRule = new RegExp(`^[\\s${BARS}:-]*$`);

/** Whether a line holds no cells: more bars than `longest` (the frame of a page), or a rule of Markdown. */
export const isRule = (line: string, longest: number): boolean =>
  (line.length > longest && onlyBars.test(line)) || (line.includes('---') && markdownRule.test(line));

/** What is no blank and no mark of a quotation in Markdown. */
const firstMark = /[^\s>]/;

/** Whether most rows of `text` open with a bar. */
export function doRowsOpenWithBar(text: string): boolean {
  let [rows, opened] = [0, 0];
  for (const cursor = new LineCursor(text); cursor.from < text.length; cursor.advance()) {
    const line = text.slice(cursor.from, cursor.to);
    if (!hasBar.test(line) || onlyBars.test(line)) continue;
    rows++;
    if (isBar(line.charCodeAt(line.search(firstMark)))) opened++;
  }
  return opened * 2 > rows;
}
