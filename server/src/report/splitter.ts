import { partitionPoint } from '../base/sorted.ts';
import type { Chunk } from '../text/chunk.ts';
import type { DocumentText } from '../text/document-text.ts';
import { candidatesIn } from './chunk-candidates.ts';

/** What is known of the report being walked through, at some chunk. */
interface State {
  /** Highest section so far; 0 before the first. */
  readonly highest: number;
  /** Pieces with a title since the last heading. */
  readonly titles: readonly number[];
  /** Where the sections begin: the chunk, and the offset in it. */
  readonly opened: number;
  readonly openedAt: number;
}

/** Where a report starts in a text of several, and what was known before that was found: from there reading can go on. */
export interface ReportBoundary extends State {
  /** First chunk of the report. */
  readonly start: number;
  /** The chunk that showed it; -1 for the first report. */
  readonly at: number;
  /** Whether all of that chunk lies too far behind `opened` for a table of contents. */
  readonly far: boolean;
}

/** What an earlier version of a text was found to hold, and what it has in common with the present one. */
export interface PreviousSplit {
  readonly boundaries: readonly ReportBoundary[];
  /** So many chunks are the same at the start; those from `tail` on are the same as `shift` chunks earlier in the other text. */
  readonly head: number;
  readonly tail: number;
  readonly shift: number;
}

const first: ReportBoundary = {
  start: 0,
  at: -1,
  far: false,
  highest: 0,
  titles: [],
  opened: 0,
  openedAt: 0,
};

/** No report is shorter from its first section on; a table of contents is. */
const shortest = 600;

/**
 * A new report starts at the title (or, without one, the heading) where the sections begin again. With what was found earlier, only
 * the chunks around an edit are walked.
 */
export function reportBoundaries(
  text: DocumentText,
  earlier: PreviousSplit | null,
): readonly ReportBoundary[] {
  const known = earlier?.boundaries ?? [];
  const resumed = known[firstFrom(known, earlier?.head ?? 0) - 1] ?? first;
  const boundaries = resumed === first ? [first] : known.slice(0, firstFrom(known, resumed.at));
  let { highest, opened, openedAt } = resumed;
  let titles = [...resumed.titles];
  for (let index = Math.max(0, resumed.at); index < text.chunks.length; index++) {
    const far = text.startOf(index) - text.startOf(opened) - openedAt >= shortest;
    if (earlier !== null && far && index >= earlier.tail) {
      const rest = sameRest(earlier, boundaries, index, { highest, titles, opened, openedAt });
      if (rest !== null) return boundaries.concat(rest);
    }
    const before = { at: index, far, highest, opened, openedAt };
    const [seen, count] = [titles, titles.length];
    for (const mark of candidatesIn(text.chunks[index] as Chunk)) {
      if (mark.kind === 'title') titles.push(index);
      else if (mark.section !== null && mark.weight >= 3) {
        const at = text.startOf(index) + mark.from;
        if (highest === 0) [opened, openedAt] = [index, mark.from];
        const again = mark.section <= highest && at - text.startOf(opened) - openedAt >= shortest;
        const title = titles.at(-1);
        const titled = again && title !== undefined && title > (boundaries.at(-1) as ReportBoundary).start;
        if (titled || (again && mark.section === 1 && highest >= 4 && mark.weight >= 9)) {
          boundaries.push({
            ...before,
            titles: seen.slice(0, count),
            start: titled ? firstOfCluster(text, titles) : index,
          });
          highest = mark.section;
          [opened, openedAt] = [index, mark.from];
        } else highest = Math.max(highest, mark.section);
        titles = [];
      }
    }
  }
  return boundaries;
}

/** The boundaries from `index` on, when all that decides them is as it was in the earlier text; else null. */
function sameRest(
  { boundaries: known, tail, shift }: PreviousSplit,
  boundaries: readonly ReportBoundary[],
  index: number,
  now: State,
): ReportBoundary[] | null {
  const next = firstFrom(known, index - shift);
  const boundary = known[next];
  if (boundary?.at !== index - shift || !boundary.far || boundary.highest !== now.highest) return null;
  if (boundary.titles.length !== now.titles.length) return null;
  if (!now.titles.every((title, i) => title >= tail && title === (boundary.titles[i] as number) + shift))
    return null;
  // The start before counts by standing in front of the titles only.
  const [own, other] = [boundaries.at(-1) as ReportBoundary, known[next - 1] as ReportBoundary];
  if (own.start !== other.start + shift && (own.start >= tail || other.start + shift >= tail)) return null;
  const rest = shift === 0 ? known.slice(next) : known.slice(next).map((each) => moved(each, shift));
  for (let i = 0; rest[i]?.at === index; i++)
    rest[i] = { ...(rest[i] as ReportBoundary), opened: now.opened, openedAt: now.openedAt };
  return rest;
}

const moved = (boundary: ReportBoundary, shift: number): ReportBoundary => ({
  ...boundary,
  start: boundary.start + shift,
  at: boundary.at + shift,
  titles: boundary.titles.map((title) => title + shift),
  opened: boundary.opened + shift,
});

/** Index of the first boundary shown by chunk `at` or one behind it. */
const firstFrom = (boundaries: readonly ReportBoundary[], at: number): number =>
  partitionPoint(boundaries, (boundary) => boundary.at < at);

/** A title is often repeated within a few lines (page title, then document title): the report starts at the first of them. */
function firstOfCluster(text: DocumentText, titles: readonly number[]): number {
  let at = titles.length - 1;
  while (at > 0 && text.lineOf(titles[at] as number) - text.lineOf(titles[at - 1] as number) <= 8) {
    const year = yearOfPiece(text.chunks[titles[at] as number] as Chunk);
    const before = yearOfPiece(text.chunks[titles[at - 1] as number] as Chunk);
    if (year !== null && before !== null && year !== before) break;
    at--;
  }
  return titles[at] as number;
}

function yearOfPiece(chunk: Chunk): string | null {
  return /20\d\d/.exec(chunk.text.slice(0, 120))?.[0] ?? null;
}
