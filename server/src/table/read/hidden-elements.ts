// What a page does not show: elements hidden by their attributes, programs, comments.

import type { Span } from '../../text/span.ts';

const hiding = /display\s*:\s*none|visibility\s*:\s*hidden/i;

const mayHide =
  /display\s*:\s*none|visibility\s*:\s*hidden|\s(?:aria-)?hidden\b|<(?:template|noscript|script|textarea)\b/i;

/** Elements whose content no page shows. */
const programs: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'textarea']);

/** Whether an element does not show what stands in it. */
export function isHidden(name: string, attributes: Readonly<Record<string, string>>): boolean {
  const { hidden, style, 'aria-hidden': fromReaders } = attributes;
  if (programs.has(name) || hidden !== undefined || fromReaders === 'true') return true;
  return style !== undefined && hiding.test(style);
}

/** Whether what stands at `at` may be hidden by something that opens before it. */
export const mayBeHidden = (text: string, at: number): boolean =>
  mayHide.test(text.slice(0, at)) ||
  // In a comment that ends further down.
  (text.lastIndexOf('<!--', at) > text.lastIndexOf('-->', at) && text.includes('-->', at));

const opening = /<!--|<(script|style|template|noscript|textarea)\b/gi;

/** The comments and programs of a text, in order; one that is left open is none. */
export function unshownSpans(text: string): Span[] {
  const spans: Span[] = [];
  const folded = text.toLowerCase();
  const open = new Set<string>();
  opening.lastIndex = 0;
  for (let match = opening.exec(folded); match !== null; match = opening.exec(folded)) {
    const closing = match[1] === undefined ? '-->' : `</${match[1]}`;
    const to = open.has(closing) ? -1 : folded.indexOf(closing, match.index);
    if (to < 0) open.add(closing);
    else {
      spans.push({ from: match.index, to: to + closing.length });
      opening.lastIndex = to + closing.length;
    }
  }
  return spans;
}
