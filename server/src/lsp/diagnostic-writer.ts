// Writes findings as diagnostics of the protocol.

import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver';
import { memoizePerObject } from '../base/cache.ts';
import type { Finding } from '../rules/rule.ts';
import type { Severity } from '../rules/severity.ts';
import type { Span } from '../text/span.ts';
import type { InWords } from './office-documents.ts';
import { pageName, type Session } from './session.ts';

/**
 * Writes a finding of the document `uri`; `place` gives the range of a span of its report, `words` what it is
 * called in an Office file.
 */
export type DiagnosticWriter = (
  finding: Finding,
  uri: string,
  place: (span: Span) => Range,
  words?: InWords,
) => Diagnostic;

/** The writer for the client of a session. */
export const diagnosticWriter: (session: Session) => DiagnosticWriter = memoizePerObject((session) => {
  const { relatedInformation, codeDescriptionSupport } = {
    ...session.client.textDocument?.publishDiagnostics,
    ...session.client.textDocument?.diagnostic,
  };
  return (finding, uri, place, words) => {
    const { language } = session.setting;
    const page = codeDescriptionSupport ? session.host.manual(pageName(finding.rule, language)) : null;
    const related = finding.related.flatMap(({ span, message, report, isAddend }) => {
      if (isAddend && session.isBrief) return [];
      const location = report ? session.workspace.locate(report, span) : { uri, range: place(span) };
      return location ? [{ location, message: message[language] }] : [];
    });
    return {
      range: place(finding.span),
      severity: severities[finding.severity],
      source: 'ogi-report',
      code: finding.rule,
      message: (words?.(finding.span) ?? '') + finding.message[language],
      ...(page !== null && { codeDescription: { href: page } }),
      ...(relatedInformation && related.length > 0 && { relatedInformation: related }),
    };
  };
});

/** Whether two lists are equal. Diagnostics of unchanged reports are the same objects. */
export const areSameDiagnostics = (a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean =>
  a.length === b.length &&
  a.every((item, i) => item === b[i] || JSON.stringify(item) === JSON.stringify(b[i]));

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
