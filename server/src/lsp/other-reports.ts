// Commands on several reports: comparing with last year's, and summing up the units' reports.

import type { TextEdit } from 'vscode-languageserver';
import type { IndexedReport } from '../archive/report-index.ts';
import { compareYears, type YearComparison } from '../features/compare-years.ts';
import { fillSums } from '../features/fill-sums.ts';
import { documentText, type PlacedReport, reportsIn } from '../report/index.ts';
import { editsOf } from './convert.ts';
import { documentName } from './document-name.ts';
import type { Document } from './open-documents.ts';
import type { Session } from './session.ts';

/** The document with last year's report of the same organ; null when there is none. */
export function lastYearOf(
  session: Session,
  document: Document,
): { readonly uri: string; readonly year: number | null; readonly organ: string | null } | null {
  const found = beforeOf(session, document);
  const place = found && session.workspace.locate(found.last, { from: 0, to: 0 });
  return found && place ? { uri: place.uri, year: found.last.year, organ: found.last.organ } : null;
}

/** The figures of both years as two texts for a diff editor; null where last year's are not known. */
export async function compareWithLast(session: Session, document: Document): Promise<YearComparison | null> {
  const found = beforeOf(session, document);
  if (!found) return null;
  const { last, placed } = found;
  const { workspace } = session;
  const index = workspace.reportsOf(last.document).indexOf(last);
  const before = (await textOf(session, last.document))?.[index];
  return before ? compareYears(before.report, placed.report, session.setting.language) : null;
}

/** Edits that fill a superior's tables from its units' reports; null where no units are configured. */
export function aggregateEdits(session: Session, document: Document): readonly TextEdit[] | null {
  const { workspace, setting } = session;
  const name = documentName(document.uri);
  const config = workspace.effectiveConfig(name, setting);
  const all = workspace.reportsOf(name).flatMap((own, index) => {
    const placed = document.reports[index];
    const sum = workspace.neighbours(own, config)?.sum;
    return placed && sum ? [editsOf(document, fillSums(placed.report, sum), placed.at)] : [];
  });
  return all.length === 0 ? null : all.flat();
}

function beforeOf(
  { workspace }: Session,
  document: Document,
): { readonly last: IndexedReport; readonly placed: PlacedReport } | null {
  for (const [index, own] of workspace.reportsOf(documentName(document.uri)).entries()) {
    const last = workspace.lastYear(own);
    const placed = document.reports[index];
    if (last && placed) return { last, placed };
  }
  return null;
}

async function textOf({ workspace, host }: Session, name: string): Promise<readonly PlacedReport[] | null> {
  const open = workspace.openDocument(name);
  if (open) return open.reports;
  const uri = workspace.closed.get(name)?.uri;
  const text = uri === undefined ? null : ((await host.files?.read(uri)) ?? null);
  return text === null ? null : reportsIn(documentText(text));
}
