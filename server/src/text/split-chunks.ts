// Cutting a text into chunks, and joining the chunks on two sides of an edit.
import { Chunk } from './chunk.ts';
import { endOfLine, LineCursor } from './lines.ts';

/** Whether a line, without its line break, starts a chunk. Must depend on its characters alone. */
export type IsChunkStart = (text: string, from: number, to: number) => boolean;

/** A chunk of more than one line is no longer than this, in UTF-16 units. */
const LARGEST = 8192;
/**
 * Neighbours that together are smaller are joined; far below LARGEST, lest typing split and join by turns.
 */
const SMALL = 2048;

/**
 * Cut a text into chunks: one from each line that `isChunkStart`, and one where a chunk would grow too large.
 * Lines wholly outside `from..to` are known to start none, and are not asked about. There is always at least
 * one chunk.
 */
export function splitChunks(text: string, isChunkStart: IsChunkStart, from = 0, to = text.length): Chunk[] {
  const chunks: Chunk[] = [];
  const line = new LineCursor(text);
  let start = 0; // of the chunk
  let breaks = 0;
  for (; line.from < text.length; line.advance()) {
    const isFull = line.next - start > LARGEST;
    const isOpen = line.next >= from && line.from <= to;
    if (line.from > start && (isFull || (isOpen && isChunkStart(text, line.from, line.to)))) {
      chunks.push(new Chunk(flatSlice(text, start, line.from), breaks));
      start = line.from;
      breaks = 0;
    }
    if (line.next > line.to) breaks += 1;
  }
  if (start < text.length || text === '') chunks.push(new Chunk(flatSlice(text, start, text.length), breaks));
  return chunks;
}

/** All chunks of some lists. Where two lists meet, small chunks are joined if no chunk must start there. */
export function joinChunks(lists: readonly Chunk[][], isChunkStart: IsChunkStart): Chunk[] {
  const full = lists.filter((list) => list.length > 0);
  for (let i = 1; i < full.length; i++) {
    const left = full[i - 1] as Chunk[];
    const right = full[i] as Chunk[];
    const [a, b] = [left.at(-1) as Chunk, right[0] as Chunk];
    if (a.text.length + b.text.length > SMALL || isChunkStart(b.text, 0, endOfLine(b.text, 0))) continue;
    left.pop();
    right[0] = new Chunk(a.text + b.text, a.breaks + b.breaks);
  }
  if (full.length === 0) return [new Chunk('', 0)];
  return full.length < 1000 ? ([] as Chunk[]).concat(...full) : full.flat();
}

/**
 * A slice as a string of its own: V8 stores a slice as a view of its parent, which keeps the whole text in
 * memory for as long as any chunk of it lives, and is read half as fast.
 */
function flatSlice(text: string, from: number, to: number): string {
  return to - from === text.length ? text : [text.slice(from, from + 1), text.slice(from + 1, to)].join('');
}
