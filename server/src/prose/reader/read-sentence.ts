// Reads one sentence from left to right: what a figure counts hangs on what was said before it.
import type { Mention } from '../mentions.ts';
import type { Sentence } from '../sentence.ts';
import { placed } from '../squeezed-text.ts';
import { type FigureCandidate, figureCandidates, mayCount } from './candidates.ts';
import { besides } from './cells.ts';
import { Context, type ProseContext } from './context.ts';
import { type Scope, scopeFor } from './scope.ts';
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
  let inherited: Scope = { year: null, other: false, open: false };
  for (const candidate of figureCandidates(sentence)) {
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
    const context = new Context(text, candidate, behind, state, prose);
    const scoped = scopeFor(words, context, inherited);
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

/** What only the whole sentence tells: forwarded requests, and which outcomes it keeps apart. */
function settle(into: Mention[], first: number, text: string): void {
  const forwarded = FORWARDED.test(text);
  const outcomes = into.slice(first).filter(({ object }) => object === 'outcome');
  for (let i = first; i < into.length; i++) {
    const mention = into[i] as Mention;
    if (forwarded && OPENED.has(mention.object)) into[i] = { ...mention, certainty: 'open' };
    if (mention.object === 'outcome')
      into[i] = { ...mention, fields: besides(mention.fields, outcomes, text) };
  }
}

const FORWARDED = /(?:(?<!结)转办|转交|移送|移交|分办|转送)[^,;]{0,10}\d/;
/** What forwarded requests make uncertain. */
const OPENED: ReadonlySet<Mention['object']> = new Set(['received', 'finished', 'carried-out']);
