import type { Section } from '../report/types.ts';
import { narrow } from '../text/fold.ts';
import { endOfLine } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import {
  BAR,
  BLANK,
  BREAK,
  before,
  behind,
  COUNTER,
  FULL_STOP,
  kinds,
  NUMERAL,
  OPENING,
  TAB,
  WHOLE,
} from './char-kinds.ts';
import { type Numeral, numeralsOf } from './numerals.ts';
import { type SqueezedText, squeeze } from './squeezed-text.ts';
import { goesOn, isHeaded } from './wrapped-lines.ts';

/** What a stretch of prose is about, by its section or its own small heading such as `(二)依申请公开情况`. */
export type Topic = 'applications' | 'disputes' | 'fees' | null;

/** A sentence of prose, up to its 。 or the end of the line. Its words are read when asked for: most have no figure and never are. */
export class Sentence {
  /** In the text it was read from, without blanks at its ends. */
  readonly span: Span;
  readonly topic: Topic;
  /** Sentences of one line share its number. */
  readonly line: number;
  /** The kinds of all its units; COUNTER only where a numeral or 全 stands before it. */
  readonly signs: number;
  readonly #text: string;
  #plain: string | null;
  #dense: SqueezedText | null = null;
  #numerals: readonly Numeral[] | null = null;

  constructor(
    text: string,
    span: Span,
    topic: Topic,
    line: number,
    signs: number,
    plain: string | null = null,
  ) {
    this.#text = text;
    this.span = span;
    this.topic = topic;
    this.line = line;
    this.signs = signs;
    this.#plain = plain;
  }

  get length(): number {
    return this.span.to - this.span.from;
  }

  /** The sentence narrowed; same length as the span. */
  get plain(): string {
    this.#plain ??= narrow(this.#text.slice(this.span.from, this.span.to));
    return this.#plain;
  }

  get squeezed(): SqueezedText {
    this.#dense ??=
      (this.signs & (BLANK | OPENING)) === 0
        ? { text: this.plain, from: this.span.from, cuts: [] }
        : squeeze(this.plain, this.span.from);
    return this.#dense;
  }

  /** The numerals of its dense text. */
  get numerals(): readonly Numeral[] {
    this.#numerals ??= numeralsOf(this.squeezed.text);
    return this.#numerals;
  }

  /** Both as one sentence; what stands between them is only a stop. */
  static joined(a: Sentence, b: Sentence): Sentence {
    const gap = '。'.padEnd(b.span.from - a.span.to, ' ');
    const span = { from: a.span.from, to: b.span.to };
    return new Sentence(a.#text, span, a.topic, a.line, a.signs | b.signs | BLANK, a.plain + gap + b.plain);
  }
}

/** The sentences of a part's text, in order. Lines in `skip` and rows of tables are left out. */
export function splitSentences(text: string, section: number, skip: readonly Span[]): readonly Sentence[] {
  const found: Sentence[] = [];
  let topic: Topic = TOPICS[section] ?? null;
  let line = 0;
  let skipped = 0;
  for (let from = 0; from < text.length; ) {
    while (skipped < skip.length && (skip[skipped] as Span).to <= from) skipped++;
    const table = skip[skipped];
    if (table !== undefined && table.from < endOfLine(text, from)) {
      from = endOfLine(text, Math.max(from, table.to - 1)) + 1;
      continue;
    }
    if (section === 1 && isHeaded(text, from))
      topic = /依申请|申请公开/.test(narrow(text.slice(from, from + 24))) ? 'applications' : null;
    from = paragraph(text, from, table?.from ?? text.length, { topic, line, section }, found) + 1;
    line++;
  }
  return found;
}

/** The sentences of a part of a report. */
export function sentencesOf(part: Section): readonly Sentence[] {
  const skip = part.tables.map((table) => table.span).sort((a, b) => a.from - b.from);
  return splitSentences(part.text, part.heading?.spec.number ?? 0, skip);
}

/** The sentences of the paragraph that starts at `from` go to `into`, unless it is a row. Answers where it ends. */
function paragraph(
  text: string,
  from: number,
  limit: number,
  { topic, line, section }: { readonly topic: Topic; readonly line: number; readonly section: number },
  into: Sentence[],
): number {
  const kindOf = kinds();
  const found = into.length;
  let about = topic;
  let bars = 0;
  let tabs = 0;
  let lineStart = from;
  let start = from;
  let signs = 0;
  for (let at = from; ; at++) {
    const kind = at < text.length ? (kindOf[text.charCodeAt(at)] as number) : BREAK;
    signs |= kind & ~COUNTER;
    if ((kind & (BREAK | FULL_STOP | BAR | TAB | COUNTER)) === 0) continue;
    if ((kind & (BREAK | FULL_STOP)) === 0) {
      if (kind & BAR) bars++;
      else if (kind & TAB) tabs++;
      else if (at > from && (kindOf[text.charCodeAt(at - 1)] as number) & (NUMERAL | WHOLE)) signs |= COUNTER;
      continue;
    }
    if (kind & BREAK) {
      const next = text.startsWith('\r\n', at) ? at + 2 : at + 1;
      if (at - from < LONGEST_PARAGRAPH && goesOn(text, lineStart, at, next, limit)) {
        lineStart = next;
        at = next - 1;
        continue;
      }
    }
    const first = behind(BLANK, text, start, at);
    const last = before(BLANK, text, first, at);
    if (last - first > 3) {
      if (text[first + 1] === '是') {
        const opening = narrow(text.slice(first, Math.min(last, first + 24)));
        if (about === null && section === 1 && OPENS_APPLICATIONS.test(opening)) about = 'applications';
        else if (about !== topic && OPENS.test(opening)) about = topic;
      }
      into.push(new Sentence(text, { from: first, to: last }, about, line, signs));
    }
    start = at + 1;
    signs = 0;
    if (kind & BREAK) {
      if (bars > 1 || tabs > 1) into.length = found;
      return at;
    }
  }
}

const TOPICS: { readonly [section: number]: Topic } = { 3: 'applications', 4: 'disputes', 6: 'fees' };
const OPENS = /^[一二三四五六七八九]是/;
/** `二是依申请公开情况`: a sentence that opens a topic inside a paragraph. */
const OPENS_APPLICATIONS = /^[一二三四五六七八九]是[^,;]{0,16}(?:依申请|申请公开)/;
const LONGEST_PARAGRAPH = 4000;
