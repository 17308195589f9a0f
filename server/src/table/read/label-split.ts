// Splits label tokens into labels of the form: one label may be wrapped over several tokens, and one token
// may hold several labels. Works on keys, the folded texts of the tokens. Results are remembered, because the
// same labels recur in every report.

import { memoizeByText } from '../../base/cache.ts';
import type { LabelMeaning } from './label-dictionary.ts';
import { longestLabelAt } from './labels.ts';

/** A label found in keys. */
export interface LabelPlace {
  /** Indices of the first and the last key that hold it. */
  readonly first: number;
  readonly last: number;
  /** Where it starts in the first of these keys and ends in the last, in folded characters. */
  readonly start: number;
  readonly end: number;
  readonly meanings: readonly LabelMeaning[];
  /** Digits follow without any mark between: see `Label`. */
  readonly glued: boolean;
}

export interface LabelSplit {
  readonly labels: readonly LabelPlace[];
  /** Index of the first key behind them. */
  readonly next: number;
}

/** No label of the form is wrapped over more tokens. */
export const MOST_TOKENS = 6;
/** A number in front of a label: `（一）` folds to `一`. */
export const leadingNumber = /^[一二三四五六七八九十\d]{1,2}/;

/** This many splits are remembered. */
const remembered = 4000;
/** Stands between keys that are remembered together; no folded text holds it. */
const separator = '\n';

/** The labels that begin with the first key and end with one of them; null when the keys hold no labels. */
export const labelsIn = (keys: readonly string[]): LabelSplit | null =>
  splitJoined(keys.length === 1 ? (keys[0] as string) : keys.join(separator));

const splitJoined = memoizeByText(remembered, (joined): LabelSplit | null => {
  const keys = joined.split(separator);
  return readLabels(keys) ?? readNumbered(keys);
});

/** The same behind a number that belongs to no label: `（一）（三）不予公开`. */
function readNumbered(keys: readonly string[]): LabelSplit | null {
  const [first = '', ...others] = keys;
  const bare = first.replace(leadingNumber, '');
  const by = first.length - bare.length;
  const split = by === 0 ? null : readLabels([bare, ...others]);
  if (split === null) return null;
  const labels = split.labels.map((label) => ({
    ...label,
    start: label.first === 0 ? label.start + by : label.start,
    end: label.last === 0 ? label.end + by : label.end,
  }));
  return { labels, next: split.next };
}

/** Reads label after label (`（三）不予公开1.属于国家秘密`), over several keys (`商业`, `企业`), to the end of a key. */
function readLabels(keys: readonly string[]): LabelSplit | null {
  const joined = keys.join('');
  const labels: LabelPlace[] = [];
  let at = 0;
  let key = 0;
  /** Where the present key starts in `joined`. */
  let keyStart = 0;
  for (;;) {
    const keyEnd = keyStart + (keys[key] as string).length;
    const last = labels.at(-1);
    if (last !== undefined && at === keyEnd) return { labels, next: key + 1 };
    const entry = longestLabelAt(joined, at);
    if (entry === null) {
      const glued = last === undefined ? null : gluedBy(joined.slice(at, keyEnd), last, at - keyStart);
      if (last === undefined || glued === null) return null;
      return { labels: [...labels.slice(0, -1), { ...last, glued }], next: key + 1 };
    }
    const [first, start] = [key, at - keyStart];
    at += entry.key.length;
    while (keyStart + (keys[key] as string).length < at) {
      keyStart += (keys[key] as string).length;
      key++;
    }
    labels.push({ first, last: key, start, end: at - keyStart, meanings: entry.meanings, glued: false });
  }
}

/**
 * Whether what follows the last label in its key are digits glued to it; null when it is neither that nor a
 * note, which is at most half as long as what stands before it in the key (`before`, in folded characters).
 */
function gluedBy(rest: string, label: LabelPlace, before: number): boolean | null {
  if (/^\d/.test(rest) && label.meanings.some(({ role }) => role === 'row')) return true;
  return rest.length * 2 > before ? null : false;
}
