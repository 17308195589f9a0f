import {
  CodeLensRefreshRequest,
  type Diagnostic,
  type Disposable,
  type DocumentDiagnosticReport,
  RAL,
  type ServerCapabilities,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { closedDiagnostics } from './closed-documents.ts';
import { configFindings } from './config-findings.ts';
import { documentDiagnostics } from './document-diagnostics.ts';
import { documentName, isConfig } from './document-name.ts';
import type { Document } from './open-documents.ts';
import { guard, log, type Session } from './session.ts';

/** Findings go to the client by one way only: it pulls them where it can, else they are pushed with the version they belong to. */
export function diagnosticHandlers(session: Session): ServerCapabilities {
  const found: Finder = (document) =>
    isConfig(documentName(document.uri))
      ? configFindings(session, document)
      : documentDiagnostics(session, document);
  session.documents.onDidSave(({ document: { uri } }) => {
    if (isConfig(documentName(uri))) refreshFindings(session);
  });
  if (session.client.textDocument?.diagnostic) return pull(session, found);
  push(session, found);
  return {};
}

/** Tell the client that something other than an edit has changed what is found: diagnostics, and what rests on findings. */
export function refreshFindings({ client, connection, documents, push }: Session): void {
  const { diagnostics, codeLens, inlayHint } = client.workspace ?? {};
  if (!client.textDocument?.diagnostic) for (const document of documents.all()) push?.(document);
  else if (diagnostics?.refreshSupport) void connection.languages.diagnostics.refresh();
  if (codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type);
  if (inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
}

type Finder = (document: Document) => readonly Diagnostic[];

function push(session: Session, found: Finder): void {
  const { connection, documents } = session;
  /** What the client holds of each document. */
  const told = new Map<string, readonly Diagnostic[]>();
  session.push = (document) => {
    try {
      const { uri, version } = document;
      if (!isOurs(document) && !told.has(uri)) return;
      const list = [...found(document)];
      if (isOurs(document)) told.set(uri, list);
      else told.delete(uri);
      void connection.sendDiagnostics({ uri, version, diagnostics: list });
    } catch (error) {
      log(session, 'diagnostics', error);
    }
  };
  /** Documents that have changed since diagnostics were last sent. */
  const changed = new Set<string>();
  const settle = whenRead(() => {
    const due = documents.all().filter(({ uri }) => changed.has(uri));
    changed.clear();
    for (const document of due) session.push?.(document);
    // What is typed here may be carried over there.
    if (due.some(isOurs))
      for (const other of documents.all()) if (!due.includes(other) && isOurs(other)) tellAnew(other);
  });
  const tellAnew = (document: Document): void => {
    try {
      if (!same(told.get(document.uri) ?? [], found(document))) session.push?.(document);
    } catch (error) {
      log(session, 'diagnostics', error);
    }
  };
  documents.onDidChangeContent(({ document: { uri } }) => {
    changed.add(uri);
    settle();
  });
  documents.onDidClose(({ document: { uri } }) => {
    changed.delete(uri);
    if (told.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}

/**
 * Does the work once the messages that have come are read, so that a burst of them is answered once. No timer: the queue takes one message
 * a turn, and what waits for two turns comes behind the next one, if there is one.
 */
function whenRead(work: () => void): () => void {
  const { setImmediate } = RAL().timer;
  let waiting: Disposable | null = null;
  return () => {
    waiting?.dispose();
    waiting = setImmediate(() => {
      waiting = setImmediate(work);
    });
  };
}

/** Whether there may be anything to say of a document. */
const isOurs = (document: Document): boolean =>
  document.reports.length > 0 || isConfig(documentName(document.uri));

/** What was last answered for a document. */
interface Last {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

function pull(session: Session, found: Finder): ServerCapabilities {
  const { connection, documents } = session;
  const last = new Map<string, Last>();
  // Ids of an earlier server must not be taken for ours.
  const prefix = `${Date.now().toString(36)}.`;
  let count = 0;

  function answer(
    uri: string,
    items: readonly Diagnostic[],
    previous: string | undefined,
  ): DocumentDiagnosticReport {
    const before = last.get(uri);
    const now = before && same(before.items, items) ? before : { resultId: `${prefix}${count++}`, items };
    last.set(uri, { ...now, items });
    if (previous === now.resultId) return { kind: 'unchanged', resultId: now.resultId };
    return { kind: 'full', resultId: now.resultId, items: [...items] };
  }

  documents.onDidClose(({ document }) => last.delete(document.uri));
  const nothing: DocumentDiagnosticReport = { kind: 'full', items: [] };
  connection.languages.diagnostics.on(
    guard(session, 'diagnostics', nothing, ({ textDocument, previousResultId }) => {
      const document = documents.get(textDocument.uri);
      return document ? answer(document.uri, found(document), previousResultId) : nothing;
    }),
  );
  connection.languages.diagnostics.onWorkspace(
    guard(session, 'workspace diagnostics', { items: [] }, ({ previousResultIds }) => {
      const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      const open = documents
        .all()
        .filter((document) => isOurs(document) || known.has(document.uri))
        .map((document): WorkspaceDocumentDiagnosticReport => {
          const { uri, version } = document;
          return { ...answer(uri, found(document), known.get(uri)), uri, version };
        });
      const names = new Map([...known.keys()].map((uri) => [documentName(uri), uri]));
      const closed = [...session.workspace.closed].flatMap(([name, about]) => {
        if (session.workspace.openDocument(name)) return [];
        const uri = names.get(name) ?? about.uri;
        names.delete(name);
        const items = closedDiagnostics(session, name, about);
        return [{ ...answer(uri, items, known.get(uri)), uri, version: null }];
      });
      const gone = [...names.values()]
        .filter((uri) => !documents.get(uri))
        .map((uri): WorkspaceDocumentDiagnosticReport => ({ kind: 'full', uri, version: null, items: [] }));
      return { items: [...open, ...closed, ...gone] };
    }),
  );
  return {
    diagnosticProvider: {
      identifier: 'ogi-report',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    },
  };
}

/** Whether two lists say the same; those of unchanged reports are the same objects. */
const same = (a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean =>
  a.length === b.length &&
  a.every((item, i) => item === b[i] || JSON.stringify(item) === JSON.stringify(b[i]));
