import { notes } from '../base/memoize-per-object.ts';
import { type Piece, Text } from '../text/document-text.ts';
import { isLandmark } from './heading-candidates.ts';
import { readReport } from './read-report.ts';
import { type Turn, turnsOf } from './splitter.ts';
import type { Report } from './types.ts';

/** A report and where it starts in its text: its offset, and its line, which it has to itself from the start. */
export interface PlacedReport {
  readonly report: Report;
  readonly at: number;
  readonly line: number;
}

/** A text cut where titles and headings stand, so that an edit changes the pieces of one section only. */
export const readable = (text: string): Text => Text.of(text, isLandmark);

/**
 * The annual reports in a text: none in any other text, several where a file holds several. The same pieces give the same report
 * object, so an edit costs what the sections it touches cost; of the other pieces and reports only the places are copied.
 */
export function reportsIn(text: string | Text): readonly PlacedReport[] {
  const whole = typeof text === 'string' ? readable(text) : text;
  const { turns, reports } = read(whole);
  const placed: PlacedReport[] = [];
  for (let i = 0; i < turns.length; i++) {
    const report = reports[i] as Report | null;
    const { start } = turns[i] as Turn;
    if (report !== null) placed.push({ report, at: whole.startOf(start), line: whole.lineOf(start) });
  }
  return placed;
}

/** What a text was found to hold. */
interface Reading {
  readonly pieces: readonly Piece[];
  readonly turns: readonly Turn[];
  /** For each turn; null for a stretch that is no report. */
  readonly reports: readonly (Report | null)[];
}

/** The latest reading of a text by its first piece and by its last: an edit leaves one of the two alone. */
const readings = notes<Piece, Reading>();

function read(text: Text): Reading {
  const { pieces } = text;
  const [first, last] = [pieces[0] as Piece, pieces[pieces.length - 1] as Piece];
  const before = readings.get(first) ?? readings.get(last);
  const reading = before === undefined ? readAll(text) : readAgain(text, before);
  readings.set(first, reading);
  readings.set(last, reading);
  return reading;
}

function readAll(text: Text): Reading {
  const turns = turnsOf(text, null);
  return { pieces: text.pieces, turns, reports: readSome(text.pieces, turns, 0, turns.length) };
}

/** Only what differs from the reading before. */
function readAgain(text: Text, before: Reading): Reading {
  const { pieces } = text;
  const shift = pieces.length - before.pieces.length;
  const head = sameAtStart(before.pieces, pieces);
  if (shift === 0 && head === pieces.length) return before;
  const tail = sameAtEnd(before.pieces, pieces, head);
  const turns = turnsOf(text, { turns: before.turns, head, tail, shift });
  const front = sameInFront(before.turns, turns, head);
  const back = Math.min(sameBehind(before.turns, turns, tail, shift), turns.length - front);
  const reports = before.reports
    .slice(0, front)
    .concat(
      readSome(pieces, turns, front, turns.length - back),
      back === 0 ? [] : before.reports.slice(-back),
    );
  return { pieces, turns, reports };
}

/** The reports that begin at the turns from index `from` to `to`. */
const readSome = (
  pieces: readonly Piece[],
  turns: readonly Turn[],
  from: number,
  to: number,
): (Report | null)[] =>
  turns.slice(from, to).map(({ start }, i) => reportOf(pieces.slice(start, turns[from + i + 1]?.start)));

/** How many reports end within the first `head` pieces and began and ended there before. */
function sameInFront(before: readonly Turn[], now: readonly Turn[], head: number): number {
  let count = 0;
  while (count < now.length && now[count] === before[count]) count++;
  while (count > 0 && (now[count] === undefined || (now[count] as Turn).start > head)) count--;
  // The end of the last of them is where the next one starts, now and before.
  return count > 0 && before[count]?.start !== now[count]?.start ? count - 1 : count;
}

/** How many reports lie in the pieces from `tail` on and lay there before, `shift` pieces earlier. */
function sameBehind(before: readonly Turn[], now: readonly Turn[], tail: number, shift: number): number {
  let count = 0;
  for (;;) {
    const [a, b] = [before[before.length - 1 - count], now[now.length - 1 - count]];
    if (a === undefined || b === undefined || b.start < tail || a.start + shift !== b.start) return count;
    count++;
  }
}

/** How many pieces the two begin with alike. */
function sameAtStart(a: readonly Piece[], b: readonly Piece[]): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a[same] === b[same]) same++;
  return same;
}

/** Where in `b` begins what the two end with alike, their first `head` pieces left out. */
function sameAtEnd(a: readonly Piece[], b: readonly Piece[], head: number): number {
  const most = Math.min(a.length, b.length) - head;
  let same = 0;
  while (same < most && a[a.length - 1 - same] === b[b.length - 1 - same]) same++;
  return b.length - same;
}

/** Reports by their first piece: a version of the text that was undone to is not read again. */
const reports = notes<Piece, { readonly pieces: readonly Piece[]; readonly report: Report | null }>();

function reportOf(pieces: readonly Piece[]): Report | null {
  const [first] = pieces;
  if (first === undefined) return null;
  const known = reports.get(first);
  if (known?.pieces.length === pieces.length && known.pieces.every((piece, i) => piece === pieces[i]))
    return known.report;
  const report = readReport(pieces);
  reports.set(first, { pieces, report });
  return report;
}
