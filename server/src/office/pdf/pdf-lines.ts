// Lines of text from the words of a page.
import type { PdfWord } from './pdf-page.ts';

export interface PdfLine {
  /** What it stands on, and the size of its font. */
  readonly y: number;
  readonly size: number;
  /** From the left; never empty. */
  readonly words: readonly PdfWord[];
}

/** Words on one line from left to right, lines from the top. */
export function linesOfWords(words: readonly PdfWord[]): readonly PdfLine[] {
  const lines: { y: number; size: number; words: PdfWord[] }[] = [];
  for (const word of [...words].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1);
    const near =
      line !== undefined && Math.abs(word.y - line.y) <= Math.max(2, Math.min(word.size, line.size) * 0.45);
    if (near) line.words.push(word);
    else lines.push({ y: word.y, size: word.size, words: [word] });
  }
  for (const line of lines) line.words = withoutDoubles(line.words.sort((a, b) => a.x - b.x));
  return lines;
}

/** Bold type is often the same word printed twice, a little apart. */
const withoutDoubles = (words: readonly PdfWord[]): PdfWord[] =>
  words.filter((word, i) => {
    const before = words[i - 1];
    return (
      before === undefined || before.text !== word.text || Math.abs(before.x - word.x) > word.size * 0.15
    );
  });

const endOf = ({ x, width }: PdfWord): number => x + width;

export const leftOf = ({ words }: PdfLine): number => (words[0] as PdfWord).x;
export const rightOf = ({ words }: PdfLine): number =>
  words.reduce((most, word) => Math.max(most, endOf(word)), 0);

/** Whether words of a line stand as far apart as columns. */
export const hasColumns = ({ words }: PdfLine): boolean =>
  words.some((word, i) => i > 0 && word.x - endOf(words[i - 1] as PdfWord) > word.size * 1.2);

/**
 * The words of a line as one text: with a blank where letters or digits stand apart, or where Chinese does so
 * widely.
 */
export function lineText({ words }: PdfLine): string {
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const word of words) {
    const gap = word.x - end;
    const both = /[\x21-\x7e]$/.test(text) && /^[\x21-\x7e]/.test(word.text);
    if (text !== '' && gap > word.size * (both ? 0.25 : 1)) text += ' ';
    text += word.text;
    end = endOf(word);
  }
  return text.trim();
}

/**
 * A line whose columns stand under those of the lines around it: a blank is half as wide as the font is high.
 */
export function layoutText({ words, size }: PdfLine, left: number): string {
  const unit = size / 2;
  let text = '';
  let width = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const word of words) {
    const at = Math.round((word.x - left) / unit);
    // Two blanks at least between columns, or one figure would join the next.
    const least = text !== '' && word.x - end > size ? width + 2 : width;
    const target = Math.max(at, least);
    text += ' '.repeat(Math.min(target - width, MOST_BLANKS)) + word.text;
    width = target + widthOf(word.text);
    end = endOf(word);
  }
  return text.trimEnd();
}

const MOST_BLANKS = 400;

/** In blanks: characters behind the Latin ones are twice as wide. */
const widthOf = (text: string): number =>
  Array.from(text, (char) => (char.charCodeAt(0) > 0x2e7f ? 2 : 1)).reduce((a, b) => a + b, 0);

/** The text of a cell: a figure too wide for its cell goes on in the next line. */
export function wrappedText(words: readonly PdfWord[]): string {
  let text = '';
  for (const line of linesOfWords(words)) {
    const next = lineText(line);
    const letters = /[A-Za-z,;]$/.test(text) && /^[A-Za-z]/.test(next);
    text += letters ? ` ${next}` : next;
  }
  return text;
}
