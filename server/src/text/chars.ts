// What a bar, a blank, a line end and a digit are: the only place that spells them. Reading, checking and
// writing all ask here, so that a table which can be read can be mended as well. Functions judge one UTF-16
// unit; the strings in capitals stand between `[` and `]` of a regular expression.

/** The bars that mark cells, for a character class: ASCII, full width, box drawing. */
export const BARS = '|｜│┃║';
/** Line ends, for a character class. A pair `\r\n` is one line end. */
export const BREAKS = '\\r\\n';
/** What shows nothing, for a character class: `\s` and zero-width characters. */
export const BLANKS = '\\s\\u200b-\\u200d\\ufeff';
/** Blanks that never part cells, for a character class: those within a line but for the tab. */
export const SPACES = ' \\u00a0\\u3000\\u200b-\\u200d\\ufeff';
/** Blanks within a line, for a character class. */
export const INLINE_BLANKS = `${SPACES}\\t`;

/** A line end, as a pattern to stand alone. */
export const LINE_END = '(?:\\r\\n|[\\r\\n])';

/** The text with each bar as `|` and each lone `\r` as `\n`, of the same length. */
export const withPlainMarks = (text: string): string =>
  text.replace(otherBar, '|').replace(/\r(?!\n)/g, '\n');

const otherBar = /[｜│┃║]/g;

/** `|`, `｜`, `│`, `┃` or `║`. */
export const isBar = (unit: number): boolean =>
  unit === 0x7c || unit === 0xff5c || unit === 0x2502 || unit === 0x2503 || unit === 0x2551;

/** `\r` or `\n`. */
export const isBreak = (unit: number): boolean => unit === 0x0a || unit === 0x0d;
/** Whether a text goes over a line end. */
export const hasBreak = (text: string): boolean => /[\r\n]/.test(text);
/** Whether a UTF-16 unit shows nothing: `\s` and the zero-width characters that pages leave behind. */
export const isBlank = (unit: number): boolean =>
  unit <= 0x20
    ? unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)
    : // Chinese characters and nearly all their marks stand behind U+3000.
      unit <= 0x3000 || unit === 0xfeff
      ? isExotic(unit)
      : false;

const isExotic = (unit: number): boolean =>
  unit === 0xa0 ||
  unit === 0x1680 ||
  (unit >= 0x2000 && unit <= 0x200d) ||
  unit === 0x2028 ||
  unit === 0x2029 ||
  unit === 0x202f ||
  unit === 0x205f ||
  unit === 0x3000 ||
  unit === 0xfeff;

/**
 * Visits each UTF-16 unit but those of U+3400 to U+F8FF: Chinese characters, Hangul and surrogates, three
 * quarters of all, none of which is a bar, a blank, a line end, a stop or a digit. For tables by unit, whose
 * making every start has to wait for.
 */
export function eachMarkUnit(visit: (unit: number) => void): void {
  for (let unit = 0; unit < 0x3400; unit++) visit(unit);
  for (let unit = 0xf900; unit < 0x10000; unit++) visit(unit);
}
