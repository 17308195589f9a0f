import type { TextEdit } from 'vscode-languageserver';
import { type Comparison, compareYears } from '../features/compare.ts';
import { fillSums } from '../features/summing.ts';
import { type PlacedReport, readable, reportsIn } from '../report/reading.ts';
import type { Shelved } from '../report/shelf.ts';
import { editsOf } from './convert.ts';
import type { Document } from './documents.ts';
import { nameOf } from './names.ts';
import type { Session } from './session.ts';

/** The document with the same organ's report of the year before the first report of a document; null when there is none. */
export function lastYearOf(
  session: Session,
  document: Document,
): { readonly uri: string; readonly year: number | null; readonly organ: string | null } | null {
  const found = beforeOf(session, document)?.last;
  const place = found && session.workspace.locate(found.document, { from: 0, to: 0 });
  return place ? { uri: place.uri, year: found.entry.year, organ: found.entry.organ } : null;
}

/** This and last year's figures as two texts for a diff editor; null where last year's report is not known. */
export async function compareWithLast(session: Session, document: Document): Promise<Comparison | null> {
  const found = beforeOf(session, document);
  if (!found) return null;
  const { last, placed } = found;
  const before = await textOf(session, last.document);
  const report =
    before?.find(({ at }) => at === last.at) ??
    before?.find(({ report: { year } }) => year === last.entry.year);
  return report ? compareYears(report.report, placed.report, session.setting.language) : null;
}

/** The edits that fill a superior's tables from its units' reports; null where the configuration names none. */
export function aggregateEdits(session: Session, document: Document): readonly TextEdit[] | null {
  const { workspace, setting } = session;
  const name = nameOf(document.uri);
  const governing = workspace.governing(name, setting);
  const all = workspace.reportsOf(name).flatMap((own) => {
    const placed = document.reports.find(({ at }) => at === own.at);
    const { sum } = workspace.neighbours(own, governing);
    return placed && sum ? [editsOf(document, fillSums(placed.report, sum), placed.at)] : [];
  });
  return all.length === 0 ? null : all.flat();
}

function beforeOf(
  { workspace }: Session,
  document: Document,
): { readonly last: Shelved; readonly placed: PlacedReport } | null {
  for (const own of workspace.reportsOf(nameOf(document.uri))) {
    const last = workspace.lastYear(own);
    const placed = document.reports.find(({ at }) => at === own.at);
    if (last && placed) return { last, placed };
  }
  return null;
}

async function textOf({ workspace, host }: Session, name: string): Promise<readonly PlacedReport[] | null> {
  const open = workspace.openDocument(name);
  if (open) return open.reports;
  const uri = workspace.closed.get(name)?.uri;
  const text = uri === undefined ? null : ((await host.files?.read(uri)) ?? null);
  return text === null ? null : reportsIn(readable(text));
}
