// Whose figures a sentence tells, and of which year.
import type { Context } from './context.ts';
import { lastMatch } from './vocabulary.ts';

/** Whose figures, and of which year, a sentence is telling. It holds until the sentence says otherwise. */
export interface Scope {
  readonly year: number | null;
  readonly other: boolean;
  /** Several years or a part of one. */
  readonly open: boolean;
}

/** What the figure before leaves to the next. */
export interface Inherited {
  readonly scope: Scope;
  /** In a bracket: what held in front of it, and holds again behind it. */
  readonly outside: Scope | null;
}

export const NO_SCOPE: Inherited = { scope: { year: null, other: false, open: false }, outside: null };

/** The scope of a figure, and what those after it inherit. `words` stand behind the figure before. */
export function scopeFor(
  words: string,
  context: Context,
  before: Inherited,
): { readonly scope: Scope; readonly inherited: Inherited } {
  const close = before.outside === null ? -1 : words.indexOf(')');
  const outer = close < 0 ? before : { scope: before.outside as Scope, outside: null };
  const rest = words.slice(close + 1);
  const { scope, inherited } = plainScope(rest, context, outer.scope);
  const open = rest.lastIndexOf('(');
  const opens = open > rest.lastIndexOf(')');
  const outside = opens ? plainScope(rest.slice(0, open), context, outer.scope).inherited : outer.outside;
  return { scope, inherited: { scope: inherited, outside } };
}

function plainScope(
  words: string,
  context: Context,
  before: Scope,
): { readonly scope: Scope; readonly inherited: Scope } {
  const { year: now, organ } = context.prose;
  const outside = words.includes(')') ? words.replace(BRACKETS, '') : words;
  const plain = withoutSoFar(/转|延|遗留/.test(outside) ? outside.replace(CARRIED_YEARS, '') : outside, now);
  const comparison = COMPARED.exec(plain);
  const said = yearIn(comparison === null ? plain : plain.slice(comparison.index), now);
  const open =
    (before.open && (said === null || said !== now)) ||
    SPAN_OF_TIME.test(plain) ||
    (/累计/.test(context.near) && !/年/.test(context.sentence));
  const other = isOther(plain, context.near, before.other, organ);
  if (comparison === null) {
    const scope = { year: said ?? before.year, other, open };
    return { scope, inherited: scope };
  }
  const year = said ?? (now === null ? null : now - 1);
  return { scope: { year, other, open }, inherited: { ...before, other } };
}

/** Whether the organ's report is that of its whole area: a government, not one of its departments. */
export const isGovernment = (organ: string): boolean =>
  /(?:人民政府|[省市县区州盟旗镇乡]|街道办事处|街道|政府|管委会|管理委员会)$/.test(organ);

const withoutSoFar = (text: string, now: number | null): string =>
  text.includes('以来')
    ? text.replace(THIS_YEAR_SO_FAR, (since, year) =>
        year === undefined || Number(year) === now ? '' : since,
      )
    : text;

function isOther(plain: string, near: string, before: boolean, organ: string | null): boolean {
  const here = plain.slice(-60);
  if (OWN.test(lastClause(here))) return false;
  const area = AREA.exec(here);
  if (area !== null && COUNTING.test(here.slice(area.index))) {
    if (/[镇乡]|全街/.test(area[0]) && /^[全我本]/.test(area[0]))
      return organ !== null && !isGovernment(organ);
    if (/^[全我本][省市县区州盟旗]/.test(area[0])) return organ === null || !isGovernment(organ);
    return true;
  }
  return before || HELPED.test(near);
}

function yearIn(text: string, year: number | null): number | null {
  const named = lastMatch(YEAR, text);
  if (named !== null) return Number(named[1]);
  const clause = lastClause(text);
  if (year !== null && /(?:上年|去年|上一年|前年)/.test(clause)) return year - 1;
  return year !== null && /(?:今年|本年|全年)/.test(clause) ? year : null;
}

const lastClause = (text: string): string =>
  text.slice(Math.max(text.lastIndexOf(','), text.lastIndexOf(';'), text.lastIndexOf(':')) + 1);

/** `另有2件(含2023年的申请)`: what closed brackets say is no scope of the figure behind them. */
const BRACKETS = /\([^()]*\)/g;
const CARRIED_YEARS =
  /(?:20\d\d年|上年|上一年|去年)度?[^,;\d]{0,8}(?:结转|转结|转入|遗留)(?:[至到入]?20\d\d年)?|(?:结转|转结|顺延|延续|延至|转)(?:办理)?(?:了|自|的|至|到|入)?(?:20\d\d年|上年|上一年|去年)/g;
const YEAR = /(?<!\d)(20\d\d)(?=年|[—\-–~至]20\d\d年)/g;
const THIS_YEAR_SO_FAR = /(?:今年|本年度?|(20\d\d)年度?)以来/g;
const COMPARED = /(?:比|较|相比|同比|对比)(?=[^,;]{0,24}$)(?!例)/;
const SPAN_OF_TIME =
  /历年|近[一二两三四五六几\d]年|(?<!一)年来|以来|上半年|下半年|[一二三四1-4]季度|(?<!\d)[1一]月?[至到—–~-](?:[2-9]|1[01])月(?!\d)|截[至止](?![^,;]{0,6}(?:12月31日|12月底|年底|年末|目前))|日均|月均|[—–~-]20\d\d年/;
const AREA =
  /[全我本][省市县区州盟旗]|全[镇乡]|全街道|全[局委厅办]?系统|各(?:单位|部门|镇|乡|街道|级|地|县|区|科室)|所属|下属|辖区|(?:市|县|区)(?:直|级)(?:单位|部门)|\d[个家](?:单位|部门|镇|乡|街道)/;
const COUNTING =
  /^[^,;:()]{0,16}(?:范围内?,[^,;:()]{0,6})?(?:收到|受理|办理|办结|答复|新收|制发|(?:现行|继续|年[末底])有效|发生|共|累计|总计)/;
const OWN =
  /本机关|本单位|本部门|本级|本局|本委|本办|本镇|本乡|本街道|本厅|[我](?:局|委|办|镇|乡|街道|厅|院|中心|单位|队|所|处|会)/;
const HELPED = /协助|协办|指导|督促|督办|配合|帮助|协调|协同|会同各|(?<!结)转办/;
