// The cells of a workbook as rows of texts, for what reads it as data. Hidden sheets are left out.
import { type OfficeRefusal, refusalOf } from '../office-text.ts';
import { recognise } from '../recognise.ts';
import { refusals } from '../refusals.ts';
import { readWorkbook } from './workbook.ts';

export interface CellGrid {
  readonly name: string;
  /** The cell of the n-th column is the n-th text; rows count from 1. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

export function readGrids(given: Uint8Array): readonly CellGrid[] | OfficeRefusal {
  const bytes = new Uint8Array(given.buffer, given.byteOffset, given.length);
  if (recognise(bytes) !== 'xlsx') return { refused: refusals.unknown };
  try {
    return readWorkbook(bytes)
      .sheets.filter(({ hidden }) => !hidden)
      .map(({ name, rows }) => ({
        name,
        rows: rows.map(({ row, cells }) => {
          const texts: string[] = [];
          for (const { column, text } of cells) texts[column - 1] = text;
          return { row, cells: Array.from(texts, (text) => text ?? '') };
        }),
      }));
  } catch (error) {
    return refusalOf(error, refusals.damaged);
  }
}
