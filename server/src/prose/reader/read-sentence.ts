// Reads one sentence from left to right: what a figure counts hangs on what was said before it.
import type { Mention } from '../mentions.ts';
import type { Sentence } from '../sentence.ts';
import { placed } from '../squeezed-text.ts';
import { type FigureCandidate, figureCandidates, mayCount } from './candidates.ts';
import { besides } from './cells.ts';
import { Context, type ProseContext } from './context.ts';
import { NO_SCOPE, type Scope, scopeFor } from './scope.ts';
import { namesInTurn } from './series.ts';
import { noteMatch, noteSubject, type ReaderState } from './state.ts';
import type { Match } from './wording.ts';
import { readContext } from './wordings/index.ts';

/** Adds the mentions of a sentence to `into`. */
export function readSentence(
  sentence: Sentence,
  state: ReaderState,
  prose: ProseContext,
  into: Mention[],
): void {
  const { text } = sentence.squeezed;
  const first = into.length;
  /** Where the figure before ends, and where the words begin that were not read with any figure. */
  let behind = 0;
  let unread = 0;
  let inherited = NO_SCOPE;
  const candidates = figureCandidates(sentence);
  const names = namesInTurn(text, candidates);
  for (const candidate of candidates) {
    const { kind, from, to, numeral } = candidate;
    if (from < behind) continue;
    const hasUnit = numeral?.unit !== '';
    if (!mayCount(candidate, text, unread, state)) {
      if (hasUnit) {
        behind = to;
        state.whole = null;
      }
      continue;
    }
    const words = text.slice(Math.max(unread, from - 240), from);
    noteSubject(words, state);
    const context = new Context(text, candidate, behind, state, prose, names.get(from));
    const scoped = scopeFor(scopeWords(words, context), context, inherited);
    const matches = readContext[kind](context);
    for (const match of matches) {
      noteMatch(match, context);
      into.push(mentionOf(match, candidate, context, scoped.scope, sentence));
    }
    noteWhole(candidate, matches, context, state);
    // A number without a unit that counts nothing is no figure.
    if (!hasUnit && matches.length === 0) continue;
    behind = to;
    unread = to;
    inherited = scoped.inherited;
  }
  settle(into, first, text);
}

/** 上年无结转 tells of this year, as 上年结转0件 does. */
const scopeWords = (words: string, { kind, phrase }: Context): string =>
  kind === 'none' && phrase.includes('结转') ? words + phrase : words;

/** After a figure only received applications leave something that 均 can mean. */
function noteWhole(
  { kind, numeral }: FigureCandidate,
  matches: readonly Match[],
  { value }: Context,
  state: ReaderState,
): void {
  if (kind !== 'figure' || (numeral?.unit === '' && matches.length === 0)) return;
  const [match] = matches;
  const isWhole = match?.object === 'received' && match.part === null && !match.other && !match.open;
  state.whole = isWhole && numeral?.bound !== true ? value : null;
}

function mentionOf(
  { object, fields, open, other, part, takesWhole }: Match,
  { kind, from, to, numeral }: FigureCandidate,
  { value, unit, state }: Context,
  scope: Scope,
  { squeezed, span }: Sentence,
): Mention {
  const told = takesWhole ? state.whole : value;
  const uncertain = open || scope.open || told === null ? 'open' : 'exact';
  const mention: Mention = {
    object,
    span: placed(squeezed, from, numeral?.span.to ?? to),
    sentence: span,
    value: told,
    unit,
    wording: kind,
    scope: other || scope.other ? 'other' : 'own',
    year: scope.year,
    certainty: numeral?.bound === true ? 'bound' : uncertain,
    fields,
  };
  return part === null ? mention : { ...mention, part };
}

/**
 * What only the whole sentence tells: forwarded requests, which outcomes it keeps apart, and whether what
 * was finished came by one channel of several.
 */
function settle(into: Mention[], first: number, text: string): void {
  const forwarded = FORWARDED.test(text);
  const lastChannel = lastOfChannels(into, first);
  const outcomes = into.slice(first).filter(({ object }) => object === 'outcome');
  for (let i = first; i < into.length; i++) {
    const mention = into[i] as Mention;
    if ((forwarded && OPENED.has(mention.object)) || (i < lastChannel && OF_CHANNEL.has(mention.object)))
      into[i] = { ...mention, certainty: 'open' };
    if (mention.object === 'outcome')
      into[i] = { ...mention, fields: besides(mention.fields, outcomes, text) };
  }
}

/** `线上65件，办结62件，线下9件`: the last of the channels, where the sentence has no figure of the whole. */
function lastOfChannels(into: readonly Mention[], first: number): number {
  let last = -1;
  for (let i = first; i < into.length; i++) {
    const { object, part } = into[i] as Mention;
    if (object !== 'received') continue;
    if (part !== 'channel') return -1;
    last = i;
  }
  return last;
}

const OF_CHANNEL: ReadonlySet<Mention['object']> = new Set([
  'finished',
  'carried-in',
  'carried-out',
  'outcome',
]);
const FORWARDED = /(?:(?<!结)转办|转交|移送|移交|分办|转送)[^,;]{0,10}\d|[,、;]协助\d/;
/** What forwarded requests make uncertain. */
const OPENED: ReadonlySet<Mention['object']> = new Set(['received', 'finished', 'carried-out']);
