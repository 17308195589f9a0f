import { isLandmark } from '../syntax/landmarks.ts';
import { type Piece, Text } from '../text/text.ts';
import { pieceMarks } from './marks.ts';
import { readReport } from './report.ts';
import type { Report } from './types.ts';

/** A report and where it starts in its text. */
export interface PlacedReport {
  readonly report: Report;
  readonly at: number;
}

/** A text cut where titles and headings stand, so that an edit changes the pieces of one section only. */
export const readable = (text: string): Text => Text.of(text, isLandmark);

/**
 * The annual reports in a text: none in any other text, several where a file holds several. The same pieces give the same
 * report object, so an edit costs what the sections it touches cost, and a walk over the pieces.
 */
export function reportsIn(text: string | Text): readonly PlacedReport[] {
  const whole = typeof text === 'string' ? readable(text) : text;
  return split(whole).flatMap(({ first, end }) => {
    const report = reportOf(whole.pieces.slice(first, end));
    return report === null ? [] : [{ report, at: whole.startOf(first) }];
  });
}

const reports = new WeakMap<Piece, { readonly pieces: readonly Piece[]; readonly report: Report | null }>();

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

/** No report is shorter from its first section on; a table of contents is. */
const shortest = 600;

/** Ranges of pieces, one a report: a new one starts at the title (or, without one, the heading) where the sections begin again. */
function split(text: Text): { first: number; end: number }[] {
  const starts = [0];
  let highest = 0;
  /** Where the sections of the current report begin. */
  let opened = 0;
  let titles: number[] = [];
  text.pieces.forEach((piece, index) => {
    for (const mark of pieceMarks(piece)) {
      if (mark.kind === 'title') titles.push(index);
      else if (mark.section !== null && mark.weight >= 3) {
        const at = text.startOf(index) + mark.from;
        if (highest === 0) opened = at;
        const again = mark.section <= highest && at - opened >= shortest;
        const title = titles.at(-1);
        if (again && title !== undefined && title > (starts.at(-1) as number)) {
          starts.push(firstOfCluster(text, titles));
          highest = mark.section;
          opened = at;
        } else if (again && mark.section === 1 && highest >= 4 && mark.weight >= 9) {
          starts.push(index);
          highest = 1;
          opened = at;
        } else highest = Math.max(highest, mark.section);
        titles = [];
      }
    }
  });
  return starts.map((first, i) => ({ first, end: starts[i + 1] ?? text.pieces.length }));
}

/** A title is often repeated within a few lines (page title, then document title): the report starts at the first of them. */
function firstOfCluster(text: Text, titles: readonly number[]): number {
  let at = titles.length - 1;
  while (at > 0 && text.lineOf(titles[at] as number) - text.lineOf(titles[at - 1] as number) <= 8) {
    const year = yearOfPiece(text.pieces[titles[at] as number] as Piece);
    const before = yearOfPiece(text.pieces[titles[at - 1] as number] as Piece);
    if (year !== null && before !== null && year !== before) break;
    at--;
  }
  return titles[at] as number;
}

function yearOfPiece(piece: Piece): string | null {
  return /20\d\d/.exec(piece.text.slice(0, 120))?.[0] ?? null;
}
