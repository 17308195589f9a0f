// What a report's title says: who reports on which year.
import { BARS } from '../text/chars.ts';
import { fold, narrow } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Title } from './report.ts';
import { TITLE_WORDS } from './title-line.ts';

/** What a report is called; null what its text does not say. */
export interface Naming {
  readonly title: Title | null;
  readonly year: number | null;
  readonly organ: string | null;
}

/** In UTF-16 units: an organ or a year in a line above the title is looked for no further up. */
const ABOVE = 120;

/** `preamble`: the text before the first section; `lines`: those in it that may be the title. */
export function namingOf(preamble: string | null, lines: readonly Span[]): Naming {
  if (preamble === null) return { title: null, year: null, organ: null };
  const best = bestTitle(preamble, lines);
  if (best === null)
    return { title: null, year: periodYear(preamble) ?? yearIn(preamble), organ: announcedOrgan(preamble) };
  const line = preamble.slice(best.from, best.to);
  const own = readTitle(line);
  const joined =
    own.year === null || own.organ === null ? readTitle(lineAbove(preamble, best.from) + line) : own;
  const text = line.trim();
  const from = best.from + line.indexOf(text);
  return {
    title: { span: { from, to: from + text.length }, text },
    year: own.year ?? joined.year ?? periodYear(preamble),
    organ: own.organ ?? joined.organ ?? announcedOrgan(preamble),
  };
}

/** The title's line among those that may be it: it is nothing else, names a year, and stands first. */
function bestTitle(preamble: string, lines: readonly Span[]): Span | null {
  let best: Span | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    const worth = worthOf(preamble.slice(line.from, line.to));
    if (worth > most) [best, most] = [line, worth];
  }
  return best;
}

function worthOf(line: string): number {
  const { year, organ } = readTitle(line);
  return (
    (/(?:报告|年报)$/.test(fold(line)) ? 2 : 0) +
    (/[>＞»]|上一[篇条]|下一[篇条]/.test(line) ? -3 : 0) +
    (year === null ? 0 : 1) +
    (organ === null ? 0 : 1)
  );
}

const lineAbove = (preamble: string, at: number): string =>
  preamble
    .slice(Math.max(0, at - ABOVE), at)
    .trim()
    .split(/[\r\n]+/)
    .at(-1)
    ?.trim() ?? '';

/** Year and organ of a title line, the organ in the script it is written in. */
function readTitle(line: string): { readonly year: number | null; readonly organ: string | null } {
  const tight = line.replace(pinyinAndTags, '');
  const plain = narrow(tight);
  const to = TITLE_WORDS.exec(plain)?.index ?? plain.length;
  const from = lead.exec(plain.slice(0, to))?.[0].length ?? 0;
  let organ = tight.slice(from, to);
  for (const mark of [leading, trailing]) organ = organ.replace(mark, '');
  if (/(?:^|[市县區区州省乡鄉镇鎮旗盟縣])人民$/.test(organ)) organ += '政府';
  return { year: yearIn(plain), organ: organ.length >= 2 && organ.length <= 40 ? organ : null };
}

/** What is no part of a title: tags, pinyin behind a character, blanks, marks of Markdown. */
const pinyinAndTags = /<[^<>]*>|[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňḿ]+[)）]|[\s*#]+/g;
/** What stands before a title in a page: a path, a date, a label. */
const lead = new RegExp(`^.*[>＞»:：${BARS}]\\s*`);
const YEAR =
  '(?:20[0-4][0-9０-９]|[２2][０0][０-９0-9]{2}|二[〇零○0][一二三四][〇零○一二三四五六七八九])(?:年度|年)?';
const leading = new RegExp(`^(?:关于|關於|《|的)*(?:${YEAR})?(?:度)?`);
const trailing = new RegExp(`(?:${YEAR})?[的度年《]*$`);

/** The year a text names, in Arabic or Chinese digits; the first four where 年 is lost (`20241231日`). */
function yearIn(text: string): number | null {
  const plain = narrow(text);
  const found = arabic.exec(plain)?.[1];
  if (found !== undefined) return Number(found);
  const written = chinese.exec(plain)?.[0];
  if (written === undefined) return null;
  return Number([...written].map((digit) => Math.max(0, digits.indexOf(digit))).join(''));
}

const arabic = /(20[0-4]\d)\s*-?/;
const chinese = /二[〇零0][一二三四][〇零一二三四五六七八九]/;
const digits = '〇一二三四五六七八九';

/** The organ that a sentence above the sections names: `现公布落霞市人民政府2024年政府信息公开工作年度报告`. */
function announcedOrgan(preamble: string): string | null {
  const plain = narrow(preamble).replace(pinyinAndTags, '');
  return announced.exec(plain)?.[1] ?? null;
}

const announced =
  /(?:现公布|现发布|现将|现予以?公布|公布|编制了?)(?![本我该])([\u4e00-\u9fff]{2,30}?[府局委厅办会室镇乡街市县区院处所心队])(?=(?:20[0-4]\d年?度?)?(?:政府)?信息公开工作?年度报告)/;

/** The year of the counting period: `统计期限为2024年1月1日至…`. */
function periodYear(preamble: string): number | null {
  const found = period.exec(narrow(preamble))?.[1];
  return found === undefined ? null : Number(found);
}

const period = /(?:统计期限|统计时间|数据统计|期限)[^。]{0,20}?(20[0-4]\d)/;
