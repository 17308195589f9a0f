// The tables behind fold.ts: what each UTF-16 unit is compared as and read as.
import { regionalWords, simplified, traditional } from './traditional.ts';

/** Values from here up to ENDING stand for the number `value - NUMBER`: ⑩ becomes two digits. */
export const NUMBER = 0xe000;
/** Up to LETTER for `endings[value - ENDING]`: with the unit before, it may be a word of other usage. */
export const ENDING = 0xe100;
/** Behind the units for private use, which are no letters, come letters again. */
export const LETTER = 0xf900;

/** Words of other usage (资讯) and ours (信息), all of two characters. */
export const usage: ReadonlyMap<string, string> = new Map(regionalWords);
export const endings = [...new Set(regionalWords.map(([word]) => word.charAt(1)))];

let foldCache: Uint16Array | undefined;
let narrowCache: Uint16Array | undefined;

/** For each UTF-16 unit the one it is compared as, 0 for none, NUMBER + n for numbers above 9. */
export function foldTable(): Uint16Array {
  if (foldCache !== undefined) return foldCache;
  const keys = units();
  const mixed: number[] = [];
  for (const [from, to] of MIXED) for (let unit = from; unit <= to; unit++) mixed.push(unit);
  for (const unit of mixed) keys[unit] = 0;
  for (const { 0: letters, index } of String.fromCharCode(...mixed).matchAll(/[\p{L}\p{N}]+/gu))
    for (let i = 0; i < letters.length; i++)
      keys[mixed[index + i] as number] = (letters[i] as string).toLowerCase().charCodeAt(0);
  for (const [i, end] of endings.entries()) keys[end.charCodeAt(0)] = ENDING + i;
  const table = composed(narrowTable(), keys);
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
export function narrowTable(): Uint16Array {
  if (narrowCache !== undefined) return narrowCache;
  const table = units();
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = unit - 0xfee0;
  for (const space of SPACES) table[space.charCodeAt(0)] = 0x20;
  for (const zero of '○◯') table[zero.charCodeAt(0)] = 0x3007;
  for (let i = 0; i < traditional.length; i++) table[traditional.charCodeAt(i)] = simplified.charCodeAt(i);
  table[0xffe5] = 0xa5; // ￥
  for (const [from, to] of LOOKALIKES)
    for (let unit = from; unit <= to; unit++) {
      const plain = String.fromCharCode(unit).normalize('NFKC');
      if (plain.length === 1) table[unit] = table[plain.charCodeAt(0)] as number;
    }
  narrowCache = table;
  return table;
}

/** For each unit the value in `second` of what it is in `first`. A loop: a callback would slow the start. */
export function composed(first: Uint16Array, second: Uint16Array): Uint16Array {
  const both = new Uint16Array(0x10000);
  for (let unit = 0; unit < both.length; unit++) both[unit] = second[first[unit] as number] as number;
  return both;
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
