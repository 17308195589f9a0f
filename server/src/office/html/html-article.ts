// Finds the article in a web page: the innermost element that holds nearly all of the page's words that are no links, and the title,
// which often stands above it. Menus, links to other pages and the foot of the site are left behind.
import { descendants, type HtmlElement, htmlText } from './html-tree.ts';

export interface HtmlArticle {
  readonly element: HtmlElement;
  /** The title of the article where it stands outside of the element. */
  readonly title: string | null;
}

/** Elements around an article, whatever they hold. */
const surroundings = new Set(['nav', 'aside', 'footer', 'head', 'title']);

export const isSurrounding = ({ name }: HtmlElement): boolean => surroundings.has(name);

/** The share of words that the element of the article holds of those of the element around it. */
const SHARE = 0.85;

export function articleOf(page: HtmlElement): HtmlArticle {
  const weights = new Map<HtmlElement, number>();
  weigh(page, weights);
  let element = page;
  for (let inner = heaviest(element, weights); inner !== null; inner = heaviest(element, weights))
    element = inner;
  return { element, title: holdsTitle(element) ? null : titleOf(page) };
}

/** The child that holds nearly all of an element's words; null where none does, and in a row of a table, whose cells belong together. */
function heaviest(element: HtmlElement, weights: Map<HtmlElement, number>): HtmlElement | null {
  const most = (weights.get(element) ?? 0) * SHARE;
  for (const child of element.children)
    if (typeof child !== 'string' && most > 0 && (weights.get(child) ?? 0) >= most && isContainer(child))
      return child;
  return null;
}

/** An element that may hold several paragraphs; a table with cells of its own is content. */
const isContainer = (element: HtmlElement): boolean =>
  /^(?:html|body|div|section|article|main|form|center|td|tr|tbody|font|span)$/.test(element.name) ||
  (element.name === 'table' && [...descendants(element, 'table')].length > 0);

/** Notes for each element how many characters it shows outside of links. */
function weigh(element: HtmlElement, weights: Map<HtmlElement, number>): number {
  let weight = 0;
  for (const child of element.children)
    if (typeof child === 'string') weight += child.replace(/\s+/g, '').length;
    else if (child.name !== 'a' && !isSurrounding(child)) weight += weigh(child, weights);
  weights.set(element, weight);
  return weight;
}

const reportTitle = /信息公开.{0,20}(?:报告|年报)/;

const holdsTitle = (element: HtmlElement): boolean =>
  htmlText(element)
    .split('\n')
    .some(
      (line) =>
        line.length < LONGEST_TITLE && reportTitle.test(line.replace(/\s+/g, '')) && !/[。；]/.test(line),
    );

const LONGEST_TITLE = 100;

/** A heading of the page, or the title it gives itself, without the name of the site behind it. */
function titleOf(page: HtmlElement): string | null {
  const said = [...descendants(page, 'meta')]
    .filter(({ attributes: { name = '' } }) => /^(?:ArticleTitle|title)$/i.test(name))
    .map(({ attributes }) => attributes.content ?? '');
  const headings = ['h1', 'h2', 'h3', 'title'].flatMap((name) => [...descendants(page, name)].map(htmlText));
  for (const text of [...headings, ...said]) {
    const title = text.replace(/\s+/g, ' ').trim();
    const end = /信息公开.{0,20}?(?:报告|年报)(?:[（(][^）)]{1,20}[）)])?/.exec(title);
    if (end !== null && title.length < LONGEST_TITLE) return title.slice(0, end.index + end[0].length);
  }
  return null;
}
