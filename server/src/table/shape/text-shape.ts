/** What a gap holds that is no count: a figure that is not in plain digits or too large, or a sentence. */
export const ODD = -1;
export const SENTENCE = -2;

/**
 * A text without what its tokens do not depend on: the digits of figures that are cells by themselves, and the words of sentences.
 * Reports of one source differ in nothing else, so that what is found out about one outline holds for every text that has it.
 */
export class TextShape {
  readonly text: string;
  /** Equal for equal outlines. */
  readonly hash: number;
  /** How many gaps the text has, in order. */
  readonly size: number;
  /** For each gap where it begins, where it ends, and what it holds. */
  readonly #gaps: Int32Array;

  constructor(text: string, hash: number, gaps: Int32Array) {
    this.text = text;
    this.hash = hash;
    this.size = gaps.length / 3;
    this.#gaps = gaps;
  }

  /** Where a gap begins; for the one behind the last, the end of the text. */
  start(gap: number): number {
    return gap < this.size ? (this.#gaps[3 * gap] as number) : this.text.length;
  }

  end(gap: number): number {
    return this.#gaps[3 * gap + 1] as number;
  }

  /** What a figure counts; `ODD` or `SENTENCE` for other gaps. */
  count(gap: number): number {
    return this.#gaps[3 * gap + 2] as number;
  }

  isSentence(gap: number): boolean {
    return this.#gaps[3 * gap + 2] === SENTENCE;
  }
}

/** Whether two texts have the same outline. */
export function isSameShape(a: TextShape, b: TextShape): boolean {
  if (a.hash !== b.hash || a.size !== b.size) return false;
  let [left, right] = [0, 0];
  for (let gap = 0; gap <= a.size; gap++) {
    const end = a.start(gap);
    if (end - left !== b.start(gap) - right) return false;
    for (; left < end; left++, right++)
      if (a.text.charCodeAt(left) !== b.text.charCodeAt(right)) return false;
    if (gap === a.size) break;
    if (a.isSentence(gap) !== b.isSentence(gap)) return false;
    [left, right] = [a.end(gap), b.end(gap)];
  }
  return true;
}

/** A text seen through another of the same outline. Asked for places in their order, it finds each at once. */
export class ShapeMapping {
  readonly #known: TextShape;
  readonly #own: TextShape;
  /** The first gap that ends behind the place asked for last. */
  #next = 0;

  constructor(known: TextShape, own: TextShape) {
    this.#known = known;
    this.#own = own;
  }

  /** Where a place of the known text lies in the other; it must not lie within a gap. */
  at(offset: number): number {
    const gap = this.#before(offset);
    if (gap < 0) return offset;
    return this.#own.end(gap) + offset - this.#known.end(gap);
  }

  /** What the figure that begins at a place of the known text counts in the other; null where no plain figure begins. */
  count(offset: number): number | null {
    const gap = this.#before(offset) + 1;
    if (gap === this.#own.size || this.#known.start(gap) !== offset) return null;
    const count = this.#own.count(gap);
    return count < 0 ? null : count;
  }

  /** The last gap that ends at or before a place; -1 for none. */
  #before(offset: number): number {
    const known = this.#known;
    while (this.#next > 0 && known.end(this.#next - 1) > offset) this.#next--;
    while (this.#next < known.size && known.end(this.#next) <= offset) this.#next++;
    return this.#next - 1;
  }
}
