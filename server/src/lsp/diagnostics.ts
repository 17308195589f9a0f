// Diagnostics go to the client by one way only: it pulls them where it can (pull-diagnostics.ts), else they
// are pushed with the version they belong to (push-diagnostics.ts).

import { CodeLensRefreshRequest, type Diagnostic, type ServerCapabilities } from 'vscode-languageserver';
import { configFindings } from './config-findings.ts';
import { documentDiagnostics } from './document-diagnostics.ts';
import { documentName, isConfig } from './document-name.ts';
import type { Document } from './open-documents.ts';
import { pullDiagnostics } from './pull-diagnostics.ts';
import { pushDiagnostics } from './push-diagnostics.ts';
import type { Session } from './session.ts';
import { leaveTypedLine } from './typed-line.ts';

export function diagnosticHandlers(session: Session): ServerCapabilities {
  const found = (document: Document): readonly Diagnostic[] =>
    isConfig(documentName(document.uri))
      ? configFindings(session, document)
      : documentDiagnostics(session, document);
  session.documents.onDidSave(({ document }) => {
    if (leaveTypedLine(document) || isConfig(documentName(document.uri))) refreshFindings(session);
  });
  if (session.client.textDocument?.diagnostic) return pullDiagnostics(session, found);
  pushDiagnostics(session, found);
  return {};
}

/** Tells the client that findings have changed other than by an edit of the document. */
export function refreshFindings({ client, connection, documents, push }: Session): void {
  const { diagnostics, codeLens, inlayHint } = client.workspace ?? {};
  if (!client.textDocument?.diagnostic) for (const document of documents.all()) push?.(document);
  else if (diagnostics?.refreshSupport) void connection.languages.diagnostics.refresh();
  if (codeLens?.refreshSupport) void connection.sendRequest(CodeLensRefreshRequest.type);
  if (inlayHint?.refreshSupport) void connection.languages.inlayHint.refresh();
}
