// What was done in all, in words.

import { type Phrase, plural } from '../../base/phrase.ts';
import { printable } from '../../base/printable.ts';
import { allSeverities, type Severity, severityName } from '../../rules/severity.ts';
import type { Counts, OutputOptions, Summary, Unread } from '../view.ts';

/** The last line: what was examined and found. */
export function summaryLine(done: Summary, { language }: OutputOptions): string {
  const parts = (language === 'zh' ? inChinese(done) : inEnglish(done)).filter((part) => part !== '');
  return language === 'zh' ? `${parts.join('；')}。\n` : `${parts.join('; ')}.\n`;
}

const inChinese = ({
  files,
  reports,
  others,
  failed,
  skipped,
  counts,
  fixed,
  tracked,
  unwritten,
  interrupted,
}: Summary): string[] => [
  `检查了 ${files} 个文件中的 ${reports} 份报告`,
  countsInWords(counts, { language: 'zh' }) || (reports > 0 ? '没有发现问题' : '没有可检查的报告'),
  others > 0 ? `${others} 个文件不是报告` : '',
  skipped.length > 0 ? `跳过 ${skipped.length} 个文件：${named(skipped, '、')}` : '',
  failed.length > 0 ? `${failed.length} 个文件不能读写` : '',
  fixed !== null ? fixedWords({ fixed, tracked }).zh : '',
  unwritten.length > 0 ? `${unwritten.length} 处没有写入` : '',
  interrupted ? '被中断，其余没有检查' : '',
];

const inEnglish = ({
  files,
  reports,
  others,
  failed,
  skipped,
  counts,
  fixed,
  tracked,
  unwritten,
  interrupted,
}: Summary): string[] => [
  `${plural(reports, 'report')} in ${plural(files, 'file')} checked`,
  countsInWords(counts, { language: 'en' }) || (reports > 0 ? 'nothing found' : 'no report to check'),
  others > 0 ? `${plural(others, 'file')} without a report` : '',
  skipped.length > 0 ? `${plural(skipped.length, 'file')} skipped: ${named(skipped, ', ')}` : '',
  failed.length > 0 ? `${failed.length} could not be read or written` : '',
  fixed !== null ? fixedWords({ fixed, tracked }).en : '',
  unwritten.length > 0 ? `${plural(unwritten.length, 'fix', 'fixes')} not written` : '',
  interrupted ? 'interrupted, the rest not checked' : '',
];

/** How many fixes were written. */
export const fixedWords = ({
  fixed,
  tracked,
}: {
  readonly fixed: number;
  readonly tracked: number;
}): Phrase => ({
  zh: `改正 ${fixed} 处${tracked > 0 ? `（其中 ${tracked} 处为修订，待接受或拒绝）` : ''}`,
  en: `${plural(fixed, 'fix', 'fixes')} written${tracked > 0 ? ` (${tracked} as tracked changes)` : ''}`,
});

/** Names, the first few of them. Why each was skipped is said beside it. */
const named = (skipped: readonly Unread[], between: string): string =>
  skipped
    .slice(0, 10)
    .map(({ path }) => printable(path))
    .join(between) + (skipped.length > 10 ? ' …' : '');

/** `2 个错误，1 个警告`; empty where nothing was found. */
export const countsInWords = (counts: Counts, { language }: Pick<OutputOptions, 'language'>): string =>
  language === 'zh'
    ? kinds(counts, (level) => `${counts[level]} 个${severityName[level].zh}`).join('，')
    : kinds(counts, (level) => plural(counts[level], level, level === 'info' ? level : `${level}s`)).join(
        ', ',
      );

const kinds = (counts: Counts, words: (level: Severity) => string): string[] =>
  allSeverities.filter((level) => counts[level] > 0).map(words);
