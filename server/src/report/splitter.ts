import type { Piece, Text } from '../text/document-text.ts';
import { pieceMarks } from './chunk-candidates.ts';

/** What is known of the report being walked through, at some piece. */
interface State {
  /** Highest section so far; 0 before the first. */
  readonly highest: number;
  /** Pieces with a title since the last heading. */
  readonly titles: readonly number[];
  /** Where the sections begin: the piece, and the offset in it. */
  readonly opened: number;
  readonly openedAt: number;
}

/** Where a report starts in a text of several, and what was known before that was found: from there reading can go on. */
export interface Turn extends State {
  /** First piece of the report. */
  readonly start: number;
  /** The piece that showed it; -1 for the first report. */
  readonly at: number;
  /** Whether all of that piece lies too far behind `opened` for a table of contents. */
  readonly far: boolean;
}

/** What an earlier version of a text was found to hold, and what it has in common with the present one. */
export interface Earlier {
  readonly turns: readonly Turn[];
  /** So many pieces are the same at the start; those from `tail` on are the same as `shift` pieces earlier in the other text. */
  readonly head: number;
  readonly tail: number;
  readonly shift: number;
}

const first: Turn = { start: 0, at: -1, far: false, highest: 0, titles: [], opened: 0, openedAt: 0 };

/** No report is shorter from its first section on; a table of contents is. */
const shortest = 600;

/**
 * A new report starts at the title (or, without one, the heading) where the sections begin again. With what was found earlier, only
 * the pieces around an edit are walked.
 */
export function turnsOf(text: Text, earlier: Earlier | null): readonly Turn[] {
  const known = earlier?.turns ?? [];
  const resumed = known[firstFrom(known, earlier?.head ?? 0) - 1] ?? first;
  const turns = resumed === first ? [first] : known.slice(0, firstFrom(known, resumed.at));
  let { highest, opened, openedAt } = resumed;
  let titles = [...resumed.titles];
  for (let index = Math.max(0, resumed.at); index < text.pieces.length; index++) {
    const far = text.startOf(index) - text.startOf(opened) - openedAt >= shortest;
    if (earlier !== null && far && index >= earlier.tail) {
      const rest = sameRest(earlier, turns, index, { highest, titles, opened, openedAt });
      if (rest !== null) return turns.concat(rest);
    }
    const before = { at: index, far, highest, opened, openedAt };
    const [seen, count] = [titles, titles.length];
    for (const mark of pieceMarks(text.pieces[index] as Piece)) {
      if (mark.kind === 'title') titles.push(index);
      else if (mark.section !== null && mark.weight >= 3) {
        const at = text.startOf(index) + mark.from;
        if (highest === 0) [opened, openedAt] = [index, mark.from];
        const again = mark.section <= highest && at - text.startOf(opened) - openedAt >= shortest;
        const title = titles.at(-1);
        const titled = again && title !== undefined && title > (turns.at(-1) as Turn).start;
        if (titled || (again && mark.section === 1 && highest >= 4 && mark.weight >= 9)) {
          turns.push({
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
  return turns;
}

/** The turns from `index` on, when all that decides them is as it was in the earlier text; else null. */
function sameRest(
  { turns: known, tail, shift }: Earlier,
  turns: readonly Turn[],
  index: number,
  now: State,
): Turn[] | null {
  const next = firstFrom(known, index - shift);
  const turn = known[next];
  if (turn?.at !== index - shift || !turn.far || turn.highest !== now.highest) return null;
  if (turn.titles.length !== now.titles.length) return null;
  if (!now.titles.every((title, i) => title >= tail && title === (turn.titles[i] as number) + shift))
    return null;
  // The start before counts by standing in front of the titles only.
  const [own, other] = [turns.at(-1) as Turn, known[next - 1] as Turn];
  if (own.start !== other.start + shift && (own.start >= tail || other.start + shift >= tail)) return null;
  const rest = shift === 0 ? known.slice(next) : known.slice(next).map((each) => moved(each, shift));
  for (let i = 0; rest[i]?.at === index; i++)
    rest[i] = { ...(rest[i] as Turn), opened: now.opened, openedAt: now.openedAt };
  return rest;
}

const moved = (turn: Turn, shift: number): Turn => ({
  ...turn,
  start: turn.start + shift,
  at: turn.at + shift,
  titles: turn.titles.map((title) => title + shift),
  opened: turn.opened + shift,
});

/** Index of the first turn shown by piece `at` or one behind it. */
function firstFrom(turns: readonly Turn[], at: number): number {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((turns[middle] as Turn).at < at) low = middle + 1;
    else high = middle;
  }
  return low;
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
