// `check --format text`, for people.

import type { Finding } from '../../rules/rule.ts';
import type { Severity } from '../../rules/severity.ts';
import type { DocumentText } from '../../text/document-text.ts';
import { width } from '../../text/fold.ts';
import { shift } from '../../text/span.ts';
import { cellInWords, excerpt, printable } from '../excerpt.ts';
import { noReport, plural, severityName } from '../phrases-cli.ts';
import type { Counts, Format, OutputOptions, Summary, View, ViewedReport } from '../view.ts';

/** `file:line:column severity rule message`, the cell in words, the line with the place marked. */
export const textFormat: Format = {
  open: () => '',
  between: '',
  file: (view, look) => {
    const lines = view.reports.flatMap((viewed) =>
      viewed.findings.map((finding) => findingLines(view, viewed, finding, look)),
    );
    if (view.kind === 'other') lines.push(`${printable(view.path)}: ${noReport[look.language]}\n`);
    if (view.fixed !== null && view.fixed > 0)
      lines.push(`${printable(view.path)}: ${fixedWords(view.fixed, look)}\n`);
    return lines.join('');
  },
  close: summary,
};

function findingLines(
  { path, text }: View,
  { report, at }: ViewedReport,
  finding: Finding,
  look: OutputOptions,
): string {
  const { language } = look;
  const paint = painter(look);
  const span = shift(finding.span, at);
  const { line, character } = text.positionAt(span.from);
  const head = `${paint.strong(`${printable(path)}:${line + 1}:${character + 1}`)} ${paint.as(
    finding.severity,
    severityName[finding.severity][language],
  )} ${paint.faint(finding.rule)} ${printable(finding.message[language])}\n`;
  const cell =
    report === null || finding.field === null ? null : cellInWords(report, finding.field, language);
  const named = cell === null ? '' : `    ${paint.faint(language === 'zh' ? '单元格' : 'cell')} ${cell}\n`;
  return head + named + source(text, span, line, finding.severity, look);
}

/** The line of text of a finding, with its number, and marks under the place as wide as it is shown. */
function source(
  text: DocumentText,
  span: { readonly from: number; readonly to: number },
  line: number,
  severity: Severity,
  look: OutputOptions,
): string {
  const { text: shown, from, to } = excerpt(text, span);
  const paint = painter(look);
  const number = String(line + 1);
  const bar = paint.faint('|');
  const marks = '^'.repeat(Math.max(1, width(shown.slice(from, to))));
  const under = `${' '.repeat(number.length)} ${bar} ${' '.repeat(width(shown.slice(0, from)))}${paint.as(severity, marks)}`;
  return `    ${paint.faint(number)} ${bar} ${shown}\n    ${under}\n`;
}

const fixedWords = (fixed: number, { language }: OutputOptions): string =>
  language === 'zh' ? `改正 ${fixed} 处` : `${plural(fixed, 'fix', 'fixes')} written`;

/** The last line: what was examined and found. */
export function summary(done: Summary, { language }: OutputOptions): string {
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
  (['error', 'warning', 'info', 'hint'] as const).filter((level) => counts[level] > 0).map(words);

/** Colours words, where colours are wanted. */
function painter({ colour }: OutputOptions) {
  const wrap = (code: string) => (words: string) => (colour ? `\u001b[${code}m${words}\u001b[0m` : words);
  const codes: Record<Severity, string> = { error: '31', warning: '33', info: '36', hint: '35' };
  return {
    strong: wrap('1'),
    faint: wrap('2'),
    as: (severity: Severity, words: string) => wrap(codes[severity])(words),
  };
}
