// The reports of the client's folders as a list: which there are, and how far reading the folders is.

import { figuresDigest } from '../archive/figures-digest.ts';
import type { Session } from './session.ts';

export interface FolderReport {
  readonly uri: string;
  /** Line on which the report begins, from 0. */
  readonly line: number;
  readonly organ: string | null;
  readonly year: number | null;
  /** Of its figures; another one once any differs. */
  readonly digest: string;
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
      const { organ, year, summary } = report;
      return [{ uri: place.uri, line: place.range.start.line, organ, year, digest: figuresDigest(summary) }];
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
