// Tells a sentence from a label. `tokenizer.ts` reads texts by `isSentence`; `../shape/shape-scanner.ts`,
// which makes no tokens, by `isSentenceLike`, which agrees with it.

import { mayOpenValue } from '../../text/number.ts';

/** Lengths in UTF-16 units. No label of the form is longer, its notes included. */
export const LONGEST_LABEL = 90;
/** A shorter text is no sentence, whatever stands in it. */
export const SHORTEST_SENTENCE = 25;
/** Only this much of a text is looked at. */
export const LOOK_AHEAD = 400;
export const sentenceMark = /[。；;！？]/;

/** Whether a UTF-16 unit ends a sentence. */
export const isStop = (unit: number): boolean => sentenceMark.test(String.fromCharCode(unit));

/** Whether a text that is no value is a sentence: it is longer than any label, or holds the end of one. */
export const isSentence = (text: string, length = text.length): boolean =>
  length > LONGEST_LABEL || (length >= SHORTEST_SENTENCE && sentenceMark.test(text));

/**
 * Whether a line without bars and tabs is a sentence and nothing else; null when only the tokenizer can tell.
 * @param length of the line without the blanks around it
 * @param first its first UTF-16 unit
 * @param hasBlanks whether there are blanks in it
 * @param stop index of the first unit that ends a sentence; -1 for none
 */
export function isSentenceLike(
  length: number,
  first: number,
  hasBlanks: boolean,
  stop: number,
): boolean | null {
  if (length <= LONGEST_LABEL && (length < SHORTEST_SENTENCE || stop < 0 || stop >= LOOK_AHEAD)) return false;
  return hasBlanks || mayOpenValue(first) || pageMarkOpenings.includes(String.fromCharCode(first))
    ? null
    : true;
}

/** What a page mark may begin with that no value begins with. */
const pageMarkOpenings = 'pP第';
