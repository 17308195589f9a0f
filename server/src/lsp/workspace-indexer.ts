import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type ServerCapabilities,
  type WorkDoneProgressReporter,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import { folderOf } from '../base/paths.ts';
import { configName } from '../config/read.ts';
import { documentText } from '../report/index.ts';
import { closedDocument } from './closed-documents.ts';
import { refreshFindings } from './diagnostics.ts';
import { documentName, isConfig } from './document-name.ts';
import { Document } from './open-documents.ts';
import { type Files, log, type Session } from './session.ts';

/**
 * Reads the reports of the client's folders in the background, from when the first report is opened, and keeps them up to date by
 * file events. What is open in an editor is taken from there. Requests are answered between one slice of work and the next.
 */
export function workspaceIndexer(session: Session): ServerCapabilities {
  const { connection, documents, workspace, client, host } = session;
  const { files } = host;
  if (files === null) {
    documents.onDidClose(({ document: { uri } }) => {
      workspace.forget(documentName(uri));
      refreshFindings(session);
    });
    return {};
  }
  const queue = new Queue(session, files);
  session.reread = () => queue.addStale();
  workspace.folders = session.folders.map(topOf);
  documents.onDidOpen(({ document }) => {
    if (!isConfig(documentName(document.uri)) && document.reports.length === 0) return;
    queue.start(session.folders);
    void queue.visit(document.uri);
  });
  documents.onDidSave(({ document: { uri } }) => {
    if (isConfig(documentName(uri))) queue.addStale();
  });
  documents.onDidClose(({ document: { uri } }) => queue.add(uri));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes)
      if (type === FileChangeType.Deleted) queue.gone(uri);
      else if (WATCHED.test(documentName(uri))) queue.add(uri);
  });
  const events = client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  session.ready.push(() => {
    if (!events) return;
    const watchers = [{ globPattern: '**/*.{txt,md,html,htm,ogi}' }, { globPattern: `**/${configName}` }];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
  if (client.workspace?.workspaceFolders !== true) return {};
  session.ready.push(() => {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const left = session.folders.filter((each) => !removed.some(({ uri }) => uri === each));
      session.folders = [...left, ...added.map(({ uri }) => uri)];
      workspace.folders = session.folders.map(topOf);
      for (const name of [...workspace.names()])
        if (!workspace.openDocument(name) && removed.some(({ uri }) => name.startsWith(topOf(uri))))
          workspace.forget(name);
      queue.list(added.map(({ uri }) => uri));
    });
  });
  return { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } };
}

/** The folders a client works in. */
export const foldersOf = (
  folders: readonly WorkspaceFolder[] | null | undefined,
  root: string | null | undefined,
): readonly string[] => (folders ? folders.map(({ uri }) => uri) : root ? [root] : []);

const topOf = (uri: string): string => `${documentName(uri).replace(/\/{1,9}$/, '')}/`;

/** Not what tools put there: no dot names, no packages. */
const WATCHED =
  /^(?!.*\/(?:node_modules|\.(?!ogi-report\.json$)))(?:.*\.(?:txt|md|html?|ogi)|.*\/\.ogi-report\.json)$/i;

/** Milliseconds of work between two looks at what the client asks. */
const SLICE = 8;
/** No more files are read: such a folder is not one of reports. */
const MOST = 50_000;
/** Fewer are read before anyone could read a message. */
const WORTH_TELLING = 50;

class Queue {
  readonly #session: Session;
  readonly #files: Files;
  readonly #waiting = new Set<string>();
  #started = false;
  #running = false;

  constructor(session: Session, files: Files) {
    this.#session = session;
    this.#files = files;
  }

  start(folders: readonly string[]): void {
    if (this.#started) return;
    this.#started = true;
    this.list(folders);
  }

  add(uri: string): void {
    const { folders } = this.#session.workspace;
    const name = documentName(uri);
    if (!folders.some((each) => name.startsWith(each))) this.gone(uri);
    else if (this.#started) {
      this.#waiting.add(uri);
      void this.#run([]);
    }
  }

  gone(uri: string): void {
    const { workspace } = this.#session;
    const name = documentName(uri);
    if (workspace.openDocument(name)) return;
    workspace.forget(name);
    if (isConfig(name)) this.addStale();
    refreshFindings(this.#session);
  }

  /** Files that are judged by settings that no longer hold. */
  addStale(): void {
    const { workspace, setting } = this.#session;
    for (const [name, { uri, config }] of workspace.closed)
      if (config !== workspace.effectiveConfig(name, setting)) this.#waiting.add(uri);
    void this.#run([]);
  }

  /** Look for the configuration beside a document that is in none of the client's folders. */
  async visit(uri: string): Promise<void> {
    const { workspace } = this.#session;
    const folder = folderOf(documentName(uri));
    if (workspace.visited.has(folder) || workspace.folders.some((each) => folder.startsWith(each))) return;
    workspace.visited.add(folder);
    const config = folderOf(uri) + configName;
    const text = await this.#files.read(config);
    if (text === null || workspace.openDocument(documentName(config))) return;
    workspace.putConfig(config, text);
    refreshFindings(this.#session);
  }

  list(folders: readonly string[]): void {
    if (this.#started) void this.#run(folders);
  }

  readonly #lists: string[] = [];

  async #run(folders: readonly string[]): Promise<void> {
    this.#lists.push(...folders);
    if (this.#running || this.#lists.length + this.#waiting.size === 0) return;
    this.#running = true;
    const { workspace } = this.#session;
    try {
      while (this.#lists.length > 0 || this.#waiting.size > 0) {
        for (let next = this.#lists.shift(); next !== undefined; next = this.#lists.shift())
          await this.#find(next);
        await this.#work();
      }
      workspace.complete = true;
    } catch (error) {
      log(this.#session, 'reading the workspace', error);
    } finally {
      this.#running = false;
      refreshFindings(this.#session);
    }
  }

  /** The files of a folder, configurations in front: they say how the others are judged. */
  async #find(folder: string): Promise<void> {
    const reports: string[] = [];
    for await (const uri of this.#files.list(folder, configName)) {
      if (isConfig(documentName(uri))) await this.#read(uri);
      else reports.push(uri);
      if (reports.length % 500 === 499) await turn();
      if (reports.length >= MOST) break;
    }
    for (const uri of reports) this.#waiting.add(uri);
  }

  async #work(): Promise<void> {
    const total = this.#waiting.size;
    const progress = total < WORTH_TELLING ? null : await this.#progress();
    let done = 0;
    let since = Date.now();
    for (const uri of this.#waiting) {
      this.#waiting.delete(uri);
      await this.#read(uri);
      done++;
      if (Date.now() - since < SLICE) continue;
      progress?.report(Math.min(100, Math.floor((100 * done) / total)), `${Math.min(done, total)}/${total}`);
      await turn();
      since = Date.now();
    }
    progress?.done();
  }

  async #progress(): Promise<WorkDoneProgressReporter | null> {
    const { client, connection, setting } = this.#session;
    if (client.window?.workDoneProgress !== true) return null;
    try {
      const progress = await connection.window.createWorkDoneProgress();
      progress.begin(
        setting.language === 'zh' ? '读取文件夹里的年度报告' : 'Reading the reports of the folder',
        0,
      );
      return progress;
    } catch {
      return null; // a client that says it can, and cannot
    }
  }

  async #read(uri: string): Promise<void> {
    const { workspace } = this.#session;
    const name = documentName(uri);
    if (workspace.openDocument(name)) return;
    const text = await this.#files.read(uri);
    if (workspace.openDocument(name)) return;
    if (isConfig(name)) {
      if (text === null) workspace.forget(name);
      else workspace.putConfig(uri, text);
      this.addStale();
    } else if (text === null) workspace.forget(name);
    else {
      const document = new Document(uri, 0, documentText(text));
      const about = document.reports.length === 0 ? null : closedDocument(this.#session, document);
      workspace.put(name, document, about);
    }
  }
}

const turn = (): Promise<void> => new Promise((done) => setTimeout(done, 0));
