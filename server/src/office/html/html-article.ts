// Finds the article in a web page: the innermost element beside which nothing of it stands, and the title,
// which often stands above it. Menus, links to other pages and the foot of the site are left behind.
import { BARS } from '../../text/chars.ts';
import { descendants, type HtmlElement, htmlText } from './html-tree.ts';

export interface HtmlArticle {
  readonly element: HtmlElement;
  /** The title of the article where it stands outside of the element. */
  readonly title: string | null;
}

/** Elements around an article, whatever they hold. */
const surroundings = new Set(['nav', 'aside', 'footer', 'head', 'title']);

export const isSurrounding = ({ name }: HtmlElement): boolean => surroundings.has(name);

/** The share of words that the element of the article holds at least of those of the element around it. */
const SHARE = 0.6;
/**
 * So many characters beside it may be of the site around; sentences and headings of sections are the
 * article's.
 */
const MOST_BESIDE = 400;
/** No article is shorter; a cell of a table is. */
const SHORTEST = 200;

export function articleOf(page: HtmlElement): HtmlArticle {
  const weights = new Map<HtmlElement, number>();
  weigh(page, weights);
  let element = page;
  for (let inner = heaviest(element, weights); inner !== null; inner = heaviest(element, weights))
    element = inner;
  return { element, title: htmlText(element).split('\n').some(isTitle) ? null : titleOf(page, element) };
}

/** The child that holds an element's words but for some of the site around; null where none does. */
function heaviest(element: HtmlElement, weights: Map<HtmlElement, number>): HtmlElement | null {
  const whole = weights.get(element) ?? 0;
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    const weight = weights.get(child) ?? 0;
    if (weight < SHORTEST || weight < whole * SHARE || whole - weight > MOST_BESIDE || !isContainer(child))
      continue;
    const beside = element.children
      .filter((other) => other !== child)
      .map(wordsOf)
      .join('\n');
    return isArticleText(beside) ? null : child;
  }
  return null;
}

const isArticleText = (text: string): boolean => /[一二三四五六]、|。[\s\S]*。/.test(text);

/** The words of an element that are no links. */
const wordsOf = (node: HtmlElement | string): string =>
  typeof node === 'string'
    ? node
    : node.name === 'a' || isSurrounding(node)
      ? ''
      : node.children.map(wordsOf).join('');

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

const LONGEST_TITLE = 80;

/** A report's title says its year; 政府信息公开年报 alone is a name of a part of the site. */
const isTitle = (line: string): boolean => {
  const text = line.replace(/\s+/g, '');
  return (
    text.length < LONGEST_TITLE &&
    /20\d\d|二[〇○零]/.test(text) &&
    /信息公开[^>：:，。；]{0,20}(?:报告|年报)(?:[（(][^（()）]{1,20}[）)])?$/.test(text) &&
    !/[>：:，。；]/.test(text)
  );
};

/**
 * The title above the article: a heading, else any element that is nothing but a title, else what the page
 * says of itself.
 */
function titleOf(page: HtmlElement, article: HtmlElement): string | null {
  const headings = ['h1', 'h2', 'h3'].flatMap((name) => [...descendants(page, name)].map(htmlText));
  const said = [...descendants(page, 'title')].map(htmlText);
  for (const { attributes } of descendants(page, 'meta'))
    if (/^(?:ArticleTitle|title)$/i.test(attributes.name ?? '')) said.unshift(attributes.content ?? '');
  // The name of the site stands behind a mark: `…年度报告_清溪县人民政府`.
  const own = said.flatMap((text) => [text, text.split(behindTitle)[0] ?? '']);
  const found = [...headings, ...textsOutside(page, article), ...own].find(isTitle);
  return found === undefined ? null : found.replace(/\s+/g, ' ').trim();
}

/** The short texts of elements that are no links, but for those in the article. */
function* textsOutside(element: HtmlElement, article: HtmlElement): Generator<string> {
  for (const child of element.children) {
    if (typeof child === 'string' || child === article || child.name === 'a' || isSurrounding(child))
      continue;
    const text = wordsOf(child).trim();
    if (text.length < LONGEST_TITLE) yield text;
    yield* textsOutside(child, article);
  }
}

const behindTitle = new RegExp(`[_${BARS}]|\\s[-–—]\\s|-(?=[^-]{0,40}$)`);
