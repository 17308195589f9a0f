// Which of the possible headings of a report open its six sections.
import { sections } from '../form/sections.ts';
import type { SectionNumber } from '../form/spec.ts';
import type { SectionCandidate } from './read-heading.ts';

/** A candidate taken for the heading of a section. Counted in the report, as the candidates are. */
export interface SectionStart {
  readonly heading: SectionCandidate;
  readonly section: SectionNumber;
}

/** From this weight on a line is a heading wherever it stands: numbered like one, worded like one, alone. */
const CERTAIN = 9;
/** Text behind a heading, in UTF-16 units, beyond which more of it does not count. */
const ROOM = 2000;
/** How many candidates a heading is joined to the ones before it; reports have about ten. */
const REACH = 400;

type Chosen = Map<SectionNumber, SectionCandidate>;

/**
 * The heaviest ascending sequence, so that a list 一、…六、 inside section one, a table of contents or a sentence
 * do not count; then certain headings out of order; then, where a section is missing, a numbered heading with
 * a title of its own. In the order of the text. `length` is that of the report.
 */
export function sectionStarts(candidates: readonly SectionCandidate[], length: number): SectionStart[] {
  const named = candidates.filter(({ section }) => section !== null);
  const chosen: Chosen = new Map();
  for (const heading of heaviestAscending(named, length))
    chosen.set(heading.section as SectionNumber, heading);
  for (const heading of named)
    if (heading.weight >= CERTAIN && !chosen.has(heading.section as SectionNumber))
      chosen.set(heading.section as SectionNumber, heading);
  for (const { number } of sections) {
    if (chosen.has(number)) continue;
    const [own, ...others] = candidates.filter(
      (each) => each.section === null && each.number === number && isInOrder(each, number, chosen),
    );
    if (own !== undefined && others.length === 0) chosen.set(number, own);
  }
  return [...chosen]
    .map(([section, heading]) => ({ section, heading }))
    .sort((a, b) => a.heading.from - b.heading.from);
}

/** Whether a candidate for section `number` stands between its neighbours, in order with all sections. */
function isInOrder({ from }: SectionCandidate, number: SectionNumber, chosen: Chosen): boolean {
  if (number < 6 && !chosen.has((number + 1) as SectionNumber)) return false;
  if (number > 1 && !chosen.has((number - 1) as SectionNumber)) return false;
  return [...chosen].every(([other, heading]) =>
    other < number ? heading.from < from : heading.from > from,
  );
}

/** The ascending sequence of most weight; of equal ones that whose headings are followed by more text. */
function heaviestAscending(candidates: readonly SectionCandidate[], length: number): SectionCandidate[] {
  const best: number[] = []; // weight of the heaviest sequence that ends with each candidate
  const before: number[] = []; // the candidate before it in that sequence, -1 for none
  candidates.forEach((candidate, i) => {
    const room = Math.min(((candidates[i + 1]?.from ?? length) - candidate.to) / ROOM, 1);
    const own = candidate.weight + room;
    best[i] = own;
    before[i] = -1;
    for (let j = Math.max(0, i - REACH); j < i; j++) {
      const ascends = (candidates[j]?.section ?? 0) < (candidate.section ?? 0);
      if (!ascends || (best[j] as number) + own <= (best[i] as number)) continue;
      best[i] = (best[j] as number) + own;
      before[i] = j;
    }
  });
  const out: SectionCandidate[] = [];
  for (let at = best.indexOf(best.reduce((a, b) => Math.max(a, b), 0)); at >= 0; at = before[at] as number)
    out.push(candidates[at] as SectionCandidate);
  return out.reverse();
}
