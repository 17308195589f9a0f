// The reports of the client's folders as a list: which there are, and how far reading the folders is.

import type { Session } from './session.ts';

export interface FolderReport {
  readonly uri: string;
  /** Line on which the report begins, from 0. */
  readonly line: number;
  readonly organ: string | null;
  readonly year: number | null;
}

/** `unread`: nobody has asked for the folders yet. `unreadable`: the platform has no files. */
export interface FolderReports {
  readonly state: 'unread' | 'reading' | 'read' | 'unreadable';
  readonly done: number;
  readonly total: number;
  readonly reports: readonly FolderReport[];
}

export function folderReports({ workspace, folderReader }: Session): FolderReports {
  const progress = folderReader?.progress() ?? null;
  const reports = workspace.documents().flatMap((name) =>
    workspace.reportsOf(name).flatMap((report): FolderReport[] => {
      const place = workspace.locate(report, { from: 0, to: 0 });
      if (!place) return [];
      return [{ uri: place.uri, line: place.range.start.line, organ: report.organ, year: report.year }];
    }),
  );
  const idle = workspace.complete ? 'read' : folderReader ? 'unread' : 'unreadable';
  return {
    state: progress ? 'reading' : idle,
    done: progress?.done ?? 0,
    total: progress?.total ?? 0,
    reports,
  };
}
