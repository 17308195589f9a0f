import type { Diagnostic, Range, TextDocuments } from 'vscode-languageserver';
import { type Around, neighboursOf } from '../archive/neighbours.ts';
import { type IndexedReport, type Neighbours, ReportIndex } from '../archive/report-index.ts';
import { summaryOf } from '../archive/summary.ts';
import { type Config, configRules, emptyConfig, parseConfig } from '../config/read.ts';
import type { PlacedReport } from '../report/reports.ts';
import type { Report } from '../report/types.ts';
import { rules } from '../rules/all.ts';
import type { Severities } from '../rules/check.ts';
import type { Finding } from '../rules/rule.ts';
import { type Span, shift } from '../text/span.ts';
import { rangeOf } from './convert.ts';
import { documentName, folderOf, isConfig, type LineStarts, parentFolder } from './document-name.ts';
import type { Document } from './open-documents.ts';
import type { Setting } from './session.ts';

/** A configuration as it is on disk or in an editor. */
export interface ConfigFile {
  readonly uri: string;
  readonly folder: string;
  readonly text: string;
  readonly config: Config;
  readonly problems: readonly Finding[];
}

/** What holds for a document: the client's settings, and the nearest configuration over them. */
export interface EffectiveConfig extends Setting {
  readonly file: ConfigFile | null;
  readonly config: Config;
}

/** What is kept of a file with reports that is not open: no text. */
export interface ClosedDocument {
  readonly uri: string;
  readonly lines: LineStarts;
  /** Where its reports start. */
  readonly starts: readonly number[];
  /** What its reports show by themselves, under `governing`. */
  readonly items: readonly Diagnostic[];
  /** Entries of the configuration that speak of it, and those that accepted something of `items`. */
  readonly concerned: readonly number[];
  readonly used: readonly number[];
  readonly governing: EffectiveConfig;
}

/** The range of a span of one of a closed file's reports. */
export const rangeIn = ({ lines, starts }: ClosedDocument, index: number, span: Span): Range =>
  lines.range(shift(span, starts[index] ?? 0));

/** Ids of all rules a configuration may name. */
export const ruleIds: ReadonlySet<string> = new Set([...rules, ...configRules].map(({ id }) => id));

/** Documents known to the server, open or not: their reports on one shelf, and the configurations. Reads no disk itself. */
export class Workspace {
  /** Folders of the client, as names with `/` at their end. */
  folders: readonly string[] = [];
  /** Whether all files of the folders have been read. */
  complete = false;
  /** Folders outside those of the client whose configuration has been looked for. */
  readonly visited = new Set<string>();
  readonly closed = new Map<string, ClosedDocument>();
  readonly configs = new Map<string, ConfigFile>();
  readonly #shelf = new ReportIndex();
  readonly #documents: TextDocuments<Document>;
  readonly #changed = new Set<string>();
  #governing = new WeakMap<Setting, Map<ConfigFile | null, EffectiveConfig>>();

  constructor(documents: TextDocuments<Document>) {
    this.#documents = documents;
    documents.onDidChangeContent(({ document: { uri, text } }) => {
      if (isConfig(documentName(uri))) this.putConfig(uri, text.toString());
      else this.#changed.add(uri);
    });
  }

  /** What holds for a document now. The same object until something changes. */
  effectiveConfig(name: string, setting: Setting): EffectiveConfig {
    const file = this.configFor(name);
    let made = this.#governing.get(setting);
    if (made === undefined) {
      made = new Map();
      this.#governing.set(setting, made);
    }
    const known = made.get(file);
    if (known !== undefined) return known;
    const config = file?.config ?? emptyConfig;
    const severities: Severities =
      config.rules.size === 0 ? setting.severities : new Map([...setting.severities, ...config.rules]);
    const governing = { ...setting, severities, file, config };
    made.set(file, governing);
    return governing;
  }

  /** The nearest configuration, from the document's folder up to the client's folder it is in. */
  configFor(name: string): ConfigFile | null {
    const folder = folderOf(name);
    const top = this.folders.filter((each) => folder.startsWith(each)).sort((a, b) => a.length - b.length)[0];
    for (let at: string | null = folder; at !== null; at = parentFolder(at)) {
      const file = this.configs.get(at);
      if (file !== undefined) return file;
      if (top === undefined || at === top) return null;
    }
    return null;
  }

  /** Whether it is known that a document has no other configuration than `configFor` says. */
  knowsConfigOf(name: string): boolean {
    const folder = folderOf(name);
    return (
      this.visited.has(folder) || (this.complete && this.folders.some((each) => folder.startsWith(each)))
    );
  }

  putConfig(uri: string, text: string): void {
    const folder = folderOf(documentName(uri));
    if (this.configs.get(folder)?.text === text) return;
    this.configs.set(folder, { uri, folder, text, ...parseConfig(text, ruleIds) });
    for (const { uri } of this.#documents.all()) this.#changed.add(uri);
  }

  /** Put what is to be kept of a closed file's reports on the shelf, in the place of those it had. */
  put(name: string, document: Document, about: ClosedDocument | null): void {
    const entries = document.reports.map(({ report }) => summaryOf(report));
    this.#shelf.set(name, entries, (entry) => entry, this.configFor(name)?.config.organs);
    if (about === null) this.closed.delete(name);
    else this.closed.set(name, about);
  }

  /** A document that is not there any more. */
  forget(name: string): void {
    if (isConfig(name)) this.configs.delete(folderOf(name));
    this.#shelf.delete(name);
    this.closed.delete(name);
  }

  /** The documents on the shelf, those without a report too. */
  names(): Iterable<string> {
    return this.#shelf.documents();
  }

  /** A document's reports on the shelf, as of now. */
  reportsOf(name: string): readonly IndexedReport[] {
    this.#settle();
    return this.#shelf.of(name);
  }

  neighbours(own: IndexedReport, { file }: EffectiveConfig): Neighbours {
    this.#settle();
    return neighboursOf(own, this.#shelf, file && aroundOf(file));
  }

  lastYear(own: IndexedReport): IndexedReport | null {
    this.#settle();
    return this.#shelf.lastYear(own);
  }

  /** The URI and range of a place in a report, its document open or not. */
  locate(report: IndexedReport, span: Span): { readonly uri: string; readonly range: Range } | null {
    const index = this.#shelf.of(report.document).indexOf(report);
    const open = this.openDocument(report.document);
    const placed = open?.reports[index];
    if (open) return placed ? { uri: open.uri, range: rangeOf(open, span, placed.at) } : null;
    const closed = this.closed.get(report.document);
    return closed && index >= 0 ? { uri: closed.uri, range: rangeIn(closed, index, span) } : null;
  }

  openDocument(name: string): Document | undefined {
    return this.#documents.get(name) ?? this.#documents.all().find(({ uri }) => documentName(uri) === name);
  }

  /** Bring the shelf up to date with what has been typed since it was last asked. */
  #settle(): void {
    if (this.#changed.size === 0) return;
    for (const uri of this.#changed) {
      const document = this.#documents.get(uri);
      const name = documentName(uri);
      if (document && (document.reports.length > 0 || this.#shelf.of(name).length > 0))
        this.#place(name, document);
    }
    this.#changed.clear();
  }

  #place(name: string, document: Document): void {
    const organs = this.configFor(name)?.config.organs;
    this.#shelf.set(name, document.reports.map(reportIn), summaryOf, organs);
  }
}

const reportIn = ({ report }: PlacedReport): Report => report;

/** How the configuration of a folder names documents. */
const aroundOf = ({ config, folder }: ConfigFile): Around => ({
  config,
  nameOf: (document) => (document.startsWith(folder) ? document.slice(folder.length) : null),
});
