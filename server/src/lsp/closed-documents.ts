// Closed documents: the little that is kept of a file with reports that is not open, and its diagnostics.

import type { Diagnostic, Range } from 'vscode-languageserver';
import type { EffectiveConfig } from '../config/store.ts';
import { comparisonFindings, findings, type ReportFindings } from '../findings/findings.ts';
import { type Span, shift } from '../text/span.ts';
import { rangeOf } from './convert.ts';
import { diagnosticWriter } from './diagnostic-writer.ts';
import { findingsContexts } from './document-findings.ts';
import { documentName, LineStarts } from './document-name.ts';
import { type OfficeSource, placeInWords } from './office-documents.ts';
import type { Document } from './open-documents.ts';
import type { Session } from './session.ts';

export interface ClosedDocument {
  readonly uri: string;
  readonly lines: LineStarts;
  /** Where its reports start. */
  readonly starts: readonly number[];
  /** What its reports show by themselves under `config`, and which acceptances applied and were used. */
  readonly items: readonly Diagnostic[];
  readonly applied: readonly number[];
  readonly used: readonly number[];
  readonly config: EffectiveConfig;
  /** Where the text stands in an Office file. */
  readonly source: OfficeSource | null;
}

/** What is kept of a document with reports once its text is dropped. */
export function closedDocument(
  session: Session,
  document: Document,
  source: OfficeSource | null,
): ClosedDocument {
  const { uri, reports, text } = document;
  const context = findingsContexts(session, documentName(uri))();
  const found = reports.map(({ report }) => findings(report, context));
  const write = diagnosticWriter(session);
  const { language } = session.setting;
  return {
    uri,
    lines: new LineStarts(text.toString()),
    starts: reports.map(({ at }) => at),
    items: reports.flatMap(({ at }, index) =>
      (found[index]?.items ?? []).map((finding) =>
        write(finding, uri, (span) => rangeOf(document, span, at), placeInWords(source, at, language)),
      ),
    ),
    applied: found.flatMap(({ applied }) => applied),
    used: found.flatMap(({ used }) => used),
    config: context.config,
    source,
  };
}

/** What is wrong with the reports of a closed document, by themselves and beside others. */
export function closedDiagnostics(
  session: Session,
  name: string,
  closed: ClosedDocument,
): readonly Diagnostic[] {
  const write = diagnosticWriter(session);
  const beside = closedComparisons(session, name).flatMap(({ items }, index) =>
    items.map((finding) =>
      write(
        finding,
        closed.uri,
        (span) => rangeIn(closed, index, span),
        placeInWords(closed.source, closed.starts[index] ?? 0, session.setting.language),
      ),
    ),
  );
  return [...closed.items, ...beside];
}

/** What each report of a closed document shows beside others. */
export function closedComparisons(session: Session, name: string): readonly ReportFindings[] {
  const contextOf = findingsContexts(session, name);
  return session.workspace.reportsOf(name).map((own) => comparisonFindings(own, contextOf(own)));
}

/** The range of a span of one of a closed document's reports. */
export const rangeIn = ({ lines, starts }: ClosedDocument, index: number, span: Span): Range =>
  lines.range(shift(span, starts[index] ?? 0));
