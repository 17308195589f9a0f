import { joined, lastAtMost, type Piece, split, sums } from './chunk.ts';
import type { Edit } from './span.ts';

/** Whether the line `text.slice(from, to)` (without its line break) opens a piece. Must depend on those characters alone. */
export type Cut = (text: string, from: number, to: number) => boolean;

export type { Piece };

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
 * One version of a document: an immutable sequence of pieces of whole lines. An edit makes new pieces where it touches;
 * all others stay the same objects, so that whatever was found out about a piece can be kept by its identity.
 *
 * Every line that `cut` is true for begins a piece. There is always at least one piece; only an empty text has an empty one.
 * Positions and offsets mean what they mean in vscode-languageserver-textdocument, clamping included.
 */
export class Text {
  readonly pieces: readonly Piece[];
  readonly #cut: Cut;
  /** Offset and line of each piece, and behind them those of the end of the text. */
  readonly #starts: Int32Array;
  readonly #lines: Int32Array;

  static of(text: string, cut: Cut): Text {
    return new Text(split(text, cut), cut);
  }

  /** `same` pieces at the start and the pieces behind `pieces.length - rest` are those of `like`. */
  private constructor(pieces: readonly Piece[], cut: Cut, like?: Text, same = 0, rest = 0) {
    this.pieces = pieces;
    this.#cut = cut;
    this.#starts = sums(
      pieces,
      (piece) => piece.text.length,
      like === undefined ? like : like.#starts,
      same,
      rest,
    );
    this.#lines = sums(pieces, (piece) => piece.breaks, like === undefined ? like : like.#lines, same, rest);
  }

  get length(): number {
    return this.#starts[this.pieces.length] as number;
  }

  get lineCount(): number {
    return (this.#lines[this.pieces.length] as number) + 1;
  }

  /** Offset at which piece `index` begins; for `pieces.length` the length of the text. */
  startOf(index: number): number {
    return this.#starts[index] as number;
  }

  /** Number of the first line of piece `index`, from 0. */
  lineOf(index: number): number {
    return this.#lines[index] as number;
  }

  /** Index of the piece that holds the character at `offset`; the last piece for the end of the text. */
  pieceAt(offset: number): number {
    return lastAtMost(this.#starts, this.pieces.length, offset);
  }

  /**
   * Apply edits that do not overlap, in any order, all counted in this text (as `applyEdits` does with a string).
   * Insertions at one offset keep their order. Throws a RangeError for edits that overlap or leave the text.
   */
  replace(edits: readonly Edit[]): Text {
    const sorted = edits.length > 1 ? [...edits].sort((a, b) => a.from - b.from) : edits;
    const parts: Piece[][] = [];
    let next = 0; // first old piece not yet in `parts`
    let same = this.pieces.length;
    for (let e = 0; e < sorted.length; ) {
      // An edit at a border touches the pieces on both sides: it may join them, or a \r with a \n.
      let { from, to } = this.#checked(sorted[e] as Edit, this.startOf(next));
      const first = this.pieceAt(Math.max(0, from - 1));
      let end = this.pieceAt(to) + 1;
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
        end = Math.max(end, this.pieceAt(to) + 1);
      }
      same = Math.min(same, first);
      if (first > next) parts.push(this.pieces.slice(next, first));
      const untouched = this.startOf(end) - to;
      parts.push(this.#cutAgain(region, first, end, touched, region.length - untouched));
      next = end;
    }
    parts.push(this.pieces.slice(next));
    const pieces = joined(parts, this.#cut);
    return new Text(
      pieces,
      this.#cut,
      this,
      Math.max(0, Math.min(same, pieces.length) - 1),
      this.pieces.length - next - 1,
    );
  }

  /** The text after changes as a client sends them: one after the other, each counted in the outcome of those before. */
  change(changes: readonly Change[]): Text {
    let text: Text = this;
    let batch: Edit[] = [];
    let limit: Position | null = null; // where the earliest edit of the batch begins
    for (const { range, text: insert } of changes) {
      if (range === undefined) {
        text = Text.of(insert, this.#cut);
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
    const first = this.pieceAt(from);
    const last = this.pieceAt(to - 1);
    const start = this.startOf(first);
    if (first === last)
      return (this.pieces[first] as Piece).text.slice(Math.max(0, from - start), to - start);
    const parts = [(this.pieces[first] as Piece).text.slice(Math.max(0, from - start))];
    for (let i = first + 1; i < last; i++) parts.push((this.pieces[i] as Piece).text);
    parts.push((this.pieces[last] as Piece).text.slice(0, to - this.startOf(last)));
    return parts.join('');
  }

  /** The whole text as one string: a copy each time, not kept. */
  toString(): string {
    return this.pieces.length === 1
      ? (this.pieces[0] as Piece).text
      : this.pieces.map((p) => p.text).join('');
  }

  /** The position of an offset; offsets outside the text are clamped, those inside a line break move before it. */
  positionAt(offset: number): Position {
    const at = Math.max(Math.min(offset, this.length), 0) || 0;
    const index = this.pieceAt(at);
    const { line, character } = (this.pieces[index] as Piece).positionAt(at - this.startOf(index));
    return { line: this.lineOf(index) + line, character };
  }

  /** The offset of a position; behind the end of a line it is the end of the line, behind the last line that of the text. */
  offsetAt({ line, character }: Position): number {
    if (line >= this.lineCount) return this.length;
    if (!(line >= 0)) return 0;
    const index = lastAtMost(this.#lines, this.pieces.length, line);
    return this.startOf(index) + (this.pieces[index] as Piece).offsetAt(line - this.lineOf(index), character);
  }

  #checked(edit: Edit, after: number): Edit {
    if (!(after <= edit.from && edit.from <= edit.to && edit.to <= this.length))
      throw new RangeError(
        `edit ${edit.from}..${edit.to} overlaps another or leaves the text (${this.length})`,
      );
    return edit;
  }

  /**
   * The pieces of `region`, which stands for the old pieces `first..end` and is new in `from..to`; those that come out equal stay the
   * same objects. Behind the first line of one old piece only what is new can open a piece.
   */
  #cutAgain(region: string, first: number, end: number, from: number, to: number): Piece[] {
    if (region === '') return [];
    const fresh = end - first > 1 ? split(region, this.#cut) : split(region, this.#cut, from, to);
    const head = this.pieces[first] as Piece;
    const tail = this.pieces[end - 1] as Piece;
    if (fresh[0]?.text === head.text) fresh[0] = head;
    const last = fresh.length - 1;
    if (fresh[last] !== head && fresh[last]?.text === tail.text) fresh[last] = tail;
    return fresh;
  }
}

const before = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
