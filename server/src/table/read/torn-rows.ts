// Rows with a figure torn in a narrow cell, of which a piece stands with the row before or behind a piece of
// the label: the row is as long as it should be, and its sum fails.
//
//     二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1
//     21                                                   of 211, the total of the row below
//     三、本年度办理结果 （一）予以公开 64 43 13 47 17 27 1

import type { FormRowTokens } from './bind-row.ts';
import type { RowCandidate } from './row-candidates.ts';
import { isFilled, type Token } from './token.ts';
import { isTornApart } from './torn-figures.ts';

/** More figures than this are no pieces of others. */
const mostPieces = 2;

/** The figures beside a row that are of no row, in front of it and behind it. */
export interface Strays {
  readonly front: readonly Token[];
  readonly behind: readonly Token[];
}

/** The strays about the row at `i`; `rows` are the rows of the form among the candidates. */
export function straysAbout(
  candidates: readonly RowCandidate[],
  rows: readonly (FormRowTokens | null)[],
  i: number,
): Strays {
  const own = rows[i];
  if (own?.filled.length !== own?.width) return noStrays;
  const front = straysOf(candidates[i - 1], rows[i - 1] ?? null);
  const behind = rows[i + 1] === null ? straysOf(candidates[i + 1], null) : none;
  return front === none && behind === none ? noStrays : { front, behind };
}

/** Whether the sum of a row holds with the strays about it and not without them. */
export const isCompletedBy = (
  text: string,
  { filled }: FormRowTokens,
  { front, behind }: Strays,
): boolean => {
  if (front.length + behind.length === 0) return false;
  const figuresOf = (tokens: readonly Token[]) => tokens.map(({ from, to }) => text.slice(from, to));
  return isTornApart(figuresOf(filled), figuresOf(behind), figuresOf(front));
};

const none: readonly Token[] = [];
const noStrays: Strays = { front: none, behind: none };

/** The figures of a candidate that are not its row. */
function straysOf(candidate: RowCandidate | undefined, row: FormRowTokens | null): readonly Token[] {
  if (candidate === undefined || (row !== null && row.filled.length <= row.width)) return none;
  const filled = candidate.values.filter(isFilled);
  if (filled.length > (row?.width ?? 0) + mostPieces) return none;
  const main =
    row === null ? undefined : filled.find(({ line }) => countOn(line, filled) === row.width)?.line;
  if (row !== null && main === undefined) return none;
  const strays = filled.filter(({ line }) => line !== main);
  return strays.length > 0 ? strays : none;
}

const countOn = (line: number, tokens: readonly Token[]): number =>
  tokens.filter((token) => token.line === line).length;
