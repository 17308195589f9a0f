// The value of Chinese numerals.

/**
 * Value of a Chinese numeral, also in the capital forms (壹贰叁): `一百零五` 105, `二〇` 20, `两万三` 23000. Null for
 * what is none. Up to 亿 without loss.
 */
export function chineseNumber(text: string): number | null {
  const values = [...text].map((char) => VALUES[char] ?? Number.NaN);
  if (values.length === 0 || values.some(Number.isNaN)) return null;
  return values.every((value) => value < 10) ? digits(values) : sum(values);
}

/** `二〇二四`: digits by their places. */
const digits = (values: readonly number[]): number | null =>
  values.length > 15 ? null : values.reduce((all, digit) => all * 10 + digit, 0);

/** `两万三千零五`: digits with their units. */
function sum(values: readonly number[]): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let power = 0;
  for (const value of values) {
    if (value < 10) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
      if (value === 0) power = 0;
      continue;
    }
    if (value < 10000) section += (digit ?? 1) * value;
    else {
      section += digit ?? 0;
      if (section === 0 && total === 0) return null;
      total = value === 1e8 ? (total + section) * value : total + section * value;
      section = 0;
    }
    power = value;
    digit = null;
  }
  // 一百五 is 150: a last digit without its unit counts tenths of the unit before, unless 零 stands between.
  return total + section + (digit ?? 0) * (power > 10 ? power / 10 : 1);
}

const DIGITS = ['零〇', '一壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'];
const UNITS = ['十拾', '百佰', '千仟', '万', '亿'];
const POWERS = [10, 100, 1000, 10000, 1e8];
const entriesOf = (chars: string, value: number): readonly (readonly [string, number])[] =>
  [...chars].map((char) => [char, value]);
const VALUES: { readonly [char: string]: number } = Object.fromEntries([
  ...DIGITS.flatMap(entriesOf),
  ...UNITS.flatMap((chars, i) => entriesOf(chars, POWERS[i] as number)),
]);

/** What a unit such as 万 multiplies by; 1 for what is none. */
export const factorOf = (unit: string): number => VALUES[unit] ?? 1;
