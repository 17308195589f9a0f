import type { Span } from '../../text/span.ts';
import type { Part, Report } from '../types.ts';
import { applicant, carried, finished, outcome, received } from './applications.ts';
import {
  type Clue,
  type Hit,
  lastMatch,
  OTHER_MATTERS,
  type ProseContext,
  REQUEST,
  type Walk,
} from './clue.ts';
import { dispute } from './disputes.ts';
import { documents, powers, processingFee } from './documents.ts';
import { type Frame, frameOf, OPENED } from './frame.ts';
import { NONE, noneOf } from './none.ts';
import { type Numeral, nextNumeral } from './numerals.ts';
import {
  type Alternatives,
  besides,
  CARRIED_OUT,
  disputeCells,
  type MentionObject,
  RECEIVED,
} from './objects.ts';
import { type Dense, dense, placed, type Sentence, sentences, sentencesOf } from './sentences.ts';

/** A figure in prose with what it counts: `收到政府信息公开申请9件`, `未发生行政复议`, `均已答复`. */
export interface Mention {
  readonly object: MentionObject;
  /** The number itself, or the words that say there is none (`未收到`) or that it is all (`均已答复`). In the part. */
  readonly span: Span;
  /** In the part. */
  readonly sentence: Span;
  /** 0 for words of absence; null when the number cannot be held exactly. Fees in 万元. */
  readonly value: number | null;
  readonly unit: string;
  readonly wording: 'figure' | 'none' | 'all';
  /** `other`: of the whole area, of subordinate organs, or only helped with. */
  readonly scope: 'own' | 'other';
  /** The year the sentence names; null when it names none. */
  readonly year: number | null;
  /** `bound`: 余, 约, 近, 超, 万. `open`: the wording does not say exactly what is counted. */
  readonly certainty: 'exact' | 'bound' | 'open';
  /** The cells it repeats: any one alternative, each added up. Empty for what no table has. */
  readonly fields: Alternatives;
  /** One of several parts of the object's figure. */
  readonly part?: 'channel' | 'applicant';
}

/**
 * The figures of a part's prose in the order of the text. `skip` holds the tables' spans, ascending. Linear in the text;
 * never fails.
 */
export function mentions(
  text: string,
  context: ProseContext,
  skip: readonly Span[] = [],
): readonly Mention[] {
  return NUMERIC.test(text) ? readAll(sentences(text, context.section, skip), context) : [];
}

/** The mentions of a part of a report, kept with the part: an untouched part is read once. */
export function mentionsOf(part: Part, report: Pick<Report, 'year' | 'organ'>): readonly Mention[] {
  const kept = read.get(part);
  if (kept !== undefined && kept.year === report.year && kept.organ === report.organ) return kept.mentions;
  const context = { year: report.year, organ: report.organ, section: part.heading?.section.number ?? 0 };
  const fresh = NUMERIC.test(part.text) ? readAll(sentencesOf(part), context) : [];
  read.set(part, { year: report.year, organ: report.organ, mentions: fresh });
  return fresh;
}

const read = new WeakMap<
  Part,
  { readonly year: number | null; readonly organ: string | null; readonly mentions: readonly Mention[] }
>();

const NUMERIC = /[\d０-９〇○零一二三四五六七八九十百两]|未|没|沒|[无無]|全部|均/;
const COUNTED =
  /\d|[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾](?:[余多])?[件条份宗起例]|[零百千万](?:件|条)|零申请|零受理|未|没|无|全部|均/;
const THEME =
  /申请|结转|转结|办结|答复|复议|诉讼|争议|规范性|规章|许可|处罚|强制|收费|费|受理|新收|维持|自然人|公民|法人|予以公开|剩余/;
/** Longer sentences are lists that were never prose. */
const LONGEST = 6000;

const worthReading = (plain: string): boolean =>
  plain.length <= LONGEST && THEME.test(plain) && COUNTED.test(plain);

function readAll(all: readonly Sentence[], context: ProseContext): readonly Mention[] {
  const found: Mention[] = [];
  let walk: Walk | null = null;
  let line = -1;
  for (const sentence of all) {
    if (sentence.line !== line) {
      line = sentence.line;
      walk = null;
    }
    if (!worthReading(sentence.plain)) continue;
    walk = begin(sentence, walk);
    readSentence(sentence, dense(sentence), walk, context, found);
  }
  return found;
}

function begin(sentence: Sentence, before: Walk | null): Walk {
  return {
    topic: sentence.topic,
    subject: sentence.topic === 'applications' ? 'applications' : (before?.subject ?? null),
    received: before?.received ?? false,
    split: sentence.plain.startsWith('其中') ? (before?.split ?? null) : null,
    disputes: [],
    resulted: false,
    noun: null,
    verb: null,
    powers: null,
  };
}

/** One thing in a sentence that may be a mention. */
type Token =
  | { readonly kind: 'figure'; readonly from: number; readonly to: number; readonly numeral: Numeral }
  | { readonly kind: 'none'; readonly from: number; readonly to: number }
  | { readonly kind: 'all'; readonly from: number; readonly to: number };

const ALL = /(?:全部|均|都)(?:已|已经|获|获得|被|予以)*(?:办结|答复完毕|答复|办理完毕|维持|胜诉)/g;

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (
    let numeral = nextNumeral(text, 0);
    numeral !== null;
    numeral = nextNumeral(text, Math.max(numeral.end, numeral.span.to))
  ) {
    tokens.push({ kind: 'figure', from: numeral.span.from, to: numeral.end, numeral });
  }
  for (const match of text.matchAll(NONE))
    tokens.push({ kind: 'none', from: match.index, to: match.index + match[0].length });
  for (const match of text.matchAll(ALL))
    tokens.push({ kind: 'all', from: match.index, to: match.index + match[0].length });
  return tokens.sort((a, b) => a.from - b.from);
}

function readSentence(
  sentence: Sentence,
  squeezed: Dense,
  walk: Walk,
  context: ProseContext,
  into: Mention[],
): void {
  const { text } = squeezed;
  const first = into.length;
  let behind = 0;
  let unread = 0;
  let frame: Frame = { year: null, other: false, open: false };
  for (const token of tokensOf(text)) {
    if (token.from < behind) continue;
    if (!mayCount(token, text, unread, walk)) {
      if (token.kind === 'figure' && token.numeral.unit !== '') behind = token.to;
      continue;
    }
    const between = text.slice(Math.max(unread, token.from - 240), token.from);
    turnSubject(between, walk);
    const clue = clueAt(text, token, behind, walk, context);
    const local = frameOf(between, clue, frame, context);
    const hits = hitsOf(token, clue, text);
    const isCounted = token.kind !== 'figure' || token.numeral.unit !== '' || hits.length > 0;
    for (const hit of hits) {
      follow(hit, token, clue.value, walk);
      if (hit.object === 'carried-in' || hit.object === 'carried-out') local.year = null;
      const bound = token.kind === 'figure' && token.numeral.bound;
      into.push({
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
        ...(hit.part === undefined ? {} : { part: hit.part }),
      });
    }
    if (isCounted) {
      behind = token.to;
      unread = token.to;
      frame = local.kept;
    }
  }
  settle(into, first, text);
}

/** Whether a token is worth a closer look; most figures of a report count web pages and training courses. */
function mayCount(token: Token, text: string, unread: number, walk: Walk): boolean {
  if (token.kind !== 'figure') return true;
  const { numeral } = token;
  if (numeral.unit === '') return !isYear(numeral) && /^[,;、:)]?$/.test(text.slice(token.to, token.to + 1));
  if (walk.split !== null || /年/.test(text.slice(Math.max(unread, token.from - 24), token.from)))
    return true;
  return THEME.test(text.slice(Math.max(0, token.from - 70), token.to + 40));
}

function hitsOf(token: Token, clue: Clue, text: string): readonly Hit[] {
  if (token.kind === 'none') {
    const end = text.slice(token.from, token.from + 100).search(/[,;:,]/);
    const phrase = text.slice(token.from, end < 0 ? token.from + 100 : token.from + end);
    return /\d/.test(phrase.replace(/20\d\d年?/g, '')) ? [] : noneOf(phrase, clue.near, clue);
  }
  if (token.kind === 'all') {
    const excepted = /除.{0,30}外/.test(text.slice(Math.max(0, token.from - 40), token.from));
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
    outcome(clue) ??
    applicant(clue) ??
    finished(clue) ??
    received(clue);
  return hit === null ? [] : [hit];
}

/** `均已答复`: nothing is left for next year. `均维持`: no other result. */
function all(words: string, clue: Clue): readonly Hit[] {
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

function clueAt(text: string, token: Token, behind: number, walk: Walk, context: ProseContext): Clue {
  const start = Math.max(behind, token.from - 200);
  let head = text.slice(start, token.from);
  const semicolon = head.lastIndexOf(';');
  if (semicolon >= 0) head = head.slice(semicolon + 1);
  const after = text.slice(token.to, token.to + 60);
  const stop = after.search(/[,;、:()]/);
  const value = token.kind === 'figure' ? inWan(token.numeral) : 0;
  return {
    near: nearOf(head, behind > 0 && semicolon < 0),
    head,
    tail: stop < 0 ? after.slice(0, 30) : after.slice(0, Math.min(stop, 30)),
    after,
    unit: token.kind === 'figure' ? token.numeral.unit : '',
    value,
    sentence: text.slice(Math.max(0, token.from - 300), token.to + 300),
    walk,
    context,
  };
}

/** The clause before a figure. One that only says 共 borrows the clause before; a bracket that ends here is looked into. */
function nearOf(head: string, follows: boolean): string {
  if (head.endsWith(')')) {
    const open = head.lastIndexOf('(');
    const inside = head.slice(open + 1, -1);
    if (open >= 0)
      return /^(?:属于|因)|信息$|申请$/.test(inside)
        ? inside.slice(-60)
        : nearOf(head.slice(0, open), follows);
  }
  const clauses = head.split(/[,、:()]/);
  const last = clauses[clauses.length - 1] as string;
  const spare = clauses.length - 2;
  // The clause straight behind the figure before belongs to that one.
  if (/^[共计为是合总数量有均各达约近超过其中]*$/.test(last) && spare >= (follows ? 1 : 0)) {
    return `${clauses[spare]}${last}`.slice(-60);
  }
  return last.slice(-60);
}

function turnSubject(between: string, walk: Walk): void {
  const last = lastMatch(SUBJECTS, between.replace(PETITIONS, ''));
  if (last !== null) walk.subject = last[1] === undefined ? 'other' : 'applications';
}

function follow(hit: Hit, token: Token, value: number | null, walk: Walk): void {
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

const inWan = (numeral: Numeral): number | null =>
  numeral.value !== null && numeral.unit === '元'
    ? Number((numeral.value / 10000).toPrecision(15))
    : numeral.value;

const isYear = (numeral: Numeral): boolean =>
  numeral.value !== null && numeral.value >= 1990 && numeral.value < 2100;
/** 增加3件: a difference, not a count. */
const DIFFERENCE = /(?:增加|减少|增长|下降|上升|多|少|降低|提升|新增加|增)了?$/;
/** The outcome 信访举报投诉类申请 is no other matter. */
const PETITIONS = /信访[^,;]{0,8}(?:申请|等|类|不予处理)/g;
const SUBJECTS = new RegExp(
  `(${REQUEST.source})(?:公开)?(?:事项|信息|请求|来信|信件)?|${OTHER_MATTERS.source}`,
  'g',
);
