import { sections } from '../form/sections.ts';
import type { SectionNumber } from '../form/types.ts';
import type { SectionCandidate } from './heading-candidates.ts';

/** A heading taken for the opening of a section. Counted in the report, as the marks are. */
export interface SectionStart {
  readonly mark: SectionCandidate;
  readonly section: SectionNumber;
}

/** From this weight on a line is a heading wherever it stands: numbered like one, worded like one, alone. */
const certain = 9;

/**
 * Which of the marks open the six sections: the heaviest run in ascending order, so that a list 一、…六、 inside section one, a
 * table of contents or a sentence do not count; then the certain headings out of order, then numbered headings with a title of
 * their own where a section is missing. In the order of the text. `length` is that of the report.
 */
export function sectionStarts(marks: readonly SectionCandidate[], length: number): SectionStart[] {
  const named = marks.filter((mark) => mark.section !== null);
  const chosen = new Map<SectionNumber, SectionCandidate>();
  for (const mark of heaviestAscending(named, length)) chosen.set(mark.section as SectionNumber, mark);
  for (const mark of named)
    if (mark.weight >= certain && !chosen.has(mark.section as SectionNumber))
      chosen.set(mark.section as SectionNumber, mark);
  for (const { number } of sections) {
    if (chosen.has(number)) continue;
    const own = marks.filter(
      (mark) => mark.section === null && mark.number === number && between(mark, number, chosen),
    );
    if (own.length === 1 && own[0] !== undefined) chosen.set(number, own[0]);
  }
  return [...chosen].map(([section, mark]) => ({ section, mark })).sort((a, b) => a.mark.from - b.mark.from);
}

/** Whether a mark stands behind every chosen section before `number` and before every one after it. */
function between(
  mark: SectionCandidate,
  number: SectionNumber,
  chosen: ReadonlyMap<SectionNumber, SectionCandidate>,
): boolean {
  if (!chosen.has((number + 1) as SectionNumber) && number < 6) return false;
  if (!chosen.has((number - 1) as SectionNumber) && number > 1) return false;
  return [...chosen].every(([other, { from }]) => (other < number ? from < mark.from : from > mark.from));
}

/** The ascending run of most weight; of equal ones that whose headings are followed by more text. */
function heaviestAscending(marks: readonly SectionCandidate[], length: number): SectionCandidate[] {
  const best: number[] = [];
  const before: number[] = [];
  marks.forEach((mark, i) => {
    const room = Math.min(((marks[i + 1]?.from ?? length) - mark.to) / 2000, 1);
    best[i] = mark.weight + room;
    before[i] = -1;
    const own = best[i] as number;
    for (let j = Math.max(0, i - 400); j < i; j++)
      if ((marks[j]?.section ?? 0) < (mark.section ?? 0) && (best[j] as number) + own > (best[i] as number)) {
        best[i] = (best[j] as number) + own;
        before[i] = j;
      }
  });
  const out: SectionCandidate[] = [];
  for (let at = best.indexOf(best.reduce((a, b) => Math.max(a, b), 0)); at >= 0; at = before[at] as number)
    out.push(marks[at] as SectionCandidate);
  return out.reverse();
}
