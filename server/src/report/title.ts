import { fold, narrow } from '../text/fold.ts';
import type { Span } from '../text/span.ts';

/** Who reports on which year. */
export interface TitleReading {
  readonly year: number | null;
  readonly organ: string | null;
}

const ending = /(?:政府|政务)?信息公开(?:工作)?的?(?:情况)?的?(?:年度)?(?:工作)?(?:情况)?的?(?:报告|年报)/;
const arabic = /(20[0-4]\d)\s*-?/;
const chinese = /二[〇零0][一二三四][〇零一二三四五六七八九]/;
const period = /(?:统计期限|统计时间|数据统计|期限)[^。]{0,20}?(20[0-4]\d)/;
const digits = '〇一二三四五六七八九';
const yearMark =
  '(?:20[0-4][0-9０-９]|[２2][０0][０-９0-9]{2}|二[〇零○0][一二三四][〇零○一二三四五六七八九])(?:年度|年)?';
const leading = new RegExp(`^(?:关于|關於|《|的)*(?:${yearMark})?(?:度)?`);
const trailing = new RegExp(`(?:${yearMark})?[的度年《]*$`);
/** What stands before a title in a page: a path, a date, a label. */
const lead = /^.*[>＞»:：|]\s*/;

/** The year named in a text, Arabic or Chinese; the first four digits where 年 is lost (`20241231日`). */
export function yearIn(text: string): number | null {
  const plain = narrow(text);
  const found = arabic.exec(plain)?.[1];
  if (found !== undefined) return Number(found);
  const written = chinese.exec(plain)?.[0];
  if (written === undefined) return null;
  return Number([...written].map((c) => Math.max(0, digits.indexOf(c))).join(''));
}

/** The year of the counting period in a preamble. */
export function periodYear(preamble: string): number | null {
  const found = period.exec(narrow(preamble))?.[1];
  return found === undefined ? null : Number(found);
}

/** What a title line says: `清溪县教育局2024年政府信息公开工作年度报告`. The organ keeps the script it is written in. */
export function readTitle(line: string): TitleReading {
  const tight = line.replace(/<[^<>]*>|[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňḿ]+[)）]|[\s*#]+/g, '');
  const plain = narrow(tight);
  const to = ending.exec(plain)?.index ?? plain.length;
  const from = lead.exec(plain.slice(0, to))?.[0].length ?? 0;
  let organ = tight.slice(from, to);
  for (const mark of [leading, trailing]) organ = organ.replace(mark, '');
  if (/(?:^|[市县區区州省乡鄉镇鎮旗盟縣])人民$/.test(organ)) organ += '政府';
  return { year: yearIn(plain), organ: organ.length >= 2 && organ.length <= 40 ? organ : null };
}

/** The line of the title among those that may be it: one that is nothing else, names a year, and stands first. */
export function bestTitle(
  lines: readonly { readonly text: string; readonly span: Span }[],
): { text: string; span: Span } | null {
  const worth = (text: string): number => {
    const key = fold(text);
    const { year, organ } = readTitle(text);
    return (
      (/(?:报告|年报)$/.test(key) ? 2 : 0) +
      (/[>＞»]|上一[篇条]|下一[篇条]/.test(text) ? -3 : 0) +
      (year === null ? 0 : 1) +
      (organ === null ? 0 : 1)
    );
  };
  let best: { text: string; span: Span } | null = null;
  for (const line of lines) if (best === null || worth(line.text) > worth(best.text)) best = line;
  return best;
}
