// The diagnostics of an open document. Those of closed ones: closed-documents.ts.

import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { IndexedReport } from '../archive/report-index.ts';
import { memoizePerObject, objectStore } from '../base/cache.ts';
import type { Language, Phrase } from '../base/phrase.ts';
import type { ReportFindings } from '../findings/findings.ts';
import type { PlacedReport } from '../report/index.ts';
import type { Finding } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { rangeOf } from './convert.ts';
import { diagnosticWriter } from './diagnostic-writer.ts';
import { findingsIn } from './document-findings.ts';
import { documentName } from './document-name.ts';
import { type OfficeSource, placeInWords } from './office-documents.ts';
import type { Document } from './open-documents.ts';
import type { Session } from './session.ts';
import { showUnfinished, typedLineOf } from './typed-line.ts';

/** What is wrong with the reports of an open document. */
export function documentDiagnostics(session: Session, document: Document): readonly Diagnostic[] {
  const found = findingsIn(session, document);
  const all: Diagnostic[] = [];
  for (const [index, placed] of document.reports.entries()) {
    const own = found[index] as ReportFindings;
    if (own.items.length > 0) all.push(...written(session, document, placed, own));
  }
  return unfinished(document, all, session.setting.language);
}

interface Written {
  readonly line: number;
  readonly places: string;
  readonly source: OfficeSource | undefined;
  readonly items: readonly Diagnostic[];
}

const latest = objectStore<ReportFindings, Written>();

/** Written again when the report, or another one that its findings point to, has moved to another line. */
function written(
  session: Session,
  document: Document,
  { at, line }: PlacedReport,
  found: ReportFindings,
): readonly Diagnostic[] {
  const places = placesOf(session, found.items);
  const before = latest.get(found);
  const source = session.offices.get(documentName(document.uri));
  if (before?.line === line && before.places === places && before.source === source) return before.items;
  const write = diagnosticWriter(session);
  const words = placeInWords(source, at, session.setting.language);
  const items = found.items.map((finding) =>
    write(finding, document.uri, (span) => rangeOf(document, span, at), words),
  );
  latest.set(found, { line, places, source, items });
  return items;
}

/** Where those other reports stand that findings point to. */
function placesOf({ workspace }: Session, items: readonly Finding[]): string {
  const reports = relatedReports(items);
  if (reports.length === 0) return '';
  const places = reports.map((report) => {
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
  document: Document,
  items: readonly Diagnostic[],
  language: Language,
): readonly Diagnostic[] {
  const typing = typedLineOf(document);
  const isTyped = ({ code, range: { start, end } }: Diagnostic): boolean =>
    code === 'missing-cell' && typing !== null && start.line <= typing && typing <= end.line;
  if (typing === null || !items.some(isTyped)) return items;
  showUnfinished(document);
  return items.map((item) =>
    isTyped(item)
      ? { ...item, severity: DiagnosticSeverity.Information, message: notFinished[language] }
      : item,
  );
}

const notFinished: Phrase = { zh: '这一行还没有填完。', en: 'This row is not finished yet.' };
