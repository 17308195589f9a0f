// Where the server begins. Read next: session.ts for what handlers get, then one file of `features`.

import { type Connection, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { languageOf } from '../base/phrase.ts';
import { codeActionHandlers } from './code-actions.ts';
import { serverCommands } from './commands.ts';
import { diagnosticHandlers } from './diagnostics.ts';
import { documentName } from './document-name.ts';
import { answerRefused } from './doorkeeper.ts';
import { openDocuments } from './open-documents.ts';
import { readingHandlers } from './reading-handlers.ts';
import { semanticTokenHandlers } from './semantic-token-handlers.ts';
import type { Feature, Host, Session } from './session.ts';
import { severitiesOf, watchSettings } from './settings.ts';
import { structureHandlers } from './structure-handlers.ts';
import { Workspace } from './workspace.ts';
import { foldersOf, workspaceIndexer } from './workspace-indexer.ts';
import { writingHandlers } from './writing-handlers.ts';

const features: readonly Feature[] = [
  workspaceIndexer,
  diagnosticHandlers,
  readingHandlers,
  structureHandlers,
  semanticTokenHandlers,
  codeActionHandlers,
  writingHandlers,
  serverCommands,
];

/** Serves a client on the connection. Each feature registers its handlers and returns its capabilities. */
export function serve(connection: Connection, host: Host): void {
  answerRefused(connection);
  const documents = openDocuments();
  const workspace = new Workspace(documents);
  connection.onInitialize(({ capabilities, locale, initializationOptions, workspaceFolders, rootUri }) => {
    const options = Object(initializationOptions);
    const session: Session = {
      connection,
      documents,
      client: capabilities,
      host: options.manual ? { ...host, manual: pagesUnder(String(options.manual)) } : host,
      folders: foldersOf(workspaceFolders, rootUri),
      workspace,
      isBrief: options.brief === true,
      filesOfClient: options.files === true,
      offices: new Map(),
      settingsRead: Promise.resolve(),
      ready: [],
      setting: {
        language: languageOf(locale ?? options.displayLanguage),
        severities: severitiesOf(options),
        officeFolder: false,
      },
    };
    documents.onDidClose(({ document: { uri } }) => session.offices.delete(documentName(uri)));
    watchSettings(session);
    connection.onInitialized(() => {
      for (const run of session.ready) run();
    });
    const able = features.map((feature) => feature(session));
    const sync = { openClose: true, change: TextDocumentSyncKind.Incremental, save: true };
    return {
      capabilities: Object.assign(
        { positionEncoding: 'utf-16', textDocumentSync: sync } as ServerCapabilities,
        ...able,
      ),
      serverInfo: { name: 'ogi-report' },
    };
  });
  documents.listen(connection);
  connection.listen();
}

/** Manual pages at an address that the client gives. */
const pagesUnder =
  (root: string): Host['manual'] =>
  (page) =>
    `${root.replace(/\/$/, '')}/${page}`;
