// The rosters of the client's folders: the organs that a configuration names, held against the reports known.

import { type RosterIssue, type RosterReport, rosterIssues } from '../archive/roster.ts';
import type { ConfigFile } from '../config/store.ts';
import type { Session } from './session.ts';

interface PlacedRosterReport extends RosterReport {
  readonly uri: string;
  readonly line: number;
}

export interface UnitGap extends RosterIssue<PlacedRosterReport> {
  /** URI of the configuration that names the units. */
  readonly config: string;
}

/** What is amiss with each roster; null where no configuration of a report known has one. */
export function folderRoster({ workspace }: Session): readonly UnitGap[] | null {
  const byConfig = new Map<ConfigFile, PlacedRosterReport[]>();
  for (const name of workspace.documents()) {
    const file = workspace.configFor(name);
    if (file === null || file.config.units === null) continue;
    const known = byConfig.get(file) ?? [];
    byConfig.set(file, known);
    for (const report of workspace.reportsOf(name)) {
      const place = workspace.locate(report, { from: 0, to: 0 });
      if (!place) continue;
      const { organ, year } = report;
      known.push({
        organ,
        year,
        path: file.nameOf(name) ?? name,
        uri: place.uri,
        line: place.range.start.line,
      });
    }
  }
  if (byConfig.size === 0) return null;
  return [...byConfig].flatMap(([{ text, config }, reports]) =>
    rosterIssues(config.units ?? [], reports, config.organs).map((issue) => ({ ...issue, config: text.uri })),
  );
}
