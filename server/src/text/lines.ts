// Where lines begin and end in a string, and which line break a text uses. Offsets are UTF-16 units; a line ends with `\n`, `\r\n` or
// `\r`, which belongs to it. `document-text.ts` has the same for documents that change.
import { isBreak } from './chars.ts';

/** Where the line that holds `at` starts. */
export function startOfLine(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Where the line that holds `from` ends: at its `\n` or `\r`, else at the end of the text. */
export function endOfLine(text: string, from: number): number {
  firstBreak.lastIndex = from;
  // `test` finds the place without making an object of it.
  return firstBreak.test(text) ? firstBreak.lastIndex - 1 : text.length;
}

const firstBreak = /[\r\n]/g;

/** Where the line behind the one that holds `from` starts; the end of the text where there is none. */
export function nextLine(text: string, from: number): number {
  const end = endOfLine(text, from);
  const isPair = text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a;
  return Math.min(end + (isPair ? 2 : 1), text.length);
}

/** The line break a text uses: its first; `\n` in a text of one line. */
export const lineBreakOf = (text: string): string => /\r\n|[\r\n]/.exec(text)?.[0] ?? '\n';

/** The text with each of its line breaks as `eol`. */
export const lineBreaksAs = (text: string, eol: string): string => text.replace(/\r\n|[\r\n]/g, eol);
