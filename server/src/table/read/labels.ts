// Looks labels up: by their exact folded text, as the longest label at a place, and by likeness.

import { distance } from 'fastest-levenshtein';
import { memoizeByText, once } from '../../base/cache.ts';
import { type LabelEntry, type LabelMeaning, labelDictionary } from './label-dictionary.ts';

/** All that a folded text can mean when it is a label of the form to the letter. */
export const meaningsOf = (key: string): readonly LabelMeaning[] =>
  labelDictionary().get(key)?.meanings ?? none;

/** Whether a folded text is the label of a row or group: headings (`三、本年度办理结果`) may look the same. */
export const isRowLabel = (key: string): boolean =>
  meaningsOf(key).some(({ role }) => role === 'row' || role === 'group');

const none: readonly LabelMeaning[] = [];

/** The longest label of the form that starts at `at` in `keys` (several folded labels joined), or null. */
export function longestLabelAt(keys: string, at: number): LabelEntry | null {
  for (const length of lengthsByFirst().get(keys.charAt(at)) ?? []) {
    if (at + length > keys.length) continue;
    const entry = labelDictionary().get(keys.slice(at, at + length));
    if (entry !== undefined) return entry;
  }
  return null;
}

/** The lengths of the labels that begin with a character, longest first. */
const lengthsByFirst = once<ReadonlyMap<string, readonly number[]>>(() => {
  const lengths = new Map<string, number[]>();
  for (const key of labelDictionary().keys()) {
    const known = lengths.get(key.charAt(0)) ?? [];
    if (!known.includes(key.length)) known.push(key.length);
    lengths.set(key.charAt(0), known);
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a);
  return lengths;
});

/** Whether a folded text is the beginning of a label of the form, and not all of it. */
export const isBeginning = (key: string): boolean => beginnings().has(key);

const beginnings = once<ReadonlySet<string>>(() => {
  const all = new Set<string>();
  for (const key of labelDictionary().keys())
    for (let end = 2; end < key.length; end++) all.add(key.slice(0, end));
  return all;
});

/** This many texts are remembered with what they are like. */
const remembered = 4000;
/** A longer folded text is like no label. */
const longestKey = 45;

/**
 * What a text that is no label of the form to the letter was most likely meant as: its second half is lost
 * (`本年新`), or a few characters differ (`绝对数量`). Empty when it is like none, or like several.
 */
export const nearMeanings = memoizeByText(remembered, (key): readonly LabelMeaning[] => {
  if (key.length < 2 || key.length > longestKey) return none;
  const entries = [...labelDictionary().values()];
  const cut = entries.filter((entry) => entry.key.length > key.length && entry.key.startsWith(key));
  const isClear = key.length >= 6 || cut.every(({ meanings }) => meanings.every((m) => m.role === 'column'));
  if (cut.length > 0 && isClear) return unofficialMeanings(cut);
  return key.length < 5 ? none : unofficialMeanings(nearest(key, entries));
});

/** The entries with the least edit distance from `key`: at most one more than a fifth of its length. */
function nearest(key: string, entries: readonly LabelEntry[]): readonly LabelEntry[] {
  let best: LabelEntry[] = [];
  let least = Math.floor(key.length / 5) + 1;
  for (const entry of entries) {
    if (Math.abs(entry.key.length - key.length) >= least || entry.key.length < 4) continue;
    if (isFarther(key, entry.key, least)) continue;
    const apart = distance(entry.key, key);
    if (apart < least) [best, least] = [[entry], apart];
    else if (apart === least) best.push(entry);
  }
  return best;
}

/** Whether more than `most` characters of a key are not in the other: a quick lower bound of the distance. */
function isFarther(key: string, other: string, most: number): boolean {
  let missing = 0;
  for (let i = 0; i < key.length && missing <= most; i++) if (!other.includes(key.charAt(i))) missing++;
  return missing > most;
}

/** The meanings of several entries when they name one row at most; else nothing can be said. */
function unofficialMeanings(entries: readonly LabelEntry[]): readonly LabelMeaning[] {
  const meanings = new Set(entries.flatMap((entry) => entry.meanings));
  const rows = new Set([...meanings].filter(({ role }) => role === 'row').map(({ id }) => id));
  return rows.size > 1 ? none : [...meanings].map((meaning) => ({ ...meaning, official: false }));
}
