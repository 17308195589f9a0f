import { lastAtMost } from '../base/sorted.ts';
import { isBreak } from './chars.ts';
import type { IsChunkStart, Position } from './document-text.ts';
import { endOfLine, nextLine } from './lines.ts';

/** A chunk of more than one line is no longer than this, in UTF-16 units. */
const LARGEST = 8192;
/** Neighbours that together stay below this are joined; far below LARGEST, so that typing does not split and join in boundary. */
const SMALL = 2048;

/** A run of whole lines. It ends with a line break (`\n`, `\r\n` or `\r`) unless it is the last of its text. */
export class Chunk {
  readonly text: string;
  /** How many line breaks it holds. */
  readonly breaks: number;
  #lineStarts: Uint32Array | null = null;

  constructor(text: string, breaks: number) {
    this.text = text;
    this.breaks = breaks;
  }

  /** Line and character of an offset, both counted in the chunk. */
  positionAt(offset: number): Position {
    const starts = this.#starts();
    const line = lastAtMost(starts, starts.length, offset);
    const start = starts[line] as number;
    return { line, character: this.#beforeBreak(offset, start) - start };
  }

  /** Offset of a character of a line, both counted in the chunk. */
  offsetAt(line: number, character: number): number {
    const starts = this.#starts();
    const start = starts[Math.floor(line)] as number;
    if (!(character > 0)) return start;
    return this.#beforeBreak(Math.min(start + character, starts[line + 1] ?? this.text.length), start);
  }

  /** Whether `next`, the chunk behind this one, may as well be part of it. */
  takes(next: Chunk, cut: IsChunkStart): boolean {
    if (this.text.length + next.text.length > SMALL) return false;
    return !cut(next.text, 0, endOfLine(next.text, 0));
  }

  #beforeBreak(offset: number, start: number): number {
    let at = offset;
    while (at > start && isBreak(this.text.charCodeAt(at - 1))) at--;
    return at;
  }

  /** Where the lines begin, the one behind the last line break included. */
  #starts(): Uint32Array {
    if (this.#lineStarts === null) {
      const starts = new Uint32Array(this.breaks + 1);
      for (let i = 1, at = 0; i <= this.breaks; i++) starts[i] = at = nextLine(this.text, at);
      this.#lineStarts = starts;
    }
    return this.#lineStarts;
  }
}

/**
 * Cut a text into chunks: one where `cut` says so, and one where a chunk would grow too large. Of lines without a character of
 * `from..to`, nor a border there, `cut` is known to say no.
 */
export function splitChunks(text: string, cut: IsChunkStart, from = 0, to = text.length): Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0; // of the chunk
  let breaks = 0;
  let lf = text.indexOf('\n');
  let cr = text.indexOf('\r');
  for (let line = 0; line < text.length || chunks.length + breaks === 0; ) {
    if (lf >= 0 && lf < line) lf = text.indexOf('\n', line);
    if (cr >= 0 && cr < line) cr = text.indexOf('\r', line);
    const isCr = cr >= 0 && (lf < 0 || cr < lf);
    const end = isCr ? cr : lf < 0 ? text.length : lf;
    const next = isCr && lf === cr + 1 ? lf + 1 : Math.min(end + 1, text.length);
    const isOpen = next >= from && line <= to;
    if (line > start && (next - start > LARGEST || (isOpen && cut(text, line, end)))) {
      chunks.push(new Chunk(own(text, start, line), breaks));
      start = line;
      breaks = 0;
    }
    if (end === text.length) break;
    breaks += 1;
    line = next;
  }
  chunks.push(new Chunk(own(text, start, text.length), breaks));
  return chunks;
}

/** All chunks in one list, those on two sides of a border between parts as one where they are small and no cut stands there. */
export function joinChunks(parts: readonly Chunk[][], cut: IsChunkStart): Chunk[] {
  const full = parts.filter((part) => part.length > 0);
  for (let i = 1; i < full.length; i++) {
    const left = full[i - 1] as Chunk[];
    const right = full[i] as Chunk[];
    const [a, b] = [left.at(-1) as Chunk, right[0] as Chunk];
    if (!a.takes(b, cut)) continue;
    left.pop();
    right[0] = new Chunk(a.text + b.text, a.breaks + b.breaks);
  }
  if (full.length === 0) return [new Chunk('', 0)];
  return full.length < 1000 ? ([] as Chunk[]).concat(...full) : full.flat();
}

/** Running sums over chunks, one entry more than chunks; `same` at the start and `rest` at the end are known from `like`. */
export function runningTotals(
  chunks: readonly Chunk[],
  size: (chunk: Chunk) => number,
  like: Int32Array = new Int32Array(1),
  same: number,
  rest: number,
): Int32Array {
  const out = new Int32Array(chunks.length + 1);
  out.set(like.subarray(0, same + 1));
  const known = chunks.length - Math.max(0, rest);
  let equal = like.length === out.length;
  for (let i = same; i < known; i++) {
    out[i + 1] = (out[i] as number) + size(chunks[i] as Chunk);
    equal &&= out[i + 1] === like[i + 1];
  }
  if (equal) return like;
  const shift = like.length - out.length;
  const by = (out[known] as number) - (like[known + shift] as number);
  for (let i = known + 1; i < out.length; i++) out[i] = (like[i + shift] as number) + by;
  return out;
}

/**
 * A part of a text as a string of its own: a slice would keep the whole text in memory for as long as any chunk of it lives
 * (V8 stores slices as views of their parent, and reads their characters half as fast).
 */
function own(text: string, from: number, to: number): string {
  return to - from === text.length ? text : [text.slice(from, from + 1), text.slice(from + 1, to)].join('');
}
