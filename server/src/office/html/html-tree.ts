// A web page as a tree of its elements, within limits; what is never shown is left out.
import { Parser } from 'htmlparser2';
import { UnreadableOffice } from '../office-text.ts';
import { refusals } from '../refusals.ts';

export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (HtmlElement | string)[];
}

/** Elements of a page; more is no page of a report. */
const MOST_ELEMENTS = 300_000;
/** Elements below this depth stand beside one another: they are left open by mistake. */
const DEEPEST = 200;
/** The parser moves its whole stack for each tag, so a page made to be slow must end. */
const DEEPEST_OPEN = 2000;
/** UTF-16 units that are parsed at a time. */
const STEP = 65_536;

/** `title` is left in, though it is no part of the page. */
const unshown = new Set(
  'script style noscript template iframe object embed applet svg canvas select option button textarea audio video map del s strike'.split(
    ' ',
  ),
);

const hiddenStyle =
  /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|text-decoration[^;]{0,40}line-through/i;
/** A mark that refers to a footnote, as Word writes it. */
const footnote = /^#_(?:ftn|edn)\d/;

/** Throws `UnreadableOffice` beyond the limits. */
export function parseHtml(html: string): HtmlElement {
  const root = { name: '', attributes: {}, children: [] as (HtmlElement | string)[] };
  const open = [root];
  let count = 0;
  let depth = 0;
  /** The depth of the outermost element that is not shown; 0 where all is. */
  let hiddenFrom = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (++count > MOST_ELEMENTS || ++depth > DEEPEST_OPEN) throw new UnreadableOffice(refusals.tooLarge);
      if (hiddenFrom === 0 && isHidden(name, attributes)) hiddenFrom = depth;
      const element = { name, attributes, children: [] };
      if (hiddenFrom === 0) open.at(-1)?.children.push(element);
      if (depth < DEEPEST) open.push(element);
    },
    ontext(text) {
      if (hiddenFrom === 0) open.at(-1)?.children.push(text);
    },
    onclosetag() {
      if (depth < DEEPEST) open.pop();
      if (depth === hiddenFrom) hiddenFrom = 0;
      depth--;
    },
  });
  for (let at = 0; at < html.length; at += STEP) parser.write(html.slice(at, at + STEP));
  parser.end();
  return root;
}

const isHidden = (name: string, { style, hidden, href }: Readonly<Record<string, string>>): boolean =>
  unshown.has(name) ||
  hidden !== undefined ||
  (style !== undefined && hiddenStyle.test(style)) ||
  (href !== undefined && name === 'a' && footnote.test(href));

/** The elements of that name, at any depth, in order. */
export function* descendants(element: HtmlElement, name: string): Generator<HtmlElement> {
  for (const child of element.children)
    if (typeof child !== 'string') {
      if (child.name === name) yield child;
      yield* descendants(child, name);
    }
}

export const htmlText = (element: HtmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : htmlText(child))).join('');
