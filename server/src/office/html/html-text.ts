// Reads a web page, or a fragment of one from the clipboard, as a text: its article, without the site around
// it.
import type { FlowBlock } from '../flow.ts';
import { writeFlow } from '../flow-writer.ts';
import { type OfficeText, UnreadableOffice } from '../office-text.ts';
import { isOwnPage } from '../own-summary.ts';
import { refusals } from '../refusals.ts';
import { articleOf, isSurrounding } from './html-article.ts';
import { decodeHtml } from './html-encoding.ts';
import { htmlBlocks } from './html-flow.ts';
import { parseHtml } from './html-tree.ts';

/** Throws `UnreadableOffice`. */
export function readHtml(bytes: Uint8Array): OfficeText {
  const html = withoutClipboardHeader(decodeHtml(bytes));
  if (isOwnPage(html)) throw new UnreadableOffice(refusals.summary);
  const page = parseHtml(html);
  const { element, title } = articleOf(page);
  const blocks = htmlBlocks(element, isSurrounding);
  const heading: readonly FlowBlock[] =
    title === null ? [] : [{ kind: 'paragraph', text: title, boxes: [], pictures: 0, joined: false }];
  return writeFlow('html', [...heading, ...blocks], []);
}

/**
 * `Version:0.9 StartHTML:…`: its offsets count bytes and are often wrong, and the markup behind it says
 * enough.
 */
const withoutClipboardHeader = (html: string): string =>
  /^\ufeff?Version:\d/.test(html) ? html.slice(Math.max(0, html.indexOf('<'))) : html;
