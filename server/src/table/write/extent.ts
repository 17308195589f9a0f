// How far a table reaches with the marks around it.
import { BARS, BREAKS, INLINE_BLANKS, LINE_END } from '../../text/chars.ts';
import type { Span } from '../../text/span.ts';

/** The table with the bars before its first and behind its last cell, or the tags of an HTML table. */
export function extentWithMarks({ span }: { readonly span: Span }, text: string): Span {
  const before = text.slice(Math.max(0, span.from - FAR), span.from);
  const after = text.slice(span.to, span.to + FAR);
  const tags = openingTags.exec(before)?.[0];
  const closing = closingTags.exec(after)?.[0];
  if (tags !== undefined && closing !== undefined)
    return { from: span.from - tags.length, to: span.to + closing.length };
  const lead = openingBars.exec(before)?.[1] ?? '';
  const tail = closingBars.exec(after)?.[0] ?? '';
  return { from: span.from - lead.length, to: span.to + tail.length };
}

/** UTF-16 units on either side of a table in which its marks are looked for. */
const FAR = 2000;

const openingTags = /<table\b[^<>]{0,300}>\s{0,200}(?:<(?!table\b)[^<>]{0,300}>\s{0,200})*$/i;
const closingTags = /^\s*(?:<(?!\/?table)[^<>]{0,300}>\s*|&nbsp;\s*)*<\/table>/i;

/** Those on the line of the first cell, and a line of bars above it. */
const openingBars = new RegExp(
  `(?:^|[${BREAKS}])((?:[${BARS}${INLINE_BLANKS}]*[${BARS}][${INLINE_BLANKS}]*${LINE_END})?[${BARS}${INLINE_BLANKS}]*)$`,
);
/** Those behind the last cell, and lines of bars below it. */
const closingBars = new RegExp(
  `^[${BARS}${INLINE_BLANKS}]*(?:${LINE_END}[${INLINE_BLANKS}]*[${BARS}][${BARS}${INLINE_BLANKS}]*(?=[${BREAKS}]|$))*`,
);
