// The number of a list item as Word prints it in one of its number formats: `w:numFmt` of an OOXML numbering
// definition, ECMA-376 part 1, 17.18.59. WPS writes other names than Word for the Chinese formats.

/** `formatListNumber(12, 'chineseCountingThousand')` is `十二`; a format that is not known counts in digits. */
export function formatListNumber(number: number, format: string): string {
  if (number < 0 || number > 9999) return String(number);
  const exact = exactFormats[format];
  if (exact !== undefined) return exact(number);
  return families.find(([family]) => family.test(format))?.[1](number) ?? String(number);
}

const digits = (set: string) => (number: number) =>
  Array.from(String(number), (digit) => set.charAt(Number(digit))).join('');

const exactFormats: { readonly [format: string]: (number: number) => string } = {
  none: () => '',
  bullet: () => '',
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalEnclosedParen: (number) => `(${number})`,
  decimalEnclosedFullstop: (number) => `${number}.`,
  upperRoman: (number) => roman(number).toUpperCase(),
  lowerRoman: (number) => roman(number),
  upperLetter: (number) => letters(number).toUpperCase(),
  lowerLetter: (number) => letters(number),
  ideographDigital: digits('〇一二三四五六七八九'),
  taiwaneseDigital: digits('〇一二三四五六七八九'),
  japaneseDigitalTenThousand: digits('〇一二三四五六七八九'),
  ideographTraditional: (number) => '甲乙丙丁戊己庚辛壬癸'.charAt((number + 9) % 10),
};

const families: readonly (readonly [RegExp, (number: number) => string])[] = [
  [
    /^(?:chineseLegalSimplified|ideographLegal|japaneseLegal)/,
    (number) => counted(number, '零壹贰叁肆伍陆柒捌玖', '拾佰仟'),
  ],
  [
    /^(?:chinese|japanese|taiwanese|koreanCounting)/,
    (number) => counted(number, '零一二三四五六七八九', '十百千'),
  ],
  [
    /^decimalEnclosedCircle/,
    (number) => (number >= 1 && number <= 20 ? String.fromCharCode(0x245f + number) : `(${number})`),
  ],
  [/^decimalFullWidth/, digits('０１２３４５６７８９')],
];

/** 十二, 二十, 一百零五: with units, and without 一 in front of ten to nineteen. */
function counted(number: number, numerals: string, units: string): string {
  if (number === 0) return numerals.charAt(0);
  const text = String(number);
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const digit = Number(text.charAt(i));
    const unit = text.length - 1 - i;
    if (digit > 0) out += numerals.charAt(digit) + units.charAt(unit - 1);
    else if (/[1-9]/.test(text.slice(i)) && !out.endsWith(numerals.charAt(0))) out += numerals.charAt(0);
  }
  return number >= 10 && number < 20 ? out.slice(1) : out;
}

const romanUnits: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  let out = '';
  let left = number;
  for (const [value, letters] of romanUnits) {
    out += letters.repeat(Math.floor(left / value));
    left %= value;
  }
  return out;
}

/** a … z, aa, bb … as Word counts. */
const letters = (number: number): string =>
  number < 1
    ? ''
    : String.fromCharCode(0x61 + ((number - 1) % 26)).repeat(Math.min(Math.ceil(number / 26), 20));
