// The places of a sentence that may tell a figure: numbers, and words of absence or completeness.
import type { Numeral } from '../numerals.ts';
import type { Sentence } from '../sentence.ts';
import type { ReaderState } from './state.ts';
import { RECEIVED, THEME } from './vocabulary.ts';
import { ABSENCE } from './wordings/absences.ts';
import { COMPLETE } from './wordings/completeness.ts';

/** Offsets are in the squeezed sentence. */
export interface FigureCandidate {
  readonly kind: 'figure' | 'none' | 'all';
  readonly from: number;
  /** Behind the unit. */
  readonly to: number;
  /** Of a figure; else null. */
  readonly numeral: Numeral | null;
}

/** The candidates of a sentence, in order. */
export function figureCandidates({ squeezed: { text }, numerals }: Sentence): readonly FigureCandidate[] {
  const candidates: FigureCandidate[] = numerals.map((numeral) => ({
    kind: 'figure',
    from: numeral.span.from,
    to: numeral.end,
    numeral,
  }));
  const figures = candidates.length;
  addWords(text, 'none', ABSENCE, candidates);
  addWords(text, 'all', COMPLETE, candidates);
  return candidates.length === figures ? candidates : candidates.sort((a, b) => a.from - b.from);
}

function addWords(text: string, kind: 'none' | 'all', pattern: RegExp, into: FigureCandidate[]): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
    into.push({ kind, from: match.index, to: pattern.lastIndex, numeral: null });
}

/** Whether a candidate is worth a closer look. From `unread` on, no word was read with a figure. */
export function mayCount(
  { from, to, numeral }: FigureCandidate,
  text: string,
  unread: number,
  { split, topic }: ReaderState,
): boolean {
  if (numeral === null) return true;
  if (numeral.unit === '') return !isYear(numeral) && ',;、:)'.includes(text.charAt(to));
  if (split !== null || text.slice(Math.max(unread, from - 24), from).includes('年')) return true;
  const around = text.slice(Math.max(0, from - 70), to + 40);
  return THEME.test(around) || (topic === 'applications' && RECEIVED.test(around));
}

const isYear = ({ value }: Numeral): boolean => value !== null && value >= 1990 && value < 2100;
