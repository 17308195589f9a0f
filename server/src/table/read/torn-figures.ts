// Figures that a narrow cell of a PDF has torn: `481` and below it `0` for 4810. Looks at what figures say.

/** How many cells of a row come to the last of them, by the width of the row. */
const sumWidths: Readonly<Record<number, number>> = { 7: 7, 15: 5 };

/** More pieces than this are no pieces of figures. */
const mostPieces = 2;

/**
 * Whether the sums of a row fail, and hold once the pieces `front` and `behind`, in their order, are put in
 * front of and behind figures of the row.
 */
export function isTornApart(
  figures: readonly string[],
  behind: readonly string[],
  front: readonly string[] = [],
): boolean {
  const width = sumWidths[figures.length];
  const pieces = [...front, ...behind];
  if (width === undefined || pieces.length > mostPieces || ![...figures, ...pieces].every(isPlain))
    return false;
  if (holds(figures, width)) return false;
  const begun = completions(figures, front, 0, (figure, piece) => piece + figure);
  return begun.some((row) =>
    completions(row, behind, 0, (figure, piece) => figure + piece).some((whole) => holds(whole, width)),
  );
}

const isPlain = (figure: string): boolean => /^\d{1,9}$/.test(figure);

/** The rows with each piece put to a figure, none to those before the figure at `from`. */
function completions(
  figures: readonly string[],
  pieces: readonly string[],
  from: number,
  join: (figure: string, piece: string) => string,
): string[][] {
  const [piece, ...others] = pieces;
  if (piece === undefined) return [[...figures]];
  return figures.flatMap((figure, at) =>
    at < from ? [] : completions(figures.with(at, join(figure, piece)), others, at + 1, join),
  );
}

/** Whether the last of every `width` figures is the sum of those before it. */
const holds = (figures: readonly string[], width: number): boolean =>
  figures.every((figure, at) => {
    if (at % width !== width - 1) return true;
    const parts = figures.slice(at - width + 1, at);
    return parts.reduce((sum, part) => sum + Number(part), 0) === Number(figure);
  });
