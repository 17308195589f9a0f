// Diagnostics for clients that cannot pull: sent when findings in a document have changed.

import { type Diagnostic, type Disposable, RAL } from 'vscode-languageserver';
import { areSameDiagnostics } from './diagnostic-writer.ts';
import { type Document, mayHaveDiagnostics } from './open-documents.ts';
import { log, type Session } from './session.ts';

export function pushDiagnostics(
  session: Session,
  found: (document: Document) => readonly Diagnostic[],
): void {
  const { connection, documents } = session;
  /** What the client holds of each document, by URI. */
  const sent = new Map<string, readonly Diagnostic[]>();
  const push = (document: Document, onlyIfNew = false): void => {
    try {
      const { uri, version } = document;
      const before = sent.get(uri);
      const isOurs = mayHaveDiagnostics(document);
      if (!isOurs && before === undefined) return;
      const diagnostics = [...found(document)];
      if (onlyIfNew && areSameDiagnostics(before ?? [], diagnostics)) return;
      if (isOurs) sent.set(uri, diagnostics);
      else sent.delete(uri);
      void connection.sendDiagnostics({ uri, version, diagnostics });
    } catch (error) {
      log(session, 'diagnostics', error);
    }
  };
  session.push = push;
  /** Documents that have changed since diagnostics were last sent. */
  const changed = new Set<string>();
  const settle = onceRead(() => {
    const due = documents.all().filter(({ uri }) => changed.has(uri));
    changed.clear();
    for (const document of due) push(document);
    // What is typed in one report may be carried over in another.
    if (due.some(mayHaveDiagnostics))
      for (const other of documents.all())
        if (!due.includes(other) && mayHaveDiagnostics(other)) push(other, true);
  });
  documents.onDidChangeContent(({ document: { uri } }) => {
    changed.add(uri);
    settle();
  });
  documents.onDidClose(({ document: { uri } }) => {
    changed.delete(uri);
    if (sent.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}

/**
 * Does the work once all messages that have arrived are handled, so that a burst of them is answered once.
 * There is no timer: one message is handled in each turn of the event loop, so that work put off for two
 * turns comes after the next message, if there is one.
 */
function onceRead(work: () => void): () => void {
  const { setImmediate } = RAL().timer;
  let waiting: Disposable | null = null;
  return () => {
    waiting?.dispose();
    waiting = setImmediate(() => {
      waiting = setImmediate(work);
    });
  };
}
