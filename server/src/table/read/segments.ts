import { memoizeByText } from '../../base/cache.ts';
import { fold, foldMap } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import { type LabelSplit, labelsIn, leadingNumber, mostPieces } from './label-split.ts';
import {
  type LabelMeaning,
  longestLabelAt,
  markup,
  meaningsOf,
  nearMeanings,
  withoutNotes,
} from './labels.ts';
import type { Token } from './token.ts';
import { tokenize } from './tokenizer.ts';

/** A label as written, joined from the pieces it was wrapped or split into. */
export interface Label extends Span {
  /** What it can mean; empty for a text that is no label of the form. */
  readonly meanings: readonly LabelMeaning[];
  /** Digits follow the label without any mark between (`规章555`): the values cannot be told apart. */
  readonly glued: boolean;
  readonly line: number;
  readonly tokens: readonly Token[];
}

/** Labels that stand behind one another without a value between, and the values and empty cells that follow them. */
export interface Segment {
  readonly labels: readonly Label[];
  readonly values: readonly Token[];
}

/** So many labels are remembered with what they mean. */
const remembered = 4000;
/** Pinyin in brackets that a line end has cut in two: `政(zhèn` and `g)府`. */
const cutPinyin = /^[a-zà-ǜ]{1,6}[)）]|[(（][a-zà-ǜ]{1,6}$/gi;

/** What someone writes into a cell instead of a number is short. */
const garbageLength = 10;

/**
 * `text` as runs, in order. A short text among values, in a line of cells or between two of them, is kept as a value:
 * a cell someone filled with a word.
 */
export function segments(text: string): Segment[] {
  const out: Segment[] = [];
  let labels: Token[] = [];
  let values: Token[] = [];
  const flush = (): void => {
    if (labels.length > 0 || values.length > 0) out.push({ labels: segment(text, labels), values });
    labels = [];
    values = [];
  };
  const all = tokenize(text);
  all.forEach((token, i) => {
    if (token.kind === 'prose') flush();
    else if (token.kind !== 'label') values.push(token);
    else if (isGarbage(text, token, labels, values, all[i + 1])) values.push(token);
    else {
      // Empty cells before a label close nothing: the label after them starts a new run only behind values.
      if (values.length > 0) flush();
      labels.push(token);
    }
  });
  flush();
  return out;
}

/** Whether a label token is really a cell's content: short, unknown, and among values or behind a row's label on its line. */
function isGarbage(
  text: string,
  token: Token,
  labels: readonly Token[],
  values: readonly Token[],
  next: Token | undefined,
): boolean {
  if (token.to - token.from > garbageLength || !isUnknown(labelKey(text, token))) return false;
  const before = values.at(-1);
  const inLine = token.separator !== 'line' && token.separator !== 'space';
  if (before === undefined) {
    const label = labels.at(-1);
    if (!inLine || label?.line !== token.line || next?.kind === 'label') return false;
    return meaningsOf(labelKey(text, label)).some((meaning) => meaning.role === 'row');
  }
  if (before.kind === 'empty' && !values.some((value) => value.kind === 'value' && value.line === token.line))
    return false;
  if (inLine) return before.line === token.line;
  return before.kind !== 'empty' && next !== undefined && (next.kind === 'value' || next.kind === 'empty');
}

const isUnknown = memoizeByText(
  remembered,
  (key) =>
    longestLabelAt(key, 0) === null &&
    longestLabelAt(key.replace(leadingNumber, ''), 0) === null &&
    nearMeanings(key).length === 0,
);

/** The folded text of a label token, tags and entities of HTML left out. */
function labelKey(text: string, token: Span & { separator: Token['separator'] }): string {
  const raw = text.slice(token.from, token.to);
  return token.separator === 'html' ? markedUpKey(raw) : plainKey(raw);
}

const markedUpKey = memoizeByText(remembered, (raw) => fold(raw.replace(markup, ' ')));
const plainKey = memoizeByText(remembered, (raw) => fold(raw.replace(cutPinyin, '')));

/** Cut the joined pieces into labels of the form; a piece that fits nothing is a label without meaning. */
function segment(text: string, pieces: readonly Token[]): Label[] {
  const keys = pieces.map((piece) => labelKey(text, piece));
  const out: Label[] = [];
  for (let i = 0; i < pieces.length; ) {
    const found = labelsIn(keys.slice(i, i + mostPieces));
    if (found === null) {
      out.push(loneLabel(text, pieces[i] as Token, keys[i] as string));
      i++;
      continue;
    }
    for (const [n, label] of found.labels.entries()) {
      const own = pieces.slice(i + label.first, i + label.last + 1);
      const [first, last] = [own[0] as Token, own.at(-1) as Token];
      out.push({
        from: borderIn(text, first, label.first, found.labels[n - 1], label.start) ?? first.from,
        to: borderIn(text, last, label.last, found.labels[n + 1], label.end) ?? last.to,
        meanings: label.meanings,
        glued: label.glued,
        line: last.line,
        tokens: own,
      });
    }
    i += found.next;
  }
  return out;
}

/** A piece that begins no label to the letter. */
function loneLabel(text: string, piece: Token, key: string): Label {
  const bare = bareKey(text.slice(piece.from, piece.to));
  const meanings = meaningsOf(bare).length > 0 ? meaningsOf(bare) : nearMeanings(key);
  return { from: piece.from, to: piece.to, meanings, glued: false, line: piece.line, tokens: [piece] };
}

const bareKey = memoizeByText(remembered, (raw) => fold(withoutNotes(raw)));

/**
 * Where in its piece one label ends and the next begins, when two share it (`（三）不予公开1.属于国家秘密`): `at` counts folded
 * characters of the piece. An opening bracket belongs to the label behind it. Null when the piece is not shared.
 */
function borderIn(
  text: string,
  token: Token,
  piece: number,
  neighbour: LabelSplit['labels'][number] | undefined,
  at: number,
): number | null {
  if (neighbour === undefined || (neighbour.first !== piece && neighbour.last !== piece)) return null;
  const raw = text
    .slice(token.from, token.to)
    .replace(token.separator === 'html' ? markup : cutPinyin, blanks);
  const offset = foldMap(raw).at[at] ?? raw.length;
  const bracket = /[(（]$/.test(raw.slice(0, offset)) ? 1 : 0;
  return token.from + offset - bracket;
}

const blanks = (words: string): string => ' '.repeat(words.length);
