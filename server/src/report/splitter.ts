// Where one report of a text ends and the next one begins.
import { partitionPoint } from '../base/sorted.ts';
import type { Chunk } from '../text/chunk.ts';
import type { DocumentText } from '../text/document-text.ts';
import { candidatesIn, type HeadingCandidate } from './heading-candidates.ts';
import type { SectionCandidate } from './read-heading.ts';

/** Where a report starts, and the heading that shows it: nothing before decides what follows. */
export interface ReportBoundary {
  /** First chunk of the report. */
  readonly start: number;
  /**
   * The heading's chunk, its index among the candidates there, its section; 0, -1, 0 for the first report.
   */
  readonly chunk: number;
  readonly candidate: number;
  readonly section: number;
}

/** What an earlier version of a text was found to hold, and what it has in common with the present one. */
export interface PreviousSplit {
  readonly boundaries: readonly ReportBoundary[];
  /** So many chunks are the same at the start; those from `tail` on stood `shift` chunks earlier. */
  readonly head: number;
  readonly tail: number;
  readonly shift: number;
}

const FIRST: ReportBoundary = { start: 0, chunk: 0, candidate: -1, section: 0 };
/** In UTF-16 units: no report is shorter from its first section on; a table of contents is. */
const SHORTEST = 600;
/** Titles at most so many lines apart may be one, repeated: that of the page, then of the document. */
const NEAR = 8;

/**
 * A new report starts at the title (or, without one, the heading) where the sections begin again. With what
 * was found earlier, only the chunks from the boundary before an edit to the first one behind it are looked
 * at.
 */
export function reportBoundaries(text: DocumentText, earlier: PreviousSplit | null): ReportBoundary[] {
  const known = earlier?.boundaries ?? [FIRST];
  const kept = partitionPoint(known, ({ chunk }) => chunk < (earlier?.head ?? 0));
  const boundaries = known.slice(0, Math.max(1, kept));
  const resumed = boundaries.at(-1) as ReportBoundary;
  const scan = new Scan(text, resumed);
  for (let index = resumed.chunk; index < text.chunks.length; index++) {
    const candidates = candidatesIn(text.chunks[index] as Chunk);
    for (let i = index === resumed.chunk ? resumed.candidate + 1 : 0; i < candidates.length; i++) {
      const boundary = scan.take(candidates[i] as HeadingCandidate, index, i);
      if (boundary === null) continue;
      boundaries.push(boundary);
      const rest = earlier === null ? null : restBehind(boundary, earlier);
      if (rest !== null) return boundaries.concat(rest);
    }
  }
  return boundaries;
}

/** What is known of a report while its chunks are gone through. */
class Scan {
  readonly #text: DocumentText;
  /** Where the report starts. */
  #start: number;
  /** The highest section so far, 0 before the first. */
  #highest: number;
  /** Offset of the first section's heading. */
  #opened: number;
  /** The chunks with a title behind the latest heading. */
  #titles: number[] = [];

  /** What is known right behind a boundary. */
  constructor(text: DocumentText, { start, chunk, candidate, section }: ReportBoundary) {
    this.#text = text;
    this.#start = start;
    this.#highest = section;
    this.#opened = text.startOf(chunk) + (candidatesIn(text.chunks[chunk] as Chunk)[candidate]?.from ?? 0);
  }

  /** The boundary that the next candidate shows, if it shows one. */
  take(heading: HeadingCandidate, chunk: number, candidate: number): ReportBoundary | null {
    if (heading.kind === 'title') this.#titles.push(chunk);
    if (heading.kind === 'title' || heading.section === null || heading.weight < 3) return null;
    const { section } = heading;
    const at = this.#text.startOf(chunk) + heading.from;
    const start =
      section <= this.#highest && at - this.#opened >= SHORTEST ? this.#startOf(heading, chunk) : null;
    this.#titles = [];
    if (start === null) {
      if (this.#highest === 0) this.#opened = at;
      this.#highest = Math.max(this.#highest, section);
      return null;
    }
    this.#start = start;
    this.#highest = section;
    this.#opened = at;
    return { start, chunk, candidate, section };
  }

  /** Where the report starts whose sections begin with this heading; null when they go on. */
  #startOf({ section, weight }: SectionCandidate, chunk: number): number | null {
    const title = this.#titles.at(-1);
    if (title !== undefined && title > this.#start) return firstOfCluster(this.#text, this.#titles);
    // Without a title only behind most of a report, and only with a heading that is one wherever it stands.
    return section === 1 && this.#highest >= 4 && weight >= 9 ? chunk : null;
  }
}

/** The boundaries behind one that was a boundary of the earlier text too; null when it was not. */
function restBehind(
  { start, chunk, candidate }: ReportBoundary,
  { boundaries, tail, shift }: PreviousSplit,
): readonly ReportBoundary[] | null {
  if (chunk < tail) return null;
  const before = chunk - shift;
  const index = partitionPoint(
    boundaries,
    (each) => each.chunk < before || (each.chunk === before && each.candidate < candidate),
  );
  const same = boundaries[index];
  if (same?.chunk !== before || same.candidate !== candidate || same.start !== start - shift) return null;
  const rest = boundaries.slice(index + 1);
  return shift === 0
    ? rest
    : rest.map((each) => ({ ...each, start: each.start + shift, chunk: each.chunk + shift }));
}

/** The chunk of the first of several titles that repeat one another. */
function firstOfCluster(text: DocumentText, titles: readonly number[]): number {
  let at = titles.length - 1;
  while (at > 0 && text.lineOf(titles[at] as number) - text.lineOf(titles[at - 1] as number) <= NEAR) {
    const year = yearOf(text.chunks[titles[at] as number] as Chunk);
    const before = yearOf(text.chunks[titles[at - 1] as number] as Chunk);
    if (year !== null && before !== null && year !== before) break;
    at--;
  }
  return titles[at] as number;
}

const yearOf = (chunk: Chunk): string | null => /20\d\d/.exec(chunk.text.slice(0, 120))?.[0] ?? null;
