// Where a stretch of the text stands in the file it was read from. The whole map is three typed arrays of
// numbers, so that it is small, can be posted to another thread, and is found in by bisection.
import type { Phrase } from '../base/phrase.ts';
import { lastAtMost } from '../base/sorted.ts';

/** A place in a file as a person finds it; all numbers count from 1. */
export type Place =
  /** The n-th paragraph with text outside of tables. */
  | { readonly paragraph: number }
  /**
   * Tables count in the order of the text; the column is that of the grid, so a cell behind a merged one
   * keeps its column.
   */
  | { readonly table: number; readonly row: number; readonly column: number }
  | { readonly sheet: string; readonly cell: string }
  | { readonly page: number };

/**
 * Stretches of the text, each from its start to the next one's, and three numbers for each: `flow`: table,
 * row, column, or 0, 0, paragraph; `sheet`: index of the sheet from 0, row, column; `page`: page, 0, 0.
 */
export interface Places {
  readonly unit: 'flow' | 'sheet' | 'page';
  /** UTF-16 offsets, ascending. */
  readonly starts: Uint32Array;
  readonly numbers: Uint32Array;
  /** The names of the sheets. */
  readonly sheets: readonly string[];
}

export type PlaceNumbers = readonly [number, number, number];

/**
 * The place of the UTF-16 `offset`; null in an empty text. Bars and line ends belong to what stands before
 * them.
 */
export function placeAt({ unit, starts, numbers, sheets }: Places, offset: number): Place | null {
  if (starts.length === 0) return null;
  const at = 3 * lastAtMost(starts, starts.length, offset);
  const [a, b, c] = [numbers[at], numbers[at + 1], numbers[at + 2]] as unknown as PlaceNumbers;
  if (unit === 'page') return { page: a };
  if (unit === 'sheet') return { sheet: sheets[a] ?? '', cell: cellAddress(b, c) };
  return a === 0 ? { paragraph: c } : { table: a, row: b, column: c };
}

/** `J27` for row 27, column 10; both count from 1. */
export function cellAddress(row: number, column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(0x41 + ((left - 1) % 26)) + letters;
  return letters + row;
}

/** A place in words: `表2第27行第10列`, `工作表“表三”J27`, `第4页`. */
export function placePhrase(place: Place): Phrase {
  if ('page' in place) return { zh: `第${place.page}页`, en: `page ${place.page}` };
  if ('paragraph' in place) return { zh: `第${place.paragraph}段`, en: `paragraph ${place.paragraph}` };
  if ('sheet' in place)
    return { zh: `工作表“${place.sheet}”${place.cell}`, en: `sheet "${place.sheet}" ${place.cell}` };
  const { table, row, column } = place;
  return { zh: `表${table}第${row}行第${column}列`, en: `table ${table}, row ${row}, column ${column}` };
}
