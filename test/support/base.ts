import { figures } from './figures.ts';
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

/** The example report that the rules' manual pages change a part of: 清溪县教育局, 2024, nothing wrong with it. */
export const base = print(baseFigures, {
  layout: 'row-line-span',
  organ: '清溪县教育局',
  year: 2024,
  noise: { ...clean, widths: 'full' },
}).text;

/**
 * Put a manual page's sample into the example report. A sample with a title line is a report of its own; one with section headings
 * replaces the sections of the same numbers; one of table rows only replaces the rows with the same labels, and a row the example
 * report does not have (or has no longer) goes behind the row before it in the sample.
 */
export function embed(sample: string): string {
  const lines = sample.replace(/\n+$/, '').split('\n');
  if (lines.some(isTitle)) return sample;
  if (lines.some((line) => numberOf(line) > 0)) return withSections(lines);
  return withRows(lines);
}

const isTitle = (line: string) =>
  /政府信息公开(工作)?年度报告(（.*）)?$/.test(line.trim()) && !/[，。]/.test(line);

/** 1 to 6 for a main heading, else 0; 一、本年新收… and 三、本年度办理结果 are rows of a table. */
function numberOf(line: string): number {
  if (line.includes('|') || !/^\s*[一二三四五六]、.{2,40}$/.test(line)) return 0;
  return /^\s*.、(本年|上年|结转)/.test(line) ? 0 : '一二三四五六'.indexOf(line.trim().charAt(0)) + 1;
}

/** The text cut before each main heading; the first piece is what stands before section one. */
function pieces(lines: readonly string[]): { number: number; lines: string[] }[] {
  const out: { number: number; lines: string[] }[] = [{ number: 0, lines: [] }];
  for (const line of lines) {
    const number = numberOf(line);
    if (number > 0) out.push({ number, lines: [] });
    out.at(-1)?.lines.push(line);
  }
  return out;
}

function withSections(lines: readonly string[]): string {
  const [before, ...given] = pieces(lines);
  if (before && before.lines.join('').trim() !== '')
    throw new Error('text before the first heading of the sample');
  const numbers = new Set(given.map(({ number }) => number));
  let placed = false;
  return pieces(base.split('\n'))
    .flatMap((piece) => {
      if (!numbers.has(piece.number)) return piece.lines;
      // All of the sample in one place, in its own order, so that it can show a wrong order too.
      if (placed) return [];
      placed = true;
      return given.flatMap((one) => one.lines);
    })
    .join('\n');
}

/** The label of a row, folded: its last cell of words, whatever its brackets; '' for the one row of `disputes`. */
const labelOf = (line: string): string =>
  (
    line
      .split('|')
      .filter((cell) => /\p{Script=Han}{2}/u.test(cell))
      .at(-1) ?? ''
  ).replace(/[\s()（）“”",，]/g, '');

/** Group labels that the example's row has in front of its own and the sample's row leaves out. */
function groupsOf(line: string, row: string): string {
  const words = (text: string) => text.split('|').filter((cell) => /\p{Script=Han}{2}/u.test(cell)).length;
  const cells = line.split('|');
  return cells
    .slice(0, Math.max(0, words(line) - words(row)))
    .map((cell) => `${cell}|`)
    .join('')
    .replace(/\|$/, '| ');
}

const isRow = (line: string) => /^[^|]*\|/.test(line);
const hasFigures = (line: string) => /(^|\|)\s*\d+\s*\|/.test(line);

function withRows(rows: readonly string[]): string {
  const out = base.split('\n');
  let last = -1;
  const used = new Set<string>();
  for (const row of rows) {
    const label = labelOf(row);
    const fits = (line: string) =>
      isRow(line) && labelOf(line) === label && (label !== '' || hasFigures(line));
    const at = used.has(label) ? -1 : out.findIndex(fits);
    if (at >= 0) out[at] = groupsOf(out[at] ?? '', row) + row;
    else if (last < 0) throw new Error(`the example report has no row ${row}`);
    else out.splice(last + 1, 0, row);
    last = at >= 0 ? at : last + 1;
    used.add(label);
  }
  return out.join('\n');
}
