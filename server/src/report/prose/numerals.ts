import type { Span } from '../../text/span.ts';

/** A number as prose writes it: `１,２３４件`, `十二件`, `1.5万余条`. */
export interface Numeral {
  /** The digits, with 万 or 亿 where one follows; in the text that was read. */
  readonly span: Span;
  /** null when it is too large to be held exactly. */
  readonly value: number | null;
  /** The unit behind it, `''` when none follows. */
  readonly unit: string;
  /** Behind the unit. */
  readonly end: number;
  /** 余、多、近、约、超 or 万: the true number is only near the one written. */
  readonly bound: boolean;
}

/**
 * Value of a Chinese numeral, also in the capital forms (壹贰叁): `一百零五` 105, `二〇` 20, `两万三` 23000. Null for what is none.
 * Up to 亿 without loss.
 */
export function chineseNumber(text: string): number | null {
  if (text === '') return null;
  const digits = [...text].map((char) => DIGITS.indexOf(PLAIN[char] ?? char));
  if (digits.every((digit) => digit >= 0)) {
    return digits.length === 1 || digits.length <= 15
      ? digits.reduce((sum, digit) => sum * 10 + digit, 0)
      : null;
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let power = 0;
  for (const raw of text) {
    const char = PLAIN[raw] ?? raw;
    const value = DIGITS.indexOf(char);
    if (value >= 0) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
      if (value === 0) power = 0;
      continue;
    }
    const unit = UNITS[char];
    if (unit === undefined) return null;
    if (unit < 10000) {
      section += (digit ?? 1) * unit;
    } else {
      section += digit ?? 0;
      if (section === 0 && total === 0) return null;
      total = unit === 1e8 ? (total + section) * unit : total + section * unit;
      section = 0;
    }
    power = unit;
    digit = null;
  }
  // 一百五 is 150: a last digit without its unit counts tenths of the unit before, unless 零 stands between.
  return total + section + (digit ?? 0) * (power > 10 ? power / 10 : 1);
}

/** Finds the next numeral from `from` on; null when there is none. Pure: keeps no place. */
export function nextNumeral(text: string, from: number): Numeral | null {
  let at = from;
  for (;;) {
    NUMBER.lastIndex = at;
    const match = NUMBER.exec(text);
    if (match === null) return null;
    const numeral = numeralAt(text, match.index, match[0]);
    if (numeral !== null) return numeral;
    at = match.index + match[0].length;
  }
}

function numeralAt(text: string, start: number, written: string): Numeral | null {
  const arabic = /^\d/.test(written);
  let end = start + written.length;
  const value = arabic ? Number(written.replaceAll(',', '')) : chineseNumber(written);
  const scale = arabic
    ? (text.slice(end, end + 2).match(/^(?:十|百|千)?(?:万(?!元)|亿)|^(?:百|千)/)?.[0] ?? '')
    : '';
  if (scale !== '') end += scale.length;
  const loose = /^(?:余|多|来|几|数)/.test(text.slice(end, end + 1)) ? 1 : 0;
  const unitAt = end + loose;
  const unit = unitOf(text, unitAt);
  // 一是、统一、第三: a Chinese numeral is a figure only in front of a unit.
  if (
    !arabic &&
    (unit === '' || /[第统唯专同每逐某万数上下]$/.test(text.slice(Math.max(0, start - 1), start)))
  )
    return null;
  if (arabic && /[A-Za-z.\-/第]$/.test(text.slice(Math.max(0, start - 1), start))) return null;
  const before = text.slice(Math.max(0, start - 3), start);
  const factor = [...scale].reduce((product, char) => product * (UNITS[char] ?? 1), 1);
  const money = /元$/.test(unit) || text.startsWith('元', unitAt);
  const bound =
    loose === 1 ||
    (scale !== '' && !money) ||
    (!arabic && /[万亿]$/.test(written)) ||
    /(?:约|近|超|逾|超过|突破|多达|将近|接近|不少于|至少|不足|大约)$/.test(before) ||
    (!arabic && /[上数几]$/.test(before)) ||
    /^(?:余|多|左右|以上|上下)/.test(text.slice(unitAt + unit.length, unitAt + unit.length + 2));
  const scaled = value === null ? null : Number((value * factor).toPrecision(15));
  return {
    span: { from: start, to: end },
    value: scaled !== null && scaled <= Number.MAX_SAFE_INTEGER ? scaled : null,
    unit,
    end: unitAt + unit.length,
    bound,
  };
}

/** The counting word at `at`; `''` when what stands there counts other things (个工作日, 个单位) or nothing. */
function unitOf(text: string, at: number): string {
  const found = UNIT.exec(text.slice(at, at + 6))?.[0] ?? '';
  return found;
}

const DIGITS = '零一二三四五六七八九';
const PLAIN: { readonly [char: string]: string } = {
  〇: '零',
  两: '二',
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
};
const UNITS: { readonly [char: string]: number } = { 十: 10, 百: 100, 千: 1000, 万: 10000, 亿: 1e8 };
const NUMBER =
  /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+/g;
const UNIT =
  /^(?:万元|元|%|件\(次\)|件次|人次|条次|[个项名](?!工作日|月|单位|部门|镇|乡|街道|村|社区|栏目|账号|平台|专区|百分点|小时|方面|科室|股室)|[件条份宗起例次封篇期部桩则幅场])/;
