// The sums that prose states by itself: totals with their parts, and growth rates. The lists are read in
// part-list.ts, the rates in growth.ts; the rule `narrative-sum` judges both.
import type { Span } from '../../text/span.ts';
import { COUNTER, DIGIT } from '../char-kinds.ts';
import type { Numeral } from '../numerals.ts';
import { Sentence } from '../sentence.ts';
import { splitSentences } from '../sentences.ts';
import { isCounted, plainUnit, withUnits } from './amounts.ts';
import { type Growth, readGrowths } from './growth.ts';
import { type LateTotal, readLateTotals } from './late-total.ts';
import { listOpener, type PartList, readPartList } from './part-list.ts';
import { type Rate, readRates } from './rates.ts';

/** What prose adds up or compares by itself. */
export interface StatedSums {
  readonly lists: readonly PartList[];
  readonly growths: readonly Growth[];
  readonly lateTotals: readonly LateTotal[];
  readonly rates: readonly Rate[];
}

/** The sums of a section's prose. `skip`: the tables' spans, ascending. Linear in the text. */
export const statedSums = (text: string, section: number, skip: readonly Span[] = []): StatedSums =>
  readStatedSums(splitSentences(text, section, skip));

export function readStatedSums(all: readonly Sentence[]): StatedSums {
  const lists: PartList[] = [];
  const growths: Growth[] = [];
  const lateTotals: LateTotal[] = [];
  const rates: Rate[] = [];
  for (let i = 0; i < all.length; i++) {
    let sentence = all[i] as Sentence;
    if ((sentence.signs & (DIGIT | COUNTER)) === 0 || sentence.length > LONGEST) continue;
    if ((sentence.signs & DIGIT) === 0 && !FIGURE.test(sentence.plain)) continue;
    const next = all[i + 1];
    if (next !== undefined && next.line === sentence.line && CONTINUED.test(next.plain)) {
      sentence = Sentence.joined(sentence, next);
      i++;
    }
    if (!MARKED.test(sentence.plain)) continue;
    const figures = withUnits(sentence.numerals, sentence.squeezed);
    readLists(sentence, figures, lists);
    readGrowths(sentence, figures, growths);
    readLateTotals(sentence, figures, lateTotals);
    readRates(sentence, figures, rates);
  }
  return { lists, growths, lateTotals, rates };
}

function readLists(sentence: Sentence, figures: readonly Numeral[], into: PartList[]): void {
  const { squeezed } = sentence;
  for (let i = 0; i + 1 < figures.length; i++) {
    const total = figures[i] as Numeral;
    if (total.bound || !isCounted(total.unit)) continue;
    const opener = listOpener(squeezed.text, total.end);
    // Of figures that are channels themselves none is the total of the next; 其中 in a sentence of its own may
    // divide any of several.
    const isAmong = isChannel(squeezed.text, total.span.from);
    if (
      isAmong &&
      (/^[,。]$/.test(opener) || (opener[0] === '。' && isBesideChannel(figures, i, squeezed.text)))
    )
      continue;
    const list = opener === '' ? null : readPartList(squeezed, figures, i, opener);
    if (list !== null) into.push({ sentence: sentence.span, ...list, others: otherWholes(figures, i) });
  }
}

/**
 * What else the parts may divide: each count that stands before the nearest one, and it together with those
 * right before it. 其中 belongs to the whole it can divide, not to the nearest figure.
 */
function otherWholes(figures: readonly Numeral[], totalAt: number): readonly number[] {
  const unit = plainUnit((figures[totalAt] as Numeral).unit);
  const wholes: number[] = [];
  let together = figures[totalAt]?.value ?? 0;
  for (let i = totalAt - 1; i >= 0; i--) {
    const { value, unit: other } = figures[i] as Numeral;
    if (plainUnit(other) !== unit || value === null) continue;
    together += value;
    wholes.push(value, together);
  }
  return wholes;
}

/** Whether the clause in front of a figure says where it was published: `通过网站公开320条`. */
function isChannel(text: string, at: number): boolean {
  const words = text.slice(Math.max(0, at - 24), at);
  return (
    words.lastIndexOf('通过') >
    Math.max(words.lastIndexOf(','), words.lastIndexOf('。'), words.lastIndexOf(';'))
  );
}

const isBesideChannel = (figures: readonly Numeral[], at: number, text: string): boolean => {
  const before = figures[at - 1];
  return before?.unit === figures[at]?.unit && before !== undefined && isChannel(text, before.span.from);
};

/** Longer sentences are lists that were never prose. In UTF-16 units. */
const LONGEST = 6000;
const FIGURE = /[一二三四五六七八九十百](?:件|条|份|篇)/;
const MARKED = /其中|包括|包含|分别|具体|含|:|%|信息中|共|合计|总计|通过|[(]/;
/** A sentence that goes on with the total of the one before. */
const CONTINUED = /^(?:其中|在(?:主动)?公开的(?:政府)?信息中|通过[^,。;]{2,16}?\d)/;
