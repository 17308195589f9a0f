// Widths, scripts and spaces made one, for comparing and for patterns. Tables: fold-table.ts.
import { eastAsianWidth } from 'get-east-asian-width';
import { ENDING, endings, foldTable, LETTER, NUMBER, narrowTable, usage } from './fold-table.ts';

/** No pinyin syllable is longer; a bracket with more letters is not one. */
const LONGEST_SYLLABLE = 8;

/**
 * What a label is compared by: full-width forms narrowed, Traditional as Simplified characters, small
 * letters, enclosed numbers as plain ones (① 1, ㈠ 一), pinyin in brackets (`國務(wù)院`) and everything but
 * letters, digits and characters dropped: spaces of every kind, punctuation, quotes, brackets, signs.
 */
export function fold(text: string): string {
  return stringOf(foldInto(text, null));
}

/**
 * The same key with the offset in `text` that each of its units comes from; `at` has one entry more than the
 * key: the length of `text`.
 */
export function foldMap(text: string): { readonly key: string; readonly at: Int32Array } {
  const origins: number[] = [];
  const units = foldInto(text, origins);
  origins.push(text.length);
  return { key: stringOf(units), at: Int32Array.from(origins) };
}

/**
 * Prose ready for patterns, of the same length, so that offsets stay: full-width forms narrowed, Traditional
 * as Simplified characters, exotic spaces as ' ', ○ and ◯ (used as zero, 二○二四年) as 〇.
 */
export function narrow(text: string): string {
  const table = narrowTable();
  const units = buffer(text.length);
  let changed = false;
  let regional = false;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const plain = table[unit] as number;
    units[i] = plain;
    if (plain !== unit) changed = true;
    if (isEnding[plain] === 1 && usage.has(String.fromCharCode(before, plain))) regional = true;
    before = plain;
  }
  const plain = changed ? stringOf(units.subarray(0, text.length)) : text;
  return regional ? usual(plain) : plain;
}

/** 1 for the second characters of words of other usage. */
const isEnding = new Uint8Array(0x10000);
for (const end of endings) isEnding[end.charCodeAt(0)] = 1;

/** Columns a text takes in a fixed-width font: 2 for full-width and, as in Chinese fonts, ambiguous units. */
export function width(text: string): number {
  let columns = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x20 && unit < 0x7f) columns += 1;
    else if (unit >= 0x4e00 && unit < 0xa000) columns += 2;
    else {
      const point = text.codePointAt(i) as number;
      if (point > 0xffff) i += 1;
      if (!INVISIBLE.test(String.fromCodePoint(point)))
        columns += eastAsianWidth(point, { ambiguousAsWide: true });
    }
  }
  return columns;
}

const INVISIBLE = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;

/** Words of other usage as ours. */
function usual(text: string): string {
  let out = text;
  for (const [word, ours] of usage) if (out.includes(word)) out = out.replaceAll(word, ours);
  return out;
}

const shared = new Uint16Array(8192);

/** Room for a result that is read before the next one is written. */
const buffer = (length: number): Uint16Array => (length <= shared.length ? shared : new Uint16Array(length));

/** The units of the key of `text`; their offsets go to `origins`. */
function foldInto(text: string, origins: number[] | null): Uint16Array {
  const table = foldTable();
  const folded = buffer(text.length * 2);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const value = table[unit] as number;
    if (value === 0) {
      if (unit === 0x28 || unit === 0xff08) i = afterPinyin(text, i);
    } else if (value < NUMBER || value >= LETTER) {
      origins?.push(i);
      folded[length++] = value;
    } else if (value >= ENDING) {
      origins?.push(i);
      writeEnding(endings[value - ENDING] as string, folded, length++);
    } else {
      for (const digit of String(value - NUMBER)) {
        origins?.push(i);
        folded[length++] = digit.charCodeAt(0);
      }
    }
  }
  return folded.subarray(0, length);
}

/** Writes the last character of what may be a word of other usage (讯 of 资讯): then the word is ours. */
function writeEnding(end: string, folded: Uint16Array, at: number): void {
  const ours = at === 0 ? undefined : usage.get(String.fromCharCode(folded[at - 1] as number) + end);
  if (ours !== undefined) folded[at - 1] = ours.charCodeAt(0);
  folded[at] = ours === undefined ? end.charCodeAt(0) : ours.charCodeAt(1);
}

/** The closing bracket of `(wù)` when one opens at `at`, else `at`. */
function afterPinyin(text: string, at: number): number {
  const end = Math.min(text.length, at + 2 + LONGEST_SYLLABLE);
  for (let i = at + 1; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x29 || unit === 0xff09) return i > at + 1 ? i : at;
    if (!isPinyin(unit)) return at;
  }
  return at;
}

/** a to z, the vowels and consonants with tone marks, ɑ and ɡ, combining tone marks. */
const isPinyin = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0xe0 && unit <= 0x1dc) ||
  (unit >= 0x1f8 && unit <= 0x1f9) ||
  (unit >= 0x300 && unit <= 0x30c) ||
  unit === 0x251 ||
  unit === 0x261 ||
  unit === 0x1e3f;

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

function stringOf(units: Uint16Array): string {
  if (units.length <= 32) return String.fromCharCode.apply(null, units as never);
  const text = utf16.decode(units);
  // For all but the shortest the decoder is several times as quick, but it replaces halves of surrogate
  // pairs.
  if (!text.includes('\ufffd')) return text;
  let out = '';
  // `String.fromCharCode` takes a limited number of arguments.
  for (let i = 0; i < units.length; i += 4096)
    out += String.fromCharCode.apply(null, units.subarray(i, i + 4096) as never);
  return out;
}
