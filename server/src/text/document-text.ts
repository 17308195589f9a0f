// The text of a document that changes. Next: chunk.ts; report/index.ts says where chunks start.
import { type Common, prefixSums, updatedSums } from '../base/prefix-sums.ts';
import { lastAtMost } from '../base/sorted.ts';
import type { Chunk } from './chunk.ts';
import type { Position } from './position.ts';
import type { Edit } from './span.ts';
import { type IsChunkStart, joinChunks, splitChunks } from './split-chunks.ts';

/**
 * One version of a document: an immutable sequence of chunks of whole lines. An edit makes new chunks where
 * it touches; all others stay the same objects, so that whatever is found out about a chunk can be kept with
 * it.
 *
 * Every line that `isChunkStart` starts a chunk. There is always at least one chunk; only an empty text has
 * an empty one. Positions and offsets mean what they mean in vscode-languageserver-textdocument, clamping
 * included.
 */
export class DocumentText {
  readonly chunks: readonly Chunk[];
  readonly #isChunkStart: IsChunkStart;
  /** Offset and line of each chunk, and behind them those of the end of the text. */
  readonly #starts: Int32Array;
  readonly #lines: Int32Array;

  static of(text: string, isChunkStart: IsChunkStart): DocumentText {
    return new DocumentText(splitChunks(text, isChunkStart), isChunkStart);
  }

  /** `common`: the chunks that are those of `before`. */
  private constructor(
    chunks: readonly Chunk[],
    isChunkStart: IsChunkStart,
    before?: DocumentText,
    common: Common = { start: 0, end: 0 },
  ) {
    this.chunks = chunks;
    this.#isChunkStart = isChunkStart;
    this.#starts = before
      ? updatedSums(before.#starts, chunks, lengthOf, common)
      : prefixSums(chunks, lengthOf);
    this.#lines = before
      ? updatedSums(before.#lines, chunks, breaksOf, common)
      : prefixSums(chunks, breaksOf);
  }

  get length(): number {
    return this.#starts[this.chunks.length] as number;
  }

  get lineCount(): number {
    return (this.#lines[this.chunks.length] as number) + 1;
  }

  /** Offset at which chunk `index` begins; for `chunks.length` the length of the text. */
  startOf(index: number): number {
    return this.#starts[index] as number;
  }

  /** Number of the first line of chunk `index`, from 0. */
  lineOf(index: number): number {
    return this.#lines[index] as number;
  }

  /** Index of the chunk that holds the character at `offset`; the last chunk for the end of the text. */
  chunkAt(offset: number): number {
    return lastAtMost(this.#starts, this.chunks.length, offset);
  }

  /**
   * Apply edits that do not overlap, in any order, all counted in this text (as `applyEdits` does with a
   * string). Insertions at one offset keep their order. Throws a RangeError for edits that overlap or leave
   * the text.
   */
  replace(edits: readonly Edit[]): DocumentText {
    const sorted = edits.length > 1 ? [...edits].sort((a, b) => a.from - b.from) : edits;
    const lists: Chunk[][] = [];
    let same = this.chunks.length;
    let next = 0; // the first old chunk not yet in `lists`
    for (let i = 0; i < sorted.length; ) {
      const region = this.#regionOf(sorted, i, this.startOf(next));
      lists.push(this.chunks.slice(next, region.first), this.#split(region));
      same = Math.min(same, region.first);
      next = region.end;
      i = region.nextEdit;
    }
    lists.push(this.chunks.slice(next));
    const chunks = joinChunks(lists, this.#isChunkStart);
    // The outermost of the chunks that are left alone may have been joined to new ones.
    const common = {
      start: Math.max(0, Math.min(same, chunks.length) - 1),
      end: Math.max(0, this.chunks.length - next - 1),
    };
    return new DocumentText(chunks, this.#isChunkStart, this, common);
  }

  slice(from: number, to: number = this.length): string {
    if (from >= to) return '';
    const first = this.chunkAt(from);
    const last = this.chunkAt(to - 1);
    const start = this.startOf(first);
    if (first === last)
      return (this.chunks[first] as Chunk).text.slice(Math.max(0, from - start), to - start);
    const parts = [(this.chunks[first] as Chunk).text.slice(Math.max(0, from - start))];
    for (let i = first + 1; i < last; i++) parts.push((this.chunks[i] as Chunk).text);
    parts.push((this.chunks[last] as Chunk).text.slice(0, to - this.startOf(last)));
    return parts.join('');
  }

  /** The whole text as one string: a copy each time, not kept. */
  toString(): string {
    return this.chunks.length === 1
      ? (this.chunks[0] as Chunk).text
      : this.chunks.map((chunk) => chunk.text).join('');
  }

  /** The position of an offset, clamped to the text; inside a line break it is the place before it. */
  positionAt(offset: number): Position {
    const at = Math.max(Math.min(offset, this.length), 0) || 0;
    const index = this.chunkAt(at);
    const { line, character } = (this.chunks[index] as Chunk).positionAt(at - this.startOf(index));
    return { line: this.lineOf(index) + line, character };
  }

  /** The offset of a position, clamped to its line; that of the end behind the last line. */
  offsetAt({ line, character }: Position): number {
    if (line >= this.lineCount) return this.length;
    if (!(line >= 0)) return 0;
    const index = lastAtMost(this.#lines, this.chunks.length, line);
    return this.startOf(index) + (this.chunks[index] as Chunk).offsetAt(line - this.lineOf(index), character);
  }

  /** What edits from index `i` on make of the chunks they touch together. None may start before `least`. */
  #regionOf(edits: readonly Edit[], i: number, least: number): Region {
    const { from } = edits[i] as Edit;
    // An edit at a border touches the chunks on both sides: it may join them, or a \r with a \n.
    const first = this.chunkAt(Math.max(0, from - 1));
    const start = this.startOf(first);
    let [text, at, end, nextEdit] = ['', start, first, i];
    for (; nextEdit < edits.length; nextEdit++) {
      const edit = edits[nextEdit] as Edit;
      if (nextEdit > i && edit.from > this.startOf(end)) break;
      this.#check(edit, nextEdit === i ? least : at);
      text += this.slice(at, edit.from) + edit.insert;
      at = edit.to;
      end = Math.max(end, this.chunkAt(at) + 1);
    }
    const to = text.length;
    return { text: text + this.slice(at, this.startOf(end)), from: from - start, to, first, end, nextEdit };
  }

  #check(edit: Edit, least: number): void {
    if (!(least <= edit.from && edit.from <= edit.to && edit.to <= this.length))
      throw new RangeError(
        `edit ${edit.from}..${edit.to} overlaps another or leaves the text (${this.length})`,
      );
  }

  /** The chunks of a region; the first and the last stay the same objects where they come out equal. */
  #split({ text, from, to, first, end }: Region): Chunk[] {
    if (text === '') return [];
    // Behind the first line of one old chunk only what is new can start a chunk.
    const fresh =
      end - first > 1
        ? splitChunks(text, this.#isChunkStart)
        : splitChunks(text, this.#isChunkStart, from, to);
    const head = this.chunks[first] as Chunk;
    const tail = this.chunks[end - 1] as Chunk;
    if (fresh[0]?.text === head.text) fresh[0] = head;
    const last = fresh.length - 1;
    if (fresh[last] !== head && fresh[last]?.text === tail.text) fresh[last] = tail;
    return fresh;
  }
}

/** What stands for the old chunks `first..end` after some edits; of its `text`, `from..to` is new. */
interface Region {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly end: number;
  /** Index of the first edit that does not touch it. */
  readonly nextEdit: number;
}

const lengthOf = (chunk: Chunk): number => chunk.text.length;
const breaksOf = (chunk: Chunk): number => chunk.breaks;
