import { objectStore } from '../base/cache.ts';
import type { Report, Section } from '../report/types.ts';
import { readStatedSums, type StatedSums } from './lists.ts';
import type { Mention } from './mentions.ts';
import { readMentions } from './reader/read-mentions.ts';
import { sentencesOf } from './sentences.ts';
import { readYears, type Years } from './years.ts';

/** What a part's prose says. */
export interface Prose {
  readonly mentions: readonly Mention[];
  readonly sums: StatedSums;
  readonly years: Years;
}

/** The prose of a part of a report. All of it is read in one go and kept with the part; the sentences are not. */
export function proseOf(part: Section, { year, organ }: Pick<Report, 'year' | 'organ'>): Prose {
  const kept = read.get(part);
  if (kept !== undefined && kept.year === year && kept.organ === organ) return kept.prose;
  const section = part.heading?.spec.number ?? 0;
  const all = sentencesOf(part);
  const prose = {
    mentions: readMentions(part.text, all, { year, organ, section }),
    sums: readStatedSums(all),
    years: readYears(part.text, all, section),
  };
  read.set(part, { year, organ, prose });
  return prose;
}

const read = objectStore<
  Section,
  { readonly year: number | null; readonly organ: string | null; readonly prose: Prose }
>();
