// All documents known to the server, open or not: the index of their reports, and the configurations. Reads
// no disk: the workspace indexer puts here what it has read.

import type { Range, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { neighboursOf } from '../archive/neighbours.ts';
import { type IndexedReport, type Neighbours, ReportIndex } from '../archive/report-index.ts';
import { summaryOf } from '../archive/summary.ts';
import { folderOf } from '../base/paths.ts';
import type { Phrase } from '../base/phrase.ts';
import { type ConfigFile, ConfigStore, type EffectiveConfig } from '../config/store.ts';
import type { PlacedReport } from '../report/index.ts';
import type { Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { type ClosedDocument, rangeIn } from './closed-documents.ts';
import { rangeOf } from './convert.ts';
import { documentName, folderName, isConfig } from './document-name.ts';
import type { Document } from './open-documents.ts';
import type { Setting } from './session.ts';

export class Workspace {
  /** Whether all files of the folders have been read. */
  complete = false;
  /** Folders outside the client's in which a configuration has been looked for. */
  readonly visited = new Set<string>();
  readonly closed = new Map<string, ClosedDocument>();
  /** Office files that have no text, and why. */
  readonly unread = new Map<string, { readonly uri: string; readonly why: Phrase }>();
  readonly configs = new ConfigStore((name) => this.#configText(name));
  /** Configurations as they are on disk, by name. */
  readonly #configTexts = new Map<string, TextDocument>();
  readonly #index = new ReportIndex();
  readonly #documents: TextDocuments<Document>;
  readonly #changed = new Set<string>();
  /** Names of the client's folders, the outer ones first. */
  #folders: readonly string[] = [];

  constructor(documents: TextDocuments<Document>) {
    this.#documents = documents;
    documents.onDidChangeContent(({ document: { uri } }) => {
      if (isConfig(documentName(uri))) this.#refreshConfig(documentName(uri));
      else this.#changed.add(uri);
    });
  }

  setFolders(uris: readonly string[]): void {
    this.#folders = uris.map(folderName).sort((a, b) => a.length - b.length);
  }

  /** Whether a document is in one of the client's folders. */
  isInFolders(name: string): boolean {
    return this.#folders.some((folder) => name.startsWith(folder));
  }

  /** The outermost of the client's folders that a document is in; else the document's own. */
  folderWith(name: string): string {
    return this.#folders.find((folder) => name.startsWith(folder)) ?? folderOf(name);
  }

  /** What holds for a document now. The same object until something changes. */
  effectiveConfig(name: string, { severities }: Setting): EffectiveConfig {
    return this.configs.effective(this.configFor(name), severities);
  }

  /** The nearest configuration, from the document's folder up to the client's folder it is in. */
  configFor(name: string): ConfigFile | null {
    return this.configs.nearest(folderOf(name), this.#folders);
  }

  /** Whether it is known that a document has no other configuration than `configFor` says. */
  knowsConfigOf(name: string): boolean {
    return this.visited.has(folderOf(name)) || (this.complete && this.isInFolders(name));
  }

  /** Takes the text of a configuration on disk. While it is open, the text in the editor holds. */
  putConfig(uri: string, text: string): void {
    const name = documentName(uri);
    this.#configTexts.set(name, TextDocument.create(uri, 'jsonc', 0, text));
    this.#refreshConfig(name);
  }

  /** Indexes the reports of a closed document in place of those it had; `about` is kept with them. */
  put(name: string, document: Document, about: ClosedDocument | null): void {
    const summaries = document.reports.map(({ report }) => summaryOf(report));
    this.#index.set(name, summaries, (summary) => summary, this.configFor(name)?.config.organs);
    this.unread.delete(name);
    if (about === null) this.closed.delete(name);
    else this.closed.set(name, about);
  }

  /** Takes an Office file that has no text in place of what was read of it. */
  putUnread(name: string, uri: string, why: Phrase): void {
    this.forget(name);
    this.unread.set(name, { uri, why });
  }

  /** Forgets a document that is gone. */
  forget(name: string): void {
    if (this.#configTexts.delete(name) || isConfig(name)) this.#refreshConfig(name);
    this.#index.delete(name);
    this.closed.delete(name);
    this.unread.delete(name);
  }

  /** Forgets those closed documents that are gone; the names of those that were known. */
  forgetWhere(isGone: (name: string) => boolean): readonly string[] {
    const maps = [this.closed, this.unread, this.#configTexts];
    const known = new Set([...this.#index.documents(), ...maps.flatMap((each) => [...each.keys()])]);
    const gone = [...known].filter((name) => isGone(name) && !this.openDocument(name));
    for (const name of gone) this.forget(name);
    return gone;
  }

  /** Whether a file is one of those that are read: in the client's folders, or a configuration looked for. */
  isWanted(name: string): boolean {
    return this.isInFolders(name) || (isConfig(name) && this.visited.has(folderOf(name)));
  }

  /** The names of all documents with reports, up to date. */
  documents(): readonly string[] {
    this.#settle();
    return [...this.#index.documents()];
  }

  /** The indexed reports of a document, up to date. */
  reportsOf(name: string): readonly IndexedReport[] {
    this.#settle();
    return this.#index.of(name);
  }

  neighbours(own: IndexedReport, { file }: EffectiveConfig): Neighbours | null {
    this.#settle();
    return neighboursOf(own, this.#index, file);
  }

  lastYear(own: IndexedReport): IndexedReport | null {
    this.#settle();
    return this.#index.lastYear(own);
  }

  /** The URI and range of a place in a report, its document open or not. */
  locate(report: IndexedReport, span: Span): { readonly uri: string; readonly range: Range } | null {
    const index = this.#index.of(report.document).indexOf(report);
    const open = this.openDocument(report.document);
    const placed = open?.reports[index];
    if (open) return placed ? { uri: open.uri, range: rangeOf(open, span, placed.at) } : null;
    const closed = this.closed.get(report.document);
    return closed && index >= 0 ? { uri: closed.uri, range: rangeIn(closed, index, span) } : null;
  }

  openDocument(name: string): Document | undefined {
    return this.#documents.get(name) ?? this.#documents.all().find(({ uri }) => documentName(uri) === name);
  }

  #configText(name: string): TextDocument | null {
    const open = this.openDocument(name);
    if (open) return TextDocument.create(open.uri, 'jsonc', open.version, open.text.toString());
    return this.#configTexts.get(name) ?? null;
  }

  /** With a configuration the names of organs may change, so that all open documents are indexed again. */
  #refreshConfig(name: string): void {
    if (this.configs.refresh(name)) for (const { uri } of this.#documents.all()) this.#changed.add(uri);
  }

  /** Brings the index up to date with what has been typed since it was last asked. */
  #settle(): void {
    if (this.#changed.size === 0) return;
    for (const uri of this.#changed) {
      const document = this.#documents.get(uri);
      const name = documentName(uri);
      if (document && (document.reports.length > 0 || this.#index.of(name).length > 0))
        this.#place(name, document);
    }
    this.#changed.clear();
  }

  #place(name: string, document: Document): void {
    const organs = this.configFor(name)?.config.organs;
    this.#index.set(name, document.reports.map(reportIn), summaryOf, organs);
  }
}

const reportIn = ({ report }: PlacedReport): Report => report;
