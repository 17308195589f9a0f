import { narrow } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import type { Part } from '../types.ts';

/** What a stretch of prose is about, by its section or its own small heading such as `(二)依申请公开情况`. */
export type Topic = 'applications' | 'disputes' | 'fees' | null;

/** A sentence of prose, up to its 。 or the end of the line. */
export interface Sentence {
  /** In the text it was read from, without blanks at its ends. */
  readonly span: Span;
  readonly topic: Topic;
  /** Sentences of one line share its number. */
  readonly line: number;
  /** The sentence narrowed; same length as the span. */
  readonly plain: string;
}

/** A sentence without blanks, quotes, tags and the names in 《》, so that patterns need not allow for them. */
export interface Dense {
  readonly text: string;
  readonly from: number;
  /** Where each unit of `text` stands behind `from`, and last where the sentence ends; null when nothing was left out. */
  readonly at: readonly number[] | null;
}

/** The sentences of a part's text, in order. Lines in `skip` and rows of tables are left out. */
export function sentences(text: string, section: number, skip: readonly Span[]): readonly Sentence[] {
  const plain = narrow(text);
  const found: Sentence[] = [];
  let topic: Topic = TOPICS[section] ?? null;
  let line = 0;
  let skipped = 0;
  for (let from = 0; from < plain.length; ) {
    while (skipped < skip.length && (skip[skipped] as Span).to <= from) skipped++;
    const table = skip[skipped];
    let to = lineEnd(plain, from);
    if (table === undefined || table.from >= to) {
      to = wrappedEnd(plain, from, to, table?.from ?? plain.length);
      if (section === 1 && HEADED.test(plain.slice(from, from + 8))) {
        topic = /依申请|申请公开/.test(plain.slice(from, from + 24)) ? 'applications' : null;
      }
      if (!isRow(plain.slice(from, to))) split(plain, from, to, { topic, line, section }, found);
      line++;
    }
    from = to + 1;
  }
  return found;
}

/** The sentences of a part of a report, kept with the part. */
export function sentencesOf(part: Part): readonly Sentence[] {
  const kept = read.get(part);
  if (kept !== undefined) return kept;
  const skip = part.tables.map((table) => table.span).sort((a, b) => a.from - b.from);
  const fresh = sentences(part.text, part.heading?.section.number ?? 0, skip);
  read.set(part, fresh);
  return fresh;
}

const read = new WeakMap<Part, readonly Sentence[]>();

/** Squeezes a sentence for reading; see `Dense`. Linear in its length. */
export function dense({ plain, span }: Sentence): Dense {
  if (!DROPPED.test(plain)) return { text: plain, from: span.from, at: null };
  const at: number[] = [];
  const unclosed = new Set<string>();
  let text = '';
  for (let i = 0; i < plain.length; i++) {
    const char = plain[i] as string;
    const close = CLOSING[char];
    if (close !== undefined && !unclosed.has(char)) {
      const end = plain.indexOf(close, i + 1);
      if (end < 0) unclosed.add(char);
      if (end >= 0 && (char !== '<' || end - i < 400) && (char !== '[' || end - i < 8)) {
        i = end;
        continue;
      }
    }
    if (BLANK.has(char)) continue;
    at.push(i);
    text += char;
  }
  at.push(plain.length);
  return { text, from: span.from, at };
}

/** The span in the part of a span of the dense text. */
export function placed({ from: start, at }: Dense, from: number, to: number): Span {
  if (at === null) return { from: start + from, to: start + to };
  const first = start + (at[from] as number);
  return { from: first, to: to > from ? start + (at[to - 1] as number) + 1 : first };
}

function split(
  plain: string,
  from: number,
  to: number,
  { topic, line, section }: { readonly topic: Topic; readonly line: number; readonly section: number },
  into: Sentence[],
): void {
  let about = topic;
  for (let start = from; start < to; ) {
    const end = stopBefore(plain, start, to);
    let first = start;
    let last = end;
    while (first < last && BLANK.has(plain[first] as string)) first++;
    while (last > first && BLANK.has(plain[last - 1] as string)) last--;
    if (last - first > 3) {
      const sentence = plain.slice(first, last);
      if (about === null && section === 1 && OPENS_APPLICATIONS.test(sentence)) about = 'applications';
      else if (about !== topic && /^[一二三四五六七八九]是/.test(sentence)) about = topic;
      into.push({ span: { from: first, to: last }, topic: about, line, plain: sentence });
    }
    start = end + 1;
  }
}

/** The next 。 of a wrapped paragraph, or its end. */
function stopBefore(plain: string, from: number, to: number): number {
  for (let at = from; ; at++) {
    STOP.lastIndex = at;
    at = STOP.exec(plain)?.index ?? to;
    if (at >= to) return to;
    if (!LINE_ENDS.has(plain[at] as string)) return at;
  }
}

function lineEnd(plain: string, from: number): number {
  NEWLINE.lastIndex = from;
  return NEWLINE.exec(plain)?.index ?? plain.length;
}

/** Text taken from a PDF breaks its paragraphs at the page's width: where the paragraph that starts at `from` ends, before `limit`. */
function wrappedEnd(plain: string, from: number, first: number, limit: number): number {
  let start = from;
  let to = first;
  while (to < plain.length && to - from < LONGEST_PARAGRAPH) {
    const next = plain[to] === '\r' && plain[to + 1] === '\n' ? to + 2 : to + 1;
    const end = lineEnd(plain, next);
    if (end > limit || !isWrapped(plain.slice(start, to).trim(), plain.slice(next, end))) break;
    start = next;
    to = end;
  }
  return to;
}

/** Whether `next` goes on with the sentence of `line`, which is as long as a printed line and ends without a mark. */
function isWrapped(line: string, next: string): boolean {
  if (line.length < 18 || line.length > 70 || /[。!?;:.|\t]$/.test(line) || isRow(line)) return false;
  if (HEADED.test(line) && !/[,。;:]/.test(line)) return false;
  return /[\u4e00-\u9fff]/.test(next) && !HEADED.test(next.slice(0, 8)) && !isRow(next);
}

/** Whether a line is a row of a table: two or more bars or tabs. */
const isRow = (line: string): boolean =>
  line.indexOf('|') !== line.lastIndexOf('|') || line.indexOf('\t') !== line.lastIndexOf('\t');

const TOPICS: { readonly [section: number]: Topic } = { 3: 'applications', 4: 'disputes', 6: 'fees' };
const HEADED = /^\s*(?:\(?[一二三四五六七八九十]{1,2}[)、.]|\(?\d{1,2}[)、.])/;
/** `二是依申请公开情况`: a sentence that opens a topic inside a paragraph. */
const OPENS_APPLICATIONS = /^[一二三四五六七八九]是[^,;]{0,16}(?:依申请|申请公开)/;
const NEWLINE = /[\r\n]/g;
const STOP = /[。!?\r\n]|$/g;
const LINE_ENDS = new Set('\r\n');
const LONGEST_PARAGRAPH = 4000;
const BLANK = new Set(' \t\r\n\u00a0\u3000"\'“”‘’「」『』*');
const DROPPED = /[\s"'“”‘’「」『』*《〔<[]/;
/** Names of documents, document numbers and tags hold figures that count nothing. */
const CLOSING: { readonly [open: string]: string } = { '《': '》', '〔': '〕', '<': '>', '[': ']' };
