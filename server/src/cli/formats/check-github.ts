// `check --format github`.

import type { Severity } from '../../rules/severity.ts';
import { shift } from '../../text/span.ts';
import { cellInWords, textRange } from '../excerpt.ts';
import type { Format } from '../view.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** Workflow commands that GitHub shows as annotations of a change. */
export const checkGithub: Format = {
  open: () => '',
  between: '',
  file: ({ path, text, reports, kind, why }, { language }) => {
    const lines = reports.flatMap(({ report, at, findings }) =>
      findings.map((finding) => {
        const { start, end } = textRange(text, shift(finding.span, at));
        const cell = report && finding.field ? cellInWords(report, finding.field, language) : null;
        const place =
          start.line === end.line
            ? `line=${start.line + 1},endLine=${end.line + 1},col=${start.character + 1},endColumn=${end.character + 1}`
            : `line=${start.line + 1},endLine=${end.line + 1}`;
        const title = property(cell === null ? finding.rule : `${finding.rule} ${cell}`);
        const message = escaped(finding.message[language]);
        return `::${commands[finding.severity]} file=${property(path)},${place},title=${title}::${message}\n`;
      }),
    );
    if (kind === 'failed' && why !== null) lines.push(`::error file=${property(path)}::${escaped(why)}\n`);
    return lines.join('');
  },
  close: () => '',
};

const escaped = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
