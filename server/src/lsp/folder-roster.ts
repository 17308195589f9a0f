// The rosters of the client's folders: the organs that a configuration names, held against the reports known.

import type { WorkspaceEdit } from 'vscode-languageserver';
import { type RosterIssue, type RosterReport, rosterIssues } from '../archive/roster.ts';
import { setUnits } from '../config/add-entry.ts';
import type { ConfigFile } from '../config/store.ts';
import { configEdit, knownConfig, newConfig } from './config-edits.ts';
import { folderName } from './document-name.ts';
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

/** The edit that makes these names the roster of a folder of the client; null where none can be made. */
export function nameRoster(session: Session, folder: string, names: readonly string[]): WorkspaceEdit | null {
  const { workspace, client } = session;
  const inside = `${folderName(folder)}x`;
  const file = workspace.configFor(inside);
  if (names.length === 0 || !(file || workspace.knowsConfigOf(inside))) return null;
  const target = file ? knownConfig(session, file) : newConfig(`${folder.replace(/\/$/, '')}/`);
  return configEdit(client, target, (text) => setUnits(text, names));
}
