// Figures of merged cells that a converter has written into each cell they cover. Looks at what figures say.
//
//     一、本年新收 | 9 | 9 | 9 | 9 | 9 | 9 | 9 |          one cell of seven: the total
//     一、本年新收 | 8 | 3 | 3 | 3 | 3 | 3 | 11 |         organisations are one cell of five
//
// No row of the form holds such figures by itself, as its sum would fail.

import type { CellTemplate, TableTemplate } from './template.ts';

/**
 * The cells of `applications` whose figures are those of merged cells; `counts` by the numbers of fields, NaN
 * for cells without one.
 */
export function coveredCells(
  { id, rows }: TableTemplate,
  counts: readonly number[],
): ReadonlySet<CellTemplate> {
  if (id !== 'applications') return noCells;
  const covered: CellTemplate[] = [];
  for (const { cells } of rows) {
    // Most rows hold 0 here.
    const second = cells[1];
    if (second === undefined || !((counts[second.field.number] as number) > 0)) continue;
    const merged = mergedCells(cells.map(({ field }) => counts[field.number] as number));
    if (merged !== null) covered.push(...cells.slice(merged.from, merged.to));
  }
  return covered.length === 0 ? noCells : new Set(covered);
}

export const noCells: ReadonlySet<CellTemplate> = new Set();

/** Cells of a row of `applications`: natural persons, five kinds of organisations, the total. */
const applicants = 7;

/**
 * Which counts of a row stand for merged cells, as indices from..to; null for none. Counts are NaN where the
 * row holds no plain figure.
 */
function mergedCells(counts: readonly number[]): { readonly from: number; readonly to: number } | null {
  const repeated = counts[1];
  if (counts.length !== applicants || repeated === undefined || !(repeated > 0)) return null;
  for (let i = 2; i < applicants - 1; i++) if (counts[i] !== repeated) return null;
  const [person, total] = [counts[0] as number, counts[applicants - 1] as number];
  if (person === repeated && total === repeated) return { from: 0, to: applicants - 1 };
  return person + repeated === total ? { from: 1, to: applicants - 1 } : null;
}
