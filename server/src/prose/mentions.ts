// What a figure in prose is to the rest of the program. How it is found is told in reader/read-mentions.ts.
import type { Span } from '../text/span.ts';
import type { Alternatives } from './reader/cells.ts';
import type { ProseContext } from './reader/context.ts';
import type { MentionObject } from './reader/objects.ts';
import { readMentions } from './reader/read-mentions.ts';
import { splitSentences } from './sentences.ts';

/** A figure in prose with what it counts: `收到政府信息公开申请9件`, `未发生行政复议`, `均已答复`. */
export interface Mention {
  readonly object: MentionObject;
  /** In the section: the number itself, or the words of absence (`未收到`) or completeness (`均已答复`). */
  readonly span: Span;
  /** In the section. */
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

/** The figures of a text's prose. `skip`: the tables' spans, ascending. Linear in the text; never fails. */
export const mentionsIn = (
  text: string,
  context: ProseContext,
  skip: readonly Span[] = [],
): readonly Mention[] => readMentions(text, splitSentences(text, context.section, skip), context);
