// `check --format sarif`.

import { pathToFileURL } from 'node:url';
import type { Location, Region, ReportingDescriptor, Result } from 'sarif';
import { version } from '../../../../package.json';
import type { Language } from '../../base/phrase.ts';
import { printableJson } from '../../base/printable.ts';
import { configRules } from '../../config/read.ts';
import { placeAt, placePhrase } from '../../office/places.ts';
import { rules } from '../../rules/all.ts';
import { manualPage } from '../../rules/manual-page.ts';
import type { Finding, Fix } from '../../rules/rule.ts';
import type { Severity } from '../../rules/severity.ts';
import type { DocumentText } from '../../text/document-text.ts';
import { type Span, shift } from '../../text/span.ts';
import { cellInWords, textRange } from '../excerpt.ts';
import type { Format, Summary, Unread, View, ViewedReport } from '../view.ts';

/** SARIF 2.1.0, one run, a line for each result. */
export const checkSarif: Format = {
  open: ({ language }) => {
    const driver = { name: 'ogi-report', version, semanticVersion: version, rules: descriptors(language) };
    return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":${printableJson(
      driver,
    )}},"language":"${language === 'zh' ? 'zh-CN' : 'en-US'}","columnKind":"utf16CodeUnits","results":[\n`;
  },
  between: ',\n',
  file: (view, { language }) =>
    view.reports
      .flatMap((viewed) =>
        viewed.findings.map((finding) => printableJson(resultOf(view, viewed, finding, language))),
      )
      .join(',\n'),
  close: (done) => `\n],"invocations":[${printableJson(invocation(done))}]}]}\n`,
};

const levelOf: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

function descriptors(language: Language): ReportingDescriptor[] {
  const own = configRules.map(({ id, severity, title }) => ({
    id,
    shortDescription: { text: title[language] },
    defaultConfiguration: { level: levelOf[severity] },
  }));
  return [
    ...rules.map((rule) => ({
      id: rule.id,
      shortDescription: { text: rule.title[language] },
      fullDescription: { text: rule.manual.what[language] },
      help: { text: rule.manual.how[language], markdown: manualPage(rule, language) },
      defaultConfiguration: { level: levelOf[rule.severity], ...(rule.optIn && { enabled: false }) },
    })),
    ...own,
  ];
}

const indexes: ReadonlyMap<string, number> = new Map([...rules, ...configRules].map(({ id }, i) => [id, i]));

function resultOf(
  { path, text, office }: View,
  { report, at }: ViewedReport,
  finding: Finding,
  language: Language,
): Result {
  const uri = uriOf(path);
  // An Office file has no lines: the place is part of the message.
  const place = (span: Span): Location => ({
    physicalLocation: {
      artifactLocation: { uri },
      ...(office === null ? { region: regionOf(text, span, at) } : {}),
    },
  });
  const within = office && placeAt(office.places, finding.span.from + at);
  const where = within ? `${placePhrase(within)[language]}: ` : '';
  const cell = report && finding.field ? cellInWords(report, finding.field, language) : null;
  const related = finding.related.filter(({ report: other }) => other === undefined);
  const fixes = office === null ? finding.fixes() : [];
  const ruleIndex = indexes.get(finding.rule);
  return {
    ruleId: finding.rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levelOf[finding.severity],
    message: { text: where + finding.message[language] },
    locations: [
      {
        ...place(finding.span),
        ...(finding.field && cell
          ? { logicalLocations: [{ name: cell, fullyQualifiedName: finding.field }] }
          : {}),
      },
    ],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((each, id) => ({
            id,
            ...place(each.span),
            message: { text: each.message[language] },
          })),
        }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => fixOf(fix, uri, text, at, language)) }),
  };
}

const fixOf = (fix: Fix, uri: string, text: DocumentText, at: number, language: Language) => ({
  description: { text: fix.title[language] },
  artifactChanges: [
    {
      artifactLocation: { uri },
      replacements: fix.edits.map((edit) => ({
        deletedRegion: regionOf(text, edit, at),
        insertedContent: { text: edit.insert },
      })),
    },
  ],
});

function regionOf(text: DocumentText, span: Span, at: number): Region {
  const { start, end } = textRange(text, shift(span, at));
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** A relative reference, or the file's address where the path is absolute. */
const uriOf = (path: string): string =>
  /^(?:\/|[A-Za-z]:)/.test(path)
    ? pathToFileURL(path).href
    : path.split('/').map(encodeURIComponent).join('/');

const invocation = ({ failed, skipped, unwritten, interrupted }: Summary) => ({
  executionSuccessful: failed.length === 0 && !interrupted,
  toolExecutionNotifications: [
    ...failed.map((each) => notification(each, 'error')),
    ...[...skipped, ...unwritten].map((each) => notification(each, 'warning')),
  ],
});

const notification = ({ path, why }: Unread, level: 'error' | 'warning') => ({
  level,
  message: { text: why },
  locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
});
