// What the view of the folder's reports shows, as values: reports with their findings and reviews, ordered or
// in groups. Nothing of VS Code in it. Read `desk-filter.ts` and `desk.ts` next.

import { isStale, type ReviewEntry, type ReviewState } from './review-model.ts';

export interface DeskFinding {
  /** Line in the document and UTF-16 unit in it, from 0. */
  readonly line: number;
  readonly character: number;
  readonly level: DeskLevel;
  readonly rule: string;
  readonly message: string;
}

export type DeskLevel = 'error' | 'warning' | 'info';

export interface DeskReport {
  readonly uri: string;
  /** Line on which the report begins, from 0. */
  readonly line: number;
  readonly organ: string | null;
  readonly year: number | null;
  /** Of the figures as they are now. */
  readonly digest: string;
  /** Which of its document's reports it is, from 0, and whether there is no other. */
  readonly index: number;
  readonly alone: boolean;
  /** As they stand in the text. */
  readonly findings: readonly DeskFinding[];
}

/** A report with what a reviewer said of it. */
export interface ReviewedReport extends DeskReport {
  readonly entry: ReviewEntry | null;
}

/** `worst`: a flat list. `year`: newest year first. `organ`: the reports of an organ together. */
export type DeskOrder = 'worst' | 'organ' | 'year';

export interface DeskGroup<R extends DeskReport = DeskReport> {
  /** Organ or year; null where the reports do not tell it. */
  readonly name: string | null;
  readonly reports: readonly R[];
}

type Listed = Omit<DeskReport, 'findings' | 'index' | 'alone'>;

/** Gives each report of a document the findings between its first line and the next report's. */
export function withFindings(
  listed: readonly Listed[],
  findingsIn: (uri: string) => readonly DeskFinding[],
): readonly DeskReport[] {
  const byUri = new Map<string, Listed[]>();
  for (const report of listed) {
    const others = byUri.get(report.uri);
    if (others) others.push(report);
    else byUri.set(report.uri, [report]);
  }
  return [...byUri].flatMap(([uri, reports]) => {
    reports.sort((a, b) => a.line - b.line);
    const findings = findingsIn(uri).toSorted((a, b) => a.line - b.line);
    return reports.map((report, index): DeskReport => {
      const from = index === 0 ? 0 : report.line;
      const to = reports[index + 1]?.line ?? Number.POSITIVE_INFINITY;
      const own = findings.filter(({ line }) => line >= from && line < to);
      return { ...report, index, alone: reports.length === 1, findings: own };
    });
  });
}

export const countAtLevel = ({ findings }: DeskReport, level: DeskLevel): number =>
  findings.filter((it) => it.level === level).length;

export const stateOf = ({ entry }: ReviewedReport): ReviewState => entry?.mark?.state ?? 'unchecked';

/** Whether a figure has changed since the report was marked. */
export const isStaleReport = ({ entry, digest }: ReviewedReport): boolean =>
  entry !== null && isStale(entry, digest);

/** Most errors first, then most warnings; equals by organ, year and place, so that the list stands still. */
export function compareReports(a: DeskReport, b: DeskReport): number {
  return (
    countAtLevel(b, 'error') - countAtLevel(a, 'error') ||
    countAtLevel(b, 'warning') - countAtLevel(a, 'warning') ||
    compareText(a.organ ?? '', b.organ ?? '') ||
    (b.year ?? 0) - (a.year ?? 0) ||
    compareText(a.uri, b.uri) ||
    a.line - b.line
  );
}

/** Groups by organ or year, those with the worst report first; years newest first, unknown ones last. */
export function groupsOf<R extends DeskReport>(
  reports: readonly R[],
  order: Exclude<DeskOrder, 'worst'>,
): readonly DeskGroup<R>[] {
  const groups = new Map<string | null, R[]>();
  for (const report of reports.toSorted(compareReports)) {
    const name = order === 'organ' ? report.organ : (report.year?.toString() ?? null);
    const others = groups.get(name);
    if (others) others.push(report);
    else groups.set(name, [report]);
  }
  const named = [...groups].map(([name, inGroup]): DeskGroup<R> => ({ name, reports: inGroup }));
  return order === 'organ' ? named : named.sort((a, b) => Number(b.name ?? 0) - Number(a.name ?? 0));
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
