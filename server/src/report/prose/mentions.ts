import type { Span } from '../../text/span.ts';
import type { Part, Report } from '../types.ts';
import type { ProseContext, Walk } from './clue.ts';
import type { Alternatives, MentionObject } from './objects.ts';
import { dense, type Sentence, sentences, sentencesOf } from './sentences.ts';
import { THEME } from './tokens.ts';
import { readSentence } from './walk.ts';

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
/** Holds wherever `COUNTED` does, and is told five times as fast. */
const MAY_BE_COUNTED =
  /\d|未|没|无|均|全部|[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾万][余多件条份宗起例申受]/;
/** Longer sentences are lists that were never prose. */
const LONGEST = 6000;

const worthReading = (plain: string): boolean =>
  plain.length <= LONGEST && MAY_BE_COUNTED.test(plain) && THEME.test(plain) && COUNTED.test(plain);

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
