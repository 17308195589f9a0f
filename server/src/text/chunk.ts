// What a document is cut into, so that an edit changes little of it. Next: split-chunks.ts.
import { lastAtMost } from '../base/sorted.ts';
import { isBreak } from './chars.ts';
import { nextLine } from './lines.ts';
import type { Position } from './position.ts';

/** Whole lines. It ends with a line break (`\n`, `\r\n` or `\r`) unless it is the last of its document. */
export class Chunk {
  readonly text: string;
  /** How many line breaks it holds. */
  readonly breaks: number;
  #lineStarts: Uint32Array | null = null;

  constructor(text: string, breaks: number) {
    this.text = text;
    this.breaks = breaks;
  }

  /** Line and character of an offset, counted in the chunk. Inside a line break it is the place before it. */
  positionAt(offset: number): Position {
    const starts = this.#starts();
    const line = lastAtMost(starts, starts.length, offset);
    const start = starts[line] as number;
    return { line, character: this.#beforeBreak(offset, start) - start };
  }

  /** Offset of a character of a line, counted in the chunk; the end of the line for one behind it. */
  offsetAt(line: number, character: number): number {
    const starts = this.#starts();
    const start = starts[Math.floor(line)] as number;
    if (!(character > 0)) return start;
    return this.#beforeBreak(Math.min(start + character, starts[line + 1] ?? this.text.length), start);
  }

  #beforeBreak(offset: number, start: number): number {
    let at = offset;
    while (at > start && isBreak(this.text.charCodeAt(at - 1))) at--;
    return at;
  }

  /** Where the lines start, the one behind the last line break included. */
  #starts(): Uint32Array {
    if (this.#lineStarts === null) {
      const starts = new Uint32Array(this.breaks + 1);
      for (let i = 1, at = 0; i <= this.breaks; i++) starts[i] = at = nextLine(this.text, at);
      this.#lineStarts = starts;
    }
    return this.#lineStarts;
  }
}
