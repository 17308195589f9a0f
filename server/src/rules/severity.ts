// How grave a finding is, and at which level each rule is reported. The only list of severities.
import type { Phrase } from '../base/phrase.ts';

/** From the most to the least grave. */
export const allSeverities = ['error', 'warning', 'info', 'hint'] as const;

export type Severity = (typeof allSeverities)[number];

export const severityName: Readonly<Record<Severity, Phrase>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
  hint: { zh: '建议', en: 'hint' },
};

/** What a setting may say of a rule. */
export const levels = [...allSeverities, 'off'] as const;

export type Level = (typeof levels)[number];

export const levelName: Readonly<Record<Level, Phrase>> = {
  ...severityName,
  off: { zh: '关闭', en: 'off' },
};

/** Levels by rule id; a rule that is not named keeps its own severity. */
export type Severities = ReadonlyMap<string, Level>;
