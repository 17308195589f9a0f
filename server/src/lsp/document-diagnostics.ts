// The diagnostics of an open document. Those of closed ones: closed-documents.ts.

import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { IndexedReport } from '../archive/report-index.ts';
import { memoizePerObject } from '../base/cache.ts';
import type { Language, Phrase } from '../base/phrase.ts';
import type { ReportFindings } from '../findings/findings.ts';
import type { Finding } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { eachReport, rangeOf } from './convert.ts';
import { type DiagnosticWriter, diagnosticWriter } from './diagnostic-writer.ts';
import { findingsIn } from './document-findings.ts';
import type { Document } from './open-documents.ts';
import type { Session } from './session.ts';

/** What is wrong with the reports of an open document. */
export function documentDiagnostics(session: Session, document: Document): readonly Diagnostic[] {
  const found = findingsIn(session, document);
  const write = diagnosticWriter(session);
  const items = written(document, (index) => {
    const { items } = found[index] as ReportFindings;
    return [write, items, placesOf(session, items)];
  });
  return unfinished(document, items.flat(), session.setting.language);
}

/** Written again where findings have changed, or where a report that they point to has moved (`_places`). */
const written = eachReport(
  (document, { at }, write: DiagnosticWriter, items: readonly Finding[], _places: string) =>
    items.map((finding) => write(finding, document.uri, (span) => rangeOf(document, span, at))),
);

/** Where those other reports stand that findings point to. */
function placesOf({ workspace }: Session, items: readonly Finding[]): string {
  const places = relatedReports(items).map((report) => {
    const place = workspace.locate(report, START);
    return place && `${place.uri} ${place.range.start.line}`;
  });
  return places.join('\n');
}

const relatedReports = memoizePerObject((items: readonly Finding[]): readonly IndexedReport[] => [
  ...new Set(items.flatMap(({ related }) => related.flatMap(({ report }) => report ?? []))),
]);

const START: Span = { from: 0, to: 0 };

/** A row in which someone is typing is not wrong yet but unfinished. */
function unfinished(
  { typing }: Document,
  items: readonly Diagnostic[],
  language: Language,
): readonly Diagnostic[] {
  const isTyped = ({ code, range: { start, end } }: Diagnostic): boolean =>
    code === 'missing-cell' && typing !== null && start.line <= typing && typing <= end.line;
  if (typing === null || !items.some(isTyped)) return items;
  return items.map((item) =>
    isTyped(item)
      ? { ...item, severity: DiagnosticSeverity.Information, message: notFinished[language] }
      : item,
  );
}

const notFinished: Phrase = { zh: '这一行还没有填完。', en: 'This row is not finished yet.' };
