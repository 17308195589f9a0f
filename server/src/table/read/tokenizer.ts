import { once } from '../../base/cache.ts';
import { BARS, isBar, isBlank } from '../../text/chars.ts';
import { endOfLine } from '../../text/lines.ts';
import { isValueLike } from '../../text/number.ts';
import type { Span } from '../../text/span.ts';
import type { findHtmlTables } from './html-tables.ts';
import { isSentence, LONGEST_LABEL, LOOK_AHEAD, sentenceMark } from './sentence-or-label.ts';
import type { Separator, Token } from './token.ts';

/** More empty cells than this in one place are never cells of the form (a page wrapped in a table has hundreds). */
const mostEmpties = 40;

const barOrTab = new RegExp(`[${BARS}\\t]`);
const bars = new RegExp(`[${BARS}]`);
const onlyBars = new RegExp(`^[${BARS}\\s]*$`);
const markdownRule = new RegExp(`^[\\s${BARS}:-]*$`);
const pageMark =
  /^(?:page\s*\d+\b.{0,60}|p\.\s*\d+|[-—－]\s*\d+\s*[-—－]|第\s*\d+\s*页.{0,20}|\d+\s*\/\s*\d+\s*页?)$/i;
/** The same in the middle of a text whose line ends are lost. */
const pageMarkInLine = /(?:page|p\.)\s*\d+(?:\s*-\s*\d+)?(?=\s|$)/gi;
const mayBePageMark = /[pP]/;
const aBlank = /\s/;

/** Read when the first text is: its library makes large tables of entities. */
const tablesOf = once((): typeof findHtmlTables => require('./html-tables.ts').findHtmlTables);

/** Tokens of `text` in order, spans counted in `text`. */
export function tokenize(text: string): Token[] {
  const out: Token[] = [];
  const lexer = new Lexer(text, out);
  let at = 0;
  for (const table of tablesOf()(text)) {
    lexer.lines(at, table.from);
    lexer.html(table.cells);
    at = table.to;
  }
  lexer.lines(at, text.length);
  return out;
}

class Lexer {
  private readonly text: string;
  private readonly out: Token[];
  private line = 0;
  /** Whether a bar has closed the latest text: then a further bar closes an empty cell. */
  private closed = true;
  private empties = 0;
  private column = -1;
  private openBars: boolean | null = null;

  constructor(text: string, out: Token[]) {
    this.text = text;
    this.out = out;
  }

  lines(from: number, to: number): void {
    // No line end behind `to` need be looked for: a page on one line may hold any number of tables.
    const text = this.text.slice(0, to);
    this.closed = true;
    for (let at = from; at < to; ) {
      const end = endOfLine(text, at);
      if (end > at) this.row(at, end);
      at = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
      this.line++;
    }
  }

  html(rows: readonly (readonly Span[])[]): void {
    for (const row of rows) {
      this.column = -1;
      for (const cell of row) this.cell(cell.from, cell.to, 'html');
      this.line++;
    }
  }

  private row(from: number, to: number): void {
    const line = this.text.slice(from, to);
    this.column = -1;
    if (!barOrTab.test(line)) this.plain(from, to, line);
    else if (line.includes('\t') && !bars.test(line)) this.tabs(from, to);
    else if (
      !(line.length > mostEmpties && onlyBars.test(line)) &&
      !(line.includes('---') && markdownRule.test(line))
    )
      this.bars(from, to, line);
  }

  private tabs(from: number, to: number): void {
    for (let at = from; at <= to; ) {
      let end = this.text.indexOf('\t', at);
      if (end < 0 || end > to) end = to;
      this.column++;
      this.cell(at, end, 'tab');
      at = end + 1;
    }
  }

  /**
   * A bar closes the text before it, even on the line above (LONE_PIPE). A bar with no text to close is an empty cell,
   * but for the one that opens a line of cells (`| 规章 | 0 |`).
   */
  private bars(from: number, to: number, line: string): void {
    let at = from;
    const opening = line.length - line.trimStart().length;
    if (isBar(line.charCodeAt(opening)) && !onlyBars.test(line) && this.opened()) {
      this.closed = true;
      at = from + opening + 1;
    }
    for (let end = at; end <= to; end++) {
      const bar = end < to && isBar(this.text.charCodeAt(end));
      if (!bar && end < to) continue;
      const span = this.trim(at, end);
      this.column++;
      if (span.from < span.to) {
        this.content(span, 'bar');
        this.closed = bar;
      } else if (bar) {
        if (this.closed) this.empty(this.slot(at, end, from), 'bar');
        this.closed = true;
      }
      at = end + 1;
    }
  }

  /** Whether rows open with a bar here: most lines that hold text and bars do. Elsewhere such a bar closes a blank first cell. */
  private opened(): boolean {
    if (this.openBars === null) {
      const rows = this.text.match(/^.*[|｜│].*$/gm)?.filter((row) => !onlyBars.test(row)) ?? [];
      this.openBars = rows.filter((row) => isBar(row.trimStart().charCodeAt(0))).length * 2 > rows.length;
    }
    return this.openBars;
  }

  private plain(from: number, to: number, line: string): void {
    const span = this.trim(from, to);
    if (span.from === span.to || pageMark.test(line.trim())) return;
    this.closed = false;
    if (aBlank.test(this.text.slice(span.from, span.to))) this.words(span);
    else this.content(span, 'line');
  }

  /** `（七）总计 8 1 0 0 0 0 9`: words that are values stand alone, the words separator them are labels. */
  private words({ from, to }: Span): void {
    const { text } = this;
    const words = wordsOf(text, from, to);
    const isValue = words.map((word) => isValueLike(text.slice(word.from, word.to)));
    if (!isValue.includes(true)) {
      // Heads of several columns on one line (`结果 结果 其他 未经复议直接起诉`), or a label with blanks in it.
      if (to - from <= LONGEST_LABEL) for (const word of words) this.content(word, 'space');
      else this.content({ from, to }, 'space');
      return;
    }
    const sentence = words.some(
      (word, i) => !isValue[i] && sentenceMark.test(text.slice(word.from, word.to)),
    );
    if (sentence && isValue.filter(Boolean).length < 3) {
      this.add('prose', { from, to }, 'line');
      return;
    }
    words.forEach((word, i) => {
      if (isValue[i]) this.add('value', word, 'space');
      else this.content(word, 'space');
    });
  }

  private cell(from: number, to: number, separator: Separator): void {
    const span = this.trim(from, to);
    if (span.from < span.to) this.content(span, separator);
    else this.empty(this.slot(from, to, from), separator);
  }

  private content(span: Span, separator: Separator): void {
    const length = span.to - span.from;
    const content = this.text.slice(span.from, Math.min(span.to, span.from + LOOK_AHEAD));
    if (length <= LOOK_AHEAD && isValueLike(content)) this.add('value', span, separator);
    else if (isSentence(content, length)) this.add('prose', span, separator);
    else this.add('label', span, separator);
  }

  private empty(at: number, separator: Separator): void {
    if (++this.empties <= mostEmpties)
      this.out.push({ kind: 'empty', from: at, to: at, line: this.line, separator, column: this.column });
  }

  private add(kind: Token['kind'], span: Span, separator: Separator): void {
    this.empties = 0;
    this.out.push({ kind, from: span.from, to: span.to, line: this.line, separator, column: this.column });
  }

  /** Where a value would stand in the blank stretch `from..to`: before its last blank (`| 0 |`), at the line's start for ` |`. */
  private slot(from: number, to: number, lineStart: number): number {
    if (from === lineStart || to - from < 2) return from;
    return to - 1;
  }

  private trim(from: number, to: number): Span {
    const { text } = this;
    let [start, end] = [from, to];
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    return { from: start, to: end };
  }
}

/** The words of a line, page marks left out. */
function wordsOf(text: string, from: number, to: number): Span[] {
  const line = text.slice(from, to);
  const marks = [...(mayBePageMark.test(line) ? line.matchAll(pageMarkInLine) : [])].map((m) => ({
    from: from + m.index,
    to: from + m.index + m[0].length,
  }));
  const words: Span[] = [];
  let mark = 0;
  for (let at = from; at < to; ) {
    while (at < to && isBlank(text.charCodeAt(at))) at++;
    let end = at;
    while (end < to && !isBlank(text.charCodeAt(end))) end++;
    while (marks[mark] !== undefined && (marks[mark] as Span).to <= at) mark++;
    const covered = marks[mark];
    if (end > at && !(covered !== undefined && covered.from <= at && at < covered.to))
      words.push({ from: at, to: end });
    at = end;
  }
  return words;
}
