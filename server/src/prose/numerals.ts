// Numbers in sentences, with their counting words: `１,２３４件`, `十二件`, `1.5万余条`.
import type { Span } from '../text/span.ts';
import { behind, DIGIT, kinds, NUMERAL } from './char-kinds.ts';
import { chineseNumber, factorOf } from './chinese-number.ts';

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

/** The numerals of a narrowed text, in order. */
export function numeralsOf(text: string): readonly Numeral[] {
  const kindOf = kinds();
  const found: Numeral[] = [];
  for (let at = 0; at < text.length; ) {
    const kind = kindOf[text.charCodeAt(at)] as number;
    if ((kind & (DIGIT | NUMERAL)) === 0) {
      at++;
      continue;
    }
    const end = kind & DIGIT ? endOfDigits(text, at) : behind(NUMERAL, text, at, text.length);
    const numeral = kind & DIGIT ? digits(text, at, end) : characters(text, at, end);
    if (numeral !== null) found.push(numeral);
    at = numeral === null ? end : numeral.end;
  }
  return found;
}

/** `1,234.5`; a comma that does not part thousands ends it, and so does a point without a digit behind it. */
function endOfDigits(text: string, from: number): number {
  NUMBER.lastIndex = from;
  return NUMBER.test(text) ? NUMBER.lastIndex : from + 1;
}

function digits(text: string, from: number, end: number): Numeral | null {
  if (NAMED.has(text.charCodeAt(from - 1))) return null;
  const written = text.slice(from, end);
  const value = Number(written.includes(',') ? written.replaceAll(',', '') : written);
  const scale = SCALED.has(text.charCodeAt(end)) ? (SCALE.exec(text.slice(end, end + 2))?.[0] ?? '') : '';
  if (scale === '') return numeralOf(text, from, end, value);
  const factor = [...scale].reduce((product, char) => product * factorOf(char), 1);
  const numeral = numeralOf(text, from, end + scale.length, value * factor);
  return numeral.unit.endsWith('元') && !scale.includes('亿') ? numeral : { ...numeral, bound: true };
}

/** 一是、统一、第三: a Chinese numeral is a figure only in front of a unit. */
function characters(text: string, from: number, end: number): Numeral | null {
  const before = text.charCodeAt(from - 1);
  if (end - from === 1 && text[from] === '零' && text[from - 1] === '为' && ENDED.test(text.charAt(end)))
    return numeralOf(text, from, end, 0);
  if (unitOf(text, end + looseAt(text, end)) === '' || ORDINAL.has(before)) return null;
  const numeral = numeralOf(text, from, end, chineseNumber(text.slice(from, end)));
  const bound = GUESSED.has(before) || MYRIAD.has(text.charCodeAt(end - 1));
  return bound ? { ...numeral, bound } : numeral;
}

/** The number at `from..end` with what stands around it. */
function numeralOf(text: string, from: number, end: number, exact: number | null): Numeral {
  const loose = looseAt(text, end);
  const unitAt = end + loose;
  const unit = unitOf(text, unitAt);
  const next = unitAt + unit.length;
  const value = exact === null || isPlain(exact) ? exact : Number(exact.toPrecision(15));
  return {
    span: { from, to: end },
    value: value !== null && value <= Number.MAX_SAFE_INTEGER ? value : null,
    unit,
    end: next,
    bound:
      loose === 1 ||
      (NEARLY.has(text.charCodeAt(from - 1)) && NEAR.test(text.slice(Math.max(0, from - 3), from))) ||
      (ROUGHLY.has(text.charCodeAt(next)) && ROUGH.test(text.slice(next, next + 2))),
  };
}

/** Whether multiplying cannot have left digits behind the last written. */
const isPlain = (value: number): boolean => Number.isInteger(value) && value < 1e15;

/** 余, 多 or the like between a number and its unit. */
const looseAt = (text: string, at: number): number => (LOOSE.has(text.charCodeAt(at)) ? 1 : 0);

/** The counting word at `at`; `''` when what stands there counts other things (个工作日, 个单位) or nothing. */
function unitOf(text: string, at: number): string {
  if (!COUNTING.has(text.charCodeAt(at))) return '';
  UNIT.lastIndex = at;
  return UNIT.exec(text)?.[0] ?? '';
}

const unitsIn = (characters: string): ReadonlySet<number> =>
  new Set([...characters].map((character) => character.charCodeAt(0)));

const NUMBER = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/y;
/** In front of digits these make a name: 第3, A4. */
const NAMED = unitsIn('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-/第');
/** Behind 为零 nothing follows. */
const ENDED = /^[,;:)]?$/;
const ORDINAL = unitsIn('第统唯专同每逐某万数上下');
const GUESSED = unitsIn('上数几');
const MYRIAD = unitsIn('万亿');
const SCALED = unitsIn('十百千万亿');
const SCALE = /^(?:十|百|千)?(?:万(?!元)|亿)|^(?:百|千)/;
const LOOSE = unitsIn('余多来几数');
/** The last characters of `NEAR`. */
const NEARLY = unitsIn('约近超逾过破达于少足');
const NEAR = /(?:约|近|超|逾|超过|突破|多达|不少于|至少|不足)$/;
/** The first characters of `ROUGH`. */
const ROUGHLY = unitsIn('余多左以上');
const ROUGH = /^(?:余|多|左右|以上|上下)/;
/** The first characters of `UNIT`. */
const COUNTING = unitsIn('万元%件人条个项名份宗起例次封篇期部桩则幅场');
const UNIT =
  /万元|元|%|件\(次\)|[件人条例宗]次|[个项名](?!工作日|月|单位|部门|镇|乡|街道|村|社区|栏目|账号|平台|专区|百分点|小时|方面|科室|股室)|[件条份宗起例次封篇期部桩则幅场]/y;
