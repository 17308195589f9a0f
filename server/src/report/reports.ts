import { objectStore } from '../base/cache.ts';
import { commonEnd, commonStart } from '../base/sorted.ts';
import type { Chunk } from '../text/chunk.ts';
import { DocumentText } from '../text/document-text.ts';
import { isHeadingCandidate } from './heading-candidates.ts';
import { readReport } from './read-report.ts';
import { type ReportBoundary, reportBoundaries } from './splitter.ts';
import type { Report } from './types.ts';

/** A report and where it starts in its text: its offset, and its line, which it has to itself from the start. */
export interface PlacedReport {
  readonly report: Report;
  readonly at: number;
  readonly line: number;
}

/** A text cut where titles and headings stand, so that an edit changes the chunks of one section only. */
export const documentText = (text: string): DocumentText => DocumentText.of(text, isHeadingCandidate);

/**
 * The annual reports in a text: none in any other text, several where a file holds several. The same chunks give the same report
 * object, so an edit costs what the sections it touches cost; of the other chunks and reports only the places are copied.
 */
export function reportsIn(text: string | DocumentText): readonly PlacedReport[] {
  const whole = typeof text === 'string' ? documentText(text) : text;
  const { boundaries, reports } = read(whole);
  const placed: PlacedReport[] = [];
  for (let i = 0; i < boundaries.length; i++) {
    const report = reports[i] as Report | null;
    const { start } = boundaries[i] as ReportBoundary;
    if (report !== null) placed.push({ report, at: whole.startOf(start), line: whole.lineOf(start) });
  }
  return placed;
}

/** What a text was found to hold. */
interface Reading {
  readonly chunks: readonly Chunk[];
  readonly boundaries: readonly ReportBoundary[];
  /** For each boundary; null for a stretch that is no report. */
  readonly reports: readonly (Report | null)[];
}

/** The latest reading of a text by its first chunk and by its last: an edit leaves one of the two alone. */
const readings = objectStore<Chunk, Reading>();

function read(text: DocumentText): Reading {
  const { chunks } = text;
  const [first, last] = [chunks[0] as Chunk, chunks[chunks.length - 1] as Chunk];
  const before = readings.get(first) ?? readings.get(last);
  const reading = before === undefined ? readAll(text) : readAgain(text, before);
  readings.set(first, reading);
  readings.set(last, reading);
  return reading;
}

function readAll(text: DocumentText): Reading {
  const boundaries = reportBoundaries(text, null);
  return {
    chunks: text.chunks,
    boundaries,
    reports: readSome(text.chunks, boundaries, 0, boundaries.length),
  };
}

/** Only what differs from the reading before. */
function readAgain(text: DocumentText, before: Reading): Reading {
  const { chunks } = text;
  const shift = chunks.length - before.chunks.length;
  const head = commonStart(before.chunks, chunks);
  if (shift === 0 && head === chunks.length) return before;
  const tail = chunks.length - commonEnd(before.chunks, chunks, head);
  const boundaries = reportBoundaries(text, { boundaries: before.boundaries, head, tail, shift });
  const front = sameInFront(before.boundaries, boundaries, head);
  const back = Math.min(sameBehind(before.boundaries, boundaries, tail, shift), boundaries.length - front);
  const reports = before.reports
    .slice(0, front)
    .concat(
      readSome(chunks, boundaries, front, boundaries.length - back),
      back === 0 ? [] : before.reports.slice(-back),
    );
  return { chunks, boundaries, reports };
}

/** The reports that begin at the boundaries from index `from` to `to`. */
const readSome = (
  chunks: readonly Chunk[],
  boundaries: readonly ReportBoundary[],
  from: number,
  to: number,
): (Report | null)[] =>
  boundaries
    .slice(from, to)
    .map(({ start }, i) => reportOf(chunks.slice(start, boundaries[from + i + 1]?.start)));

/** How many reports end within the first `head` chunks and began and ended there before. */
function sameInFront(
  before: readonly ReportBoundary[],
  now: readonly ReportBoundary[],
  head: number,
): number {
  let count = commonStart(before, now);
  while (count > 0 && (now[count] === undefined || (now[count] as ReportBoundary).start > head)) count--;
  // The end of the last of them is where the next one starts, now and before.
  return count > 0 && before[count]?.start !== now[count]?.start ? count - 1 : count;
}

/** How many reports lie in the chunks from `tail` on and lay there before, `shift` chunks earlier. */
function sameBehind(
  before: readonly ReportBoundary[],
  now: readonly ReportBoundary[],
  tail: number,
  shift: number,
): number {
  let count = 0;
  for (;;) {
    const [a, b] = [before[before.length - 1 - count], now[now.length - 1 - count]];
    if (a === undefined || b === undefined || b.start < tail || a.start + shift !== b.start) return count;
    count++;
  }
}

/** Reports by their first chunk: a version of the text that was undone to is not read again. */
const reports = objectStore<Chunk, { readonly chunks: readonly Chunk[]; readonly report: Report | null }>();

function reportOf(chunks: readonly Chunk[]): Report | null {
  const [first] = chunks;
  if (first === undefined) return null;
  const known = reports.get(first);
  if (known?.chunks.length === chunks.length && known.chunks.every((chunk, i) => chunk === chunks[i]))
    return known.report;
  const report = readReport(chunks);
  reports.set(first, { chunks, report });
  return report;
}
