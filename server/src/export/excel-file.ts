// Sheets as an Excel workbook. Every text stays text, whatever it begins with: nothing becomes a formula.
// Only the bundle of this room imports the library.
import writeXlsxFile, {
  type CellObject,
  type Sheet as LibrarySheet,
  type Options,
} from 'write-excel-file/universal';
import { escapeHtml } from '../base/html.ts';

/** null is an empty cell. A text that is a number as a program writes it is written as one. */
export interface BookCell {
  readonly text: string | number | null;
  readonly columns?: number;
  readonly rows?: number;
  readonly head?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  /** Without borders: a paragraph. */
  readonly plain?: boolean;
  /** Of its row, in points. */
  readonly height?: number;
  /** The name of a sheet to which it leads. */
  readonly link?: string;
}

export interface BookSheet {
  readonly name: string;
  readonly rows: readonly (readonly BookCell[])[];
  /** In characters of half width. */
  readonly widths: readonly number[];
  readonly frozenRows?: number;
  readonly frozenColumns?: number;
}

export async function workbook(sheets: readonly BookSheet[]): Promise<Uint8Array> {
  const taken = new Set<string>();
  const names = new Map(sheets.map(({ name }) => [name, sheetName(name, taken)]));
  const blob = await writeXlsxFile(
    sheets.map((sheet) => librarySheet(sheet, names.get(sheet.name) ?? sheet.name)),
    { fontFamily: '宋体', fontSize: 10, features: [linksBetween(sheets, names), pageWide] },
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

type Feature = NonNullable<Options<Blob>['features']>[number];

/** Cells that lead to other sheets. Such a sheet has no merged cells in front of them. */
function linksBetween(sheets: readonly BookSheet[], names: ReadonlyMap<string, string>): Feature {
  const links = new Map(
    sheets.map(({ name, rows }) => [
      names.get(name),
      rows.flatMap((row, r) =>
        row.flatMap(({ link }, c) => {
          const to = link === undefined ? undefined : names.get(link);
          const ref = `${String.fromCharCode(0x41 + c)}${r + 1}`;
          return to === undefined ? [] : [`<hyperlink ref="${ref}" location="'${escapeHtml(to)}'!A1"/>`];
        }),
      ),
    ]),
  );
  const insert = (xml: string, { sheet }: { readonly sheet?: string }): string => {
    const own = links.get(sheet)?.join('') ?? '';
    return own === '' ? xml : xml.replace('</worksheet>', `<hyperlinks>${own}</hyperlinks></worksheet>`);
  };
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform: insert } } } };
}

/** Printed on A4, all columns of a sheet stand on one page, where they can be read there. */
const pageWide: Feature = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, { columns = [] }) =>
          columns.length > MOST_ON_A_PAGE
            ? xml
            : xml
                .replace(/<worksheet[^<>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
                .replace(/<pageSetup[^<>]*>/, '')
                .replace('</worksheet>', '<pageSetup paperSize="9" fitToHeight="0"/></worksheet>'),
      },
    },
  },
};

const MOST_ON_A_PAGE = 20;

function librarySheet(sheet: BookSheet, name: string): LibrarySheet<Blob> {
  return {
    sheet: name,
    columns: sheet.widths.map((width) => ({ width })),
    stickyRowsCount: sheet.frozenRows ?? 0,
    stickyColumnsCount: sheet.frozenColumns ?? 0,
    data: gridOfRows(sheet.rows),
  };
}

/** The library wants an empty cell for each one that a merged cell covers. */
function gridOfRows(rows: readonly (readonly BookCell[])[]): (CellObject | null)[][] {
  const grid: (CellObject | null)[][] = rows.map(() => []);
  for (const [r, row] of rows.entries()) {
    const line = grid[r] as (CellObject | null)[];
    let at = 0;
    for (const cell of row) {
      while (line[at] !== undefined) at++;
      const { columns = 1, rows: high = 1 } = cell;
      for (const covered of grid.slice(r, r + high))
        for (let c = at; c < at + columns; c++) covered[c] = null;
      line[at] = libraryCell(cell);
    }
  }
  return grid.map((row) => Array.from(row, (cell) => cell ?? null));
}

function libraryCell(cell: BookCell): CellObject {
  const { text, columns = 1, rows = 1, head = false, plain = false, height, link } = cell;
  const value = typeof text === 'string' ? numberOf(text) : text;
  return {
    ...(value === null ? {} : { value, type: typeof value === 'number' ? Number : String }),
    ...(columns > 1 && { columnSpan: columns }),
    ...(rows > 1 && { rowSpan: rows }),
    ...(head && { fontWeight: 'bold' as const }),
    ...(link !== undefined && { textColor: '#0563C1', textDecoration: { underline: true } }),
    ...(head && !plain && { backgroundColor: '#F2F2F2' }),
    ...(!plain && { borderStyle: 'thin' as const }),
    ...(height !== undefined && { height }),
    align: cell.align ?? (head ? 'center' : typeof value === 'number' ? 'right' : 'left'),
    alignVertical: 'center',
    wrap: true,
  } as CellObject;
}

/** A number where a program writes it just so and loses no digit: `007`, `3.10` and `１２` stay texts. */
const numberOf = (text: string): string | number | null => {
  if (/^-?\d{1,15}$|^-?\d{1,12}\.\d{1,3}$/.test(text) && String(Number(text)) === text) return Number(text);
  const legal = text.replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
  return legal === '' ? null : legal.slice(0, LONGEST_TEXT);
};

/** Excel holds no longer text in a cell. */
const LONGEST_TEXT = 32_767;

/** A name that Excel takes, and that no other sheet has. */
function sheetName(wanted: string, taken: Set<string>): string {
  const plain =
    wanted
      .replace(/[[\]/\\:*?']/g, '')
      .trim()
      .slice(0, 27) || '表';
  let name = plain;
  for (let n = 2; taken.has(name); n++) name = `${plain}-${n}`;
  taken.add(name);
  return name;
}
