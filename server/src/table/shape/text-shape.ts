// The shape of a text: what its tokens depend on. Reports of one source differ in figures and sentences only,
// so their texts have one shape, and what is bound in one holds for all. `shape-scanner.ts` makes shapes.

import type { OffsetMapping } from '../bound-table.ts';

/** Content of a placeholder that is no count: a figure not in plain digits or too large, or a sentence. */
export const IRREGULAR = -1;
export const SENTENCE = -2;

/**
 * A text whose figures and sentences are placeholders: the digits of figures that fill a cell, and lines that
 * are one sentence. All offsets are UTF-16 units in the text.
 */
export class TextShape {
  readonly text: string;
  /** Equal for equal shapes. */
  readonly hash: number;
  /** Number of placeholders, which are numbered from 0 in the text's order. */
  readonly size: number;
  /** For each placeholder its start, its end, and what it holds. */
  readonly #placeholders: Int32Array;

  constructor(text: string, hash: number, placeholders: Int32Array) {
    this.text = text;
    this.hash = hash;
    this.size = placeholders.length / 3;
    this.#placeholders = placeholders;
  }

  /** Where a placeholder starts; behind the last one, the end of the text. */
  start(index: number): number {
    return index < this.size ? (this.#placeholders[3 * index] as number) : this.text.length;
  }

  end(index: number): number {
    return this.#placeholders[3 * index + 1] as number;
  }

  /** The count that a figure says; `IRREGULAR` or `SENTENCE` for other placeholders. */
  count(index: number): number {
    return this.#placeholders[3 * index + 2] as number;
  }

  isSentence(index: number): boolean {
    return this.#placeholders[3 * index + 2] === SENTENCE;
  }
}

/** Whether two texts have the same shape: the same units between placeholders of the same kinds. */
export function isSameShape(a: TextShape, b: TextShape): boolean {
  if (a.hash !== b.hash || a.size !== b.size) return false;
  let [left, right] = [0, 0];
  for (let index = 0; index <= a.size; index++) {
    const end = a.start(index);
    if (end - left !== b.start(index) - right) return false;
    for (; left < end; left++, right++)
      if (a.text.charCodeAt(left) !== b.text.charCodeAt(right)) return false;
    if (index === a.size) break;
    if (a.isSentence(index) !== b.isSentence(index)) return false;
    [left, right] = [a.end(index), b.end(index)];
  }
  return true;
}

/**
 * Maps offsets of a text to another text of the same shape; in constant time when asked in ascending order.
 */
export class ShapeMapping implements OffsetMapping {
  readonly #known: TextShape;
  readonly #own: TextShape;
  /** The first placeholder that ends behind the offset asked for last. */
  #next = 0;

  constructor(known: TextShape, own: TextShape) {
    this.#known = known;
    this.#own = own;
  }

  at(offset: number): number {
    const index = this.#before(offset);
    if (index < 0) return offset;
    return this.#own.end(index) + offset - this.#known.end(index);
  }

  count(offset: number): number | null {
    const index = this.#before(offset) + 1;
    if (index === this.#own.size || this.#known.start(index) !== offset) return null;
    const count = this.#own.count(index);
    return count < 0 ? null : count;
  }

  /** The last placeholder that ends at or before an offset; -1 for none. */
  #before(offset: number): number {
    const known = this.#known;
    while (this.#next > 0 && known.end(this.#next - 1) > offset) this.#next--;
    while (this.#next < known.size && known.end(this.#next) <= offset) this.#next++;
    return this.#next - 1;
  }
}
