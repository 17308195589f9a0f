// What may be written to a terminal: names, arguments and reports can hold commands for it.

/** Control characters, and those that turn the direction of writing. */
const CONTROL = /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** The text with such characters as dots, tabs as spaces. */
export const printable = (text: string): string => text.replace(/\t/g, ' ').replace(CONTROL, '·');

/** The same, with tabs and line ends. */
export const printableLines = (text: string): string =>
  text.replace(CONTROL, (char) => (/[\t\r\n]/.test(char) ? char : '·'));

/** A value as JSON on one line, such characters as escapes: the value that is read back is the same. */
export const printableJson = (value: unknown): string =>
  JSON.stringify(value).replace(CONTROL, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
