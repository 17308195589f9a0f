// A total that stands behind its parts: `公开资金政策11条，重大政策17条，共公开28条`.
import type { Span } from '../../text/span.ts';
import type { Numeral } from '../numerals.ts';
import type { Sentence } from '../sentence.ts';
import { type Amount, amount, isCounted, plainUnit } from './amounts.ts';

/** Figures with the total that a sentence gives behind them. */
export interface LateTotal {
  readonly sentence: Span;
  readonly parts: readonly Amount[];
  readonly total: Amount;
}

/** `共计62件`, `共公开27条`: not 共办结, which tells what became of the items and not how many there are. */
const TOTAL =
  /[,、;。]?(?:以上)?(?:共计|合计|总计|累计|共)(?:主动)?(?:公开|发布)?(?:各类|政府|政务)*(?:信息|申请|文件)*$/;
/** Words between parts that begin another statement, or make a figure more or less than a part. */
const NO_PART = /其中|包括|包含|含|分别|具体|比|较|同比|占|办结|答复|办理|结转(?:至|到)?下|共|累计|另|此外/;

/**
 * Reads the totals of a sentence that follow two or more parts of one unit, all of which stand in its own
 * clause chain.
 */
export function readLateTotals(sentence: Sentence, figures: readonly Numeral[], into: LateTotal[]): void {
  const { squeezed } = sentence;
  const { text } = squeezed;
  for (let i = 2; i < figures.length; i++) {
    const total = figures[i] as Numeral;
    if (total.bound || !isCounted(total.unit)) continue;
    const before = figures[i - 1] as Numeral;
    const words = text.slice(before.end, total.span.from);
    if (words.length > 16 || !TOTAL.test(words)) continue;
    const parts = partsBefore(figures, i, text);
    if (parts.length < 2) continue;
    into.push({
      sentence: sentence.span,
      parts: parts.map((part) => amount(part, squeezed)),
      total: amount(total, squeezed),
    });
  }
}

/** The figures in front of the total at `index`, as far as they are a plain list in its unit. */
function partsBefore(figures: readonly Numeral[], index: number, text: string): readonly Numeral[] {
  const unit = plainUnit((figures[index] as Numeral).unit);
  const parts: Numeral[] = [];
  for (let i = index - 1; i >= 0; i--) {
    const part = figures[i] as Numeral;
    const from = i === 0 ? Math.max(0, part.span.from - 40) : (figures[i - 1] as Numeral).end;
    const words = text.slice(from, part.span.from);
    // One figure that is no plain part makes the list unsure.
    if (part.bound || plainUnit(part.unit) !== unit || words.length > 40) return [];
    if (i > 0 && (NO_PART.test(words) || !/^[,、;和及]/.test(words))) return [];
    if (i === 0 && /其中|包括|含|比|较/.test(words)) return [];
    parts.unshift(part);
  }
  return parts;
}
