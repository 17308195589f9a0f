// The surroundings of one figure: the texts that the tables of wordings look at.
import { kinds, PAUSE } from '../char-kinds.ts';
import type { Numeral } from '../numerals.ts';
import type { FigureCandidate } from './candidates.ts';
import type { ReaderState } from './state.ts';
import { RECEIVING, REQUEST } from './vocabulary.ts';

/** The report's year and organ, and the section that is read (0: before section one). */
export interface ProseContext {
  readonly year: number | null;
  readonly organ: string | null;
  readonly section: number;
}

/**
 * One figure or word of absence with what stands around it in the squeezed sentence. Of
 * `（二）…。2024年共收到申请9件，结转下年1件`, seen from 9: `near` 2024年共收到申请, `unit` 件, `tail` empty, `after` `，结转下年1件`.
 */
export class Context {
  readonly kind: FigureCandidate['kind'];
  /** The clause in front of the figure: `共收到政府信息公开申请`. */
  readonly near: string;
  /** All in front of it, back to the figure before or a semicolon. */
  readonly head: string;
  /** What follows, to the next mark: `结转下年度继续办理`. */
  readonly tail: string;
  /** What follows, regardless of marks. */
  readonly after: string;
  readonly unit: string;
  /** Money in 万元; 0 for words. */
  readonly value: number | null;
  readonly state: ReaderState;
  readonly prose: ProseContext;
  readonly #text: string;
  readonly #candidate: FigureCandidate;
  #wide: string | null = null;

  /**
   * `behind` is where the figure before ends; `name` are the words of the figure, where they do not stand in
   * front of it (series.ts).
   */
  constructor(
    text: string,
    candidate: FigureCandidate,
    behind: number,
    state: ReaderState,
    prose: ProseContext,
    name?: string,
  ) {
    const { kind, from, to, numeral } = candidate;
    let head = name ?? text.slice(Math.max(behind, from - 200), from);
    const semicolon = head.lastIndexOf(';');
    if (semicolon >= 0) head = head.slice(semicolon + 1);
    const after = text.slice(to, to + 60);
    const stop = after.search(MARK);
    this.kind = kind;
    this.near = name ?? clauseBefore(head, behind > 0 && semicolon < 0);
    this.head = head;
    this.tail = after.slice(0, stop < 0 ? 30 : Math.min(stop, 30));
    this.after = after;
    this.unit = numeral?.unit ?? '';
    this.value = numeral === null ? 0 : inWan(numeral);
    this.state = state;
    this.prose = prose;
    this.#text = text;
    this.#candidate = candidate;
  }

  /** Notes that rows took; see `Notes`. */
  get noun(): string {
    return this.state.noun;
  }
  get deed(): string {
    return this.state.deed;
  }
  get power(): string {
    return this.state.power;
  }

  /** `near` with what stands before its 、: `收到公民、法人和其他组织提出的政府信息公开申请`. */
  get wide(): string {
    this.#wide ??= wideClause(this.near, this.head);
    return this.#wide;
  }

  /** What stands in front of `near` in `head`. */
  get above(): string {
    const { near, head } = this;
    return head.endsWith(near) ? head.slice(0, head.length - near.length) : '';
  }

  /** The sentence, as far as it is near. */
  get sentence(): string {
    const { from, to } = this.#candidate;
    return this.#text.slice(Math.max(0, from - 300), to + 300);
  }

  /** The 40 units in front of the figure, whatever they are. */
  get lead(): string {
    const { from } = this.#candidate;
    return this.#text.slice(Math.max(0, from - 40), from);
  }

  /** From the word of absence to the end of its clause, or the words of completeness; else `''`. */
  get phrase(): string {
    const { kind, from, to } = this.#candidate;
    if (kind === 'figure') return '';
    if (kind === 'all') return this.#text.slice(from, to);
    const rest = this.#text.slice(from, from + 100);
    const end = rest.search(/[,;:]|、(?=[无未没])/);
    return end < 0 ? rest : rest.slice(0, end);
  }
}

/** The clause before a figure; with the one before where it only says 共, from brackets that end here. */
function clauseBefore(head: string, follows: boolean): string {
  if (head.endsWith(')')) {
    const open = head.lastIndexOf('(');
    const inside = head.slice(open + 1, -1);
    if (open >= 0)
      return NAMES_OUTCOME.test(inside) ? inside.slice(-60) : clauseBefore(head.slice(0, open), follows);
  }
  const pause = lastPause(head, head.length);
  const last = head.slice(pause + 1);
  // 及时受理，1件为…: the figure begins a clause of its own.
  const begins = last === '' && head[pause] === ',';
  if (pause >= 0 && !begins && ONLY_COUNTS.test(last)) {
    const before = lastPause(head, pause);
    // The clause straight behind the figure before belongs to that one.
    if (before >= 0 || !follows) return `${head.slice(before + 1, pause)}${last}`.slice(-60);
  }
  return last.slice(-60);
}

function wideClause(near: string, head: string): string {
  if (!REQUEST.test(near) || RECEIVING.test(near) || ANSWERING.test(near) || !head.endsWith(near))
    return near;
  const before = head.length - near.length - 1;
  const from = Math.max(...[',', ';', ':', '(', ')'].map((mark) => head.lastIndexOf(mark, before)));
  return head.slice(from + 1).slice(-90);
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

const MARK = /[,;、:()]/;
/** `不予公开（属于内部事务信息）1件`. */
const NAMES_OUTCOME = /^(?:属于|因)|信息$|申请$/;
const ONLY_COUNTS = /^[共计为是合总数量有均各达约近超过其中]*$/;
const ANSWERING = /办结|答复|回复/;
