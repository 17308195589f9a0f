// Places values by the gaps between them, where nothing closes a cell: each blank cell widens a gap by one
// step.
//
//     行政规范性文件
//     <blank line>
//     2                usual distance (layout: first 2, step 2, last 2)
//     <blank line>
//     <blank line>
//     <blank line>
//     7                one step more: the second cell is blank
//     <blank line>
//     行政许可
//
// Only an exact account counts: every gap a whole number of steps, and as many blanks as cells are missing.

import { endOfLine, nextLine, startOfLine } from '../../text/lines.ts';
import { distanceBetween, type GapLayout } from './row-layout.ts';
import type { CellAssignment, RowTokens } from './row-tokens.ts';
import type { Token } from './token.ts';

/** The cells of a row by its gaps; null where they do not tell all blank cells. */
export function assignByGap(text: string, row: RowTokens, gaps: GapLayout): CellAssignment[] | null {
  const cells: CellAssignment[] = [];
  let before = row.anchor;
  for (const token of row.filled) {
    const usual = cells.length === 0 ? gaps.first : gaps.step;
    const count = before === null ? 0 : blanksIn(distanceBetween(before, token) - usual, gaps.step);
    if (before === null || count === 0) cells.push({ token });
    else if (count === null || cells.length + count > row.width) return null;
    else cells.push(...blanksBetween(text, before, token, usual, gaps.step, count), { token });
    before = token;
  }
  const missing = row.width - cells.length;
  if (missing === 0) return cells;
  const trailing = missing < 0 || before === null ? null : blanksBehind(text, row, before, missing, gaps);
  return trailing === null ? null : [...cells, ...trailing];
}

/** How many blank cells a surplus of distance stands for; null when it is no whole number of steps. */
function blanksIn(surplus: number, step: number): number | null {
  if (surplus <= 0) return 0;
  return step === 0 || surplus % step !== 0 ? null : surplus / step;
}

function blanksBetween(
  text: string,
  before: Token,
  token: Token,
  usual: number,
  step: number,
  count: number,
): CellAssignment[] {
  const isOnLine = before.line === token.line;
  return Array.from({ length: count }, (_, i) => {
    const distance = usual + i * step;
    return {
      blank: isOnLine ? before.to + distance : placeBelow(text, before, distance, token),
      inGap: true,
    };
  });
}

/** The blank cells behind `last`, the row's last token; null when there is not just the room for them. */
function blanksBehind(
  text: string,
  { filled, label, next }: RowTokens,
  last: Token,
  missing: number,
  gaps: GapLayout,
): CellAssignment[] | null {
  const width = missing * gaps.step;
  const blanks = (placeOf: (distance: number) => number): CellAssignment[] =>
    Array.from({ length: missing }, (_, i) => ({ blank: placeOf((i + 1) * gaps.step), inGap: true }));
  if (next !== null) {
    if (last.line === next.line) return null;
    const isOnLine = (token: Token): boolean => token.line === last.line;
    if (filled.length > 0 && filled.every(isOnLine) && (label === null || isOnLine(label)))
      // `规章 3 1` and two spaces: the blank cells of a line of words are spaces at its end.
      return spacesFrom(text, last.to) < width
        ? null
        : blanks((distance) => Math.min(last.to + distance, text.length));
    if (distanceBetween(last, next) - gaps.last !== width) return null;
  }
  return blanks((distance) => placeBelow(text, last, distance, last));
}

function spacesFrom(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at - from;
}

/** The start of the line `lines` below a token, indented as `neighbour` is where that line is long enough. */
function placeBelow(text: string, token: Token, lines: number, neighbour: Token): number {
  let start = token.to;
  for (let left = lines; left > 0 && start < text.length; left--) start = nextLine(text, start);
  const indent = neighbour.from - startOfLine(text, neighbour.from);
  return Math.min(start + indent, endOfLine(text, start));
}
