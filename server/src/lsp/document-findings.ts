// The findings of an open document's reports, for handlers to pass to features.

import type { IndexedReport } from '../archive/report-index.ts';
import { type FindingsContext, findings, type ReportFindings } from '../findings/findings.ts';
import type { Report } from '../report/report.ts';
import type { Finding } from '../rules/rule.ts';
import { documentName } from './document-name.ts';
import type { Document } from './open-documents.ts';
import type { Session } from './session.ts';

/** What is found of each report of a document, in the order of its text. */
export function findingsIn(session: Session, document: Document): readonly ReportFindings[] {
  const name = documentName(document.uri);
  const contextOf = findingsContexts(session, name);
  const indexed = session.workspace.reportsOf(name);
  return document.reports.map(({ report, at }, index) =>
    findings(report, { ...contextOf(indexed[index]), ...readingOf(session, name, at, index) }),
  );
}

/** What is found of one report of a document. */
export function findingsOf(session: Session, document: Document, report: Report): readonly Finding[] {
  const name = documentName(document.uri);
  const index = document.reports.findIndex((placed) => placed.report === report);
  const own = session.workspace.reportsOf(name)[index];
  const at = document.reports[index]?.at ?? 0;
  const context = findingsContexts(session, name)(own);
  return findings(report, { ...context, ...readingOf(session, name, at, index) }).items;
}

/** How a report was read that an Office file shown as a text holds. */
function readingOf(
  { offices }: Session,
  name: string,
  start: number,
  index: number,
): Pick<FindingsContext, 'reading'> {
  const source = offices.get(name);
  return source ? { reading: { notes: source.notes, start, isFirst: index === 0 } } : {};
}

/** The context in which to ask for findings of a document; without a report, one without neighbours. */
export function findingsContexts(
  { workspace, setting }: Session,
  name: string,
): (own?: IndexedReport) => FindingsContext {
  const config = workspace.effectiveConfig(name, setting);
  const document = config.file?.nameOf(name) ?? name;
  const alone = { config, document, neighbours: null };
  return (own) => {
    const neighbours = own ? workspace.neighbours(own, config) : null;
    return neighbours === null ? alone : { config, document, neighbours };
  };
}
