// Where lines begin and end in a string, and which line break a text uses. Offsets are UTF-16 units; a line
// ends with `\n`, `\r\n` or `\r`, which belongs to it. `document-text.ts` has the same for documents that
// change.
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

/** What the sticky `pattern` matches where lines start, from the line start at or behind `from` on. */
export function matchesAtLines(text: string, pattern: RegExp, from = 0): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  for (let at = from === 0 ? 0 : nextLine(text, from - 1); at < text.length; at = nextLine(text, at)) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) matches.push(match);
  }
  return matches;
}

/** The line break a text uses: its first; `\n` in a text of one line. */
export const lineBreakOf = (text: string): string => /\r\n|[\r\n]/.exec(text)?.[0] ?? '\n';

/** The text with each of its line breaks as `eol`. */
export const lineBreaksAs = (text: string, eol: string): string => text.replace(/\r\n|[\r\n]/g, eol);
/** Goes through all lines of a text, several times as fast as `nextLine` does. */
export class LineCursor {
  readonly #text: string;
  #lf = -1;
  #cr = -1;
  /** The present line: where it starts, where it ends without its line break, where the next one starts. */
  from = 0;
  to = 0;
  next = 0;

  constructor(text: string) {
    this.#text = text;
    this.advance();
  }

  /** On to the next line; behind the last one `next` is the length of the text. */
  advance(): void {
    const text = this.#text;
    this.from = this.next;
    if (this.#lf < this.from) this.#lf = indexOr(text.length, text.indexOf('\n', this.from));
    if (this.#cr < this.from) this.#cr = indexOr(text.length, text.indexOf('\r', this.from));
    this.to = Math.min(this.#lf, this.#cr);
    const isPair = this.#lf === this.#cr + 1;
    this.next = Math.min(this.to + (isPair ? 2 : 1), text.length);
  }
}

const indexOr = (length: number, index: number): number => (index < 0 ? length : index);
