// The figures that sums are made of, with their places in the section.
import type { Span } from '../../text/span.ts';
import type { Numeral } from '../numerals.ts';
import { placed, type SqueezedText } from '../squeezed-text.ts';

/** A figure of a list. Spans are in the section. */
export interface Amount {
  readonly span: Span;
  readonly value: number;
  readonly unit: string;
}

/** A percentage as written. */
export interface Percent {
  readonly span: Span;
  readonly value: number;
  readonly decimals: number;
}

/**
 * The figures among the numerals of a sentence: those that have a unit, and ways of applying in brackets,
 * which have that of their total: `95件（网络30、信函60、现场5）`.
 */
export function withUnits(numerals: readonly Numeral[], { text }: SqueezedText): readonly Numeral[] {
  let before = '';
  return numerals.flatMap((numeral) => {
    const { unit, value, span, end } = numeral;
    if (value === null) return [];
    if (unit !== '') {
      before = unit;
      return [numeral];
    }
    const isWay = isCounted(before) && WAY.test(text.slice(Math.max(0, span.from - 3), span.from));
    return isWay && /[、,)]/.test(text.charAt(end)) ? [{ ...numeral, unit: before }] : [];
  });
}

const WAY = /[(、,](?:网络|网上|线上|网站|信函|邮寄|来信|当面|现场|窗口|来访)$/;

/** Whether a unit counts things that can be added up. */
export const isCounted = (unit: string): boolean => COUNTED.test(unit);

/** 件次 counts 件: how often something was done with each is no other thing that is counted. */
export const plainUnit = (unit: string): string => (/^[件条人]次$/.test(unit) ? unit.charAt(0) : unit);

export const amount = (figure: Numeral, squeezed: SqueezedText): Amount => ({
  span: placed(squeezed, figure.span.from, figure.span.to),
  value: figure.value as number,
  unit: figure.unit,
});

export function percent(figure: Numeral, squeezed: SqueezedText): Percent {
  const written = squeezed.text.slice(figure.span.from, figure.span.to);
  const point = written.indexOf('.');
  return {
    span: placed(squeezed, figure.span.from, figure.span.to),
    value: figure.value as number,
    decimals: point < 0 ? 0 : written.length - point - 1,
  };
}

const COUNTED = /^(?:[件条份宗起例项次封篇个期桩部则幅场]|人次|件次|条次)$/;
