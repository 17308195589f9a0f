import type { Span } from '../text/span.ts';
import { type Amount, amount, isCounted, type Percent, percent, withUnits } from './amounts.ts';
import { COUNTER, DIGIT } from './char-kinds.ts';
import { type Growth, readGrowths } from './growth.ts';
import type { Numeral } from './numerals.ts';
import { Sentence, splitSentences } from './sentences.ts';
import type { SqueezedText } from './squeeze.ts';

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
  /** So many of the parts are sure to be parts of the total; later ones may be parts of a part, or something else. */
  readonly sure: number;
  /** The list ends in 等, or a figure of it is only about right (余, 约): it cannot fall short. */
  readonly partial: boolean;
  /** Parts by channel of publication: one item may be counted in several. */
  readonly channels: boolean;
}

/** What prose adds up or compares by itself. */
export interface StatedSums {
  readonly lists: readonly PartList[];
  readonly growths: readonly Growth[];
}

/** The totals with parts, and the growth rates, of a part's prose. `skip`: the tables' spans, ascending. Linear in the text. */
export const statedSums = (text: string, section: number, skip: readonly Span[] = []): StatedSums =>
  readStatedSums(splitSentences(text, section, skip));

/** The sums that sentences tell. */
export function readStatedSums(all: readonly Sentence[]): StatedSums {
  const lists: PartList[] = [];
  const growths: Growth[] = [];
  for (let i = 0; i < all.length; i++) {
    let sentence = all[i] as Sentence;
    if ((sentence.signs & (DIGIT | COUNTER)) === 0 || sentence.length > LONGEST) continue;
    if ((sentence.signs & DIGIT) === 0 && !FIGURE.test(sentence.plain)) continue;
    const next = all[i + 1];
    if (next !== undefined && next.line === sentence.line && CONTINUED.test(next.plain)) {
      sentence = Sentence.joined(sentence, next);
      i++;
    }
    if (!MARKED.test(sentence.plain)) continue;
    const figures = withUnits(sentence.numerals);
    readLists(sentence, figures, lists);
    readGrowths(sentence, figures, growths);
  }
  return { lists, growths };
}

function readLists(sentence: Sentence, figures: readonly Numeral[], into: PartList[]): void {
  const { squeezed } = sentence;
  const { text } = squeezed;
  for (let i = 0; i + 1 < figures.length; i++) {
    const total = figures[i] as Numeral;
    if (total.bound || !isCounted(total.unit)) continue;
    const opener = OPENER.exec(text.slice(total.end, total.end + 24));
    if (opener === null) continue;
    const list = readList(
      text,
      figures,
      i,
      total.end + opener[0].length,
      opener[0].startsWith('('),
      squeezed,
    );
    if (list.parts.length === 0) continue;
    into.push({ sentence: sentence.span, total: amount(total, squeezed), ...list });
  }
}

function readList(
  text: string,
  figures: readonly Numeral[],
  totalAt: number,
  from: number,
  bracketed: boolean,
  squeezed: SqueezedText,
): Pick<PartList, 'parts' | 'sure' | 'partial' | 'channels'> {
  const total = figures[totalAt] as Numeral;
  const parts: Share[] = [];
  let sure: number | null = null;
  let partial = false;
  let separator = '';
  let behind = from;
  for (let i = totalAt + 1; i < figures.length; i++) {
    const figure = figures[i] as Numeral;
    const head = text.slice(behind, figure.span.from);
    if (figure.unit === '%') {
      const last = parts[parts.length - 1];
      if (last === undefined || !/^[,(]?(?:占|约占|比例|比重|同比)/.test(head) || head.length > 16) break;
      if (/^[,(]?占(?!.{0,8}(?:上年|去年|同期))/.test(head))
        parts[parts.length - 1] = { ...last, percent: percent(figure, squeezed) };
      behind = figure.end + (text[figure.end] === ')' ? 1 : 0);
      continue;
    }
    if (head.length > 60) break;
    const depth = depthOf(head);
    if (bracketed ? depth.lowest < 0 : depth.end < 0) break;
    const outside = withoutBrackets(head);
    if (ENDS_LIST.test(outside) || head.includes('。')) break;
    if (depth.end > 0) {
      // Parts of a part in brackets: go on behind them.
      const close = text.indexOf(')', figure.end);
      if (close < 0 || parts.length === 0) break;
      behind = close + 1;
      while ((figures[i + 1]?.span.from ?? Infinity) < behind) i++;
      continue;
    }
    if (NESTED.test(outside) && parts.length > 0) break;
    const mark = parts.length === 0 ? '' : (/[;,、和及]/.exec(outside)?.[0] ?? '');
    if (parts.length > 0 && mark === '') break;
    // Behind a semicolon, a figure with parts of its own is a total of its own.
    if (mark === ';' && OPENER.test(text.slice(figure.end, figure.end + 24))) break;
    if (parts.length === 1) separator = mark;
    const label = outside.replace(/^[;,、:和及]+/, '');
    const residual = /^(?:以及)?(?:其他|其它|其余)/.test(label);
    if (parts.length > 1 && mark !== separator && !residual && !/[和及]/.test(mark)) {
      sure ??= parts.length;
      if (mark === ';') break;
    }
    if (figure.unit !== total.unit || OTHER_COUNT.test(outside)) {
      // 条 beside 篇 or 期: what comes from here on is not counted alike.
      partial = true;
      break;
    }
    if (figure.bound) partial = true;
    const { span, value, unit } = amount(figure, squeezed);
    parts.push({ span, value, unit, label, residual, percent: null });
    behind = figure.end;
    if (/^(?:等|左右)/.test(text.slice(behind, behind + 2))) {
      partial = true;
      break;
    }
  }
  const labels = parts.filter((part) => CHANNEL.test(part.label)).length;
  return { parts, sure: sure ?? parts.length, partial, channels: labels * 2 > parts.length };
}

/** `其他类信息(含人事、采购)`: what stands in brackets names no part. */
const withoutBrackets = (head: string): string =>
  head.includes('(') ? head.replace(/\([^()]*\)/g, '') : head;

function depthOf(head: string): { readonly lowest: number; readonly end: number } {
  let end = 0;
  let lowest = 0;
  for (let at = 0; at < head.length; at++) {
    const char = head[at];
    if (char === '(') end++;
    else if (char === ')' && --end < lowest) lowest = end;
  }
  return { lowest, end };
}

const LONGEST = 6000;
const FIGURE = /[一二三四五六七八九十百](?:件|条|份|篇)/;
const MARKED = /其中|包括|包含|分别|具体|含|:|%/;
/** What may stand between a total and its parts. */
const OPENER =
  /^(?:政府信息|信息|申请|文件)?[,;。(:]{0,2}(?:其中|在(?:主动)?公开的(?:政府)?信息中|包括|包含|主要包括|具体包括|具体为|具体是|分别为|分别是|含|:)[:,]?/;
/** A sentence that goes on with the total of the one before. */
const CONTINUED = /^(?:其中|在(?:主动)?公开的(?:政府)?信息中)/;
const NESTED = /其中|包括|包含|具体为|具体是|分别|含(?!有|义)/;
/** A new statement begins. */
const ENDS_LIST =
  /(?:^|[,;。、)])(?:另|此外|同时|还|并|而|发生|引发|累计|共|合计|总计|全年共|收到|受理|召开|举办|开展|组织|培训|参加|比|较|同比|与|增加|新增|减少|截至)|浏览|访问|阅读|点击|粉丝|关注量|转载|评论|播放|不(?:重复|含)/;
/** Not counted among the total although it stands in line. */
const OTHER_COUNT = /(?:下降|上升|增长|增加|减少|达到|目标|不少于)$/;
const CHANNEL =
  /网站|网页|门户|微信|公众号|微博|抖音|客户端|新媒体|公示栏|公开栏|宣传栏|公告栏|电视|广播|报纸|报刊|平台|视频号|今日头条|APP|线上|线下/i;
