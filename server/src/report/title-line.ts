// Lines that may be a report's title.
import { fold, narrow } from '../text/fold.ts';
import type { Span } from '../text/span.ts';

/** The words a title ends with, folded or narrowed. */
export const TITLE_WORDS =
  /(?:政府|政务)?信息公开(?:工作)?的?(?:情况)?的?(?:年度)?(?:工作)?(?:情况)?的?(?:报告|年报)/;

/** In every title, and in few other lines. */
const mayBeTitle = /[报報]/;
const disclosure = /公[开開]/;
const sentenceEnd = /[。；;]/;

/** `清溪县教育局2024年政府信息公开工作年度报告` and the like, alone on its line. */
export function isTitleLine(line: string): boolean {
  if (!mayBeTitle.test(line) || !disclosure.test(line) || sentenceEnd.test(line)) return false;
  const key = fold(line);
  return key.length <= 70 && TITLE_WORDS.test(key) && !key.includes('格式');
}

/** The same at the head of a page without line ends: up to fifty characters, then a blank. */
export function titleInPage(head: string): Span | null {
  if (!mayBeTitle.test(head)) return null;
  const plain = narrow(head);
  const ending = titleInLine.exec(plain);
  if (ending === null) return null;
  let from = ending.index;
  while (from > 0 && ending.index - from < 50 && !beforeTitle.test(plain.charAt(from - 1))) from--;
  return ending.index - from < 2 ? null : { from, to: ending.index + ending[0].length };
}

const titleInLine = /信息公开(?:工作)?年度报告(?=\s)/;
const beforeTitle = /[\s。,;:]/;
