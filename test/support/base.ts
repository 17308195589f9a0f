// The example report: nothing is wrong with it. The manual's samples are lines that replace its own.

import { figures, formsOf } from './figures.ts';
import { clean } from './noise.ts';
import { print } from './printer.ts';

/** The example report's figures. */
export const baseFigures = figures('2021', {
  'disclosure.normative.made': 3,
  'disclosure.normative.repealed': 1,
  'disclosure.normative.in-force': 20,
  'disclosure.licence.decisions': 57,
  'disclosure.penalty.decisions': 4,
  'disclosure.fee.amount': '12.5',
  'applications.1.natural-person': 8,
  'applications.1.business': 1,
  'applications.3-1.natural-person': 4,
  'applications.3-1.business': 1,
  'applications.3-4-1.natural-person': 3,
  'applications.4.natural-person': 1,
  'disputes.reconsideration.upheld': 1,
});

/**
 * The example report that the rules' manual pages change a part of: 清溪县教育局, 2024, nothing wrong with
 * it.
 */
export const base = print(baseFigures, {
  layout: 'row-line-span',
  organ: '清溪县教育局',
  year: 2024,
  noise: { ...clean, widths: 'full' },
}).text;

/**
 * Put a manual page's sample into the example report. A sample with a title line is a report of its own. Else
 * the sample takes the place of all from the first to the last section it has (so that one left out between
 * two is missing, and a wrong order stays wrong), or of all from its first to its last table row when it has
 * no headings. A heading without a body changes the heading only. A row the example does not have stays where
 * the sample has it; group labels (三、本年度办理结果) may be left out.
 */
export function embed(sample: string): string {
  const lines = sample.replace(/(?<=\n.*)\n+$/s, '').split('\n');
  if (lines.some(isTitle)) return sample;
  return (lines.some(isHeading) ? withSections(lines) : withRows(lines)).join('\n');
}

const isTitle = (line: string) =>
  /政府信息公开(工作)?年度报告(（.*）)?$/.test(line.trim()) && !/[，。]/.test(line);

/** A main heading; 一、本年新收… and 三、本年度办理结果 are rows of a table. */
const isHeading = (line: string) =>
  /^\s*[一二三四五六]、[^|]{2,40}$/.test(line) && !/^\s*.、(本年|上年|结转)/.test(line);

/** The lines of each section; the first is what stands before section one. */
function sectionsOf(lines: readonly string[]): string[][] {
  const out: string[][] = [[]];
  for (const line of lines) {
    if (isHeading(line)) out.push([]);
    out.at(-1)?.push(line);
  }
  return out;
}

function withSections(lines: readonly string[]): readonly string[] {
  const [before = [], ...given] = sectionsOf(lines);
  if (before.join('').trim() !== '') throw new Error('text before the first heading of the sample');
  const ours = sectionsOf(base.split('\n'));
  const title = (section: readonly string[] | undefined) => section?.[0]?.trim().slice(2);
  const number = (section: readonly string[] | undefined) => section?.[0]?.trim().charAt(0);
  // By the title, so that a sample can show a wrong number; by the number, so that it can show another title.
  const place = (section: readonly string[]) => {
    const byTitle = ours.findIndex((own, i) => i > 0 && title(own) === title(section));
    return byTitle > 0 ? byTitle : ours.findIndex((own, i) => i > 0 && number(own) === number(section));
  };
  const places = given.map(place);
  const body = (section: readonly string[], i: number) =>
    section.length > 1 ? section : [...section, ...(ours[places[i] ?? 0] ?? []).slice(1)];
  return replaced(ours, places, given.map(body)).flat();
}

function withRows(rows: readonly string[]): readonly string[] {
  const ours = base.split('\n');
  const places = rows.map((row) => {
    const label = labelOf(row);
    return ours.findIndex(
      (line) => line.includes('|') && labelOf(line) === label && (label !== '' || hasFigures(line)),
    );
  });
  return replaced(
    ours,
    places,
    rows.map((row, i) => groupsOf(ours[places[i] ?? -1] ?? row, row) + row),
  );
}

/** `ours` with all from the first to the last of `places` (-1 for none) taken out and `given` put there. */
function replaced<T>(ours: readonly T[], places: readonly number[], given: readonly T[]): readonly T[] {
  const known = places.filter((place) => place >= 0);
  if (known.length === 0)
    throw new Error(`nothing of the sample is in the example report: ${given.join('\n')}`);
  return [...ours.slice(0, Math.min(...known)), ...given, ...ours.slice(Math.max(...known) + 1)];
}

/**
 * The label of a row, folded, known variants as the official one: its last cell of words; '' for the one row
 * of `disputes`.
 */
const labelOf = (line: string): string => {
  const label = folded(wordCells(line).at(-1) ?? '');
  return official.get(label) ?? label;
};

const folded = (label: string) => label.replace(/[\s()（）“”",，]/g, '');

const official = new Map(
  formsOf('2021').flatMap(({ rows }) =>
    rows.flatMap(({ label, fields }) =>
      (fields[0]?.row.variants ?? []).map((variant) => [folded(variant), folded(label)] as const),
    ),
  ),
);

const wordCells = (line: string) => line.split('|').filter((cell) => /\p{Script=Han}{2}/u.test(cell));
const hasFigures = (line: string) => /(^|\|)\s*\d+\s*\|/.test(line);

/** The group labels that the example's row has in front of its own and the sample's row leaves out. */
function groupsOf(line: string, row: string): string {
  const left = wordCells(line).length - wordCells(row).length;
  return line
    .split('|')
    .slice(0, Math.max(0, left))
    .map((cell) => `${cell.trim()} | `)
    .join('');
}
