// `check --format github`.

import { printableLines } from '../../base/printable.ts';
import { placeAt, placePhrase } from '../../office/places.ts';
import type { Severity } from '../../rules/severity.ts';
import { shift } from '../../text/span.ts';
import { cellInWords, textRange, unwrittenWords } from '../excerpt.ts';
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
  file: ({ path, text, reports, office, kind, why, written }, { language }) => {
    const lines = reports.flatMap(({ report, at, findings }) =>
      findings.map((finding) => {
        const { start, end } = textRange(text, shift(finding.span, at));
        const cell = report && finding.field ? cellInWords(report, finding.field, language) : null;
        const within = office && placeAt(office.places, finding.span.from + at);
        const place =
          start.line === end.line
            ? `line=${start.line + 1},endLine=${end.line + 1},col=${start.character + 1},endColumn=${end.character + 1}`
            : `line=${start.line + 1},endLine=${end.line + 1}`;
        const title = property(cell === null ? finding.rule : `${finding.rule} ${cell}`);
        const where = within ? `${placePhrase(within)[language]}: ` : '';
        const message = escaped(where + finding.message[language]);
        const lines = within ? '' : `,${place}`;
        return `::${commands[finding.severity]} file=${property(path)}${lines},title=${title}::${message}\n`;
      }),
    );
    for (const each of written?.unwritten ?? [])
      lines.push(`::warning file=${property(path)}::${escaped(unwrittenWords(each, language))}\n`);
    if (kind === 'skipped' && why !== null) lines.push(`::warning file=${property(path)}::${escaped(why)}\n`);
    if (kind === 'failed' && why !== null) lines.push(`::error file=${property(path)}::${escaped(why)}\n`);
    return lines.join('');
  },
  close: () => '',
};

const escaped = (text: string): string =>
  printableLines(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
