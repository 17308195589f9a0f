// Reads a .docx as a text, and finds the cell that a place of that text names.
import { inReadingOrder } from '../flow.ts';
import { writeFlow } from '../flow-writer.ts';
import { noteOf } from '../notes.ts';
import type { OfficeText } from '../office-text.ts';
import type { Place } from '../places.ts';
import type { DocxCell, DocxParagraph } from './docx-blocks.ts';
import { type DocxDocument, openDocx } from './docx-document.ts';

/** Throws `UnreadableOffice`. */
export const readDocx = (bytes: Uint8Array): OfficeText => docxText(openDocx(bytes));

export function docxText({ blocks, facts: { tracked, hiddenRows, embedded } }: DocxDocument): OfficeText {
  return writeFlow('docx', blocks, [
    ...(tracked > 0 ? [noteOf('tracked')] : []),
    ...(hiddenRows > 0 ? [noteOf('hidden')] : []),
    ...(embedded > 0 ? [noteOf('embedded')] : []),
  ]);
}

/**
 * The cell a place of the text names; null for a place in no table. Its runs say where its text stands in
 * document.xml.
 */
export function docxCellAt({ blocks }: DocxDocument, place: Place): DocxCell | null {
  if (!('table' in place)) return null;
  const tables = [...inReadingOrder(blocks)].filter((block) => block.kind === 'table');
  const row = tables[place.table - 1]?.rows[place.row - 1];
  const column = place.column - 1;
  return row?.cells.find((cell) => cell.column <= column && column < cell.column + cell.columns) ?? null;
}

/** The paragraph a place of the text names; null for a place in a table. */
export function docxParagraphAt({ blocks }: DocxDocument, place: Place): DocxParagraph | null {
  if (!('paragraph' in place)) return null;
  let number = 0;
  let pending = '';
  for (const block of inReadingOrder(blocks)) {
    if (block.kind === 'table') continue;
    pending += block.text;
    if (block.joined) continue;
    if (pending.trim() !== '' && ++number === place.paragraph) return block;
    pending = '';
  }
  return null;
}
