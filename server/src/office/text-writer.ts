// Writes what a reader found as a text in the layout that the table reader knows best (`row-line` in
// table/write/layouts.ts), and notes where each stretch comes from:
//
//   行政规范性文件 | 5 | 2 | 31 |
//   行政许可 | 1284 | ||
//
// Every row has as many cells and bars as its table has grid columns. A cell that a merged cell covers is not
// written; what the row lacks then stands as bars behind it.
import { BARS, BLANKS } from '../text/chars.ts';
import { isValueLike } from '../text/number.ts';
import type { PlaceNumbers, Places } from './places.ts';

/** A cell of a table's grid. */
export interface GridCell {
  readonly text: string;
  /** Its first grid column, from 0. */
  readonly column: number;
  /** How many grid columns it covers. */
  readonly columns: number;
  /** Whether it goes on from a merged cell above, whose text it repeats. */
  readonly continued: boolean;
}

export class TextWriter {
  text = '';
  private readonly starts: number[] = [];
  private readonly numbers: number[] = [];

  /** A paragraph; line ends in it stay. */
  paragraph(text: string, place: PlaceNumbers): void {
    this.stretch(text, place);
    this.endLine();
  }

  /** A part of a paragraph. */
  stretch(text: string, place: PlaceNumbers): void {
    this.start(place);
    this.text += text;
  }

  endLine(): void {
    this.text += '\n';
  }

  /**
   * A row of a table of `width` grid columns; `placeOf` gives the place of a grid column. Where each column's
   * cell is written.
   */
  row(
    cells: readonly GridCell[],
    width: number,
    placeOf: (column: number) => PlaceNumbers,
  ): ReadonlyMap<number, number> {
    const written = writtenCells(cells);
    const starts = new Map<number, number>();
    for (const [i, { text, column }] of written.entries()) {
      this.start(placeOf(column));
      if (i > 0) this.text += ' ';
      starts.set(column, this.text.length);
      this.text += `${text} |`;
    }
    const lacking = width - written.length;
    if (written.length > 0) this.text += lacking > 0 ? ` ${'|'.repeat(lacking)}\n` : '\n';
    return starts;
  }

  places(unit: Places['unit'], sheets: readonly string[] = []): Places {
    return { unit, starts: Uint32Array.from(this.starts), numbers: Uint32Array.from(this.numbers), sheets };
  }

  private start(place: PlaceNumbers): void {
    this.starts.push(this.text.length);
    this.numbers.push(...place);
  }
}

/**
 * The cells of a row as they are written. Where a row holds figures, a merged cell without text or with a
 * figure counts once for each grid cell it covers, so that no figure moves into another's column; a merged
 * label is written once.
 */
function writtenCells(cells: readonly GridCell[]): readonly { text: string; column: number }[] {
  const hasFigures = cells.some(({ text, continued }) => !continued && isFigure(text));
  return cells.flatMap(({ text, column, columns, continued }) => {
    if (continued) return hasFigures && (text === '' || isFigure(text)) ? blanks(column, columns) : [];
    return text === '' && hasFigures ? blanks(column, columns) : [{ text, column }];
  });
}

const blanks = (column: number, columns: number) =>
  Array.from({ length: columns }, (_, i) => ({ text: '', column: column + i }));

const isFigure = (text: string): boolean => text !== '' && isValueLike(text);

/**
 * The text of a cell on one line: line ends go without a blank unless letters or digits would run together,
 * as 制作 and 数量 of a wrapped label belong together. A bar would end the cell, so it is written as `¦`.
 */
export function cellLine(text: string): string {
  let out = text.trim();
  if (lineEnds.test(out)) {
    const lines = out.split(lineEnds);
    out = '';
    for (const line of lines) {
      const part = line.trim();
      out += out !== '' && endsInLatin.test(out) && startsInLatin.test(part) ? ` ${part}` : part;
    }
  }
  return out.replace(bar, '¦');
}

const lineEnds = /[\r\n\t\u2028\u2029]+/;
const bar = new RegExp(`[${BARS}]`, 'g');
const endsInLatin = /[\x21-\x7e\uff10-\uff19]$/;
const startsInLatin = /^[\x21-\x7e\uff10-\uff19]/;

/** What is written in a text, without the bars and blanks that only part it. */
export const wordsIn = (text: string): string => text.replace(parting, '');

const parting = new RegExp(`[${BARS}${BLANKS}]+`, 'g');

/** Whether two texts would run together when written without a blank: `1` and `2024年`. */
export const runTogether = (before: string, after: string): boolean =>
  /[\dA-Za-z]$/.test(before) && /^[\dA-Za-z]/.test(after);

/** `1` as `¹`, so that the mark of a note behind 57 does not make 571 of it; other texts as they are. */
export const raisedDigits = (text: string): string =>
  /^\d+$/.test(text) ? text.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))) : text;

/**
 * Whether the only cell of a row is not a cell but prose or a heading: some reports are one large table whose
 * rows hold sentences too. 一、本年新收政府信息公开申请数量 is a row of table 3, and no heading.
 */
export const isProse = (text: string): boolean =>
  text.length > LONGEST_SOLO_LABEL ||
  /[。；]|^[一二三四五六]、(?!本年|上年|结转)|[报報](?:[(（][a-zà-ü]{1,9}[)）])?告$/i.test(text);

/** UTF-16 units; labels of the form that may stand alone in their row are shorter. */
const LONGEST_SOLO_LABEL = 60;
