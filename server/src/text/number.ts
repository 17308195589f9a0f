// What the text of a cell says: a number in whatever notation, a mark for none, a blank, or none of these.
import { cellText } from './cell-markup.ts';
import { isBlank } from './chars.ts';
import { narrow } from './fold.ts';

/** How a number is written beyond plain half-width digits. */
export interface Notation {
  readonly fullWidth: boolean;
  /** `1,234`. */
  readonly thousands: boolean;
  /** `件` of `3件`, `元` of `251000元` or `￥251000`; null without one. */
  readonly unit: string | null;
  /** `007`. */
  readonly leadingZeros: boolean;
  /** Decimals that are all zero: `3.0`. */
  readonly zeroDecimals: boolean;
  /** `+19`, `-8`. */
  readonly sign: '+' | '-' | null;
  /** Spaces between its digits: one number or two, who knows. */
  readonly spaces: boolean;
  /** `57①`, `3（其中修订1件）`: a footnote mark or a note on the figure behind it. */
  readonly note: boolean;
}

/**
 * What the text of one cell says. `plain` is the number written in half-width digits without notation
 * (`1,234件` is `1234`, `3.0` is `3`); `decimal` the same with all decimals as they stand (`3.0`, `18.8710`).
 * A unit never scales the number. `invalid`: no number, or one of more than 15 digits, which could not be
 * computed with exactly.
 */
export type Value =
  | {
      readonly kind: 'count';
      readonly count: number;
      readonly decimal: string;
      readonly plain: string;
      readonly notation: Notation;
    }
  | {
      readonly kind: 'decimal';
      readonly decimal: string;
      readonly plain: string;
      readonly notation: Notation;
    }
  | { readonly kind: 'none' | 'blank' | 'invalid' };

/** Digits a whole number may have: all of them are exact in a double. */
export const MOST_DIGITS = 15;

/** The count of a text of half-width digits alone, as in nearly all cells: what `readValue` says of it. */
export function plainCount(raw: string): number | null {
  if (raw.length === 0 || raw.length > MOST_DIGITS || (raw.charCodeAt(0) === 0x30 && raw.length > 1))
    return null;
  let count = 0;
  for (let i = 0; i < raw.length; i++) {
    const digit = raw.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return null;
    count = count * 10 + digit;
  }
  return count;
}

/** Read the text of a cell. Any text is an answer; no error. */
export function readValue(raw: string): Value {
  if (plainCount(raw) !== null) return counted(raw, PLAIN);
  const text = cellText(raw);
  const narrowed = narrow(text).trim();
  if (narrowed === '') return BLANK;
  if (isNone(narrowed)) return NONE;
  if (narrowed.length > LONGEST) return INVALID;
  const match = NUMBER.exec(narrowed.replace(/\s+/g, ''));
  if (match !== null) return numberOf(match, text, narrowed, false);
  const figure = figureNoted(narrowed);
  const noted = figure === null ? null : NUMBER.exec(figure.replace(/\s+/g, ''));
  return figure === null || noted === null ? INVALID : numberOf(noted, figure, figure, true);
}

/** The number that `NUMBER` found in a cell. */
function numberOf(match: RegExpExecArray, raw: string, narrowed: string, note: boolean): Value {
  const [, sign = '', currency = '', whole = '', fraction = '', suffix = ''] = match;
  const digits = whole.replaceAll(',', '').replace(/^0+(?=\d)/, '') || '0';
  if (digits.length > MOST_DIGITS || fraction.length > MOST_DIGITS || whole + fraction === '') return INVALID;
  const negative = NEGATIVE.test(sign);
  const notation: Notation = {
    fullWidth: FULL_WIDTH.test(raw),
    thousands: whole.includes(','),
    unit: suffix.replace(/[()]/g, '') || (currency === '' ? null : '元'),
    leadingZeros: /^0\d/.test(whole),
    zeroDecimals: /^0+$/.test(fraction),
    sign: sign === '' ? null : negative ? '-' : '+',
    spaces: /[\d,.]\s+[\d,.]/.test(narrowed),
    note,
  };
  const minus = negative && /[1-9]/.test(digits + fraction) ? '-' : '';
  const decimal = minus + digits + (fraction === '' ? '' : `.${fraction}`);
  if (fraction === '' || notation.zeroDecimals) return { ...counted(minus + digits, notation), decimal };
  return { kind: 'decimal', decimal, plain: decimal, notation };
}

/**
 * Whether a text may be a value rather than a label: a number in any notation, even a broken one (`1,23`,
 * twenty digits), or a mark for none. `1.` and `（1）` are numbering, not values. Cheap: the first character
 * decides nearly always.
 */
export function isValueLike(text: string): boolean {
  if (text.length === 0 || text.length > 400) return false;
  if (plainDigits(text) > 0) return true;
  const first = text.charCodeAt(0);
  if (!mayOpenValue(isBlank(first) ? text.trimStart().charCodeAt(0) : first)) return false;
  const narrowed = narrow(cellText(text)).trim();
  return isNone(narrowed) || NUMBER_LIKE.test(narrowed.replace(/\s+/g, '')) || figureNoted(narrowed) !== null;
}

/** Whether a value may begin with this unit. */
export const mayOpenValue = (unit: number): boolean => OPENS.has(unit);

/** The number of units when all are ASCII digits, else 0. */
function plainDigits(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x30 || unit > 0x39) return 0;
  }
  return text.length;
}

const counted = (plain: string, notation: Notation) =>
  ({ kind: 'count', count: Number(plain), decimal: plain, plain, notation }) as const;

const PLAIN: Notation = Object.freeze({
  fullWidth: false,
  thousands: false,
  unit: null,
  leadingZeros: false,
  zeroDecimals: false,
  sign: null,
  spaces: false,
  note: false,
});

const NONE = { kind: 'none' } as const;
const BLANK = { kind: 'blank' } as const;
const INVALID = { kind: 'invalid' } as const;

/** A longer cell is no number that could be computed with. */
const LONGEST = 100;

/** Units seen in cells. 万 and 亿 alone are none: they would scale the number. */
const UNITS = '件次|人次|项次|万元|亿元|千元|元|件|份|项|条|宗|个|起|例|次|篇|部|人|家|期';
const SIGN = '[-+−﹣﹢]';
const SUFFIX = `(${UNITS}|\\((?:${UNITS})\\))?`;

/** A number, narrowed and without spaces: sign, currency, whole part, fraction, unit. */
const NUMBER = new RegExp(`^(${SIGN}?)([¥￥]?)(\\d{1,3}(?:,\\d{3})+|\\d*)(?:\\.(\\d+))?${SUFFIX}$`);
const NUMBER_LIKE = new RegExp(`^${SIGN}?[¥￥]?\\.?\\d(?:[\\d,.]*\\d)?${SUFFIX}$`);
/**
 * A figure and what is noted behind it, narrowed: `57①`, `57*`, `57[1]`, `57^1^`, `57 注1`, or words in
 * brackets.
 */
const NOTED =
  /^([-+−﹣﹢]?\d[\d,.]{0,20}(?:[件份项条宗个起例次篇部人家期]|万元|元)?)\s{0,4}(?:[①-⑳]|[*※†‡#△▲☆★]{1,3}|[¹²³⁰-⁹⁽⁾]{1,4}|\^?[[〔【](?:注|\^)?(?:\d{1,2}|[①-⑳]|[*※†])[\]〕】]\^?|\^\d{1,2}\^?|\(?见?注(?:释)?[:：]?(?:\d{1,2}|[①-⑳一二三四五])?\)?|\([①-⑳]\)|\(([^()]{1,60})\))$/;
/** Words that say what the figure holds: they begin so, or hold a number. */
const CONTENTS =
  /^(?:其中|含|包含|包括|均为|全部为|全为|皆为|详?见)|^(?=\D{0,60}\d)(?=[^\u4e00-\u9fff]{0,60}[\u4e00-\u9fff])/;
/** What may put another figure in its place: `3(应为5)`, `3(另有2件)`. */
const REPLACES = /应为|实为|误|更正|更改|改为|原为|另|不含|不包括|除|^\d+[十百千万亿]+元?$/;

/** The figure of a text that has a note behind it; null for any other text. */
function figureNoted(narrowed: string): string | null {
  const [, figure, words] = NOTED.exec(narrowed) ?? [];
  if (figure === undefined) return null;
  return words === undefined || (CONTENTS.test(words) && !REPLACES.test(words)) ? figure : null;
}

/** Whether a text is what may stand behind a figure in its cell: a footnote mark, or a note in brackets. */
export const isNote = (text: string): boolean =>
  text.length <= LONGEST && !/^\d/.test(text) && figureNoted(`0${narrow(text)}`) === '0';

const NEGATIVE = /[-−﹣]/;
const FULL_WIDTH = /[\uff00-\uffef]/;

/** Dashes, slashes and the like, narrowed: up to four of them stand for none. */
const DASHES = /^(?:[-‐‑‒–—―−﹣﹘─━_~]{1,4}|[/\\∕╱]{1,2}|、)$/;
const NONE_WORDS = new Set(['无', '空', '零', '没有', '暂无', '不适用', '不涉及', '未发生']);

/** Whether a text says that there is none: a dash, a slash, 无. */
export const isNoneMark = (text: string): boolean => isNone(narrow(text).trim());

const isNone = (narrowed: string): boolean => DASHES.test(narrowed) || NONE_WORDS.has(narrowed);

/** What values begin with, as written. */
const OPENS = new Set(
  [
    ...'0123456789０１２３４５６７８９+-＋－−﹣﹢.．¥￥‐‑‒–—―﹘─━_＿~～/／\\＼∕╱、无無空零没沒暂暫不未<&*$',
  ].map((c) => c.charCodeAt(0)),
);
