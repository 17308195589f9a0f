import { escapeXml, packed, relationships } from './office-docx.ts';
import type { OfficeBlock } from './office-report.ts';

// Writes .xlsx files by hand, so that a test can put any markup into them.

const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** One worksheet: its rows and merged cells as XML. */
export interface SheetXml {
  readonly name: string;
  readonly rows: string;
  readonly merges?: readonly string[];
  /** XML in front of the rows, such as `<cols>`. */
  readonly before?: string;
  readonly state?: 'hidden' | 'veryHidden';
}

/** `J27` for row 27, column 10. */
export function address(row: number, column: number): string {
  const letters = column > 26 ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) : '';
  return `${letters}${String.fromCharCode(65 + ((column - 1) % 26))}${row}`;
}

/** A cell with a text or, where it is nothing but digits, a number. */
export const cellXml = (row: number, column: number, text: string): string =>
  /^\d+(?:\.\d+)?$/.test(text)
    ? `<c r="${address(row, column)}"><v>${text}</v></c>`
    : `<c r="${address(row, column)}" t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`;

/** The blocks of a report one below the other, tables with merged cells. */
export function sheetOf(name: string, blocks: readonly OfficeBlock[], left = 1): SheetXml {
  const rows: string[] = [];
  const merges: string[] = [];
  for (const block of blocks) {
    if (block.kind !== 'table') {
      rows.push(`<row r="${rows.length + 1}">${cellXml(rows.length + 1, left, block.text)}</row>`);
      merges.push(`${address(rows.length, left)}:${address(rows.length, left + 9)}`);
      continue;
    }
    const taken = new Set<string>();
    const first = rows.length + 1;
    for (const [i, { cells }] of block.grid.rows.entries()) {
      const row = first + i;
      let column = left;
      let xml = '';
      for (const { text, across, down } of cells) {
        while (taken.has(`${row},${column}`)) column++;
        xml += text === '' ? '' : cellXml(row, column, text);
        for (let r = 0; r < down; r++) for (let c = 0; c < across; c++) taken.add(`${row + r},${column + c}`);
        if (across * down > 1)
          merges.push(`${address(row, column)}:${address(row + down - 1, column + across - 1)}`);
        column += across;
      }
      rows.push(`<row r="${row}">${xml}</row>`);
    }
  }
  return { name, rows: rows.join(''), merges };
}

/** A workbook with these sheets and parts beside what every .xlsx has. */
export function xlsx(
  sheets: readonly SheetXml[],
  parts: Readonly<Record<string, string | Uint8Array>> = {},
): Uint8Array {
  const tabs = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"${state === undefined ? '' : ` state="${state}"`}/>`,
  );
  const targets = sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${R}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  return packed({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationships('xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${S}" xmlns:r="${R}"><sheets>${tabs.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${targets.join('')}</Relationships>`,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)])),
    ...parts,
  });
}

const sheetXml = ({ rows, merges = [], before = '' }: SheetXml): string =>
  `<worksheet xmlns="${S}">${before}<sheetData>${rows}</sheetData><mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`;

/** sharedStrings.xml and styles.xml around their children. */
export const sharedStringsXml = (inner: string): string => `<sst xmlns="${S}">${inner}</sst>`;
export const stylesXml = (inner: string): string => `<styleSheet xmlns="${S}">${inner}</styleSheet>`;
