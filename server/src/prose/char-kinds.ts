// What a UTF-16 unit may be to a reader of sentences, as flags; a unit may be several, most are none.
import { once } from '../base/cache.ts';
import { eachMarkUnit, isBar, isBlank, isBreak } from '../text/chars.ts';
import { composed, narrowTable } from '../text/fold-table.ts';

export const BREAK = 0x1;
/** Ends a sentence. */
export const FULL_STOP = 0x2;
/** Behind one of these, or a row's bar, no line goes on with the next. */
export const MARK = 0x4;
/** White space. */
export const SPACE = 0x8;
/** Stands for nothing in prose: white space, quotes, stars. */
export const BLANK = 0x10;
/** Opens the name of a document, a document number or a tag. */
export const OPENING = 0x20;
export const BAR = 0x40;
export const TAB = 0x80;
export const DIGIT = 0x100;
/** Part of a Chinese numeral. */
export const NUMERAL = 0x200;
/** What may make a figure of a numeral in front of it, and 部 of 全部. */
export const COUNTER = 0x400;
export const WHOLE = 0x800;
/** 未, 没, 无, 均, and 存 of 不存在. */
export const ABSENT = 0x1000;
/** Parts the clauses of a statement. */
export const PAUSE = 0x2000;

const KINDS: readonly (readonly [kind: number, units: string])[] = [
  [FULL_STOP, '。!?'],
  [MARK, '。!?;:.\t'],
  [BLANK, '"\'“”‘’「」『』*'],
  [OPENING, '《〔<[('],
  [TAB, '\t'],
  [DIGIT, '0123456789'],
  [NUMERAL, '零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟'],
  [COUNTER, '余多件条份篇宗起例申受复诉行部'],
  [WHOLE, '全'],
  [ABSENT, '未没无均存'],
  [PAUSE, ',、:()'],
];

/** The kinds of each unit, once it is narrowed. */
export const kinds = once(() => {
  const plain = new Uint16Array(0x10000);
  const add = (unit: number, kind: number) => {
    plain[unit] = (plain[unit] as number) | kind;
  };
  for (const [kind, units] of KINDS) for (const unit of units) add(unit.charCodeAt(0), kind);
  eachMarkUnit((unit) => {
    if (isBreak(unit)) add(unit, BREAK);
    if (isBlank(unit)) add(unit, SPACE | BLANK);
    if (isBar(unit)) add(unit, BAR | MARK);
  });
  return composed(narrowTable(), plain);
});

/** Where the units of a kind end that stand from `from` on, at `to` at the latest. */
export function behind(kind: number, text: string, from: number, to: number): number {
  const kindOf = kinds();
  let at = from;
  while (at < to && (kindOf[text.charCodeAt(at)] as number) & kind) at++;
  return at;
}

/** Where the units of a kind begin that stand before `to`, at `from` at the earliest. */
export function before(kind: number, text: string, from: number, to: number): number {
  const kindOf = kinds();
  let at = to;
  while (at > from && (kindOf[text.charCodeAt(at - 1)] as number) & kind) at--;
  return at;
}
