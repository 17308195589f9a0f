// Claims of growth that a sentence makes with both figures: `9件，比上年（12件）下降25%`.
import type { Span } from '../../text/span.ts';
import type { Numeral } from '../numerals.ts';
import type { Sentence } from '../sentence.ts';
import { type Amount, amount, isCounted, type Percent, percent } from './amounts.ts';

/** `9件，比上年（12件）下降25%`. */
export interface Growth {
  readonly sentence: Span;
  readonly now: Amount;
  readonly before: Amount;
  readonly percent: Percent;
  readonly falls: boolean;
}

/** Reads a sentence's claims of growth, where both figures stand beside the rate. */
export function readGrowths(sentence: Sentence, figures: readonly Numeral[], into: Growth[]): void {
  const { squeezed } = sentence;
  const { text } = squeezed;
  for (let i = 2; i < figures.length; i++) {
    const [now, before, rate] = [figures[i - 2], figures[i - 1], figures[i]] as [Numeral, Numeral, Numeral];
    if (rate.unit !== '%' || now.bound || before.bound || rate.bound || now.unit !== before.unit) continue;
    if (!isCounted(now.unit) || text.startsWith('点', rate.end)) continue;
    const comparison = text.slice(now.end, before.span.from);
    const change = CHANGE.exec(text.slice(before.end, rate.span.from))?.[1];
    if (change === undefined || comparison.length > 24 || !COMPARED_WITH.test(comparison)) continue;
    into.push({
      sentence: sentence.span,
      now: amount(now, squeezed),
      before: amount(before, squeezed),
      percent: percent(rate, squeezed),
      falls: FALL.test(change),
    });
  }
}

const COMPARED_WITH =
  /^[,(]?(?:与)?(?:比|较|同比|相比)?(?:20\d\d年|上年|去年|上一年)(?:度|同期|全年)?(?:相比)?[(的]?(?:的|共|为|收到|数)?$/;
const CHANGE = /^[)的,]*(?:同比|相比)?(增长|上升|增加|提高|上涨|下降|减少|降低)了?$/;
const FALL = /下降|减少|降低/;
