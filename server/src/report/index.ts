// The door to the reports of a text. Next: splitter.ts parts them, read-report.ts reads one, report.ts says
// what it is.
import { objectStore } from '../base/cache.ts';
import { commonEnd, commonStart, partitionPoint } from '../base/sorted.ts';
import type { Chunk } from '../text/chunk.ts';
import { DocumentText } from '../text/document-text.ts';
import { isHeadingCandidate } from './heading-candidates.ts';
import { readReport } from './read-report.ts';
import type { Report } from './report.ts';
import { type ReportBoundary, reportBoundaries } from './splitter.ts';

/** A report and where it starts in its text: its offset, and its line, which starts with it. */
export interface PlacedReport {
  readonly report: Report;
  readonly at: number;
  readonly line: number;
}

/** A text cut where titles and headings stand, so that an edit changes the chunks of one section only. */
export const documentText = (text: string): DocumentText => DocumentText.of(text, isHeadingCandidate);

/**
 * The annual reports in a text: none in any other text, several where a file holds several. The same chunks
 * give the same report object, so an edit costs what the sections it touches cost; of the other chunks and
 * reports only the places are copied.
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
  // A report ends where the next one starts: the last one in front may be another and is looked up.
  const inHead = partitionPoint(boundaries, ({ start }) => start <= head);
  const front = Math.max(0, Math.min(inHead, commonStart(before.boundaries, boundaries)) - 1);
  const inTail = boundaries.length - partitionPoint(boundaries, ({ start }) => start < tail);
  const back = Math.min(inTail, commonEnd(before.boundaries, boundaries, front));
  const reports = before.reports
    .slice(0, front)
    .concat(
      readSome(chunks, boundaries, front, boundaries.length - back),
      before.reports.slice(before.reports.length - back),
    );
  return { chunks, boundaries, reports };
}

/** The reports that start at the boundaries from index `from` to `to`. */
const readSome = (
  chunks: readonly Chunk[],
  boundaries: readonly ReportBoundary[],
  from: number,
  to: number,
): (Report | null)[] =>
  boundaries
    .slice(from, to)
    .map(({ start }, i) => reportOf(chunks.slice(start, boundaries[from + i + 1]?.start)));

/** Reports by their first chunk: a version of the text that was undone to is not read again. */
const known = objectStore<Chunk, { readonly chunks: readonly Chunk[]; readonly report: Report | null }>();

function reportOf(chunks: readonly Chunk[]): Report | null {
  const [first] = chunks;
  if (first === undefined) return null;
  const before = known.get(first);
  if (before?.chunks.length === chunks.length && commonStart(before.chunks, chunks) === chunks.length)
    return before.report;
  const report = readReport(chunks);
  known.set(first, { chunks, report });
  return report;
}
