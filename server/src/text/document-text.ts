import { lastAtMost } from '../base/sorted.ts';
import { type Chunk, joinChunks, runningTotals, splitChunks } from './chunk.ts';
import type { Edit } from './span.ts';

/** Whether the line `text.slice(from, to)` (without its line break) opens a chunk. Must depend on those characters alone. */
export type IsChunkStart = (text: string, from: number, to: number) => boolean;

export type { Chunk };

/** A place as the language server protocol counts: from 0, characters in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A change as the protocol sends it; without a range `text` is the whole new content. */
export interface Change {
  readonly range?: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/**
 * One version of a document: an immutable sequence of chunks of whole lines. An edit makes new chunks where it touches;
 * all others stay the same objects, so that whatever was found out about a chunk can be kept by its identity.
 *
 * Every line that `cut` is true for begins a chunk. There is always at least one chunk; only an empty text has an empty one.
 * Positions and offsets mean what they mean in vscode-languageserver-textdocument, clamping included.
 */
export class DocumentText {
  readonly chunks: readonly Chunk[];
  readonly #cut: IsChunkStart;
  /** Offset and line of each chunk, and behind them those of the end of the text. */
  readonly #starts: Int32Array;
  readonly #lines: Int32Array;

  static of(text: string, cut: IsChunkStart): DocumentText {
    return new DocumentText(splitChunks(text, cut), cut);
  }

  /** `same` chunks at the start and the chunks behind `chunks.length - rest` are those of `like`. */
  private constructor(chunks: readonly Chunk[], cut: IsChunkStart, like?: DocumentText, same = 0, rest = 0) {
    this.chunks = chunks;
    this.#cut = cut;
    this.#starts = runningTotals(
      chunks,
      (chunk) => chunk.text.length,
      like === undefined ? like : like.#starts,
      same,
      rest,
    );
    this.#lines = runningTotals(
      chunks,
      (chunk) => chunk.breaks,
      like === undefined ? like : like.#lines,
      same,
      rest,
    );
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
   * Apply edits that do not overlap, in any order, all counted in this text (as `applyEdits` does with a string).
   * Insertions at one offset keep their order. Throws a RangeError for edits that overlap or leave the text.
   */
  replace(edits: readonly Edit[]): DocumentText {
    const sorted = edits.length > 1 ? [...edits].sort((a, b) => a.from - b.from) : edits;
    const parts: Chunk[][] = [];
    let next = 0; // first old chunk not yet in `parts`
    let same = this.chunks.length;
    for (let e = 0; e < sorted.length; ) {
      // An edit at a border touches the chunks on both sides: it may join them, or a \r with a \n.
      let { from, to } = this.#checked(sorted[e] as Edit, this.startOf(next));
      const first = this.chunkAt(Math.max(0, from - 1));
      let end = this.chunkAt(to) + 1;
      const touched = from - this.startOf(first);
      let region = '';
      for (let at = this.startOf(first); ; ) {
        region += this.slice(at, from) + (sorted[e] as Edit).insert;
        at = to;
        e += 1;
        const following = sorted[e];
        if (following === undefined || following.from > this.startOf(end)) {
          region += this.slice(at, this.startOf(end));
          break;
        }
        ({ from, to } = this.#checked(following, at));
        end = Math.max(end, this.chunkAt(to) + 1);
      }
      same = Math.min(same, first);
      if (first > next) parts.push(this.chunks.slice(next, first));
      const untouched = this.startOf(end) - to;
      parts.push(this.#cutAgain(region, first, end, touched, region.length - untouched));
      next = end;
    }
    parts.push(this.chunks.slice(next));
    const chunks = joinChunks(parts, this.#cut);
    return new DocumentText(
      chunks,
      this.#cut,
      this,
      Math.max(0, Math.min(same, chunks.length) - 1),
      this.chunks.length - next - 1,
    );
  }

  /** The text after changes as a client sends them: one after the other, each counted in the outcome of those before. */
  change(changes: readonly Change[]): DocumentText {
    let text: DocumentText = this;
    let batch: Edit[] = [];
    let limit: Position | null = null; // where the earliest edit of the batch begins
    for (const { range, text: insert } of changes) {
      if (range === undefined) {
        text = DocumentText.of(insert, this.#cut);
        batch = [];
        limit = null;
        continue;
      }
      const [start, end] = before(range.end, range.start)
        ? [range.end, range.start]
        : [range.start, range.end];
      // Editors send many cursors from the last to the first: such edits do not move one another and go in together.
      if (limit !== null && !before(end, limit)) {
        text = text.replace(batch.reverse());
        batch = [];
      }
      const from = text.offsetAt(start);
      batch.push({ from, to: Math.max(from, text.offsetAt(end)), insert });
      limit = text.positionAt(from);
    }
    return batch.length > 0 ? text.replace(batch.reverse()) : text;
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
      : this.chunks.map((p) => p.text).join('');
  }

  /** The position of an offset; offsets outside the text are clamped, those inside a line break move before it. */
  positionAt(offset: number): Position {
    const at = Math.max(Math.min(offset, this.length), 0) || 0;
    const index = this.chunkAt(at);
    const { line, character } = (this.chunks[index] as Chunk).positionAt(at - this.startOf(index));
    return { line: this.lineOf(index) + line, character };
  }

  /** The offset of a position; behind the end of a line it is the end of the line, behind the last line that of the text. */
  offsetAt({ line, character }: Position): number {
    if (line >= this.lineCount) return this.length;
    if (!(line >= 0)) return 0;
    const index = lastAtMost(this.#lines, this.chunks.length, line);
    return this.startOf(index) + (this.chunks[index] as Chunk).offsetAt(line - this.lineOf(index), character);
  }

  #checked(edit: Edit, after: number): Edit {
    if (!(after <= edit.from && edit.from <= edit.to && edit.to <= this.length))
      throw new RangeError(
        `edit ${edit.from}..${edit.to} overlaps another or leaves the text (${this.length})`,
      );
    return edit;
  }

  /**
   * The chunks of `region`, which stands for the old chunks `first..end` and is new in `from..to`; those that come out equal stay the
   * same objects. Behind the first line of one old chunk only what is new can open a chunk.
   */
  #cutAgain(region: string, first: number, end: number, from: number, to: number): Chunk[] {
    if (region === '') return [];
    const fresh = end - first > 1 ? splitChunks(region, this.#cut) : splitChunks(region, this.#cut, from, to);
    const head = this.chunks[first] as Chunk;
    const tail = this.chunks[end - 1] as Chunk;
    if (fresh[0]?.text === head.text) fresh[0] = head;
    const last = fresh.length - 1;
    if (fresh[last] !== head && fresh[last]?.text === tail.text) fresh[last] = tail;
    return fresh;
  }
}

const before = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
