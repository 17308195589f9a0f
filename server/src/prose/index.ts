// The door of this room: what sentences say, a section at a time. Other rooms import from here only. What a
// figure in a sentence counts is told in reader/, totals with parts and growth rates in sums/, named years in
// years.ts.
import { objectStore } from '../base/cache.ts';
import type { Report, Section } from '../report/report.ts';
import type { Mention } from './mentions.ts';
import { readMentions } from './reader/read-mentions.ts';
import { sentencesOf } from './sentences.ts';
import { readStatedSums, type StatedSums } from './sums/stated-sums.ts';
import { readYears, type Years } from './years.ts';

export { BREAK, behind, SPACE } from './char-kinds.ts';
export type { Mention } from './mentions.ts';
export { UNANSWERED } from './reader/cells.ts';
export { type MentionObject, objectName } from './reader/objects.ts';
export type { Sentence } from './sentence.ts';
export { sentencesOf } from './sentences.ts';
export type { Amount } from './sums/amounts.ts';
export type { Growth } from './sums/growth.ts';
export type { LateTotal } from './sums/late-total.ts';
export type { PartList, Share } from './sums/part-list.ts';
export type { Rate } from './sums/rates.ts';
export type { NamedYear, Period } from './years.ts';

/** What a section's prose says. */
export interface Prose {
  readonly mentions: readonly Mention[];
  readonly sums: StatedSums;
  readonly years: Years;
}

/** The prose of a section, read at once and kept with the section; its sentences are not kept. */
export function proseOf(section: Section, { year, organ }: Pick<Report, 'year' | 'organ'>): Prose {
  const known = readings.get(section);
  if (known !== undefined && known.year === year && known.organ === organ) return known.prose;
  const number = section.heading?.spec.number ?? 0;
  const sentences = sentencesOf(section);
  const prose = {
    mentions: readMentions(section.text, sentences, { year, organ, section: number }),
    sums: readStatedSums(sentences),
    years: readYears(section.text, sentences, number),
  };
  readings.set(section, { year, organ, prose });
  return prose;
}

/** The figures in a section's sentences, in the order of its text. Kept with the section. */
export const sectionMentions = (
  section: Section,
  report: Pick<Report, 'year' | 'organ'>,
): readonly Mention[] => proseOf(section, report).mentions;

const readings = objectStore<
  Section,
  { readonly year: number | null; readonly organ: string | null; readonly prose: Prose }
>();
