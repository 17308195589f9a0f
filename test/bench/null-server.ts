import {
  createConnection,
  DocumentDiagnosticReportKind,
  ProposedFeatures,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * What every server made of the usual parts costs before it does anything: it keeps the text and finds
 * nothing. An empty list goes out for each change, or the answer to each pull.
 */
const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
let pulled = false;

connection.onInitialize(({ capabilities }) => {
  pulled = capabilities.textDocument?.diagnostic !== undefined;
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      ...(pulled
        ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }
        : {}),
      hoverProvider: true,
      documentSymbolProvider: true,
      codeActionProvider: true,
    },
  };
});

documents.onDidChangeContent(({ document }) => {
  if (!pulled)
    void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: [] });
});
connection.languages.diagnostics.on(() => ({ kind: DocumentDiagnosticReportKind.Full, items: [] }));
connection.onHover(() => null);
connection.onDocumentSymbol(() => []);
connection.onCodeAction(() => []);

documents.listen(connection);
connection.listen();
