// A sentence. Its words are read when asked for: most sentences have no figure and never are.
import { narrow } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import { BLANK, OPENING } from './char-kinds.ts';
import { type Numeral, numeralsOf } from './numerals.ts';
import { type SqueezedText, squeeze } from './squeezed-text.ts';

/** What a stretch of prose is about, by its section or its own small heading such as `(二)依申请公开情况`. */
export type Topic = 'applications' | 'disputes' | 'fees' | null;

/** A sentence of prose, up to its 。 or the end of the line. */
export class Sentence {
  /** In the section, without blanks at its ends. */
  readonly span: Span;
  readonly topic: Topic;
  /** Sentences of one paragraph share its number. */
  readonly line: number;
  /** The kinds of all its units; COUNTER only where a numeral or 全 stands before it. */
  readonly signs: number;
  readonly #text: string;
  #plain: string | null;
  #squeezed: SqueezedText | null = null;
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
    this.#squeezed ??= squeeze(this.plain, this.span.from, (this.signs & (BLANK | OPENING)) === 0);
    return this.#squeezed;
  }

  /** The numerals of its squeezed text. */
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
