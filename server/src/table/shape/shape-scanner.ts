import { once } from '../../base/cache.ts';
import { BARS, isBar, isBlank } from '../../text/chars.ts';
import { endOfLine } from '../../text/lines.ts';
import { isSentenceLike, isStop, SHORTEST_SENTENCE } from '../read/sentence-or-label.ts';
import { tokenize } from '../read/tokenizer.ts';
import { ODD, SENTENCE, TextShape } from './text-shape.ts';

/** The parts of reports are shorter; what is longer is not worth remembering. */
const longest = 20_000;
/** A longer row of digits is no figure. */
const mostDigits = 40;
/** A count of more digits is odd: 32 bits may not hold it. */
const mostCounted = 9;
/** Only the first may be a table in HTML. */
const tableTag = /<t/i;
const mark = new RegExp(`[${BARS}\\t]`, 'g');

/** The outline of a text of whole lines; null for one that is long, or may hold a table in HTML. */
export function shapeOf(text: string): TextShape | null {
  return text.length > longest || tableTag.test(text) ? null : new Reader(text).read();
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

  read(): TextShape {
    const text = this.#text;
    // Where the next bar or tab stands, from the line that is read on.
    let next = -1;
    for (let from = 0; from < text.length; ) {
      const end = endOfLine(text, from);
      if (next < from) next = markFrom(text, from);
      if (next < end) this.#cells(from, end);
      else this.#words(from, end);
      this.#keep(end, Math.min(end + 1, text.length));
      from = end + 1;
    }
    return new TextShape(text, this.#hash, scratch.slice(0, this.#used));
  }

  /** A line of cells, marked by bars, or by tabs where there is no bar. */
  #cells(from: number, to: number): void {
    const [text, kinds] = [this.#text, this.#kinds];
    const [used, before] = [this.#used, this.#hash];
    let hash = before;
    let [bars, tabs] = [false, false];
    // Whether a cell may begin here: only blanks stand between here and the line's beginning or a bar or tab.
    let open = true;
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      // Nearly all is Chinese characters: they are told without looking them up.
      const kind = unit > 0x3002 && unit < 0xfe00 ? WORD : (kinds[unit] as number);
      const end = open && kind === DIGIT ? this.#figure(at, to) : at;
      if (end > at) {
        hash = mixed(hash, FIGURE);
        at = end - 1;
        open = false;
        continue;
      }
      if (kind === BAR) bars = true;
      else if (kind === TAB) tabs = true;
      if (kind !== BLANK) open = kind >= TAB;
      hash = mixed(hash, unit);
    }
    this.#hash = hash;
    if (!bars || !tabs || this.#used === used) return;
    // Among bars tabs are blanks: which figures are cells is not as it seemed.
    this.#used = used;
    this.#hash = before;
    this.#keep(from, to);
  }

  /** A line without a mark: a figure, a sentence, or words to be kept. */
  #words(from: number, to: number): void {
    const [text, kinds] = [this.#text, this.#kinds];
    let [first, last] = [from, to];
    while (first < last && kinds[text.charCodeAt(first)] === BLANK) first++;
    while (last > first && kinds[text.charCodeAt(last - 1)] === BLANK) last--;
    if (kinds[text.charCodeAt(first)] === DIGIT && this.#figure(first, to) > first) {
      this.#keep(from, first);
      this.#hash = mixed(this.#hash, FIGURE);
      this.#keep(last, to);
    } else if (this.#isSentence(first, last)) {
      this.#leaveOut(from, to, SENTENCE);
      this.#hash = mixed(this.#hash, SENTENCE);
    } else this.#keep(from, to);
  }

  #isSentence(from: number, to: number): boolean {
    const [text, kinds] = [this.#text, this.#kinds];
    if (to - from < SHORTEST_SENTENCE) return false;
    let blanks = false;
    let stop = -1;
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      if (unit > 0x3002 && unit < 0xfe00) continue;
      if (kinds[unit] === BLANK) blanks = true;
      else if (kinds[unit] === STOP && stop < 0) stop = at - from;
    }
    const alike = isSentenceLike(to - from, text.charCodeAt(from), blanks, stop);
    if (alike !== null) return alike;
    const [only, more] = tokenize(text.slice(from, to));
    return only?.kind === 'prose' && more === undefined;
  }

  /** Leaves out the figure that begins at `from` when it is all of its cell. Where it ends; `from` when it is none. */
  #figure(from: number, to: number): number {
    const [text, kinds] = [this.#text, this.#kinds];
    let end = from;
    let count = 0;
    for (let unit = text.charCodeAt(end); unit >= 0x30 && unit <= 0x39; unit = text.charCodeAt(++end))
      count = count * 10 + unit - 0x30;
    let isPlain = end - from <= mostCounted && (end - from === 1 || text.charCodeAt(from) !== 0x30);
    if (text.charCodeAt(end) === 0x2e && kinds[text.charCodeAt(end + 1)] === DIGIT) {
      isPlain = false;
      do end++;
      while (kinds[text.charCodeAt(end)] === DIGIT);
    }
    let at = end;
    while (at < to && kinds[text.charCodeAt(at)] === BLANK) at++;
    if (end - from > mostDigits || (at < to && (kinds[text.charCodeAt(at)] as number) < TAB)) return from;
    this.#leaveOut(from, end, isPlain ? count : ODD);
    return end;
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

  #keep(from: number, to: number): void {
    let hash = this.#hash;
    for (let at = from; at < to; at++) hash = mixed(hash, this.#text.charCodeAt(at));
    this.#hash = hash;
  }
}

function markFrom(text: string, from: number): number {
  mark.lastIndex = from;
  return mark.test(text) ? mark.lastIndex - 1 : text.length;
}

/** What a unit means here; from TAB on it parts cells. */
const WORD = 0;
const DIGIT = 1;
const STOP = 2;
const BLANK = 3;
const TAB = 4;
const BAR = 5;

const kinds = once(() => {
  const out = new Uint8Array(0x10000);
  for (let unit = 0; unit < out.length; unit++)
    out[unit] = isBar(unit) ? BAR : isBlank(unit) ? BLANK : isStop(unit) ? STOP : WORD;
  out.fill(DIGIT, 0x30, 0x3a);
  out[0x09] = TAB;
  return out;
});

const mixed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
/** Stands for a figure left out; above all units. */
const FIGURE = 0x10001;
