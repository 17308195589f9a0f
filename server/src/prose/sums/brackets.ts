// Brackets in the words of a list.

/** `其他类信息(含人事、采购)`: what stands in brackets names no part. */
export const withoutBrackets = (words: string): string =>
  words.includes('(') ? words.replace(/\([^()]*\)/g, '') : words;

/** How many brackets the words leave open, negative for closed ones: at the lowest point, and at the end. */
export function bracketDepths(words: string): { readonly lowest: number; readonly end: number } {
  let end = 0;
  let lowest = 0;
  for (let at = 0; at < words.length; at++) {
    const char = words[at];
    if (char === '(') end++;
    else if (char === ')' && --end < lowest) lowest = end;
  }
  return { lowest, end };
}
