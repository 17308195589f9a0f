// Joins label tokens to labels of the form, and pairs them with the values that follow: a segment.
// `label-split.ts` says which labels some tokens hold.

import { memoizeByText } from '../../base/cache.ts';
import { foldMap } from '../../text/fold.ts';
import { isNote } from '../../text/number.ts';
import type { Span } from '../../text/span.ts';
import type { LabelMeaning } from './label-dictionary.ts';
import { cutPinyin, keyOf, keyWithoutNotes } from './label-keys.ts';
import { type LabelPlace, labelsIn, leadingNumber, MOST_TOKENS } from './label-split.ts';
import { markup } from './label-wording.ts';
import { isBeginning, longestLabelAt, meaningsOf, nearMeanings } from './labels.ts';
import { SUBTOTAL } from './subtotals.ts';
import type { Token } from './token.ts';
import { tokenize } from './tokenizer.ts';

/** A label as written, joined from the tokens it was wrapped over, or a part of one. */
export interface Label extends Span {
  /** What it can mean; empty for a text that is no label of the form. */
  readonly meanings: readonly LabelMeaning[];
  /** Digits follow the label without any mark between (`规章555`): the values cannot be told apart. */
  readonly glued: boolean;
  /** Line of its last token. */
  readonly line: number;
  readonly tokens: readonly Token[];
  /** The folded text of a token that holds no label of the form to the letter; else empty. */
  readonly key: string;
}

/** Labels without a value between them, and the values and empty cells that follow. */
export interface Segment {
  readonly labels: readonly Label[];
  readonly values: readonly Token[];
}

/**
 * The segments of `text`, in order. A short text among values, in a line of cells or between two of them, is
 * kept as a value: someone filled a cell with a word.
 */
export function segments(text: string): Segment[] {
  const out: Segment[] = [];
  let labels: Token[] = [];
  let values: Token[] = [];
  const flush = (): void => {
    if (labels.length > 0 || values.length > 0) out.push({ labels: labelsOf(text, labels), values });
    labels = [];
    values = [];
  };
  const tokens = tokenize(text);
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'prose') flush();
    else if (isNoteOn(values, text, token)) continue;
    else if (token.kind !== 'label' || isWordInCell(text, token, labels, values, tokens[i + 1]))
      values.push(token);
    else {
      if (values.length > 0) flush();
      labels.push(token);
    }
  }
  flush();
  return out;
}

/**
 * Whether a token is a note on the value before it: on a line of its own (`（其中修订1件）` or `①` below `3`), or
 * behind it on a line that blanks alone divide.
 */
function isNoteOn(values: readonly Token[], text: string, token: Token): boolean {
  const last = values.at(-1);
  if (token.kind !== 'label' || last?.kind !== 'value') return false;
  const isOpen = !isMarked(last) || (token.column === 0 && token.line > last.line);
  return isOpen && isNote(text.slice(token.from, token.to));
}

/** What someone writes into a cell instead of a number is at most this long, in UTF-16 units. */
const longestWord = 10;

/**
 * Whether a label token is the content of a cell: short, unknown, and among values or behind a row's label.
 */
function isWordInCell(
  text: string,
  token: Token,
  labels: readonly Token[],
  values: readonly Token[],
  next: Token | undefined,
): boolean {
  const key = keyOf(text, token);
  if (token.to - token.from > longestWord || !isUnknown(key)) return false;
  // The label of a local row.
  if (key.endsWith(SUBTOTAL) && token.line !== values.at(-1)?.line) return false;
  if (values.length > 0) return isAmongValues(token, values, next);
  const label = labels.at(-1);
  if (!isMarked(token) || label?.line !== token.line || next?.kind === 'label') return false;
  return meaningsOf(keyOf(text, label)).some(({ role }) => role === 'row');
}

function isAmongValues(token: Token, values: readonly Token[], next: Token | undefined): boolean {
  const isBehindEmpty = values.at(-1)?.kind === 'empty';
  if (isBehindEmpty && !values.some(({ kind, line }) => kind === 'value' && line === token.line))
    return false;
  if (isMarked(token)) return values.at(-1)?.line === token.line;
  return !isBehindEmpty && (next?.kind === 'value' || next?.kind === 'empty');
}

/** Whether bars, tabs or tags mark the cell of a token. */
const isMarked = ({ separator }: Token): boolean => separator !== 'line' && separator !== 'space';

/** This many texts of labels are remembered. */
const remembered = 4000;

/** A shorter folded text is no piece of a wrapped label. */
const shortestPiece = 4;

const isUnknown = memoizeByText(
  remembered,
  (key) =>
    longestLabelAt(key, 0) === null &&
    longestLabelAt(key.replace(leadingNumber, ''), 0) === null &&
    !(key.length >= shortestPiece && isBeginning(key)) &&
    nearMeanings(key).length === 0,
);

/** The labels that tokens hold; a token that fits no label of the form is a label without meaning. */
function labelsOf(text: string, tokens: readonly Token[]): Label[] {
  const keys = tokens.map((token) => keyOf(text, token));
  const labels: Label[] = [];
  for (let i = 0; i < tokens.length; ) {
    const split = labelsIn(keys.slice(i, i + MOST_TOKENS));
    if (split === null) {
      const count = beginningAt(keys, i);
      labels.push(loneLabel(text, tokens.slice(i, i + count), keys.slice(i, i + count).join('')));
      i += count;
      continue;
    }
    for (const [n, { first, last, start, end, meanings, glued }] of split.labels.entries()) {
      const own = tokens.slice(i + first, i + last + 1);
      const [firstToken, lastToken] = [own[0] as Token, own.at(-1) as Token];
      labels.push({
        from: boundaryIn(text, firstToken, first, split.labels[n - 1], start) ?? firstToken.from,
        to: boundaryIn(text, lastToken, last, split.labels[n + 1], end) ?? lastToken.to,
        meanings,
        glued,
        line: lastToken.line,
        tokens: own,
        key: '',
      });
    }
    i += split.next;
  }
  return labels;
}

/**
 * How many tokens from `at` on, the last of all among them, are the beginning of a label whose end stands
 * behind its values; 1 where they are none.
 */
function beginningAt(keys: readonly string[], at: number): number {
  const count = keys.length - at;
  return count > 1 && count <= MOST_TOKENS && isBeginning(keys.slice(at).join('')) ? count : 1;
}

/** Tokens that hold no label of the form to the letter. */
function loneLabel(text: string, tokens: readonly Token[], key: string): Label {
  const [first, last] = [tokens[0] as Token, tokens.at(-1) as Token];
  const exact = meaningsOf(keyWithoutNotes(text.slice(first.from, last.to)));
  const meanings = exact.length > 0 ? exact : nearMeanings(key);
  return { from: first.from, to: last.to, meanings, glued: false, line: last.line, tokens, key };
}

/**
 * The offset where one label ends and the next begins when they share a token (`（三）不予公开1.属于国家秘密`); null when
 * `neighbour` does not reach into it. `index` is the token's, `at` counts folded characters of the token. An
 * opening bracket belongs to the label behind it.
 */
function boundaryIn(
  text: string,
  token: Token,
  index: number,
  neighbour: LabelPlace | undefined,
  at: number,
): number | null {
  if (neighbour === undefined || (neighbour.first !== index && neighbour.last !== index)) return null;
  const written = text.slice(token.from, token.to);
  const ignored = token.separator === 'html' || written.includes('<') ? markup : cutPinyin;
  const raw = written.replace(ignored, (words) => ' '.repeat(words.length));
  const offset = foldMap(raw).at[at] ?? raw.length;
  const bracket = /[(（]$/.test(raw.slice(0, offset)) ? 1 : 0;
  return token.from + offset - bracket;
}
