import { mayOpenValue } from '../../text/number.ts';

/** What tells a sentence from a label. */

/** No label of the form, note included, is longer. */
export const LONGEST_LABEL = 90;
/** A shorter text is no sentence, whatever stands in it. */
export const SHORTEST_SENTENCE = 25;
/** So much of a text is looked at. */
export const LOOK_AHEAD = 400;
export const sentenceMark = /[。；;！？]/;

/** Whether a unit ends a sentence. */
export const isStop = (unit: number): boolean => sentenceMark.test(String.fromCharCode(unit));

/** Whether a text that is no value is a sentence: it is long, or ends one. */
export const isSentence = (text: string, length = text.length): boolean =>
  length > LONGEST_LABEL || (length >= SHORTEST_SENTENCE && sentenceMark.test(text));

/**
 * The same by what was seen of a line without bars and tabs: `length` and the `first` unit of what stands between the blanks around
 * it, whether there are `blanks` in it, and how far in a sentence ends (-1: nowhere). Null: the line must be read to tell.
 */
export function isSentenceLike(length: number, first: number, blanks: boolean, stop: number): boolean | null {
  if (length <= LONGEST_LABEL && (length < SHORTEST_SENTENCE || stop < 0 || stop >= LOOK_AHEAD)) return false;
  return blanks || mayOpenValue(first) || pageWords.includes(String.fromCharCode(first)) ? null : true;
}

/** What a page mark may begin with that no value begins with. */
const pageWords = 'pP第';
