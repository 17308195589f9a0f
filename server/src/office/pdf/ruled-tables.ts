// Finds the tables of a page by their ruling lines: lines that touch are one table; its cells are the
// smallest rectangles between them, joined where no line parts them.
//
//   ┌───┬───┬───┐      two rows, three columns; the first cell of the second row
//   │ a │ b │ c │      covers two of them
//   ├───┴───┼───┤
//   │   d   │ e │
//   └───────┴───┘
import type { PdfPage, PdfWord, Ruling } from './pdf-page.ts';

export interface RuledTable {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly RuledCell[];
}

/** A cell: its first row and column from 0, how many it covers, its edges, and the words in it. */
export interface RuledCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly words: PdfWord[];
}

/** Lines so near are one line, in points. */
const NEAR = 2.5;
/** Pieces of a line so far apart are one piece: lines are drawn cell by cell, or dashed. In points. */
const GAP = 3;
/** Pieces of lines and cells of a page; with more it is a drawing. */
const MOST_PIECES = 3000;
const MOST_CELLS = 20_000;

/** The tables of a page from its top. */
export function ruledTables({ horizontals, verticals }: PdfPage): readonly RuledTable[] {
  const across = joinedLines(horizontals);
  const down = joinedLines(verticals);
  if (across.length + down.length > MOST_PIECES) return [];
  return touching(across, down)
    .map(({ across, down }) => tableOf(linesAt(across), linesAt(down)))
    .filter((table) => table !== null)
    .sort((a, b) => a.top - b.top);
}

/** Lines that are drawn in pieces or more than once as one each, by their places. */
function joinedLines(rulings: readonly Ruling[]): Ruling[] {
  return linesAt(rulings).flatMap(({ at, pieces }) => pieces.map(([from, to]) => ({ at, from, to })));
}

/** All that stands at one place: the pieces of one line across a table. */
interface Line {
  readonly at: number;
  readonly pieces: readonly (readonly [number, number])[];
}

function linesAt(rulings: readonly Ruling[]): readonly Line[] {
  const groups: { readonly at: number; readonly all: Ruling[] }[] = [];
  for (const ruling of [...rulings].sort((a, b) => a.at - b.at)) {
    const last = groups.at(-1);
    if (last !== undefined && ruling.at - last.at <= NEAR) last.all.push(ruling);
    else groups.push({ at: ruling.at, all: [ruling] });
  }
  return groups.map(({ at, all }) => {
    const pieces: [number, number][] = [];
    for (const { from, to } of all.sort((a, b) => a.from - b.from)) {
      const last = pieces.at(-1);
      if (last !== undefined && from <= last[1] + GAP) last[1] = Math.max(last[1], to);
      else pieces.push([from, to]);
    }
    return { at, pieces };
  });
}

/** Groups of lines that touch one another, directly or through others. */
function touching(
  across: readonly Ruling[],
  down: readonly Ruling[],
): { across: Ruling[]; down: Ruling[] }[] {
  const parents = Array.from({ length: across.length + down.length }, (_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parents[root] !== root) root = parents[root] as number;
    for (let at = i; at !== root; ) [parents[at], at] = [root, parents[at] as number];
    return root;
  };
  for (const [i, h] of across.entries())
    for (const [j, v] of down.entries())
      if (within(v.at, h.from, h.to) && within(h.at, v.from, v.to))
        parents[rootOf(i)] = rootOf(across.length + j);
  const groups = new Map<number, { across: Ruling[]; down: Ruling[] }>();
  for (const i of parents.keys()) {
    const group = groups.get(rootOf(i)) ?? { across: [], down: [] };
    groups.set(rootOf(i), group);
    if (i < across.length) group.across.push(across[i] as Ruling);
    else group.down.push(down[i - across.length] as Ruling);
  }
  return [...groups.values()];
}

const within = (value: number, from: number, to: number): boolean => value >= from - GAP && value <= to + GAP;

function tableOf(across: readonly Line[], down: readonly Line[]): RuledTable | null {
  const [rows, columns] = [across.length - 1, down.length - 1];
  // Two lines and two sides are a frame around something.
  if (rows < 1 || columns < 2 || rows * columns > MOST_CELLS) return null;
  const [top, bottom, left, right] = [across[0], across.at(-1), down[0], down.at(-1)] as [
    Line,
    Line,
    Line,
    Line,
  ];
  const cells: RuledCell[] = [];
  const taken = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column] === 1) continue;
      const cell = cellAt(row, column, across, down, taken);
      for (let r = row; r < row + cell.rows; r++)
        taken.fill(1, r * columns + column, r * columns + column + cell.columns);
      cells.push(cell);
    }
  return { top: top.at, bottom: bottom.at, left: left.at, right: right.at, rows, columns, cells };
}

/**
 * The cell whose first grid cell is given: it goes on to the right and down as long as no line is in the way.
 */
function cellAt(
  row: number,
  column: number,
  across: readonly Line[],
  down: readonly Line[],
  taken: Uint8Array,
): RuledCell {
  const at = (lines: readonly Line[], i: number): number => (lines[i] as Line).at;
  const total = down.length - 1;
  let right = column + 1;
  while (
    right < total &&
    taken[row * total + right] !== 1 &&
    !covers(down[right] as Line, at(across, row), at(across, row + 1))
  )
    right++;
  let bottom = row + 1;
  const parted = (line: Line) => {
    for (let i = column; i < right; i++) if (covers(line, at(down, i), at(down, i + 1))) return true;
    return false;
  };
  while (bottom < across.length - 1 && !parted(across[bottom] as Line)) bottom++;
  return {
    row,
    column,
    rows: bottom - row,
    columns: right - column,
    left: at(down, column),
    right: at(down, right),
    top: at(across, row),
    bottom: at(across, bottom),
    words: [],
  };
}

const covers = ({ pieces }: Line, from: number, to: number): boolean =>
  pieces.some(([start, end]) => start <= from + NEAR && end >= to - NEAR);
