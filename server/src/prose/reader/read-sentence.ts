import type { Mention } from '../mentions.ts';
import type { Sentence } from '../sentences.ts';
import { placed } from '../squeezed-text.ts';
import { carried, finished, received } from './applications.ts';
import { contextAt, type FigureCandidate, figureCandidates, mayCount } from './candidates.ts';
import {
  type Context,
  lastMatch,
  type Match,
  OTHER_MATTERS,
  type ProseContext,
  REQUEST,
  type ReaderState,
} from './context.ts';
import { dispute } from './disputes.ts';
import { documents, powers, processingFee } from './documents.ts';
import { noneOf } from './none.ts';
import { besides, CARRIED_OUT, disputeCells, type MentionObject, RECEIVED } from './objects.ts';
import { applicant, outcomeMatch } from './outcomes.ts';
import { OPENED, type Scope, scopeFor } from './scope.ts';

/** Reads one sentence from left to right: what each figure counts hangs on what was said before it. Adds to `into`. */
export function readSentence(
  sentence: Sentence,
  walk: ReaderState,
  context: ProseContext,
  into: Mention[],
): void {
  const { squeezed } = sentence;
  const { text } = squeezed;
  const first = into.length;
  let behind = 0;
  let unread = 0;
  let frame: Scope = { year: null, other: false, open: false };
  for (const token of figureCandidates(sentence)) {
    if (token.from < behind) continue;
    if (!mayCount(token, text, unread, walk)) {
      if (token.kind === 'figure' && token.numeral.unit !== '') behind = token.to;
      continue;
    }
    const between = text.slice(Math.max(unread, token.from - 240), token.from);
    turnSubject(between, walk);
    const clue = contextAt(text, token, behind, walk, context);
    const local = scopeFor(between, clue, frame, context);
    const hits = hitsOf(token, clue, text);
    const isCounted = token.kind !== 'figure' || token.numeral.unit !== '' || hits.length > 0;
    for (const hit of hits) {
      follow(hit, token, clue.value, walk);
      const bound = token.kind === 'figure' && token.numeral.bound;
      const mention: Mention = {
        object: hit.object,
        span: placed(squeezed, token.from, token.kind === 'figure' ? token.numeral.span.to : token.to),
        sentence: sentence.span,
        value: token.kind === 'figure' ? clue.value : 0,
        unit: clue.unit,
        wording: token.kind,
        scope: hit.other === true || local.other ? 'other' : 'own',
        year: local.year,
        certainty: bound
          ? 'bound'
          : hit.open === true || local.open || clue.value === null
            ? 'open'
            : 'exact',
        fields: hit.fields,
      };
      into.push(hit.part === undefined ? mention : { ...mention, part: hit.part });
    }
    if (isCounted) {
      behind = token.to;
      unread = token.to;
      frame = local.kept;
    }
  }
  settle(into, first, text);
}

function hitsOf(token: FigureCandidate, clue: Context, text: string): readonly Match[] {
  if (token.kind === 'none') {
    const end = text.slice(token.from, token.from + 100).search(/[,;:]/);
    const phrase = text.slice(token.from, end < 0 ? token.from + 100 : token.from + end);
    return /\d/.test(phrase.replace(/20\d\d年?/g, '')) ? [] : noneOf(phrase, clue.near, clue);
  }
  if (token.kind === 'all') {
    const excepted = /除[^除外]{0,30}外/.test(text.slice(Math.max(0, token.from - 40), token.from));
    return excepted ? [] : all(text.slice(token.from, token.to), clue);
  }
  if (clue.unit === '%' || DIFFERENCE.test(clue.near)) return [];
  const disputes = dispute(clue);
  if (disputes.length > 0) return disputes;
  const hit =
    carried(clue) ??
    documents(clue) ??
    powers(clue) ??
    processingFee(clue) ??
    outcomeMatch(clue) ??
    applicant(clue) ??
    finished(clue) ??
    received(clue);
  return hit === null ? [] : [hit];
}

/** `均已答复`: nothing is left for next year. `均维持`: no other result. */
function all(words: string, clue: Context): readonly Match[] {
  const { walk, near, head, context } = clue;
  if (/维持|胜诉/.test(words)) {
    const kinds = new Set(walk.disputes);
    const object = kinds.size === 1 ? (walk.disputes[0] as MentionObject) : null;
    if (object === null) return [];
    const columns = /胜诉/.test(words) ? ['corrected', 'pending'] : ['corrected', 'other', 'pending'];
    return [{ object: 'dispute-result', fields: disputeCells(object, ...columns) }];
  }
  const due = /按时|按期|期限|时限|及时|除|到期|规定|应/.test(near + head.slice(-40));
  if (
    !walk.received ||
    walk.subject !== 'applications' ||
    due ||
    OTHER_MATTERS.test(near) ||
    context.section > 3
  )
    return [];
  return [{ object: 'carried-out', fields: CARRIED_OUT }];
}

function turnSubject(between: string, walk: ReaderState): void {
  const last = lastMatch(SUBJECTS, between.includes('信访') ? between.replace(PETITIONS, '') : between);
  if (last !== null) walk.subject = last[1] === undefined ? 'other' : 'applications';
}

function follow(hit: Match, token: FigureCandidate, value: number | null, walk: ReaderState): void {
  const { object } = hit;
  if (object === 'received' && token.kind === 'figure') {
    walk.received = value !== 0;
    walk.split = hit.fields;
    walk.subject = 'applications';
  }
  if (hit.part === 'applicant') walk.split ??= RECEIVED;
  if (object === 'dispute-result') walk.resulted = true;
  else if (/reconsideration|suit|litigation|^dispute/.test(object)) {
    if (walk.resulted) walk.disputes = [];
    walk.resulted = false;
    walk.disputes.push(object);
  }
}

/** What only the whole sentence tells: forwarded requests, and which outcomes it keeps apart. */
function settle(into: Mention[], first: number, text: string): void {
  const forwarded = /(?:转办|转交|移送|移交|分办|转送)[^,;]{0,10}\d/.test(text);
  const outcomes = into.slice(first).filter(({ object }) => object === 'outcome');
  for (let i = first; i < into.length; i++) {
    const mention = into[i] as Mention;
    if (forwarded && OPENED.has(mention.object)) into[i] = { ...mention, certainty: 'open' };
    if (mention.object === 'outcome')
      into[i] = { ...mention, fields: besides(mention.fields, outcomes, text) };
  }
}

/** 增加3件: a difference, not a count. */
const DIFFERENCE = /(?:增加|减少|增长|下降|上升|多|少|降低|提升|新增加|增)了?$/;
/** The outcome 信访举报投诉类申请 is no other matter. */
const PETITIONS = /信访[^,;]{0,8}(?:申请|等|类|不予处理)/g;
const SUBJECTS = new RegExp(
  `(${REQUEST.source})(?:公开)?(?:事项|信息|请求|来信|信件)?|${OTHER_MATTERS.source}`,
  'g',
);
