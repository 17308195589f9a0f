// The numbers of ordered lists in web pages: they are shown and stand nowhere in the text.
import { formatListNumber } from '../list-number-format.ts';
import type { HtmlElement } from './html-tree.ts';

/** CSS and HTML names of the number formats. */
const formats: { readonly [name: string]: string } = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  'lower-alpha': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'cjk-ideographic': 'chineseCounting',
  'simp-chinese-informal': 'chineseCounting',
  'trad-chinese-informal': 'chineseCounting',
};

/** `1. ` or `一、` in front of an item of an ordered list; '' for any other. */
export function listNumber(item: HtmlElement, list: HtmlElement): string {
  const { style = '', type = '1', reversed } = list.attributes;
  const css = /list-style(?:-type)?\s*:\s*([\w-]{1,30})/i.exec(style)?.[1]?.toLowerCase();
  if (list.name !== 'ol' || css === 'none' || reversed !== undefined) return '';
  const format = formats[css ?? type] ?? 'decimal';
  return formatListNumber(ordinalOf(item, list), format) + (format === 'chineseCounting' ? '、' : '. ');
}

/** Items may say their own number, from which those behind them count on. */
function ordinalOf(item: HtmlElement, list: HtmlElement): number {
  let number = (integer(list.attributes.start) ?? 1) - 1;
  for (const child of list.children) {
    if (typeof child === 'string' || child.name !== 'li') continue;
    number = integer(child.attributes.value) ?? number + 1;
    if (child === item) break;
  }
  return number;
}

const integer = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
