// Indexes the reports of the client's folders in the background, once the first report is opened or the
// client asks (folder-reports.ts), and follows file events. Open documents are taken from the editor.
// indexing-queue.ts does the work.

import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type ServerCapabilities,
  WatchKind,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { configName } from '../config/read.ts';
import { clientFiles } from './client-files.ts';
import { refreshFindings } from './diagnostics.ts';
import { documentName, fileUri, isConfig, isOfficeName } from './document-name.ts';
import { IndexingQueue } from './indexing-queue.ts';
import type { Session } from './session.ts';

export function workspaceIndexer(session: Session): ServerCapabilities {
  const { documents, workspace, host } = session;
  const files = host.files ?? (session.filesOfClient ? clientFiles(session.connection) : null);
  if (files === null) {
    documents.onDidClose(({ document: { uri } }) => {
      workspace.forget(documentName(uri));
      refreshFindings(session);
    });
    return {};
  }
  const queue = new IndexingQueue(session, files);
  session.reread = () => queue.addStale();
  session.relist = () => {
    for (const [name, { uri }] of session.setting.officeFolder
      ? []
      : [...workspace.closed, ...workspace.unread])
      if (isOfficeName(name)) queue.gone([uri]);
    queue.list(session.folders);
  };
  session.folderReader = {
    // Which files are read is a setting.
    read: async () => {
      await session.settingsRead;
      await queue.read(session.folders);
    },
    progress: () => queue.progress,
  };
  workspace.setFolders(session.folders);
  documents.onDidOpen(({ document }) => {
    if (!isConfig(documentName(document.uri)) && document.reports.length === 0) return;
    queue.start(session.folders);
    queue.visit(document.uri);
  });
  documents.onDidSave(({ document: { uri } }) => {
    if (isConfig(documentName(uri))) queue.addStale();
  });
  documents.onDidClose(({ document: { uri } }) => {
    if (isOfficeName(documentName(uri)) && !session.setting.officeFolder) queue.gone([uri]);
    else queue.add(fileUri(uri));
  });
  watchFiles(session, queue);
  return watchFolders(session, queue);
}

/** The folders a client works in. */
export const foldersOf = (
  folders: readonly WorkspaceFolder[] | null | undefined,
  root: string | null | undefined,
): readonly string[] => (folders ? folders.map(({ uri }) => uri) : root ? [root] : []);

/** Files that are indexed: none in packages or under names that begin with a dot. */
const WATCHED =
  /^(?!.*\/(?:node_modules|\.(?!ogi-report\.json$)))(?:.*\.(?:txt|md|html?|ogi)|.*\/\.ogi-report\.json)$/i;

function watchFiles(session: Session, queue: IndexingQueue): void {
  const { connection, client, ready } = session;
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const gone = changes.filter(({ type }) => type === FileChangeType.Deleted);
    if (gone.length > 0) queue.gone(gone.map(({ uri }) => uri));
    for (const { uri, type } of changes)
      if (
        type !== FileChangeType.Deleted &&
        (WATCHED.test(documentName(uri)) || (session.setting.officeFolder && isOfficeName(documentName(uri))))
      )
        queue.add(uri);
  });
  if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
  const written = WatchKind.Create | WatchKind.Change;
  const watchers = [
    { globPattern: '**/*.{txt,md,html,htm,ogi,docx,xlsx,pdf,doc,wps}', kind: written },
    { globPattern: `**/${configName}`, kind: written },
    // A folder that is deleted takes its files with it, and nothing is said of them.
    { globPattern: '**/*', kind: WatchKind.Delete },
  ];
  ready.push(() => {
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
}

function watchFolders(session: Session, queue: IndexingQueue): ServerCapabilities {
  const { connection, workspace, client, ready } = session;
  if (client.workspace?.workspaceFolders !== true) return {};
  ready.push(() => {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const left = session.folders.filter((each) => !removed.some(({ uri }) => uri === each));
      session.folders = [...left, ...added.map(({ uri }) => uri)];
      workspace.setFolders(session.folders);
      queue.leaveFolders();
      queue.list(added.map(({ uri }) => uri));
    });
  });
  return { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } };
}
