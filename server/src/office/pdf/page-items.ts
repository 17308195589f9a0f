// What stands on a page from its top: tables with the words in their cells, lines of text, pictures. Page
// numbers and running heads are left out.
import { leftOf, linesOfWords, lineText, type PdfLine, rightOf } from './pdf-lines.ts';
import type { PdfPage, PdfWord } from './pdf-page.ts';
import { type RuledCell, type RuledTable, ruledTables } from './ruled-tables.ts';

export type PageItem =
  | { readonly kind: 'line'; readonly y: number; readonly line: PdfLine }
  | { readonly kind: 'table'; readonly y: number; readonly table: RuledTable }
  | { readonly kind: 'picture'; readonly y: number };

export interface PageItems {
  readonly number: number;
  /** From the top. */
  readonly items: readonly PageItem[];
  /** The edges of the lines of text, in points. */
  readonly left: number;
  readonly right: number;
  /** The size of most lines. */
  readonly size: number;
}

/** The shares of a page's height that hold running heads. */
const [HEAD, FOOT] = [0.08, 0.9];
/** On so many pages a line at the edge is a running head. */
const RECURRING = 3;

/** `3`, `— 3 —`, `第 3 页 共 9 页`, `3/9`; blanks are taken out before. */
const pageNumber = /^[-—–·]{0,4}第?\d{1,3}页?(?:[/，,共]{1,2}\d{1,3}页?)?[-—–·]{0,4}$/;

export function itemsOfPages(pages: readonly PdfPage[]): readonly PageItems[] {
  const placed = pages.map(placeWords);
  const counts = new Map<string, number>();
  for (const [i, { lines }] of placed.entries())
    for (const text of new Set(lines.filter((line) => isAtEdge(line, pages[i] as PdfPage)).map(headOf)))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  return pages.map((page, i): PageItems => {
    const { tables, lines } = placed[i] as PlacedWords;
    const shown = lines.filter((line) => {
      if (!isAtEdge(line, page)) return true;
      return (
        !pageNumber.test(lineText(line).replace(/\s+/g, '')) && (counts.get(headOf(line)) ?? 0) < RECURRING
      );
    });
    const items: PageItem[] = [
      ...shown.map((line) => ({ kind: 'line' as const, y: line.y - line.size / 2, line })),
      ...tables.map((table) => ({ kind: 'table' as const, y: table.top, table })),
      ...page.pictures.map((y) => ({ kind: 'picture' as const, y })),
    ];
    return {
      number: page.number,
      items: items.sort((a, b) => a.y - b.y),
      left: shown.reduce((least, line) => Math.min(least, leftOf(line)), page.width),
      right: shown.reduce((most, line) => Math.max(most, rightOf(line)), 0),
      size: shown.map(({ size }) => size).sort((a, b) => a - b)[shown.length >> 1] ?? 0,
    };
  });
}

const isAtEdge = ({ y }: PdfLine, { height }: PdfPage): boolean => y < height * HEAD || y > height * FOOT;

/** A running head counts its pages. */
const headOf = (line: PdfLine): string => lineText(line).replace(/\d+/g, '#');

interface PlacedWords {
  readonly tables: readonly RuledTable[];
  readonly lines: readonly PdfLine[];
}

function placeWords(page: PdfPage): PlacedWords {
  const tables = ruledTables(page);
  const free = page.words.filter((word) => {
    const table = tables.find((it) => isInside(word, it));
    if (table === undefined) return true;
    return !placeInTable(word, table);
  });
  return {
    tables: tables.filter(({ cells }) => cells.some(({ words }) => words.length > 0)),
    lines: linesOfWords(free),
  };
}

/** The middle of a word's height. */
const middleOf = ({ y, size }: PdfWord): number => y - size * 0.35;

function isInside(word: PdfWord, { top, bottom, left, right }: RuledTable): boolean {
  const y = middleOf(word);
  return y > top - 1 && y < bottom + 1 && word.x + word.width / 2 > left && word.x < right;
}

/**
 * Puts a word in the cell it stands in; one that reaches over several cells is cut at their edges. False for
 * one in no cell.
 */
function placeInTable(word: PdfWord, { cells }: RuledTable): boolean {
  const first = cellAt(cells, word.x + Math.min(word.width, 4) / 2, middleOf(word));
  if (first === undefined) return false;
  if (word.x + word.width <= first.right + word.size) {
    first.words.push(word);
    return true;
  }
  const chars = Array.from(word.text);
  const width = word.width / chars.length;
  for (const [i, text] of chars.entries()) {
    const x = word.x + i * width;
    if (text.trim() !== '')
      cellAt(cells, x + width / 2, middleOf(word))?.words.push({ ...word, text, x, width });
  }
  return true;
}

const cellAt = (cells: readonly RuledCell[], x: number, y: number): RuledCell | undefined =>
  cells.find((cell) => x >= cell.left - 1 && x < cell.right && y >= cell.top - 1 && y < cell.bottom + 1);
