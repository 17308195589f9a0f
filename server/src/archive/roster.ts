// The roster: the organs whose report is wanted, held against the reports that came.

import { type Aliases, organKey } from './report-index.ts';

/** A report that came, by the name its title gives the organ; without one, by its path. */
export interface RosterReport {
  readonly organ: string | null;
  readonly year: number | null;
  readonly path: string;
}

/**
 * `missing`: no report; `other-year`: only of other years; `twice`: more than one of the year; `unlisted`: a
 * report of an organ that the roster does not name.
 */
export interface RosterIssue<R extends RosterReport> {
  readonly kind: 'missing' | 'other-year' | 'twice' | 'unlisted';
  readonly unit: string;
  readonly reports: readonly R[];
}

/** What is amiss in the year that most reports are of, the later one of two. */
export function rosterIssues<R extends RosterReport>(
  units: readonly string[],
  reports: readonly R[],
  aliases: Aliases,
): readonly RosterIssue<R>[] {
  const year = mainYear(reports);
  const keyOf = (name: string): string => aliases.get(organKey(name)) ?? organKey(name);
  const byOrgan = new Map<string, R[]>();
  for (const report of reports) {
    const key = keyOf(report.organ ?? report.path);
    byOrgan.set(key, [...(byOrgan.get(key) ?? []), report]);
  }
  const listed = new Set(units.map(keyOf));
  return [
    ...units.flatMap((unit): RosterIssue<R>[] => {
      const own = byOrgan.get(keyOf(unit)) ?? [];
      const now = own.filter((report) => report.year === year);
      if (now.length === 1) return [];
      const kind = own.length === 0 ? 'missing' : now.length === 0 ? 'other-year' : 'twice';
      return [{ kind, unit, reports: now.length > 0 ? now : own }];
    }),
    ...[...byOrgan]
      .filter(([key]) => !listed.has(key))
      .map(([, own]): RosterIssue<R> => {
        return { kind: 'unlisted', unit: own[0]?.organ ?? '', reports: own };
      }),
  ];
}

function mainYear(reports: readonly RosterReport[]): number | null {
  const count = new Map<number, number>();
  for (const { year } of reports) if (year !== null) count.set(year, (count.get(year) ?? 0) + 1);
  return [...count].sort(([a, n], [b, m]) => m - n || b - a)[0]?.[0] ?? null;
}

/** For the sheet of a summary, which is Chinese in any case. */
export function issueInChinese({ kind, reports }: RosterIssue<RosterReport>): string {
  const files = reports.map(({ path, year }) => `${path}${year === null ? '' : `（${year}年）`}`).join('、');
  switch (kind) {
    case 'missing':
      return '没有报告';
    case 'other-year':
      return `只有其他年度的报告：${files}`;
    case 'twice':
      return `有 ${reports.length} 份报告：${files}`;
    case 'unlisted':
      return `不在名单中：${files}`;
  }
}
