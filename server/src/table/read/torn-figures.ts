// Figures that a narrow cell of a PDF has torn: `481` and below it `0` for 4810. Looks at what figures say.

/** How many cells of a row come to the last of them, by the width of the row. */
const sumWidths: Readonly<Record<number, number>> = { 7: 7, 15: 5 };

/** More pieces than this are no pieces of figures. */
const mostPieces = 2;

/**
 * Whether the sums of a row fail, and hold once `pieces`, in their order, are put behind figures of the row.
 */
export function isTornApart(figures: readonly string[], pieces: readonly string[]): boolean {
  const width = sumWidths[figures.length];
  if (width === undefined || pieces.length > mostPieces || ![...figures, ...pieces].every(isPlain))
    return false;
  return !holds(figures, width) && completions(figures, pieces, 0).some((row) => holds(row, width));
}

const isPlain = (figure: string): boolean => /^\d{1,9}$/.test(figure);

/** The rows with each piece behind a figure, none before the figure at `from`. */
function completions(figures: readonly string[], pieces: readonly string[], from: number): string[][] {
  const [piece, ...others] = pieces;
  if (piece === undefined) return [[...figures]];
  return figures.flatMap((figure, at) =>
    at < from ? [] : completions(figures.with(at, figure + piece), others, at + 1),
  );
}

/** Whether the last of every `width` figures is the sum of those before it. */
const holds = (figures: readonly string[], width: number): boolean =>
  figures.every((figure, at) => {
    if (at % width !== width - 1) return true;
    const parts = figures.slice(at - width + 1, at);
    return parts.reduce((sum, part) => sum + Number(part), 0) === Number(figure);
  });
