const lineBreak = /[\r\n]/g;

/** Where the line that holds `from` ends: at its `\n` or `\r`, else at the end of the text. */
export function endOfLine(text: string, from: number): number {
  lineBreak.lastIndex = from;
  // `test` finds the place without making an object of it.
  return lineBreak.test(text) ? lineBreak.lastIndex - 1 : text.length;
}
