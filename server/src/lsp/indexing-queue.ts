// Reads files into the workspace in slices of time, between which requests are answered.

import { folderOf } from '../base/paths.ts';
import { configName } from '../config/read.ts';
import type { OfficeText } from '../office/office-text.ts';
import { documentText } from '../report/index.ts';
import { closedDocument } from './closed-documents.ts';
import { refreshFindings } from './diagnostics.ts';
import { documentName, fileUri, folderName, isConfig, isOfficeName } from './document-name.ts';
import { progressOf } from './indexing-progress.ts';
import { officeSource } from './office-documents.ts';
import { Document } from './open-documents.ts';
import { type Files, log, type Session } from './session.ts';

/** Milliseconds of work after which waiting requests are answered. */
const SLICE = 8;
/** The most files that are read: a folder with more is not one of reports. */
const MOST = 50_000;
/** Fewer files than this are read before anyone could read of the progress. */
const WORTH_TELLING = 50;

export class IndexingQueue {
  readonly #session: Session;
  readonly #files: Files;
  /** Folders to be listed, and files to be read, by URI. */
  readonly #folders: string[] = [];
  readonly #waiting = new Set<string>();
  /** How far reading is; null while nothing is read. */
  progress: { readonly done: number; readonly total: number } | null = null;
  #started = false;
  #running: Promise<void> | null = null;

  constructor(session: Session, files: Files) {
    this.#session = session;
    this.#files = files;
  }

  start(folders: readonly string[]): void {
    if (this.#started) return;
    this.#started = true;
    this.list(folders);
  }

  /** Reads the folders if they are not, and resolves once all is read. */
  async read(folders: readonly string[]): Promise<void> {
    this.start(folders);
    await this.#running;
  }

  list(folders: readonly string[]): void {
    if (this.#started) this.#run(folders);
  }

  /** A file that may have changed on disk. */
  add(uri: string): void {
    const { workspace } = this.#session;
    const name = documentName(uri);
    if (workspace.isInFolders(name)) {
      if (!this.#started) return;
      this.#waiting.add(uri);
      this.#run([]);
    } else if (workspace.isWanted(name)) void this.#readConfig(uri);
    else this.gone([uri]);
  }

  /** Files and folders that are gone. The client is asked to look again once, and only if any was known. */
  gone(uris: readonly string[]): void {
    const names = new Set(uris.map((uri) => folderName(uri).slice(0, -1)));
    this.#forget((name) => {
      for (let at = name; at !== ''; at = folderOf(at).slice(0, -1)) if (names.has(at)) return true;
      return false;
    });
  }

  /** Follows the client to other folders: what is in none of them any more is forgotten. */
  leaveFolders(): void {
    const { workspace } = this.#session;
    this.#forget((name) => !workspace.isWanted(name));
  }

  #forget(isGone: (name: string) => boolean): void {
    const gone = this.#session.workspace.forgetWhere(isGone);
    if (gone.some(isConfig)) this.addStale();
    if (gone.length > 0) refreshFindings(this.#session);
  }

  /** Reads files again whose findings rest on settings that no longer hold. */
  addStale(): void {
    const { workspace, setting } = this.#session;
    for (const [name, { uri, config }] of workspace.closed)
      if (config !== workspace.effectiveConfig(name, setting)) this.#waiting.add(uri);
    this.#run([]);
  }

  /** Looks for the configuration beside a document that is in none of the client's folders. */
  visit(uri: string): void {
    const { workspace } = this.#session;
    const folder = folderOf(documentName(uri));
    if (workspace.visited.has(folder) || workspace.isInFolders(folder)) return;
    workspace.visited.add(folder);
    void this.#readConfig(folderOf(fileUri(uri)) + configName);
  }

  async #readConfig(uri: string): Promise<void> {
    const { configs } = this.#session.workspace;
    const name = documentName(uri);
    const before = configs.file(name);
    await this.#readFile(uri);
    if (configs.file(name) !== before) refreshFindings(this.#session);
  }

  #run(folders: readonly string[]): void {
    this.#folders.push(...folders);
    if (this.#folders.length + this.#waiting.size > 0) this.#running ??= this.#readAll();
  }

  async #readAll(): Promise<void> {
    this.progress = { done: 0, total: this.#waiting.size };
    const { workspace } = this.#session;
    try {
      while (this.#folders.length > 0 || this.#waiting.size > 0) {
        for (let next = this.#folders.shift(); next !== undefined; next = this.#folders.shift())
          await this.#find(next);
        await this.#work();
      }
      workspace.complete = true;
    } catch (error) {
      log(this.#session, 'reading the workspace', error);
    } finally {
      this.#running = null;
      this.progress = null;
      refreshFindings(this.#session);
    }
  }

  /** Lists a folder. Configurations are read at once: findings in the other files depend on them. */
  async #find(folder: string): Promise<void> {
    const reports: string[] = [];
    for await (const uri of this.#files.list(folder, configName, this.#session.setting.officeFolder)) {
      if (isConfig(documentName(uri))) await this.#readFile(uri);
      else reports.push(uri);
      if (reports.length % 500 === 499) await turn();
      if (reports.length >= MOST) break;
    }
    for (const uri of reports) this.#waiting.add(uri);
  }

  async #work(): Promise<void> {
    const total = this.#waiting.size;
    const progress = total < WORTH_TELLING ? null : await progressOf(this.#session);
    let done = 0;
    let since = Date.now();
    for (const uri of this.#waiting) {
      this.#waiting.delete(uri);
      await this.#readFile(uri);
      done++;
      this.progress = { done, total: Math.max(done, total) };
      if (Date.now() - since < SLICE) continue;
      progress?.report(Math.min(100, Math.floor((100 * done) / total)), `${Math.min(done, total)}/${total}`);
      await turn();
      since = Date.now();
    }
    progress?.done();
  }

  async #readFile(uri: string): Promise<void> {
    const { workspace } = this.#session;
    const name = documentName(uri);
    if (workspace.openDocument(name)) return;
    const isOffice = isOfficeName(name);
    const read = isOffice ? ((await this.#files.readOffice?.(uri)) ?? null) : await this.#files.read(uri);
    if (workspace.openDocument(name)) return;
    // The client may have left the folder meanwhile.
    if (read === null || !workspace.isWanted(name)) workspace.forget(name);
    else if (typeof read !== 'string' && 'refused' in read) workspace.putUnread(name, uri, read.refused);
    else this.#put(name, uri, read);
    if (isConfig(name)) this.addStale();
  }

  #put(name: string, uri: string, read: string | OfficeText): void {
    const { workspace } = this.#session;
    const [text, office] = typeof read === 'string' ? [read, null] : [read.text, officeSource(read)];
    if (isConfig(name)) workspace.putConfig(uri, text);
    else {
      const document = new Document(uri, 0, documentText(text));
      const isReport = document.reports.length > 0;
      workspace.put(name, document, isReport ? closedDocument(this.#session, document, office) : null);
    }
  }
}

const turn = (): Promise<void> => new Promise((done) => setTimeout(done, 0));
