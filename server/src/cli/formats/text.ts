import type { Finding, Severity } from '../../rules/rule.ts';
import { width } from '../../text/fold.ts';
import { shift } from '../../text/span.ts';
import type { Text } from '../../text/text.ts';
import { cellInWords, counted, excerpt, printable } from '../place.ts';
import type { Entry, Format, Look, Summary, View } from '../view.ts';
import { noReport, severityName } from '../words.ts';

/** For people: `file:line:column severity rule message`, the cell in words, the line with the place marked. */
export const text: Format = {
  open: () => '',
  between: '',
  file: (view, look) => {
    const lines = view.entries.flatMap((entry) =>
      entry.findings.map((finding) => findingLines(view, entry, finding, look)),
    );
    if (view.kind === 'other') lines.push(`${printable(view.path)}: ${noReport[look.language]}\n`);
    if (view.fixed !== null && view.fixed > 0)
      lines.push(`${printable(view.path)}: ${fixedWords(view.fixed, look)}\n`);
    return lines.join('');
  },
  close: summary,
};

function findingLines({ path, text }: View, { report, at }: Entry, finding: Finding, look: Look): string {
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

/** The line under a finding, with its number; the place marked beneath it, as wide as it is shown. */
function source(
  text: Text,
  span: { readonly from: number; readonly to: number },
  line: number,
  severity: Severity,
  look: Look,
): string {
  const { text: shown, from, to } = excerpt(text, span);
  const paint = painter(look);
  const number = String(line + 1);
  const bar = paint.faint('|');
  const marks = '^'.repeat(Math.max(1, width(shown.slice(from, to))));
  const under = `${' '.repeat(number.length)} ${bar} ${' '.repeat(width(shown.slice(0, from)))}${paint.as(severity, marks)}`;
  return `    ${paint.faint(number)} ${bar} ${shown}\n    ${under}\n`;
}

const fixedWords = (fixed: number, { language }: Look): string =>
  ({ zh: `改正 ${fixed} 处`, en: `${counted(fixed, '', 'fix', 'fixes').en} written` })[language];

/** The last line: what was examined, and what was found. */
export function summary(done: Summary, { language }: Look): string {
  const { files, reports, others, failed, counts, fixed } = done;
  const zh = [
    `检查了 ${files} 个文件中的 ${reports} 份报告`,
    found(done).zh,
    others > 0 ? `${others} 个文件不是报告` : '',
    failed.length > 0 ? `${failed.length} 个文件不能读写` : '',
    fixed !== null ? `改正 ${fixed} 处` : '',
    done.interrupted ? '被中断，其余没有检查' : '',
  ];
  const en = [
    `${counted(reports, '', 'report').en} in ${counted(files, '', 'file').en} checked`,
    found(done).en,
    others > 0 ? `${others} no ${others === 1 ? 'report' : 'reports'}` : '',
    failed.length > 0 ? `${failed.length} could not be read or written` : '',
    fixed !== null ? `${counted(fixed, '', 'fix', 'fixes').en} written` : '',
    done.interrupted ? 'interrupted, the rest not checked' : '',
  ];
  return language === 'zh'
    ? `${zh.filter((part) => part !== '').join('；')}。\n`
    : `${en.filter((part) => part !== '').join('; ')}.\n`;

  function found(_: Summary) {
    const kinds = (['error', 'warning', 'info', 'hint'] as const).filter((each) => counts[each] > 0);
    if (kinds.length === 0) return { zh: '没有发现问题', en: 'nothing found' };
    return {
      zh: kinds.map((each) => `${counts[each]} 个${severityName[each].zh}`).join('，'),
      en: kinds
        .map((each) => `${counts[each]} ${severityName[each].en}${plural(each, counts[each])}`)
        .join(', '),
    };
  }
}

const plural = (severity: Severity, n: number): string => (n === 1 || severity === 'info' ? '' : 's');

/** Wraps words in colours, where there are any. */
function painter({ colour }: Look) {
  const wrap = (code: string) => (words: string) => (colour ? `\u001b[${code}m${words}\u001b[0m` : words);
  const codes: Record<Severity, string> = { error: '31', warning: '33', info: '36', hint: '35' };
  return {
    strong: wrap('1'),
    faint: wrap('2'),
    as: (severity: Severity, words: string) => wrap(codes[severity])(words),
  };
}
