// Diagnostics for clients that pull: of a document, and of all documents of the workspace, open or not.

import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  type PreviousResultId,
  type ServerCapabilities,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { closedDiagnostics } from './closed-documents.ts';
import { areSameDiagnostics } from './diagnostic-writer.ts';
import { documentName } from './document-name.ts';
import { type Document, mayHaveDiagnostics } from './open-documents.ts';
import { guard, type Session } from './session.ts';

type Finder = (document: Document) => readonly Diagnostic[];
type Answer = (uri: string, items: readonly Diagnostic[], previous?: string) => DocumentDiagnosticReport;

export function pullDiagnostics(session: Session, found: Finder): ServerCapabilities {
  const { connection, documents } = session;
  const { answer, forget } = answers();
  documents.onDidClose(({ document }) => forget(document.uri));
  const nothing: DocumentDiagnosticReport = { kind: 'full', items: [] };
  connection.languages.diagnostics.on(
    guard(session, 'diagnostics', nothing, ({ textDocument, previousResultId }) => {
      const document = documents.get(textDocument.uri);
      return document ? answer(document.uri, found(document), previousResultId) : nothing;
    }),
  );
  connection.languages.diagnostics.onWorkspace(
    guard(session, 'workspace diagnostics', { items: [] }, ({ previousResultIds }) => ({
      items: workspaceReports(session, found, answer, previousResultIds),
    })),
  );
  return {
    diagnosticProvider: {
      identifier: 'ogi-report',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    },
  };
}

/** Gives answers result ids. A client that holds the latest answer is told only that nothing has changed. */
function answers(): { readonly answer: Answer; readonly forget: (uri: string) => void } {
  const latest = new Map<string, { readonly resultId: string; readonly items: readonly Diagnostic[] }>();
  // So that ids of an earlier server are not taken for ours.
  const prefix = `${Date.now().toString(36)}.`;
  let count = 0;
  const answer: Answer = (uri, items, previous) => {
    const before = latest.get(uri);
    const isSame = before !== undefined && areSameDiagnostics(before.items, items);
    const resultId = isSame ? before.resultId : `${prefix}${count++}`;
    latest.set(uri, { resultId, items });
    return previous === resultId
      ? { kind: 'unchanged', resultId }
      : { kind: 'full', resultId, items: [...items] };
  };
  return { answer, forget: (uri) => latest.delete(uri) };
}

/** Documents that are gone get an empty list where the client still holds diagnostics of them. */
function workspaceReports(
  session: Session,
  found: Finder,
  answer: Answer,
  previous: readonly PreviousResultId[],
): WorkspaceDocumentDiagnosticReport[] {
  const { documents, workspace } = session;
  const known = new Map(previous.map(({ uri, value }) => [uri, value]));
  const open = documents
    .all()
    .filter((document) => mayHaveDiagnostics(document) || known.has(document.uri))
    .map((document): WorkspaceDocumentDiagnosticReport => {
      const { uri, version } = document;
      return { ...answer(uri, found(document), known.get(uri)), uri, version };
    });
  const uris = new Map([...known.keys()].map((uri) => [documentName(uri), uri]));
  const closed = [...workspace.closed].flatMap(([name, about]) => {
    if (workspace.openDocument(name)) return [];
    const uri = uris.get(name) ?? about.uri;
    uris.delete(name);
    const items = closedDiagnostics(session, name, about);
    return [{ ...answer(uri, items, known.get(uri)), uri, version: null }];
  });
  const unread = [...workspace.unread].flatMap(([name, { uri: own, why }]) => {
    if (workspace.openDocument(name)) return [];
    const uri = uris.get(name) ?? own;
    uris.delete(name);
    const items = [unreadDiagnostic(why[session.setting.language])];
    return [{ ...answer(uri, items, known.get(uri)), uri, version: null }];
  });
  const gone = [...uris.values()]
    .filter((uri) => !documents.get(uri))
    .map((uri): WorkspaceDocumentDiagnosticReport => ({ kind: 'full', uri, version: null, items: [] }));
  return [...open, ...closed, ...unread, ...gone];
}

/** An Office file that nobody has opened must not be taken for one without findings. */
const unreadDiagnostic = (message: string): Diagnostic => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  severity: DiagnosticSeverity.Information,
  source: 'ogi-report',
  message,
});
