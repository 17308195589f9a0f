// Office files as read-only texts: what the server read of a .docx is a document of the scheme `ogi-office`,
// with every feature of a draft. It follows the file while it is open. Read `office-commands.ts` next.

import {
  Disposable,
  EventEmitter,
  languages,
  RelativePattern,
  TabInputCustom,
  TabInputText,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { OfficeAnswer } from './server-requests.ts';
import type { ClientSession } from './start.ts';

export const officeScheme = 'ogi-office';

/** The document that shows a file: the file's own address, its scheme as the query. */
export const shownUri = (file: Uri): Uri =>
  file.scheme === officeScheme ? file : file.with({ scheme: officeScheme, query: file.scheme, fragment: '' });

/** The file that a document shows; any other address as it is. */
export const fileOf = (uri: Uri): Uri =>
  uri.scheme === officeScheme ? uri.with({ scheme: uri.query, query: '', fragment: '' }) : uri;

export class OfficeTexts extends Disposable implements TextDocumentContentProvider {
  readonly #session: ClientSession;
  readonly #changed = new EventEmitter<Uri>();
  /** Texts by the address of their documents: what is shown while a file is being written. */
  readonly #texts = new Map<string, string>();
  /** What was read a moment ago, so that opening a document reads its file once. */
  readonly #fresh = new Map<string, OfficeAnswer>();
  readonly #watchers = new Map<string, Disposable>();
  readonly onDidChange = this.#changed.event;

  constructor(session: ClientSession) {
    const listeners: Disposable[] = [];
    super(() => {
      for (const each of [...listeners, ...this.#watchers.values()]) each.dispose();
    });
    this.#session = session;
    listeners.push(
      this.#changed,
      workspace.registerTextDocumentContentProvider(officeScheme, this),
      workspace.onDidOpenTextDocument(asReport),
      workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
    );
  }

  /** The document that shows the file, or the sentence that says why there is none. */
  async open(file: Uri): Promise<TextDocument | { readonly refused: string }> {
    const uri = shownUri(file);
    const answer = await this.#read(uri);
    if ('refused' in answer) return answer;
    // A document that is still there is asked for again by the event only.
    if (isOpen(uri)) this.#changed.fire(uri);
    else this.#fresh.set(uri.toString(), answer);
    const shown = await workspace.openTextDocument(uri);
    this.#fresh.delete(uri.toString());
    return asReport(shown);
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const key = uri.toString();
    const answer = this.#fresh.get(key) ?? (await this.#read(uri));
    this.#watch(uri);
    const text = 'text' in answer ? answer.text : (this.#texts.get(key) ?? `${answer.refused}\n`);
    this.#texts.set(key, text);
    return text;
  }

  async #read(shown: Uri): Promise<OfficeAnswer> {
    try {
      const bytes = await workspace.fs.readFile(fileOf(shown));
      return await this.#session.server.readOffice(shown, bytes);
    } catch (error) {
      return { refused: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Programs save a file by writing another and renaming it: so its folder is watched, not the file. */
  #watch(shown: Uri): void {
    const key = shown.toString();
    if (this.#watchers.has(key)) return;
    const file = fileOf(shown);
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(file, '..'), '*'));
    const look = (changed: Uri) => {
      if (changed.path === file.path) this.#changed.fire(shown);
    };
    this.#watchers.set(key, Disposable.from(watcher, watcher.onDidChange(look), watcher.onDidCreate(look)));
  }

  #forget(uri: Uri): void {
    // Setting the language closes a document and opens it again.
    if (isOpen(uri)) return;
    const key = uri.toString();
    this.#watchers.get(key)?.dispose();
    this.#watchers.delete(key);
    this.#texts.delete(key);
  }
}

const isOpen = (uri: Uri): boolean =>
  workspace.textDocuments.some((it) => it.uri.toString() === uri.toString());

/** A restored tab or a link opens a document without the command that sets its language. */
async function asReport(document: TextDocument): Promise<TextDocument> {
  return document.uri.scheme === officeScheme && document.languageId !== 'ogi-report'
    ? languages.setTextDocumentLanguage(document, 'ogi-report')
    : document;
}

/** What the active tab shows, a picture of a file or nothing included. */
export function activeFile(): Uri | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof TabInputText || input instanceof TabInputCustom ? input.uri : undefined;
}

/** The document that holds a file's text: what is read of an Office file, any other as it is. */
export async function openedText(
  texts: OfficeTexts,
  file: Uri,
): Promise<TextDocument | { readonly refused: string }> {
  if (file.scheme !== officeScheme && OFFICE_NAME.test(file.path)) return texts.open(file);
  return workspace.openTextDocument(file);
}

const OFFICE_NAME = /\.(?:docx|xlsx|pdf|doc|wps|html?)$/i;
