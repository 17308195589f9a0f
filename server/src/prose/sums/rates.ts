// Rates that a sentence gives with the two counts they come from: `收到40件，已办结36件，办结率90%`,
// `50件，较上年增加10件，增长25%`.
import type { Span } from '../../text/span.ts';
import type { Numeral } from '../numerals.ts';
import type { Sentence } from '../sentence.ts';
import { type Amount, amount, isCounted, type Percent, percent, plainUnit } from './amounts.ts';

/** A rate, and the two counts of its sentence. */
export interface Rate {
  readonly sentence: Span;
  /**
   * `share`: `part` of `whole`. `change`: by how much `part` changed `whole`, the figure before the change.
   */
  readonly kind: 'share' | 'change';
  readonly whole: number;
  readonly part: number;
  readonly counts: readonly [Amount, Amount];
  readonly percent: Percent;
}

/** `,办结率达`, `，采用率为`: the rate of the figure before it; not one of those that were due. */
const SHARE_OF = /^[,(、]?(?:其中)?(办结|办理|答复|回复|采用|录用|公开|予以公开|受理)率(?:为|达到?|是|约)?$/;
/** `较上年增加10件，增长`. */
const CHANGED_BY =
  /^[,(、](?:同比|比|较|与)?(?:20\d\d年|上年|去年|上一年)?(?:度|同期)?(?:相比)?(增加|增长|减少|下降|少|多)了?$/;
const RISES_BY = /^[,)]?(?:同比)?(增长|上升|增幅为?|下降|减少|降幅为?)了?(?:约)?$/;
const DUE = /到期|按期|应(?:办|答)|期限内|下发|其他/;

/** Reads the rates of a sentence whose two counts stand right before them and nowhere else in it. */
export function readRates(sentence: Sentence, figures: readonly Numeral[], into: Rate[]): void {
  const { text } = sentence.squeezed;
  for (let i = 2; i < figures.length; i++) {
    const [first, second, rate] = [figures[i - 2], figures[i - 1], figures[i]] as [Numeral, Numeral, Numeral];
    if (rate.unit !== '%' || first.bound || second.bound || rate.bound || !isPlainPair(first, second))
      continue;
    const between = text.slice(first.end, second.span.from);
    const behind = text.slice(second.end, rate.span.from);
    const read = shareOf(first, second, between, behind, text) ?? changeOf(first, second, between, behind);
    // Several counts before them may be what the rate is about.
    if (read === null || (i > 2 && isCounted((figures[i - 3] as Numeral).unit))) continue;
    into.push({
      sentence: sentence.span,
      ...read,
      counts: [amount(first, sentence.squeezed), amount(second, sentence.squeezed)],
      percent: percent(rate, sentence.squeezed),
    });
  }
}

const isPlainPair = (a: Numeral, b: Numeral): boolean =>
  isCounted(a.unit) && plainUnit(a.unit) === plainUnit(b.unit);

type Read = Pick<Rate, 'kind' | 'whole' | 'part'>;

function shareOf(
  first: Numeral,
  second: Numeral,
  between: string,
  behind: string,
  text: string,
): Read | null {
  const [whole, part] = [first.value as number, second.value as number];
  const verb = SHARE_OF.exec(behind)?.[1];
  if (verb === undefined || part > whole || whole === 0) return null;
  // The verb of the rate is that of the part: 办结36件，办结率90%.
  if (!between.includes(verb) || /[;。]/.test(between) || between.length > 20) return null;
  return DUE.test(between) || DUE.test(text.slice(0, first.span.from))
    ? null
    : { kind: 'share', whole, part };
}

function changeOf(first: Numeral, second: Numeral, between: string, behind: string): Read | null {
  const change = CHANGED_BY.exec(between)?.[1];
  const rises = RISES_BY.exec(behind)?.[1];
  if (change === undefined || rises === undefined) return null;
  const falls = /少|下降/.test(change);
  if (falls !== /下降|减少|降幅/.test(rises)) return null;
  const part = second.value as number;
  const whole = (first.value as number) + (falls ? part : -part);
  return whole > 0 ? { kind: 'change', whole, part } : null;
}
