import { isBlank } from '../text/blank.ts';
import { lazy } from '../text/lazy.ts';
import { plainCountIn } from '../text/number.ts';
import { ODD, Outline, SENTENCE } from './outline.ts';
import { isSentenceLike, isStop } from './sentence.ts';
import { isBar, tokens } from './tokens.ts';

/** Longer texts are no part of a report. */
const longest = 1 << 16;
/** A longer row of digits is no figure. */
const mostDigits = 40;
/** A larger count is odd. */
const mostCounted = 2 ** 31 - 1;

/** The outline of a text of whole lines; null for one that is too long, or may hold a table in HTML. */
export function outlineOf(text: string): Outline | null {
  if (text.length > longest) return null;
  const reader = new Reader(text);
  for (let at = 0; at < text.length; ) {
    at = reader.line(at);
    if (at < 0) return null;
  }
  return reader.outline();
}

/** Where gaps are put down until it is known how many there are. */
let scratch = new Int32Array(3 * 512);

class Reader {
  readonly #text: string;
  readonly #kinds = kinds();
  #hash = 0;
  /** So much of `scratch` is in use. */
  #used = 0;

  constructor(text: string) {
    this.#text = text;
  }

  outline(): Outline {
    return new Outline(this.#text, this.#hash, scratch.slice(0, this.#used));
  }

  /** Reads the line that begins at `from`; where the next one begins, -1 for a tag of a table. */
  line(from: number): number {
    const [text, kinds] = [this.#text, this.#kinds];
    const before = this.#used;
    let hash = this.#hash;
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
          const count = plainCountIn(text, at, end) ?? ODD;
          this.#leaveOut(at, end, count > mostCounted ? ODD : count);
          at = last = end - 1;
          hash = mixed(hash, FIGURE);
          continue;
        }
        if (kind === TAG && (text.charCodeAt(at + 1) | 0x20) === 0x74) return -1;
        if (kind === STOP && stop < 0) stop = at - first;
      }
      hash = mixed(hash, unit);
    }
    if (bars && tabs && this.#used > before) {
      // Among bars tabs are blanks: which figures are cells is not as it seemed.
      this.#used = before;
      hash = this.#hash;
      for (let i = from; i < at; i++) hash = mixed(hash, text.charCodeAt(i));
    } else if (!bars && !tabs && this.#isSentence(from, at, last + 1 - first, first, apart, stop)) {
      this.#leaveOut(from, at, SENTENCE);
      hash = mixed(this.#hash, WORDS);
    }
    this.#hash = at < text.length ? mixed(hash, text.charCodeAt(at)) : hash;
    return at + 1;
  }

  #leaveOut(from: number, to: number, held: number): void {
    if (this.#used === scratch.length) {
      const more = new Int32Array(2 * scratch.length);
      more.set(scratch);
      scratch = more;
    }
    scratch[this.#used++] = from;
    scratch[this.#used++] = to;
    scratch[this.#used++] = held;
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
const WORDS = 0x10002;
