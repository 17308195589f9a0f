// Scans a text for its shape. This is a second scanner beside `../read/tokenizer.ts`, several times as fast
// because it makes no tokens. The two must agree:
//
//   Two texts of the same shape give tokens of the same kinds, lines, separators and columns, at offsets that
//   `ShapeMapping` maps onto each other. Of a sentence only its line is the same.
//
// So a placeholder may stand only for the digits of a figure that the tokenizer reads as one `value`, or for
// a line that it reads as one `prose` token, and which digits or words they are must change no other token.
// Leaving out less is always right. `test/property/binding-cache.test.ts` holds this contract: it puts other
// figures and sentences into every sample, layout and noise, and compares tokens and tables.

import { once } from '../../base/cache.ts';
import { BARS, eachMarkUnit, isBar, isBlank } from '../../text/chars.ts';
import { endOfLine } from '../../text/lines.ts';
import { delimiterIn } from '../read/csv-lines.ts';
import { isSentenceLike, isStop, SHORTEST_SENTENCE } from '../read/sentence-or-label.ts';
import { tokenize } from '../read/tokenizer.ts';
import { IRREGULAR, SENTENCE, TextShape } from './text-shape.ts';

/** In UTF-16 units. The sections of reports are shorter; a longer text is not worth remembering. */
const longest = 20_000;
/** A longer sequence of digits is no figure. */
const mostDigits = 40;
/** A count of more digits is irregular: 32 bits may not hold it. */
const mostCounted = 9;
/** Without it a text holds no table in HTML. */
const tableTag = /<(?:t|div|p|li|dl|section)/i;
const barOrTab = new RegExp(`[${BARS}\\t]`, 'g');

/** The shape of a text of whole lines; null for one that is long, or may hold a table in HTML or CSV. */
export function shapeOf(text: string): TextShape | null {
  return text.length > longest || tableTag.test(text) || delimiterIn(text) !== null
    ? null
    : new ShapeScanner(text).scan();
}

/** Collects placeholders until their number is known; shared by all scanners, one of which runs at a time. */
let scratch = new Int32Array(3 * 512);

class ShapeScanner {
  readonly #text: string;
  readonly #kinds = unitKinds();
  #hash = 0;
  /** How much of `scratch` is in use. */
  #used = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): TextShape {
    const text = this.#text;
    /** The first bar or tab in or behind the present line. */
    let nextMark = -1;
    for (let from = 0; from < text.length; ) {
      const end = endOfLine(text, from);
      if (nextMark < from) nextMark = barOrTabFrom(text, from);
      if (nextMark < end) this.#scanCells(from, end);
      else this.#scanPlainLine(from, end);
      this.#keep(end, Math.min(end + 1, text.length));
      from = end + 1;
    }
    return new TextShape(text, this.#hash, scratch.slice(0, this.#used));
  }

  /** A line of cells, marked by bars, or by tabs where there is no bar. */
  #scanCells(from: number, to: number): void {
    const [text, kinds] = [this.#text, this.#kinds];
    const [usedBefore, hashBefore] = [this.#used, this.#hash];
    let hash = hashBefore;
    let [hasBars, hasTabs] = [false, false];
    /**
     * Whether a cell may begin here: behind a bar, a tab or the line's start there are only blanks so far.
     */
    let isOpen = true;
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      // Nearly all units are Chinese characters: they need no look-up.
      const kind = unit > 0x3002 && unit < 0xfe00 ? WORD : (kinds[unit] as number);
      const end = isOpen && kind === DIGIT ? this.#scanFigure(at, to) : at;
      if (end > at) {
        hash = mixed(hash, FIGURE);
        at = end - 1;
        isOpen = false;
        continue;
      }
      if (kind === BAR) hasBars = true;
      else if (kind === TAB) hasTabs = true;
      if (kind !== BLANK) isOpen = kind >= TAB;
      hash = mixed(hash, unit);
    }
    this.#hash = hash;
    if (!hasBars || !hasTabs || this.#used === usedBefore) return;
    // Among bars a tab is a blank, so figures beside tabs fill no cell: keep the line as it is.
    this.#used = usedBefore;
    this.#hash = hashBefore;
    this.#keep(from, to);
  }

  /** A line without bars and tabs: a figure, a sentence, or words to keep. */
  #scanPlainLine(from: number, to: number): void {
    const [text, kinds] = [this.#text, this.#kinds];
    let [first, last] = [from, to];
    while (first < last && kinds[text.charCodeAt(first)] === BLANK) first++;
    while (last > first && kinds[text.charCodeAt(last - 1)] === BLANK) last--;
    if (kinds[text.charCodeAt(first)] === DIGIT && this.#scanFigure(first, to) > first) {
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
    let hasBlanks = false;
    let stop = -1;
    for (let at = from; at < to; at++) {
      const unit = text.charCodeAt(at);
      if (unit > 0x3002 && unit < 0xfe00) continue;
      if (kinds[unit] === BLANK) hasBlanks = true;
      else if (kinds[unit] === STOP && stop < 0) stop = at - from;
    }
    const likely = isSentenceLike(to - from, text.charCodeAt(from), hasBlanks, stop);
    if (likely !== null) return likely;
    const [only, more] = tokenize(text.slice(from, to));
    return only?.kind === 'prose' && more === undefined;
  }

  /** Leaves out the figure at `from` if it fills its cell. Returns its end, or `from` if it does not. */
  #scanFigure(from: number, to: number): number {
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
    this.#leaveOut(from, end, isPlain ? count : IRREGULAR);
    return end;
  }

  /** Makes `from..to` a placeholder; `content` is a count, `IRREGULAR` or `SENTENCE`. */
  #leaveOut(from: number, to: number, content: number): void {
    if (this.#used === scratch.length) {
      const larger = new Int32Array(2 * scratch.length);
      larger.set(scratch);
      scratch = larger;
    }
    scratch[this.#used++] = from;
    scratch[this.#used++] = to;
    scratch[this.#used++] = content;
  }

  /** Adds the units of `from..to` to the hash. */
  #keep(from: number, to: number): void {
    let hash = this.#hash;
    for (let at = from; at < to; at++) hash = mixed(hash, this.#text.charCodeAt(at));
    this.#hash = hash;
  }
}

function barOrTabFrom(text: string, from: number): number {
  barOrTab.lastIndex = from;
  return barOrTab.test(text) ? barOrTab.lastIndex - 1 : text.length;
}

/** What a unit means here; from TAB on it separates cells. */
const WORD = 0;
const DIGIT = 1;
const STOP = 2;
const BLANK = 3;
const TAB = 4;
const BAR = 5;

/** The kind of each UTF-16 unit. */
const unitKinds = once(() => {
  const kinds = new Uint8Array(0x10000);
  eachMarkUnit((unit) => {
    kinds[unit] = isBar(unit) ? BAR : isBlank(unit) ? BLANK : isStop(unit) ? STOP : WORD;
  });
  kinds.fill(DIGIT, 0x30, 0x3a);
  kinds[0x09] = TAB;
  return kinds;
});

/** One step of the FNV-1a hash. */
const mixed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
/** Stands in the hash for a figure left out; above all units. */
const FIGURE = 0x10001;
