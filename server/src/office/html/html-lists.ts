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
  if (list.name !== 'ol') return '';
  const { style = '', type = '1', start, reversed } = list.attributes;
  const css = /list-style(?:-type)?\s*:\s*([\w-]{1,30})/i.exec(style)?.[1]?.toLowerCase();
  if (css === 'none' || reversed !== undefined) return '';
  const format = formats[css ?? type] ?? 'decimal';
  let number = (Number.parseInt(start ?? '1', 10) || 1) - 1;
  for (const child of list.children) {
    if (typeof child === 'string' || child.name !== 'li') continue;
    number = Number.parseInt(child.attributes.value ?? '', 10) || number + 1;
    if (child === item) break;
  }
  return formatListNumber(number, format) + (format === 'chineseCounting' ? '、' : '. ');
}
