// From characters to tokens: reads cells, labels and sentences from a text, whatever the layout (bars, tabs,
// line ends, blanks or HTML). Knows nothing of the form. The cache of bindings has a scanner that must agree
// with this file: see `../shape/shape-scanner.ts` before changing what a value, a cell or a sentence is.

import { once } from '../../base/cache.ts';
import { cellText, unwrapped } from '../../text/cell-markup.ts';
import { BARS, isBar } from '../../text/chars.ts';
import { LineCursor } from '../../text/lines.ts';
import { isValueLike } from '../../text/number.ts';
import type { Span } from '../../text/span.ts';
import { doRowsOpenWithBar, hasBar, isRule, onlyBars } from './bar-lines.ts';
import { type Delimiter, delimiterIn, fieldsOf } from './csv-lines.ts';
import type { findHtmlTables } from './html-tables.ts';
import { behindQuoteMarks, isCoverWord, isPageMark, placeOfValue, trimmed, wordsOf } from './line-words.ts';
import { isSentence, LONGEST_LABEL, LOOK_AHEAD, sentenceMark } from './sentence-or-label.ts';
import type { Separator, Token } from './token.ts';

/** More empty cells in one place are never cells of the form: a page wrapped in a table has hundreds. */
const mostEmpties = 40;

/** Only this much of an HTML cell is looked at, tags included, in UTF-16 units. */
const longestTagged = 4000;
const barOrTab = new RegExp(`[${BARS}\\t]`);
const aBlank = /\s/;

/** Loaded for the first text with a tag: its library builds large tables of entities. */
const htmlTablesIn = once((): typeof findHtmlTables => require('./html-tables.ts').findHtmlTables);

/** The tokens of `text` in order; spans are offsets in `text`. Never fails. */
export function tokenize(text: string): Token[] {
  const tokenizer = new Tokenizer(text);
  let at = 0;
  for (const table of text.includes('<') ? htmlTablesIn()(text) : []) {
    tokenizer.addLines(at, table.from);
    tokenizer.addHtml(table.cells);
    at = table.to;
  }
  tokenizer.addLines(at, text.length);
  return tokenizer.tokens;
}

class Tokenizer {
  readonly tokens: Token[] = [];
  readonly #text: string;
  #line = 0;
  /** Column of the present cell; -1 where nothing marks cells. */
  #column = -1;
  /** Whether a bar has closed the latest text: a further bar then closes an empty cell. */
  #isClosed = true;
  /** Number of empty cells since the latest other token. */
  #empties = 0;
  #opensWithBar: boolean | null = null;
  readonly #delimiter: Delimiter | null;

  constructor(text: string) {
    this.#text = text;
    this.#delimiter = delimiterIn(text);
  }

  addLines(from: number, to: number): void {
    this.#isClosed = true;
    for (let line = new LineCursor(this.#text.slice(from, to)); from + line.from < to; line.advance()) {
      if (line.to > line.from) this.#addLine(from + line.from, from + line.to);
      this.#line++;
    }
  }

  addHtml(rows: readonly (readonly Span[])[]): void {
    for (const row of rows) {
      this.#column = -1;
      for (const cell of row) this.#addCell(cell.from, cell.to, 'html');
      this.#line++;
    }
  }

  #addLine(start: number, to: number): void {
    const from = behindQuoteMarks(this.#text, start, to);
    const line = this.#text.slice(from, to);
    this.#column = -1;
    const delimiter = this.#delimiter;
    const isDivided = delimiter !== null && line.includes(delimiter === '&' ? '\\' : delimiter);
    if (isDivided && (delimiter === '&' || !barOrTab.test(line)))
      this.#addFields(from, fieldsOf(line, delimiter));
    else if (!barOrTab.test(line)) this.#addPlainLine(from, to, line);
    else if (!hasBar.test(line)) this.#addTabLine(from, to);
    else if (!isRule(line, mostEmpties)) this.#addBarLine(from, to, line);
  }

  #addFields(from: number, fields: readonly Span[]): void {
    for (const field of fields) {
      this.#column++;
      this.#addCell(from + field.from, from + field.to, 'tab');
    }
  }

  #addTabLine(from: number, to: number): void {
    for (let at = from; at <= to; ) {
      let end = this.#text.indexOf('\t', at);
      if (end < 0 || end > to) end = to;
      this.#column++;
      this.#addCell(at, end, 'tab');
      at = end + 1;
    }
  }

  /**
   * A bar closes the text before it, even when that stands on a line above. A bar with no text to close is an
   * empty cell, except for one that opens a row (`| 规章 | 0 |`).
   */
  #addBarLine(from: number, to: number, line: string): void {
    let at = from;
    const first = line.length - line.trimStart().length;
    if (isBar(line.charCodeAt(first)) && !onlyBars.test(line) && this.#doRowsOpenWithBar()) {
      this.#isClosed = true;
      at = from + first + 1;
    }
    for (let end = at; end <= to; end++) {
      const isAtBar = end < to && isBar(this.#text.charCodeAt(end));
      if (!isAtBar && end < to) continue;
      const span = trimmed(this.#text, at, end);
      this.#column++;
      if (span.from < span.to) {
        this.#addContent(span, 'bar');
        this.#isClosed = isAtBar;
      } else if (isAtBar) {
        if (this.#isClosed) this.#addEmpty(placeOfValue(at, end, from), 'bar');
        this.#isClosed = true;
      }
      at = end + 1;
    }
  }

  /** Whether most rows of the text open with a bar. Elsewhere a bar at the start closes a blank cell. */
  #doRowsOpenWithBar(): boolean {
    this.#opensWithBar ??= doRowsOpenWithBar(this.#text);
    return this.#opensWithBar;
  }

  #addPlainLine(from: number, to: number, line: string): void {
    const span = trimmed(this.#text, from, to);
    if (span.from === span.to || isPageMark(line)) return;
    this.#isClosed = false;
    if (aBlank.test(this.#text.slice(span.from, span.to))) this.#addWords(span);
    else this.#addContent(span, 'line');
  }

  /** `（七）总计 8 1 0 0 0 0 9`: each word that is a value is a cell, the words between values are labels. */
  #addWords(line: Span): void {
    const words = wordsOf(this.#text, line.from, line.to).map((word) => unwrapped(this.#text, word));
    const isValue = words.map((word) => isValueLike(this.#text.slice(word.from, word.to)));
    if (!isValue.includes(true)) {
      // Heads of several columns on one line (`结果 结果 其他 未经复议直接起诉`), or a label with blanks in it.
      const labels = line.to - line.from <= LONGEST_LABEL ? words : [line];
      for (const label of labels) this.#addContent(label, 'space');
      return;
    }
    const hasSentence = words.some(
      (word, i) => !isValue[i] && sentenceMark.test(this.#text.slice(word.from, word.to)),
    );
    if (hasSentence && isValue.filter(Boolean).length < 3) {
      this.#add('prose', line, 'line');
      return;
    }
    for (const [i, word] of words.entries()) {
      if (isValue[i]) this.#add('value', word, 'space');
      else this.#addContent(word, 'space');
    }
  }

  #addCell(from: number, to: number, separator: Separator): void {
    const span = trimmed(this.#text, from, to);
    if (span.from < span.to) this.#addContent(span, separator);
    else this.#addEmpty(placeOfValue(from, to, from), separator);
  }

  #addContent(span: Span, separator: Separator): void {
    const inner = unwrapped(this.#text, span);
    const tagged =
      separator === 'html'
        ? cellText(this.#text.slice(inner.from, Math.min(inner.to, inner.from + longestTagged)))
        : null;
    const length = tagged?.length ?? span.to - span.from;
    const content = tagged ?? this.#text.slice(inner.from, Math.min(inner.to, inner.from + LOOK_AHEAD));
    if (length <= LOOK_AHEAD && isValueLike(content)) this.#add('value', inner, separator);
    else if (separator !== 'line' && isCoverWord(content)) this.#addEmpty(inner, separator);
    else if (isSentence(content, length)) this.#add('prose', span, separator);
    else this.#add('label', inner, separator);
  }

  #addEmpty({ from, to }: Span, separator: Separator): void {
    if (++this.#empties > mostEmpties) return;
    this.tokens.push({ kind: 'empty', from, to, line: this.#line, separator, column: this.#column });
  }

  #add(kind: Token['kind'], { from, to }: Span, separator: Separator): void {
    this.#empties = 0;
    this.tokens.push({ kind, from, to, line: this.#line, separator, column: this.#column });
  }
}
