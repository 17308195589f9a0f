// What the reader has learnt of a sentence so far, and how it changes.
import type { Sentence, Topic } from '../sentence.ts';
import { type Alternatives, COUNTED } from './cells.ts';
import type { Context } from './context.ts';
import type { MentionObject } from './objects.ts';
import { lastMatch, OTHER_MATTERS, REQUEST } from './vocabulary.ts';
import type { Match } from './wording.ts';

/** What reading a sentence from left to right has learnt so far. */
export interface ReaderState {
  readonly topic: Topic;
  /** What 办结, 答复 and a bare 新收 speak of. */
  subject: 'applications' | 'other' | null;
  /** Some figure of received applications stands earlier in the line. */
  received: boolean;
  /** What a received figure in this sentence may mean: applicants and channels may divide it. */
  split: Alternatives | null;
  /** The received applications, when they were the last figure of the line: 均 behind it means all of them. */
  whole: number | null;
  disputes: MentionObject[];
  /** A result (维持 …) was the last thing counted: the next 行政诉讼 begins anew. */
  resulted: boolean;
  /** Notes that rows of the tables take and look at; `''` before the first. */
  noun: '' | 'regulations' | 'normative';
  deed: '' | 'made' | 'repealed' | 'in-force';
  /** Licences and the like: decided, or only published. */
  power: '' | 'decided' | 'published';
}

/** The state at the start of a sentence; `before` is the last one of the same line. */
export const stateAt = (sentence: Sentence, before: ReaderState | null): ReaderState => ({
  topic: sentence.topic,
  subject: sentence.topic === 'applications' ? 'applications' : (before?.subject ?? null),
  received: before?.received ?? false,
  split: sentence.plain.startsWith('其中') ? (before?.split ?? null) : null,
  whole: before?.whole ?? null,
  disputes: [],
  resulted: false,
  noun: '',
  deed: '',
  power: '',
});

/** Takes in the words since the figure before: what the sentence speaks of from here on. */
export function noteSubject(words: string, state: ReaderState): void {
  const last = lastMatch(SUBJECTS, words.includes('信访') ? words.replace(PETITIONS, '') : words);
  if (last !== null) state.subject = last[1] === undefined ? 'other' : 'applications';
}

/** Takes in what a figure was found to count. */
export function noteMatch({ object, fields, part }: Match, { kind, value, state }: Context): void {
  if (object === 'received' && kind === 'figure') {
    // One channel of several is not all of them: 均 behind it means these only.
    if (part === null) state.received = value !== 0;
    state.split = fields;
    state.subject = 'applications';
  }
  // 上年结转1件 opens the subject where no heading did.
  if (CARRIED.has(object)) state.subject ??= 'applications';
  if (part === 'applicant') state.split ??= COUNTED.received.fields ?? null;
  if (object === 'dispute-result') state.resulted = true;
  else if (DISPUTES.has(object)) {
    if (state.resulted) state.disputes = [];
    state.resulted = false;
    state.disputes.push(object);
  }
}

const CARRIED: ReadonlySet<MentionObject> = new Set(['carried-in', 'carried-out']);
const DISPUTES: ReadonlySet<MentionObject> = new Set([
  'reconsideration',
  'direct-suit',
  'suit-after-reconsideration',
  'litigation',
  'dispute',
]);
/** The outcome 信访举报投诉类申请 is no other matter. */
const PETITIONS = /信访[^,;]{0,8}(?:申请|等|类|不予处理)/g;
const SUBJECTS = new RegExp(
  `(${REQUEST.source})(?:公开)?(?:事项|信息|请求|来信|信件)?|${OTHER_MATTERS.source}`,
  'g',
);
