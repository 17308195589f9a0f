// The session of a client, and the wrappers of every handler.

import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  LSPErrorCodes,
  type Position,
  ResponseError,
  type ServerCapabilities,
  type TextDocuments,
} from 'vscode-languageserver';
import type { Language } from '../base/phrase.ts';
import type { OfficeRefusal, OfficeText } from '../office/office-text.ts';
import type { Report } from '../report/report.ts';
import type { Severities } from '../rules/severity.ts';
import type { LoadWriters } from './export-command.ts';
import type { OfficeSource, ReadOffice, WriteOffice } from './office-documents.ts';
import type { Document } from './open-documents.ts';
import type { Workspace } from './workspace.ts';

/** What the platform provides: Node or a web worker. */
export interface Host {
  /** Address of a page of the manual, by its name; null when there is none. */
  readonly manual: (page: string) => string | null;
  /** The files of the client's folders; null where the platform has none. */
  readonly files: Files | null;
  /** Reads Office files; null where the client reads them. */
  readonly readOffice: ReadOffice | null;
  /** Writes into Office files; null where the platform has none. */
  readonly writeOffice: WriteOffice | null;
  /** Loads what writes files to send; null where the platform can load nothing. */
  readonly writers: LoadWriters | null;
}

/** Files by URI. The functions do not throw. */
export interface Files {
  /** The files of a folder that may hold a report or are named `also`; `office`: Office files too. */
  readonly list: (folder: string, also: string, office: boolean) => AsyncIterable<string>;
  /**
   * An Office file, or why it has no text; null for one that is missing or is none. Undefined where the
   * platform reads none.
   */
  readonly readOffice?: (uri: string) => Promise<OfficeText | OfficeRefusal | null>;
  /** Null for a file that is missing or cannot be read. */
  readonly read: (uri: string) => Promise<string | null>;
}

/** The manual page of a rule, a file of docs/rules: `sum-mismatch.md`, `sum-mismatch.en.md`. */
export const pageName = (rule: string, language: Language): string =>
  `${rule}${language === 'zh' ? '' : `.${language}`}.md`;

/** What a client and its user have chosen; replaced as a whole when something changes. */
export interface Setting {
  readonly language: Language;
  readonly severities: Severities;
  /** Whether the Office files of the folders are read. */
  readonly officeFolder: boolean;
}

/** Everything a handler works with. */
export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<Document>;
  readonly client: ClientCapabilities;
  readonly host: Host;
  /** Folders the client works in, by URI. */
  folders: readonly string[];
  /** All documents known, open or not. */
  readonly workspace: Workspace;
  setting: Setting;
  /** Whether diagnostics come without related places that only repeat what the message works out. */
  readonly isBrief: boolean;
  /** Whether the client reads files for a server without a disk (client-files.ts). */
  readonly filesOfClient: boolean;
  /** What is known of the Office files that are shown as texts, by document name. */
  readonly offices: Map<string, OfficeSource>;
  /** Resolves once the client has answered what its settings are. */
  settingsRead: Promise<void>;
  /** What to run once the client is initialized. */
  readonly ready: (() => void)[];
  /** Sends the diagnostics of a document; only where the client cannot pull. */
  push?: (document: Document) => void;
  /** Reads files again whose settings have changed. */
  reread?: () => void;
  /** Lists the folders again, as other kinds of files are wanted. */
  relist?: () => void;
  /** Reads the client's folders; absent where the platform has no files. */
  folderReader?: FolderReader;
}

export interface FolderReader {
  /** Resolves once all files of the folders are read. */
  readonly read: () => Promise<void>;
  /** How far reading is; null while nothing is read. */
  readonly progress: () => { readonly done: number; readonly total: number } | null;
}

/** Registers its handlers and returns their capabilities. */
export type Feature = (session: Session) => ServerCapabilities;

/** A place in a report: `offset` counts from the report's start, `at` is that start in the document. */
export interface ReportPosition {
  readonly document: Document;
  readonly report: Report;
  readonly at: number;
  readonly offset: number;
}

interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

type Answer<P, R> = (params: P, token: CancellationToken) => R | ResponseError<never>;

/** Wraps a handler: cancelled requests are answered as such; errors are logged and answered with `none`. */
export function guard<P, R>(session: Session, name: string, none: R, handle: (params: P) => R): Answer<P, R> {
  return (params, token) => {
    if (token?.isCancellationRequested)
      return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled');
    try {
      return handle(params);
    } catch (error) {
      if (error instanceof ResponseError) return error as ResponseError<never>;
      log(session, name, error);
      return none;
    }
  };
}

export function log({ connection }: Session, name: string, error: unknown): void {
  connection.console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
}

/** A handler for a document that holds a report; all others are answered with `none`. */
export const onDocument = <P extends DocumentParams, R>(
  session: Session,
  name: string,
  none: R,
  handle: (document: Document, params: P) => R,
): Answer<P, R> =>
  guard(session, name, none, (params) => {
    const document = session.documents.get(params.textDocument.uri);
    return document && document.reports.length > 0 ? handle(document, params) : none;
  });

/** A handler for a place in a report; places outside reports are answered with `none`. */
export const onReportPosition = <P extends DocumentParams & { readonly position: Position }, R>(
  session: Session,
  name: string,
  none: R,
  handle: (place: ReportPosition, params: P) => R,
): Answer<P, R> =>
  onDocument(session, name, none, (document, params) => {
    const place = reportPositionOf(document, params.position);
    return place ? handle(place, params) : none;
  });

export function reportPositionOf(document: Document, position: Position): ReportPosition | null {
  const offset = document.text.offsetAt(position);
  const placed = document.reportAt(offset);
  return placed && { document, report: placed.report, at: placed.at, offset: offset - placed.at };
}
