import { kinds, PAUSE } from '../char-kinds.ts';
import type { Numeral } from '../numerals.ts';
import type { Sentence } from '../sentences.ts';
import type { Context, ProseContext, ReaderState } from './context.ts';
import { NONE } from './none.ts';

/** One thing in a sentence that may be a mention. */
export type FigureCandidate =
  | { readonly kind: 'figure'; readonly from: number; readonly to: number; readonly numeral: Numeral }
  | { readonly kind: 'none'; readonly from: number; readonly to: number }
  | { readonly kind: 'all'; readonly from: number; readonly to: number };

const ALL = /(?:全部|均|都)(?:已|已经|获|获得|被|予以)*(?:办结|答复完毕|答复|办理完毕|维持|胜诉)/g;

/** The figures and the words of absence or completeness of a dense sentence, in order. */
export function figureCandidates({ squeezed: { text }, numerals }: Sentence): readonly FigureCandidate[] {
  const tokens: FigureCandidate[] = numerals.map((numeral) => ({
    kind: 'figure',
    from: numeral.span.from,
    to: numeral.end,
    numeral,
  }));
  const figures = tokens.length;
  addWords(text, 'none', NONE, tokens);
  addWords(text, 'all', ALL, tokens);
  return tokens.length === figures ? tokens : tokens.sort((a, b) => a.from - b.from);
}

function addWords(text: string, kind: 'none' | 'all', pattern: RegExp, into: FigureCandidate[]): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
    into.push({ kind, from: match.index, to: pattern.lastIndex });
}

/** Some word of every statement that a table has a cell for. */
export const THEME =
  /申请|结转|转结|办结|答复|复议|诉讼|争议|规范性|规章|许可|处罚|强制|收费|费|受理|新收|维持|自然人|公民|法人|予以公开|剩余/;

/** Whether a token is worth a closer look; most figures of a report count web pages and training courses. */
export function mayCount(token: FigureCandidate, text: string, unread: number, walk: ReaderState): boolean {
  if (token.kind !== 'figure') return true;
  const { numeral } = token;
  if (numeral.unit === '') return !isYear(numeral) && ',;、:)'.includes(text.charAt(token.to));
  if (walk.split !== null || text.slice(Math.max(unread, token.from - 24), token.from).includes('年'))
    return true;
  return THEME.test(text.slice(Math.max(0, token.from - 70), token.to + 40));
}

/** The surroundings of a token; `behind` is where the figure before it ends. */
export function contextAt(
  text: string,
  token: FigureCandidate,
  behind: number,
  walk: ReaderState,
  context: ProseContext,
): Context {
  const start = Math.max(behind, token.from - 200);
  let head = text.slice(start, token.from);
  const semicolon = head.lastIndexOf(';');
  if (semicolon >= 0) head = head.slice(semicolon + 1);
  const after = text.slice(token.to, token.to + 60);
  const stop = after.search(/[,;、:()]/);
  const value = token.kind === 'figure' ? inWan(token.numeral) : 0;
  return {
    near: nearOf(head, behind > 0 && semicolon < 0),
    head,
    tail: stop < 0 ? after.slice(0, 30) : after.slice(0, Math.min(stop, 30)),
    after,
    unit: token.kind === 'figure' ? token.numeral.unit : '',
    value,
    sentence: text.slice(Math.max(0, token.from - 300), token.to + 300),
    walk,
    context,
  };
}

/** The clause before a figure. One that only says 共 borrows the clause before; a bracket that ends here is looked into. */
function nearOf(head: string, follows: boolean): string {
  if (head.endsWith(')')) {
    const open = head.lastIndexOf('(');
    const inside = head.slice(open + 1, -1);
    if (open >= 0)
      return /^(?:属于|因)|信息$|申请$/.test(inside)
        ? inside.slice(-60)
        : nearOf(head.slice(0, open), follows);
  }
  const pause = lastPause(head, head.length);
  const last = head.slice(pause + 1);
  if (pause >= 0 && /^[共计为是合总数量有均各达约近超过其中]*$/.test(last)) {
    const before = lastPause(head, pause);
    // The clause straight behind the figure before belongs to that one.
    if (before >= 0 || !follows) return `${head.slice(before + 1, pause)}${last}`.slice(-60);
  }
  return last.slice(-60);
}

/** Where the last clause before `end` is parted from those in front of it; -1 when there are none. */
function lastPause(text: string, end: number): number {
  const kindOf = kinds();
  let at = end - 1;
  while (at >= 0 && ((kindOf[text.charCodeAt(at)] as number) & PAUSE) === 0) at--;
  return at;
}

const inWan = (numeral: Numeral): number | null =>
  numeral.value !== null && numeral.unit === '元'
    ? Number((numeral.value / 10000).toPrecision(15))
    : numeral.value;

const isYear = (numeral: Numeral): boolean =>
  numeral.value !== null && numeral.value >= 1990 && numeral.value < 2100;
