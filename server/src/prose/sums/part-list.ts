// Reads one list of parts from left to right, figure by figure. What a figure is hangs on the words since the
// figure before and on the state of the list:
//
//   公开信息200条，其中动态类50条（占25%）、公告类120条（含图片60条）、其他信息30条，问答12条，累计阅读9万次
//   total              part        share    part         nested        part          part      end
//   first              sure        sure     sure         sure          sure          doubtful  closed
//
// The second line says what each figure is, the third the state after it. 问答12条 follows another separator
// than the parts before it and may be a part of one of them, or a statement of its own.
import type { Span } from '../../text/span.ts';
import type { Numeral } from '../numerals.ts';
import type { SqueezedText } from '../squeezed-text.ts';
import { type Amount, amount, type Percent, percent, plainUnit } from './amounts.ts';
import { bracketDepths, withoutBrackets } from './brackets.ts';
import { goesOnWith, isBeside, RESIDUAL } from './part-labels.ts';

/** One of the parts: `政策解读类37条(占10.5%)`. */
export interface Share extends Amount {
  readonly label: string;
  /** 其他、其余: with such a class the list should be complete. */
  readonly residual: boolean;
  /** `占10.5%` behind the part, as written. */
  readonly percent: Percent | null;
}

/** `共公开信息56条，其中A类4条、B类52条`. */
export interface PartList {
  readonly sentence: Span;
  readonly total: Amount;
  readonly parts: readonly Share[];
  /**
   * So many of the parts are sure to be parts of the total; later ones may be parts of a part, or something
   * else.
   */
  readonly sure: number;
  /** The list ends in 等, or a figure of it is only about right (余, 约): it cannot fall short. */
  readonly partial: boolean;
  /** Parts by channel of publication: one item may be counted in several. */
  readonly channels: boolean;
  /** What else the parts may divide: counts in front of the total, and sums of it with them. */
  readonly others: readonly number[];
}

/** `first`: no part was read yet. `doubtful`: what follows need not be a part of this total. */
type State = 'first' | 'sure' | 'doubtful' | 'closed';

/** What was read so far. Offsets are in the squeezed text. */
interface Draft {
  readonly squeezed: SqueezedText;
  readonly unit: string;
  /** The list stands in brackets and ends with them. */
  readonly bracketed: boolean;
  readonly parts: Share[];
  /** What stands between the first two parts; null before the second. */
  separator: string | null;
  sure: number;
  partial: boolean;
  /** Where the words in front of the next figure begin. */
  at: number;
}

/** What stands between a total and its parts, when `text` goes on with parts; `''` when it does not. */
export const listOpener = (text: string, at: number): string =>
  OPENER.exec(text.slice(at, at + 24))?.[0] ?? '';

/** The parts of the total `figures[totalAt]`, whose list opens with `opener`; null when there are none. */
export function readPartList(
  squeezed: SqueezedText,
  figures: readonly Numeral[],
  totalAt: number,
  opener: string,
): Omit<PartList, 'sentence' | 'others'> | null {
  const total = figures[totalAt] as Numeral;
  const list: Draft = {
    squeezed,
    unit: total.unit,
    bracketed: opener.startsWith('('),
    parts: [],
    separator: null,
    sure: 0,
    partial: false,
    at: total.end + opener.length,
  };
  let state: State = 'first';
  for (let i = totalAt + 1; i < figures.length && state !== 'closed'; i++) {
    const figure = figures[i] as Numeral;
    if (figure.span.from >= list.at) state = read(figure, list, state);
  }
  const { parts, sure, partial } = list;
  if (parts.length === 0) return null;
  const channels = parts.filter(({ label }) => CHANNEL.test(label)).length * 2 > parts.length;
  return { total: amount(total, squeezed), parts, sure, partial, channels };
}

/** Takes the next figure into the list. Answers the state after it. */
function read(figure: Numeral, list: Draft, state: State): State {
  const words = list.squeezed.text.slice(list.at, figure.span.from);
  if (figure.unit === '%') return readPercentage(figure, words, list, state);
  const { lowest, end } = bracketDepths(words);
  const left = list.bracketed ? lowest < 0 : end < 0;
  const outside = withoutBrackets(words);
  if (left || words.length > LONGEST_LABEL || ENDS_LIST.test(outside) || words.includes('。'))
    return 'closed';
  return end > 0 ? skipBracket(figure, list, state) : readPart(figure, outside, list, state);
}

/** `(占25%)` belongs to the part before it; how the part grew does not matter. */
function readPercentage(figure: Numeral, words: string, list: Draft, state: State): State {
  const part = list.parts[list.parts.length - 1];
  if (part === undefined || words.length > LONGEST_RATE || !RATE.test(words)) return 'closed';
  if (SHARE.test(words))
    list.parts[list.parts.length - 1] = { ...part, percent: percent(figure, list.squeezed) };
  list.at = figure.end + (list.squeezed.text[figure.end] === ')' ? 1 : 0);
  return state;
}

/** `(含图片60条、视频30条)`: parts of a part. */
function skipBracket(figure: Numeral, list: Draft, state: State): State {
  const close = list.squeezed.text.indexOf(')', figure.end);
  if (close < 0 || state === 'first') return 'closed';
  list.at = close + 1;
  return state;
}

/** `outside` is what stands in front of the figure, brackets left out: a separator and the label. */
function readPart(figure: Numeral, outside: string, list: Draft, state: State): State {
  const label = outside.replace(SEPARATORS, '');
  const residual = RESIDUAL.test(label);
  const next = state === 'first' ? 'sure' : stateBehind(outside, label, figure, list, state);
  if (next === 'closed') return next;
  if (plainUnit(figure.unit) !== plainUnit(list.unit) || OTHER_COUNT.test(outside)) {
    // 条 beside 篇 or 期: what comes from here on is not counted alike.
    list.partial = true;
    return 'closed';
  }
  list.parts.push({ ...amount(figure, list.squeezed), label, residual, percent: null });
  if (next === 'sure') list.sure++;
  list.at = figure.end;
  const openEnd = OPEN_END.test(list.squeezed.text.slice(figure.end, figure.end + 2));
  if (openEnd || figure.bound) list.partial = true;
  return openEnd ? 'closed' : next;
}

/** What the separator and the label say of a part that is not the first. */
function stateBehind(outside: string, label: string, figure: Numeral, list: Draft, state: State): State {
  const separator = SEPARATOR.exec(outside)?.[0];
  if (separator === undefined || NESTED.test(outside)) return 'closed';
  const first = list.parts[0]?.label ?? '';
  if (isBeside(label, first)) return 'closed';
  // Behind a semicolon or another separator than before, a figure with parts of its own is another total.
  const opener = listOpener(list.squeezed.text, figure.end);
  const isApart = separator !== (list.separator ?? separator) && opener[0] === ',';
  if (opener !== '' && (separator === ';' || isApart)) return 'closed';
  list.separator ??= separator;
  if (RESIDUAL.test(label) || goesOnWith(separator, label, first, list.separator)) return state;
  return separator === ';' ? 'closed' : 'doubtful';
}

/** In UTF-16 units, as are all lengths here. */
const LONGEST_LABEL = 60;
const LONGEST_RATE = 16;
const OPENER =
  /^(?:政府信息|信息|申请|文件)?[,;。(:]{0,2}(?:其中|在(?:主动)?公开的(?:政府)?信息中|包括|包含|主要包括|具体包括|具体为|具体是|分别为|分别是|含|:|(?=通过[^,。;]{2,16}\d)|(?<=\()(?=\d+[件条份][^,、。()]{1,12}[,、])|(?<=\()(?=(?:线上|线下|网上|网络|网站|信函|邮寄|当面|现场|来访)[^,、。()\d]{0,6}\d+[件条份]?[,、])|(?<=\()(?=[^,、。()\d]{1,10}类\d+[件条份][,、])|(?<=\()(?=[^,、。()\d]{1,10}\d+[件条份][,、][^()。]{0,80}、其[他它余]\d))[:,]?/;
const SEPARATOR = /[;,、和及]/;
const SEPARATORS = /^[;,、:和及]+/;
const NESTED = /其中|包括|包含|具体为|具体是|分别|含(?!有|义)/;
const OPEN_END = /^(?:等|左右)/;
const RATE = /^[,(]?(?:占|约占|比例|比重|同比)/;
const SHARE = /^[,(]?占(?!.{0,8}(?:上年|去年|同期))/;
/** A new statement begins. */
const ENDS_LIST =
  /(?:^|[,;。、)])(?:被|另|此外|同时|还|并|而|发生|引发|累计|共|合计|总计|全年共|收到|受理|召开|举办|开展|组织(?!机构|架构|结构|人事)|培训(?!类|信息)|参加|比|较|同比|与|增加|新增|减少|截至)|浏览|访问|阅读|点击|粉丝|关注量|转载|评论|播放|不(?:重复|含)/;
/** Not counted among the total although it stands in line. */
const OTHER_COUNT = /(?:下降|上升|增长|增加|减少|达到|目标|不少于)$/;
const CHANNEL =
  /网站|网页|门户|微信|公众号|微博|抖音|客户端|新媒体|公示栏|公开栏|宣传栏|公告栏|电视|广播|报纸|报刊|平台|视频号|今日头条|APP/i;
