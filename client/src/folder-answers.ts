// What the server answers on the reports of the folder, as its `lsp/folder-reports.ts`,
// `lsp/folder-roster.ts` and `lsp/report-cells.ts` have it.

import type { Range } from 'vscode-languageclient';

/** The reports of the folder, and how far it is read. */
export interface FolderList {
  readonly state: 'unread' | 'reading' | 'read' | 'unreadable';
  readonly done: number;
  readonly total: number;
  readonly reports: readonly ListedReport[];
}

export interface ListedReport {
  readonly uri: string;
  /** Line on which the report begins, from 0. */
  readonly line: number;
  readonly organ: string | null;
  readonly year: number | null;
  /** Of its figures; another one once any differs. */
  readonly digest: string;
}

/** A unit of the roster whose report is not there as it should be, or a report of no unit of the roster. */
export interface ListedGap {
  readonly unit: string;
  readonly kind: 'missing' | 'other-year' | 'twice' | 'unlisted';
  readonly reports: readonly {
    readonly uri: string;
    readonly line: number;
    readonly year: number | null;
  }[];
}

/** The cells of one report by field. */
export interface ReportCells {
  readonly organ: string | null;
  readonly year: number | null;
  readonly digest: string;
  readonly cells: readonly ListedCell[];
}

export interface ListedCell {
  readonly field: string;
  /** In the display language. */
  readonly name: string;
  /** Null where no figure is known for certain. */
  readonly value: number | null;
  readonly range: Range;
}

/** What a reviewer said of the report that begins on a line of a document, for `lsp/folder-summary.ts`. */
export interface ReportReview {
  readonly uri: string;
  readonly line: number;
  readonly state: 'unchecked' | 'checked' | 'returned';
  readonly reason: string | null;
  readonly notes: readonly { readonly field: string; readonly text: string }[];
}
