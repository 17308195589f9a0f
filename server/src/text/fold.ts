import { eastAsianWidth } from 'get-east-asian-width';
import { regionalWords, simplified, traditional } from './traditional.ts';

/** Values of the folding table from here on stand for the number `value - NUMBER`: ⑩ becomes two digits. */
const NUMBER = 0xe000;
/** No pinyin syllable is longer; a bracket with more letters is not one. */
const LONGEST_SYLLABLE = 8;

/**
 * What a label is compared by: full-width forms narrowed, Traditional as Simplified characters, small letters, enclosed
 * numbers as plain ones (① 1, ㈠ 一), pinyin in brackets (`國務(wù)院`) and everything but letters, digits and
 * characters dropped: spaces of every kind, punctuation, quotes, brackets, signs.
 */
export function fold(text: string): string {
  return usual(stringOf(foldInto(text, null)));
}

/**
 * The same key with the offset in `text` that each of its units comes from; `at` has one entry more than the key:
 * the length of `text`.
 */
export function foldMap(text: string): { readonly key: string; readonly at: Int32Array } {
  const origins: number[] = [];
  const units = foldInto(text, origins);
  origins.push(text.length);
  return { key: usual(stringOf(units)), at: Int32Array.from(origins) };
}

/**
 * Prose ready for patterns, of the same length, so that offsets stay: full-width forms narrowed, Traditional
 * as Simplified characters, exotic spaces as ' ', ○ and ◯ (used as zero, 二○二四年) as 〇.
 */
export function narrow(text: string): string {
  const table = narrowTable();
  let at = 0;
  while (at < text.length && table[text.charCodeAt(at)] === text.charCodeAt(at)) at++;
  if (at === text.length) return usual(text);
  const units = buffer(text.length);
  for (let i = 0; i < text.length; i++) units[i] = table[text.charCodeAt(i)] as number;
  return usual(stringOf(units.subarray(0, text.length)));
}

/** Columns a text takes in a fixed-width font: 2 for full-width and (as in Chinese fonts) ambiguous characters. */
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

/** Words of other usage as those used here, each of the same length. */
function usual(text: string): string {
  let out = text;
  for (const [word, ours] of regionalWords) if (out.includes(word)) out = out.replaceAll(word, ours);
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
    } else if (value < NUMBER) {
      origins?.push(i);
      folded[length++] = value;
    } else {
      for (const digit of String(value - NUMBER)) {
        origins?.push(i);
        folded[length++] = digit.charCodeAt(0);
      }
    }
  }
  return folded.subarray(0, length);
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

/** `String.fromCharCode` takes a limited number of arguments. */
function stringOf(units: Uint16Array): string {
  if (units.length <= 4096) return String.fromCharCode.apply(null, units as never);
  let out = '';
  for (let i = 0; i < units.length; i += 4096)
    out += String.fromCharCode.apply(null, units.subarray(i, i + 4096) as never);
  return out;
}

let foldCache: Uint16Array | undefined;
let narrowCache: Uint16Array | undefined;

/** For each UTF-16 unit the one it is compared as, 0 for those that do not count, NUMBER + n for numbers above 9. */
function foldTable(): Uint16Array {
  if (foldCache !== undefined) return foldCache;
  const keys = units();
  const mixed: number[] = [];
  for (const [from, to] of MIXED) for (let unit = from; unit <= to; unit++) mixed.push(unit);
  for (const unit of mixed) keys[unit] = 0;
  for (const { 0: letters, index } of String.fromCharCode(...mixed).matchAll(/[\p{L}\p{N}]+/gu))
    for (let i = 0; i < letters.length; i++)
      keys[mixed[index + i] as number] = (letters[i] as string).toLowerCase().charCodeAt(0);
  const table = narrowTable().map((unit) => keys[unit] as number);
  for (const [from, to] of ENCLOSED)
    for (let unit = from; unit <= to; unit++) {
      const inside = String.fromCharCode(unit)
        .normalize('NFKC')
        .replace(/[^\p{L}\p{N}]/gu, '');
      if (/^\d\d$/.test(inside)) table[unit] = NUMBER + Number(inside);
      else if (inside.length === 1) table[unit] = table[inside.charCodeAt(0)] as number;
    }
  for (let unit = 0x2776; unit <= 0x2793; unit++) {
    const n = ((unit - 0x2776) % 10) + 1; // ❶ … ❿, ➀ … ➉, ➊ … ➓
    table[unit] = n === 10 ? NUMBER + n : 0x30 + n;
  }
  foldCache = table;
  return table;
}

/** For each UTF-16 unit the one `narrow` writes in its place. */
function narrowTable(): Uint16Array {
  if (narrowCache !== undefined) return narrowCache;
  const table = units();
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = unit - 0xfee0;
  for (const space of SPACES) table[space.charCodeAt(0)] = 0x20;
  for (const zero of '○◯') table[zero.charCodeAt(0)] = 0x3007;
  for (const [from, to] of LOOKALIKES)
    for (let unit = from; unit <= to; unit++) {
      const plain = String.fromCharCode(unit).normalize('NFKC');
      if (plain.length === 1) table[unit] = plain.charCodeAt(0);
    }
  for (let i = 0; i < traditional.length; i++) table[traditional.charCodeAt(i)] = simplified.charCodeAt(i);
  narrowCache = table;
  return table;
}

function units(): Uint16Array {
  const all = new Uint16Array(0x10000);
  for (let unit = 0; unit < all.length; unit++) all[unit] = unit;
  return all;
}

/** Where not all are letters; in between stand Chinese characters, Hangul and surrogates. */
const MIXED = [
  [0x0000, 0x33ff],
  [0x4dc0, 0x4dff],
  [0xa000, 0xabff],
  [0xd7a4, 0xd7ff],
  [0xe000, 0xffff],
] as const;

/** Radicals as PDF extraction writes them (⼀ for 一), compatibility ideographs. */
const LOOKALIKES = [
  [0x2e80, 0x2fdf],
  [0xf900, 0xfaff],
] as const;

/** ① ⑴ ⒈ ⓪, ㈠ ㊀ ㉑ ㊱. */
const ENCLOSED = [
  [0x2460, 0x24ff],
  [0x3220, 0x32bf],
] as const;

/** Spaces that are not ' ', tab or line break; zero-width ones and the byte order mark among them. */
const SPACES =
  '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u202f\u205f\u2060\u3000\ufeff';
