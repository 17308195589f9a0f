// What the client asks the server on the reports of the folder.

import type { WorkspaceEdit } from 'vscode-languageclient';
import { fromBase64 } from './base64.ts';
import type { FolderList, ListedGap, ReportCells, ReportReview } from './folder-answers.ts';

export interface FolderRequests {
  folder(): Promise<FolderList | null>;
  /** The same once all files are read, which this begins. */
  checkFolder(): Promise<FolderList | null>;
  /** What is amiss with the roster of the folder; null where there is none. */
  roster(): Promise<readonly ListedGap[] | null>;
  /** The edit that makes names the roster of a folder. */
  nameRoster(folder: string, names: readonly string[]): Promise<WorkspaceEdit | null>;
  /** The cells of each report of a document, open or not. */
  reportCells(uri: string): Promise<readonly ReportCells[] | null>;
  /** The reports of the folders, or of one in them, as one file; null where the server may load nothing. */
  summary(
    format: 'xlsx' | 'html',
    reviews: readonly ReportReview[],
    folder?: string,
  ): Promise<Uint8Array | null>;
  /** The titles of rules by their ids, in the display language. */
  ruleTitles(): Promise<Readonly<Record<string, string>> | null>;
}

/** Asks by the name of a command; null where there is no answer. */
type Ask = <T>(command: string, ...args: readonly unknown[]) => Promise<T | null>;

export const folderRequests = (ask: Ask): FolderRequests => ({
  folder: () => ask('folder'),
  checkFolder: () => ask('checkFolder'),
  roster: () => ask('roster'),
  nameRoster: (folder, names) => ask('nameRoster', folder, names),
  reportCells: (uri) => ask('reportCells', uri),
  async summary(format, reviews, folder) {
    const answer = await ask<{ bytes: string }>('summary', format, reviews, folder);
    return answer && fromBase64(answer.bytes);
  },
  ruleTitles: () => ask('ruleTitles'),
});
