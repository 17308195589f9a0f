// `check --format text`, for people.

import { styleText } from 'node:util';
import { printable } from '../../base/printable.ts';
import { ruleTitle } from '../../config/rule-title.ts';
import type { Finding } from '../../rules/rule.ts';
import { type Severity, severityName } from '../../rules/severity.ts';
import type { DocumentText } from '../../text/document-text.ts';
import { width } from '../../text/fold.ts';
import { shift } from '../../text/span.ts';
import { cellInWords, excerpt, placeOf } from '../excerpt.ts';
import {
  type Counts,
  type Format,
  noCounts,
  noReport,
  type OutputOptions,
  type View,
  type ViewedReport,
} from '../view.ts';
import { countsInWords, fixedWords, summaryLine } from './summary-line.ts';

/** `file:line:column severity title of the rule: message`, the cell, the line with the place marked. */
export const checkText: Format = {
  open: () => '',
  between: '',
  file: (view, look) => {
    const lines = view.reports.flatMap((viewed) =>
      viewed.findings.map((finding) => findingLines(view, viewed, finding, look)),
    );
    if (lines.length > 0) lines.push(`${printable(view.path)}: ${countsInWords(countsOf(view), look)}\n`);
    // Of a report they are findings.
    for (const { message } of view.reports.length > 0 ? [] : (view.office?.notes ?? []))
      lines.push(`${printable(`${view.path}: ${message[look.language]}`)}\n`);
    if (view.kind === 'other') lines.push(`${printable(view.path)}: ${noReport[look.language]}\n`);
    if (view.written !== null && view.written.fixed > 0)
      lines.push(`${printable(view.path)}: ${fixedWords(view.written)[look.language]}\n`);
    return lines.join('');
  },
  close: summaryLine,
};

function findingLines(
  view: View,
  { report, at }: ViewedReport,
  finding: Finding,
  look: OutputOptions,
): string {
  const { language } = look;
  const { text } = view;
  const paint = painter(look);
  const span = shift(finding.span, at);
  const { line } = text.positionAt(span.from);
  const head = `${paint('bold', placeOf(view, span.from, language))} ${paint(
    colours[finding.severity],
    severityName[finding.severity][language],
  )} ${paint('dim', ruleTitle(finding.rule)[language])}${language === 'zh' ? '：' : ': '}${printable(finding.message[language])}\n`;
  const cell =
    report === null || finding.field === null ? null : cellInWords(report, finding.field, language);
  const named = cell === null ? '' : `    ${paint('dim', language === 'zh' ? '单元格' : 'cell')} ${cell}\n`;
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
  const bar = paint('dim', '|');
  const marks = '^'.repeat(Math.max(1, width(shown.slice(from, to))));
  const under = `${' '.repeat(number.length)} ${bar} ${' '.repeat(width(shown.slice(0, from)))}${paint(colours[severity], marks)}`;
  return `    ${paint('dim', number)} ${bar} ${shown}\n    ${under}\n`;
}

function countsOf({ reports }: View): Counts {
  const counts = noCounts();
  for (const { findings } of reports) for (const { severity } of findings) counts[severity]++;
  return counts;
}

const colours = { error: 'red', warning: 'yellow', info: 'cyan', hint: 'magenta' } as const satisfies {
  readonly [severity in Severity]: Style;
};

type Style = Parameters<typeof styleText>[0];

/** Styles words, where colours are wanted; who wants them is not asked again of the stream. */
function painter({ colour }: OutputOptions): (style: Style, words: string) => string {
  return (style, words) => (colour ? styleText(style, words, { validateStream: false }) : words);
}
