import type { Span } from '../../text/span.ts';
import { type Numeral, nextNumeral } from './numerals.ts';
import { type Dense, placed } from './sentences.ts';

/** A figure of a list. Spans are in the part. */
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

/** The figures of a sentence that have a unit. */
export function figuresOf(text: string): readonly Numeral[] {
  const found: Numeral[] = [];
  for (let at = nextNumeral(text, 0); at !== null; at = nextNumeral(text, Math.max(at.end, at.span.to))) {
    if (at.unit !== '' && at.value !== null) found.push(at);
  }
  return found;
}

/** Whether a unit counts things that can be added up. */
export const isCounted = (unit: string): boolean => COUNTED.test(unit);

export const amount = (figure: Numeral, squeezed: Dense): Amount => ({
  span: placed(squeezed, figure.span.from, figure.span.to),
  value: figure.value as number,
  unit: figure.unit,
});

export function percent(figure: Numeral, squeezed: Dense): Percent {
  const written = squeezed.text.slice(figure.span.from, figure.span.to);
  const point = written.indexOf('.');
  return {
    span: placed(squeezed, figure.span.from, figure.span.to),
    value: figure.value as number,
    decimals: point < 0 ? 0 : written.length - point - 1,
  };
}

const COUNTED = /^(?:[件条份宗起例项次封篇个期桩部则幅场]|人次|件次|条次)$/;
