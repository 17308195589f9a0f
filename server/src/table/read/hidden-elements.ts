// What a page does not show: elements hidden by their attributes, programs, comments.

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
