// What the clipboard holds as grids of cells, from a spreadsheet, a word processor or a web page. A merged
// cell stands in each place it covers.

import { once } from '../base/cache.ts';
import type { htmlGrids } from './pasted-html.ts';

export interface PastedCell {
  readonly text: string;
  /** Whether the cell begins here, and does not only reach here. */
  readonly own: boolean;
}

export type PastedRow = readonly (PastedCell | undefined)[];
export type PastedGrid = readonly PastedRow[];

/** The clipboard in the formats that it has. */
export interface Clipboard {
  readonly html?: string | undefined;
  readonly text?: string | undefined;
}

/** In UTF-16 units: the tables of a report are a hundred times smaller, with all that Excel writes around. */
const LARGEST = 8 << 20;

/** Loaded for the first paste: its library builds large tables of entities. */
const htmlGridsIn = once((): typeof htmlGrids => require('./pasted-html.ts').htmlGrids);

/** The tables on the clipboard; empty where it holds none, or more than a report has. */
export function pastedGrids({ html, text }: Clipboard): readonly PastedGrid[] {
  const grids = html === undefined || html.length > LARGEST ? [] : htmlGridsIn()(html);
  if (grids.length > 0) return grids;
  return text?.includes('\t') && text.length <= LARGEST ? [textGrid(text)] : [];
}

/** Lines of cells between tabs; a cell of several lines stands in quotes. */
function textGrid(text: string): PastedGrid {
  const rows: PastedCell[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|\r|$)/y;
  for (let match = cell.exec(text); match && cell.lastIndex <= text.length; match = cell.exec(text)) {
    const [whole, quoted, plain = '', end = ''] = match;
    rows.at(-1)?.push({ text: quoted?.replaceAll('""', '"') ?? plain, own: true });
    if (end !== '\t' && end !== '') rows.push([]);
    if (end === '' || whole === '') break;
  }
  return rows;
}
