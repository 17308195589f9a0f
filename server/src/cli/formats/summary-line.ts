// What was done in all, in words.

import { plural } from '../../base/phrase.ts';
import { allSeverities, type Severity, severityName } from '../../rules/severity.ts';
import type { Counts, OutputOptions, Summary } from '../view.ts';

/** The last line: what was examined and found. */
export function summaryLine(done: Summary, { language }: OutputOptions): string {
  const parts = (language === 'zh' ? inChinese(done) : inEnglish(done)).filter((part) => part !== '');
  return language === 'zh' ? `${parts.join('；')}。\n` : `${parts.join('; ')}.\n`;
}

const inChinese = ({ files, reports, others, failed, counts, fixed, interrupted }: Summary): string[] => [
  `检查了 ${files} 个文件中的 ${reports} 份报告`,
  kinds(counts, (level) => `${counts[level]} 个${severityName[level].zh}`).join('，') || '没有发现问题',
  others > 0 ? `${others} 个文件不是报告` : '',
  failed.length > 0 ? `${failed.length} 个文件不能读写` : '',
  fixed !== null ? `改正 ${fixed} 处` : '',
  interrupted ? '被中断，其余没有检查' : '',
];

const inEnglish = ({ files, reports, others, failed, counts, fixed, interrupted }: Summary): string[] => [
  `${plural(reports, 'report')} in ${plural(files, 'file')} checked`,
  kinds(counts, (level) => plural(counts[level], level, level === 'info' ? level : `${level}s`)).join(', ') ||
    'nothing found',
  others > 0 ? `${plural(others, 'file')} skipped` : '',
  failed.length > 0 ? `${failed.length} could not be read or written` : '',
  fixed !== null ? `${plural(fixed, 'fix', 'fixes')} written` : '',
  interrupted ? 'interrupted, the rest not checked' : '',
];

const kinds = (counts: Counts, words: (level: Severity) => string): string[] =>
  allSeverities.filter((level) => counts[level] > 0).map(words);
