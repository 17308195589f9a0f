// The documents that are open in the client.

import { TextDocuments } from 'vscode-languageserver';
import { documentText, type PlacedReport, reportsIn } from '../report/index.ts';
import { applyChanges, type Change } from '../text/changes.ts';
import type { DocumentText } from '../text/document-text.ts';
import type { Span } from '../text/span.ts';
import { documentName, isConfig } from './document-name.ts';

/** One version of a document. Its reports are read when first asked for. */
export class Document {
  readonly uri: string;
  readonly version: number;
  readonly text: DocumentText;
  /** The line in which someone is typing; null after any other change. */
  readonly typing: number | null;
  #reports: readonly PlacedReport[] | null = null;

  constructor(uri: string, version: number, text: DocumentText, typing: number | null = null) {
    this.uri = uri;
    this.version = version;
    this.text = text;
    this.typing = typing;
  }

  /** Empty for any other text, whatever its language id. Unchanged reports are the same objects as before. */
  get reports(): readonly PlacedReport[] {
    this.#reports ??= reportsIn(this.text);
    return this.#reports;
  }

  /** The reports that share a character with the span or touch it. */
  reportsIn({ from, to }: Span): readonly PlacedReport[] {
    return this.reports.filter(({ at, report }) => at <= to && from <= at + report.length);
  }

  /** The report that holds `offset` or ends there. */
  reportAt(offset: number): PlacedReport | null {
    const found = this.reports.findLast(({ at }) => at <= offset);
    return found && offset <= found.at + found.report.length ? found : null;
  }
}

/** Whether there may be anything wrong with a document. */
export const mayHaveDiagnostics = (document: Document): boolean =>
  document.reports.length > 0 || isConfig(documentName(document.uri));

/** The library's manager, with documents that are edited in place: no text is ever joined as a whole. */
export const openDocuments = (): TextDocuments<Document> =>
  new TextDocuments<Document>({
    create: (uri, _language, version, content) => new Document(uri, version, documentText(content)),
    update: (document, changes, version) =>
      new Document(
        document.uri,
        version,
        applyChanges(document.text, changes as readonly Change[]),
        typedLine(changes as readonly Change[]),
      ),
  });

/** The line of a keystroke: a single change that inserts a few characters within a line. */
function typedLine(changes: readonly Change[]): number | null {
  const [change] = changes;
  if (changes.length !== 1 || change?.range === undefined) return null;
  return /^[^\r\n]{1,8}$/.test(change.text) ? change.range.start.line : null;
}
