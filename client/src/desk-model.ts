// What the view of the folder's reports shows, as values: reports with their findings, ordered or in groups.
// Nothing of VS Code in it. Read `desk.ts` next.

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
  /** As they stand in the text. */
  readonly findings: readonly DeskFinding[];
}

/** `worst`: a flat list. `year`: newest year first. `organ`: the reports of an organ together. */
export type DeskOrder = 'worst' | 'organ' | 'year';

export interface DeskGroup {
  /** Organ or year; null where the reports do not tell it. */
  readonly name: string | null;
  readonly reports: readonly DeskReport[];
}

type Listed = Omit<DeskReport, 'findings'>;

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
      return { ...report, findings: findings.filter(({ line }) => line >= from && line < to) };
    });
  });
}

export const countAtLevel = ({ findings }: DeskReport, level: DeskLevel): number =>
  findings.filter((it) => it.level === level).length;

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
export function groupsOf(
  reports: readonly DeskReport[],
  order: Exclude<DeskOrder, 'worst'>,
): readonly DeskGroup[] {
  const groups = new Map<string | null, DeskReport[]>();
  for (const report of reports.toSorted(compareReports)) {
    const name = order === 'organ' ? report.organ : (report.year?.toString() ?? null);
    const others = groups.get(name);
    if (others) others.push(report);
    else groups.set(name, [report]);
  }
  const named = [...groups].map(([name, inGroup]): DeskGroup => ({ name, reports: inGroup }));
  return order === 'organ' ? named : named.sort((a, b) => Number(b.name ?? 0) - Number(a.name ?? 0));
}

/** What a filter leaves: a level and worse, rules; reports without such a finding are left out. */
export interface DeskFilter {
  readonly errorsOnly: boolean;
  /** Null: every rule. */
  readonly rules: ReadonlySet<string> | null;
}

export const noFilter: DeskFilter = { errorsOnly: false, rules: null };

export function filtered(reports: readonly DeskReport[], filter: DeskFilter): readonly DeskReport[] {
  if (!filter.errorsOnly && filter.rules === null) return reports;
  return reports
    .map((report) => ({
      ...report,
      findings: report.findings.filter(
        ({ level, rule }) =>
          (!filter.errorsOnly || level === 'error') && (filter.rules === null || filter.rules.has(rule)),
      ),
    }))
    .filter(({ findings }) => findings.length > 0);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
