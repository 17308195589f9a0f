// An organ's reports of two years.

import { standardSentences, writeStandardSentence } from '../../server/src/features/standard-sentences.ts';
import type { FieldId } from '../../server/src/form/spec.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { consistentFigures, count, type Figures, figures } from './figures.ts';
import { clean } from './noise.ts';
import { type LayoutId, print } from './printer.ts';
import type { Random } from './random.ts';
import { reportOf } from './reading.ts';

/** An organ's reports for two years that continue one another, or do not. */
export interface TwoYears {
  readonly organ: string;
  /** Texts for 2023 and 2024. */
  readonly last: string;
  readonly now: string;
  /** Cells of 2024 that do not follow from 2023. */
  readonly broken: readonly FieldId[];
}

const columns = ['natural-person', 'business', 'research', 'public-interest', 'legal-service', 'other'];
const layouts: readonly LayoutId[] = ['row-line-span', 'cell-line-blank', 'md-row', 'tab-separated', 'html'];

/** Reports of `n` organs; about `share` of them have one broken carry-over. */
export function twoYears(n: number, chance: Random, share: number): readonly TwoYears[] {
  return Array.from({ length: n }, (_, i) => pair(nameOf(i), chance, chance.chance(share)));
}

const counties = ['青柳', '云泽', '白石', '兰溪口', '望川'];
const offices = [
  '教育局',
  '水利局',
  '民政局',
  '司法局',
  '文化和旅游局',
  '人民政府',
  '人民政府办公室',
  '统计局',
  '审计局',
  '林业局',
];

/** `青柳12县教育局`: each one another organ. */
const nameOf = (i: number): string =>
  `${counties[i % 5]}${'甲乙丙丁戊己庚辛壬癸'.charAt(Math.floor(i / 50) % 10)}县${offices[Math.floor(i / 5) % 10]}`;

function pair(organ: string, chance: Random, breaks: boolean): TwoYears {
  const last = new Map(consistentFigures(chance, '2021'));
  const now = new Map(consistentFigures(chance, '2021'));
  const cell = (row: string, column: string) => `applications.${row}.${column}`;
  for (const column of columns) {
    const before = count(last, cell('4', column));
    now.set(cell('3-1', column), String(count(now, cell('3-1', column)) + before));
    now.set(cell('2', column), String(before));
    const done = doneIn(now, column);
    now.set(cell('1', column), String(done + count(now, cell('4', column)) - before));
  }
  for (const row of ['regulations', 'normative']) {
    const id = (column: string) => `disclosure.${row}.${column}`;
    last.set(id('in-force'), String(count(last, id('in-force')) + count(now, id('repealed'))));
    const inForce = count(last, id('in-force')) + count(now, id('made')) - count(now, id('repealed'));
    now.set(id('in-force'), String(inForce));
  }
  const broken = breaks ? breakOne(last, now, chance) : [];
  const layout = chance.pick(layouts);
  const write = (given: Figures, year: number) =>
    print(withSums(given), { organ, year, layout, noise: { ...clean, widths: 'full' } }).text;
  return { organ, last: write(last, 2023), now: write(now, 2024), broken };
}

const doneIn = (given: Figures, column: string): number =>
  [...given.keys()]
    .filter((id) => /^applications\.3-(?!7)/.test(id) && id.endsWith(`.${column}`))
    .reduce((sum, id) => sum + count(given, id), 0);

/** Totals worked out from their parts. */
const withSums = (given: Figures): Figures =>
  figures('2021', Object.fromEntries([...given].filter(([id]) => !/\.total$|^applications\.3-7/.test(id))));

/** The cells that come out broken; totals follow their parts. */
function breakOne(last: Map<FieldId, string>, now: Map<FieldId, string>, chance: Random): readonly FieldId[] {
  const add = (to: Map<FieldId, string>, id: FieldId, by: number) => to.set(id, String(count(to, id) + by));
  const by = chance.between(1, 9);
  if (chance.chance(0.3)) {
    add(now, 'disclosure.normative.in-force', by);
    return ['disclosure.normative.in-force'];
  }
  const column = chance.pick(columns);
  if (chance.chance(0.5)) add(last, `applications.4.${column}`, by);
  else add(now, `applications.2.${column}`, by);
  return [`applications.2.${column}`, 'applications.2.total'];
}

/** The text with every sentence written under its heading. */
export const withStandardSentences = (text: string): string =>
  standardSentences(reportOf(text))
    .map(({ section }) => section)
    .reduce((before, section) => {
      const report = reportOf(before);
      const found = standardSentences(report).find((each) => each.section === section);
      const made = found && writeStandardSentence(report, found.head);
      return made ? applyEdits(before, [made.edit]) : before;
    }, text);
