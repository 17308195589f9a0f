import { ABSENT, COUNTER, DIGIT } from '../char-kinds.ts';
import type { Mention } from '../mentions.ts';
import type { Sentence } from '../sentences.ts';
import { THEME } from './candidates.ts';
import type { ProseContext, ReaderState } from './context.ts';
import { readSentence } from './read-sentence.ts';

/** The figures of a text's sentences, in order. What a line has told so far goes along from one of its sentences to the next. */
export function readMentions(
  text: string,
  all: readonly Sentence[],
  context: ProseContext,
): readonly Mention[] {
  const found: Mention[] = [];
  let walk: ReaderState | null = null;
  let line = -1;
  for (const sentence of all) {
    if (!worthReading(sentence)) continue;
    if (sentence.line !== line) walk = null;
    line = sentence.line;
    walk = begin(sentence, walk);
    readSentence(sentence, walk, context, found);
  }
  return found.length === 0 || NUMERIC.test(text) ? found : [];
}

const worthReading = (sentence: Sentence): boolean =>
  (sentence.signs & (DIGIT | COUNTER | ABSENT)) !== 0 &&
  sentence.length <= LONGEST &&
  THEME.test(sentence.plain) &&
  ((sentence.signs & (DIGIT | ABSENT)) !== 0 || COUNTED.test(sentence.plain));

function begin(sentence: Sentence, before: ReaderState | null): ReaderState {
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

/** Longer sentences are lists that were never prose. */
const LONGEST = 6000;
const COUNTED =
  /[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾](?:[余多])?[件条份宗起例]|[零百千万](?:件|条)|零申请|零受理|全部/;
/** A text without any of these, as written, has no figures. */
const NUMERIC = /[\d０-９〇○零一二三四五六七八九十百两]|未|没|沒|[无無]|全部|均/;
