// Divides the prose of a section into sentences: lines that a page has broken are joined, headings that stand
// in a paragraph give its topic, and rows of tables are left out. What a sentence is, is in sentence.ts; when
// lines go on, in wrapped-lines.ts.
import type { Section } from '../report/report.ts';
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
  TAB,
  WHOLE,
} from './char-kinds.ts';
import { Sentence, type Topic } from './sentence.ts';
import { goesOn, isHeaded, isRow } from './wrapped-lines.ts';

/** The sentences of a section. */
export function sentencesOf(section: Section): readonly Sentence[] {
  const skip = section.tables.map((table) => table.span).sort((a, b) => a.from - b.from);
  return splitSentences(section.text, section.heading?.spec.number ?? 0, skip);
}

/** The sentences of a section's text, in order. Lines in `skip` and rows of tables are left out. */
export function splitSentences(text: string, section: number, skip: readonly Span[]): readonly Sentence[] {
  const found: Sentence[] = [];
  let topic: Topic = TOPICS[section] ?? null;
  /** That of the last heading `(二)…`, which headings `1.…` below it do not end. */
  let above: Topic = null;
  let line = 0;
  let skipped = 0;
  for (let from = 0; from < text.length; ) {
    while (skipped < skip.length && (skip[skipped] as Span).to <= from) skipped++;
    const table = skip[skipped];
    if (table !== undefined && table.from < endOfLine(text, from)) {
      from = endOfLine(text, Math.max(from, table.to - 1)) + 1;
      continue;
    }
    if (section === 1 && isHeaded(text, from)) {
      const heading = narrow(text.slice(from, from + 24));
      const own = topicOf(heading);
      if (!NUMBERED.test(heading)) above = own;
      topic = own ?? above;
    }
    const paragraph = { text, from, limit: table?.from ?? text.length, topic, line, section };
    from = readParagraph(paragraph, found) + 1;
    line++;
  }
  return cellBoundary.test(text) ? found.filter(isWithinCell(text)) : found;
}

function topicOf(heading: string): Topic {
  if (APPLICATIONS.test(heading)) return 'applications';
  return DISPUTES.test(heading) ? 'disputes' : null;
}

/** From one cell of a table in HTML to the next. */
const cellBoundary = /<\/t[dh]\s{0,9}>\s{0,99}<t[dh]\b/i;

/** A row of a table that does not count: its hidden copy, for one. */
const isWithinCell =
  (text: string) =>
  ({ span: { from, to } }: Sentence): boolean =>
    !cellBoundary.test(text.slice(from, to));

/** A line of prose, and those that go on with it. */
interface Paragraph {
  readonly text: string;
  readonly from: number;
  /** Where the next table starts. */
  readonly limit: number;
  readonly topic: Topic;
  readonly line: number;
  readonly section: number;
}

/** Adds the sentences of a paragraph to `into`, unless it is a row. Answers where it ends. */
function readParagraph(paragraph: Paragraph, into: Sentence[]): number {
  const { text, from, limit } = paragraph;
  const kindOf = kinds();
  const found = into.length;
  let topic = paragraph.topic;
  let lineStart = from;
  let start = from;
  let signs = 0;
  let allSigns = 0;
  for (let at = from; ; at++) {
    const kind = at < text.length ? (kindOf[text.charCodeAt(at)] as number) : BREAK;
    signs |= kind & ~COUNTER;
    if ((kind & (BREAK | FULL_STOP | COUNTER)) === 0) continue;
    if (kind & COUNTER) {
      if (at > from && (kindOf[text.charCodeAt(at - 1)] as number) & (NUMERAL | WHOLE)) signs |= COUNTER;
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
    topic = addSentence(paragraph, start, at, signs, topic, into);
    start = at + 1;
    allSigns |= signs;
    signs = 0;
    if ((kind & BREAK) === 0) continue;
    if (allSigns & (BAR | TAB) && isRow(text, from, at)) into.length = found;
    return at;
  }
}

/** Adds the sentence `from..to`, where it is one. `topic` is that of the one before; answers its own. */
function addSentence(
  { text, topic: usual, line, section }: Paragraph,
  from: number,
  to: number,
  signs: number,
  topic: Topic,
  into: Sentence[],
): Topic {
  const first = behind(BLANK, text, from, to);
  const last = before(BLANK, text, first, to);
  if (last - first < SHORTEST) return topic;
  let own = topic;
  if (text[first + 1] === '是') {
    const opening = narrow(text.slice(first, Math.min(last, first + 24)));
    if (topic === null && section === 1 && OPENS_APPLICATIONS.test(opening)) own = 'applications';
    else if (topic !== usual && OPENS.test(opening)) own = usual;
  }
  into.push(new Sentence(text, { from: first, to: last }, own, line, signs));
  return own;
}

const TOPICS: { readonly [section: number]: Topic } = { 3: 'applications', 4: 'disputes', 6: 'fees' };
const APPLICATIONS = /依申请|申请公开/;
const DISPUTES = /^[^。,:]*复议[^。,:]{0,6}诉讼/;
const NUMBERED = /^\s*\d/;
const OPENS = /^[一二三四五六七八九]是/;
/** `二是依申请公开情况`: a sentence that opens a topic inside a paragraph. */
const OPENS_APPLICATIONS = /^[一二三四五六七八九]是[^,;]{0,16}(?:依申请|申请公开)/;
/** In UTF-16 units. */
const SHORTEST = 4;
const LONGEST_PARAGRAPH = 4000;
