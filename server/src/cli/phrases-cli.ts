// What several outputs say alike.

import type { Phrase } from '../base/phrase.ts';
import type { Severity } from '../rules/severity.ts';

export const severityName: Readonly<Record<Severity, Phrase>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
  hint: { zh: '建议', en: 'hint' },
};

export const noReport: Phrase = {
  zh: '不是政府信息公开工作年度报告，略过',
  en: 'is no annual report on open government information, skipped',
};

export const notText: Phrase = {
  zh: '不是文本文件，或者编码无法识别（应为 UTF-8、UTF-16 或 GB18030）',
  en: 'is no text, or in an unknown encoding (UTF-8, UTF-16 and GB18030 are read)',
};

export const notEncodable: Phrase = {
  zh: '改正后的文字无法用文件原来的编码保存，没有写入',
  en: 'the corrected text cannot be written in the encoding of the file and was not written',
};

/** A number of things in English. */
export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
