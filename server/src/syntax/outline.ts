import { isBlank } from '../text/blank.ts';
import { lazy } from '../text/lazy.ts';
import { plainCountIn } from '../text/number.ts';
import { isSentenceLike, isStop } from './sentence.ts';
import { isBar, tokens } from './tokens.ts';

/**
 * A text without what its tokens do not depend on: the digits of figures that are cells by themselves, and the words of sentences.
 * Reports of one source differ in nothing else, so that what is found out about one outline holds for every text that has it.
 */
export interface Outline {
  readonly text: string;
  /** Equal for equal outlines. */
  readonly hash: number;
  /** Where the gaps begin, in order: of a figure its offset, of a sentence the complement (`~`) of its offset. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** What each gap counts; -1 for a sentence, or a figure that is not in plain digits. */
  readonly counts: readonly number[];
}

/** Longer texts are no part of a report. */
const longest = 1 << 16;
/** A longer row of digits is no figure. */
const mostDigits = 40;

/** The outline of a text of whole lines; null for one that is too long, or may hold a table in HTML. */
export function outlineOf(text: string): Outline | null {
  if (text.length > longest) return null;
  const reader = new Reader(text);
  for (let at = 0; at < text.length; ) {
    at = reader.line(at);
    if (at < 0) return null;
  }
  const { hash, starts, ends, counts } = reader;
  return { text, hash, starts, ends, counts };
}

/** Whether two texts have the same outline. */
export function isSameOutline(a: Outline, b: Outline): boolean {
  const count = a.starts.length;
  if (a.hash !== b.hash || count !== b.starts.length) return false;
  let [left, right] = [0, 0];
  for (let i = 0; i <= count; i++) {
    const [from, other] = [a.starts[i] ?? a.text.length, b.starts[i] ?? b.text.length];
    if (from < 0 !== other < 0) return false;
    const end = from < 0 ? ~from : from;
    if (end - left !== (other < 0 ? ~other : other) - right) return false;
    for (; left < end; left++, right++)
      if (a.text.charCodeAt(left) !== b.text.charCodeAt(right)) return false;
    [left, right] = [a.ends[i] as number, b.ends[i] as number];
  }
  return true;
}

/** A text seen through another of the same outline. Asked for places in their order, it finds each at once. */
export class Fit {
  readonly #known: Outline;
  readonly #own: Outline;
  /** The first gap that ends behind the place asked for last. */
  #next = 0;

  constructor(known: Outline, own: Outline) {
    this.#known = known;
    this.#own = own;
  }

  /** Where a place of the known text lies in the other; it must not lie within a gap. */
  at(offset: number): number {
    const gap = this.#before(offset);
    if (gap < 0) return offset;
    return (this.#own.ends[gap] as number) + offset - (this.#known.ends[gap] as number);
  }

  /** What the figure that begins at a place of the known text counts in the other; null where no plain figure begins. */
  count(offset: number): number | null {
    const gap = this.#before(offset) + 1;
    const count = this.#known.starts[gap] === offset ? (this.#own.counts[gap] as number) : -1;
    return count < 0 ? null : count;
  }

  /** The last gap that ends at or before a place; -1 for none. */
  #before(offset: number): number {
    const { ends } = this.#known;
    while (this.#next > 0 && (ends[this.#next - 1] as number) > offset) this.#next--;
    while (this.#next < ends.length && (ends[this.#next] as number) <= offset) this.#next++;
    return this.#next - 1;
  }
}

class Reader {
  hash = 0;
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly counts: number[] = [];
  readonly #text: string;
  readonly #kinds = kinds();

  constructor(text: string) {
    this.#text = text;
  }

  /** Reads the line that begins at `from`; where the next one begins, -1 for a tag of a table. */
  line(from: number): number {
    const [text, kinds] = [this.#text, this.#kinds];
    const gaps = this.starts.length;
    let hash = this.hash;
    let [bars, tabs, apart] = [false, false, false];
    // The first and the last unit that is no blank, and where a sentence ends.
    let [first, last, stop] = [-1, -1, -1];
    // Whether a cell may begin here: only blanks stand between here and the line's beginning or a bar or tab.
    let open = true;
    let at = from;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      const kind = kinds[unit] as number;
      if (kind >= BLANK) {
        if (kind === BREAK) break;
        bars ||= kind === BAR;
        tabs ||= kind === TAB;
        open ||= kind !== BLANK;
      } else {
        if (first < 0) first = at;
        else if (last < at - 1) apart = true;
        last = at;
        const end = open && kind === DIGIT ? this.#figureEnd(at) : at;
        open = false;
        if (end > at) {
          this.starts.push(at);
          this.ends.push(end);
          this.counts.push(plainCountIn(text, at, end) ?? -1);
          at = last = end - 1;
          hash = mixed(hash, FIGURE);
          continue;
        }
        if (kind === TAG && (text.charCodeAt(at + 1) | 0x20) === 0x74) return -1;
        if (kind === STOP && stop < 0) stop = at - first;
      }
      hash = mixed(hash, unit);
    }
    if (bars && tabs && this.starts.length > gaps) {
      // Among bars tabs are blanks: which figures are cells is not as it seemed.
      this.starts.length = this.ends.length = this.counts.length = gaps;
      hash = this.hash;
      for (let i = from; i < at; i++) hash = mixed(hash, text.charCodeAt(i));
    } else if (!bars && !tabs && this.#isSentence(from, at, last + 1 - first, first, apart, stop)) {
      this.starts.push(~from);
      this.ends.push(at);
      this.counts.push(-1);
      hash = mixed(this.hash, SENTENCE);
    }
    this.hash = at < text.length ? mixed(hash, text.charCodeAt(at)) : hash;
    return at + 1;
  }

  #isSentence(
    from: number,
    to: number,
    length: number,
    first: number,
    apart: boolean,
    stop: number,
  ): boolean {
    const text = this.#text;
    return (
      isSentenceLike(length, text.charCodeAt(first), apart, stop) ?? readAsSentence(text.slice(from, to))
    );
  }

  /** Where the figure that begins at `from` ends when it is all of its cell, else `from`. */
  #figureEnd(from: number): number {
    const [text, kinds] = [this.#text, this.#kinds];
    let end = digitsEnd(text, from);
    if (text.charCodeAt(end) === 0x2e) {
      const decimals = digitsEnd(text, end + 1);
      if (decimals > end + 1) end = decimals;
    }
    if (end - from > mostDigits) return from;
    let at = end;
    while (at < text.length && kinds[text.charCodeAt(at)] === BLANK) at++;
    return at === text.length || (kinds[text.charCodeAt(at)] as number) > BLANK ? end : from;
  }
}

function readAsSentence(line: string): boolean {
  const [only, more] = tokens(line);
  return only?.kind === 'prose' && more === undefined;
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  for (let unit = text.charCodeAt(at); unit >= 0x30 && unit <= 0x39; unit = text.charCodeAt(at)) at++;
  return at;
}

/** What a unit means here; from BLANK on it is nothing of a cell. */
const DIGIT = 1;
const STOP = 2;
const TAG = 3;
const BLANK = 4;
const TAB = 5;
const BAR = 6;
const BREAK = 7;

const kinds = lazy(() => {
  const out = new Uint8Array(0x10000);
  for (let unit = 0; unit < out.length; unit++)
    out[unit] = isBar(unit) ? BAR : isBlank(unit) ? BLANK : isStop(unit) ? STOP : 0;
  out.fill(DIGIT, 0x30, 0x3a);
  out[0x3c] = TAG;
  out[0x09] = TAB;
  out[0x0a] = out[0x0d] = BREAK;
  return out;
});

const mixed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
/** Stand for what is left out; above all units. */
const FIGURE = 0x10001;
const SENTENCE = 0x10002;
