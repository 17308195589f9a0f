// Markup inside a cell: what converters leave around and within a figure. `unwrapped` narrows a span to what
// Markdown emphasis or LaTeX marks enclose; `cellText` gives the text that a page would show.

import { isBlank } from './chars.ts';
import type { Span } from './span.ts';

/**
 * Marks that enclose a whole cell: `**3**`, `__3__`, `*3*`, `_3_`, `$3$`, `\(3\)`. Longer ones first. A
 * struck figure (`~~3~~`) is withdrawn, and what holds instead is for a person to say.
 */
const pairs: readonly (readonly [open: string, close: string])[] = [
  ...['**', '__', '==', '$$', '*', '_', '$', '`'].map((mark) => [mark, mark] as const),
  ['\\(', '\\)'],
  ...['text', 'textbf', 'textit', 'mathbf', 'mathrm', 'mathit', 'boldsymbol'].map(
    (command) => [`\\${command}{`, '}'] as const,
  ),
];
/** Nobody encloses a longer figure or label, in UTF-16 units. */
const longestEnclosed = 90;

/** The part of a trimmed span that paired marks enclose; the same span where none do. */
export function unwrapped(text: string, span: Span): Span {
  let { from, to } = span;
  while (mayOpenPair(text.charCodeAt(from)) && to - from <= longestEnclosed) {
    const [open, close] =
      pairs.find(
        ([first, last]) => text.startsWith(first, from) && text.startsWith(last, to - last.length),
      ) ?? none;
    if (open === '' || to - from <= open.length + close.length) break;
    const inner = text.slice(from + open.length, to - close.length);
    // `**3** 与 **5**` is no cell within one pair; `$1 2$` is 12, which the figure alone would not show.
    if (inner.includes(open) || inner.trim() === '' || (open === '$' && partedDigits.test(inner))) break;
    from += open.length;
    to -= close.length;
    while (isBlank(text.charCodeAt(from))) from++;
    while (isBlank(text.charCodeAt(to - 1))) to--;
  }
  return from === span.from ? span : { from, to };
}

const none: readonly [string, string] = ['', ''];

/** `$`, `*`, `_`, `` ` ``, `=` and `\`. */
const mayOpenPair = (unit: number): boolean =>
  unit === 0x2a || unit === 0x24 || unit === 0x5f || unit === 0x60 || unit === 0x3d || unit === 0x5c;

/** Digits that LaTeX sets side by side, whatever blanks there are. */
const partedDigits = /^[-+]?[\d.]{0,20}(?: {1,3}[\d.]{1,20}){1,20}$/;

/** Tags, entities, escapes, emphasis, LaTeX, and characters that show nothing. */
const mayHoldMarkup = /[<&\\*$\u200b-\u200d\u2060\ufeff]|\{,/;

/**
 * The text of a cell as a page shows it: without tags, comments and hidden elements, entities and escapes
 * resolved. A line end or struck text leaves a blank, so that no two figures become one; a raised mark stands
 * in brackets (`57<sup>1</sup>` is `57[1]`, not 571). Most cells hold no markup and come back as they are.
 */
export function cellText(raw: string): string {
  if (!mayHoldMarkup.test(raw)) return raw;
  let text = raw;
  if (text.includes('<')) text = withoutTags(text);
  if (text.includes('&')) text = text.replace(entity, resolved);
  if (text.includes('**')) text = text.replace(emphasised, '$1');
  if (text.includes('$') || text.includes('{,')) text = text.replace(thousands, ',').replace(formula, tight);
  return text.replace(escaped, '$1').replace(zeroWidth, '');
}

/** `**1**2`: digits of one figure, some of them emphasised. */
const emphasised = /\*\*(\d{1,15})\*\*/g;
/** `121{,}871`: how LaTeX keeps a comma from being followed by a gap. */
const thousands = /\{,\}/g;
const formula = /^\$([-+]?[\d., ]{1,60})\$$/;
const tight = (_: string, figure: string): string => figure.replaceAll(' ', '');
const zeroWidth = /[\u200b-\u200d\u2060\ufeff]/g;

const withoutTags = (text: string): string =>
  text
    .replace(comment, '')
    .replace(program, '')
    .replace(invisible, '')
    .replace(raised, '[$1]')
    .replace(struck, ' ')
    .replace(tag, (_, name: string) => (inline.has(name.toLowerCase()) ? '' : ' '));

const comment = /<!--[^<>]{0,200}-->/g;
const program = /<(script|style)\b[^<>]{0,200}>[^<]{0,2000}<\/\1\s*>/gi;
const invisible =
  /<([a-z]{1,8})\s[^<>]{0,200}?(?:display\s*:\s*none|visibility\s*:\s*hidden|\shidden\b)[^<>]{0,200}>[^<>]{0,100}<\/\1\s*>/gi;
const raised = /<su[pb]\b[^<>]{0,200}>[[［(（]?([^<>[\]]{0,8}?)[\]］)）]?<\/su[pb]\s*>/gi;
const struck = /<(?:del|s|strike)\b[^<>]{0,200}>[^<>]{0,100}<\/(?:del|s|strike)\s*>/gi;
const tag = /<\/?([a-z][a-z0-9:]{0,15})\b[^<>]{0,2000}>/gi;
/** Elements that do not part the words around them. */
const inline = new Set(
  'a,abbr,b,bdi,bdo,big,cite,code,em,font,i,ins,kbd,label,mark,o:p,q,small,span,st1,strong,tt,u,var,wbr'.split(
    ',',
  ),
);

const escaped = /\\([!-/:-@[-`{-~])/g;

const entity =
  /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(nbsp|ensp|emsp|thinsp|amp|lt|gt|middot|mdash|ndash|yen));/gi;
const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  middot: '·',
  mdash: '—',
  ndash: '–',
  yen: '¥',
};

function resolved(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? whole;
  const point = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
  return point > 0 && point <= 0xffff ? String.fromCharCode(point) : whole;
}
