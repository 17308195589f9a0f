// The conditions that a pattern on one text cannot say, by the names that rows of the tables call them.
import type { Context } from './context.ts';
import { isRequest } from './request.ts';
import { isGovernment } from './scope.ts';
import { ALL_CHANNELS, CHANNEL } from './vocabulary.ts';
import type { Words } from './wording.ts';

export type ConditionName = keyof typeof CONDITIONS;

type Condition = (context: Context, words: Words) => boolean;

export const CONDITIONS = {
  /** The sentence speaks of requests for information: 办结 and 答复 mean these. */
  applications: ({ state }) => state.subject === 'applications',
  /** The same, or the paragraph is about them. */
  'applications-topic': ({ state }) => state.topic === 'applications' || state.subject === 'applications',
  /** The words between verb and figure, or behind the figure, name a request. */
  request: ({ tail, state }, { gap }) => isRequest(gap, tail, state),
  /** A figure of received requests that is not zero stands earlier in the line. */
  received: ({ state }) => state.received,
  /** The received applications were the last figure: 均 means all of them. */
  whole: ({ state }) => state.whole !== null && state.whole !== 0,
  /** A received figure earlier in the sentence may be divided. */
  split: ({ state }) => state.split !== null,
  /** The request came by one channel of several: `信函申请12件`, `通过信函收到36件`. */
  channel: ({ head }, { said, gap }) =>
    (CHANNEL.test(gap) && !ALL_CHANNELS.test(gap)) ||
    (CHANNEL.test(said) && !SEVERAL.test(said) && !CHANNEL.test(head.slice(0, -said.length - 1).slice(-12))),
  /** Reconsiderations and suits are about the publication of information, not other cases. */
  disclosure: ({ state, sentence }) =>
    state.topic === 'applications' || state.topic === 'disputes' || DISCLOSURE.test(sentence),
  /** Reconsiderations or suits were counted earlier in the sentence; of one kind only. */
  disputes: ({ state }) => state.disputes.length > 0,
  'one-dispute': ({ state }) => new Set(state.disputes).size === 1,
  zero: ({ value }) => value === 0,
  /** The report's year is known. */
  dated: ({ prose }) => prose.year !== null,
  /** The organ's office writes documents in the name of its government. */
  government: ({ prose }) =>
    prose.organ !== null && (isGovernment(prose.organ) || /政府(?:办公室|办|办公厅)$/.test(prose.organ)),
  /** Before section four: what comes later speaks of shortcomings and plans. */
  early: ({ prose }) => prose.section <= 3,
} as const satisfies { readonly [name: string]: Condition };

const SEVERAL = /等(?:多种)?(?:方式|渠道|途径|形式|平台)|共|总/;
const DISCLOSURE = /信息(?:不予)?公开|政务公开|依申请/;
