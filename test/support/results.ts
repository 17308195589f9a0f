// The types of the protocol's answers, for metamodel.ts.
import type {
  ApplyWorkspaceEditParams,
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  CodeLens,
  Command,
  CompletionItem,
  CompletionList,
  ConfigurationParams,
  Definition,
  DefinitionLink,
  DocumentDiagnosticReport,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InitializeResult,
  InlayHint,
  InlineCompletionItem,
  InlineCompletionList,
  LinkedEditingRanges,
  Location,
  LogMessageParams,
  PrepareRenameResult,
  PublishDiagnosticsParams,
  RegistrationParams,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
  TextEdit,
  WorkspaceDiagnosticReport,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol';

/**
 * What the server may answer to each request, and what it may send: the types of the protocol's own package,
 * which the meta model of the specification is generated from. `metamodel.test.ts` makes JSON schemas of
 * them.
 */
export interface Results {
  initialize: InitializeResult;
  shutdown: null;
  'textDocument/hover': Hover | null;
  'textDocument/definition': Definition | DefinitionLink[] | null;
  'textDocument/references': Location[] | null;
  'textDocument/documentHighlight': DocumentHighlight[] | null;
  'textDocument/documentSymbol': DocumentSymbol[] | SymbolInformation[] | null;
  'textDocument/documentLink': DocumentLink[] | null;
  'textDocument/foldingRange': FoldingRange[] | null;
  'textDocument/selectionRange': SelectionRange[] | null;
  'textDocument/semanticTokens/full': SemanticTokens | null;
  'textDocument/semanticTokens/range': SemanticTokens | null;
  'textDocument/semanticTokens/full/delta': SemanticTokens | SemanticTokensDelta | null;
  'textDocument/inlayHint': InlayHint[] | null;
  'textDocument/codeLens': CodeLens[] | null;
  'textDocument/codeAction': (Command | CodeAction)[] | null;
  'textDocument/completion': CompletionItem[] | CompletionList | null;
  'textDocument/inlineCompletion': InlineCompletionItem[] | InlineCompletionList | null;
  'textDocument/formatting': TextEdit[] | null;
  'textDocument/rangeFormatting': TextEdit[] | null;
  'textDocument/onTypeFormatting': TextEdit[] | null;
  'textDocument/prepareRename': PrepareRenameResult | null;
  'textDocument/rename': WorkspaceEdit | null;
  'textDocument/linkedEditingRange': LinkedEditingRanges | null;
  'textDocument/prepareCallHierarchy': CallHierarchyItem[] | null;
  'callHierarchy/incomingCalls': CallHierarchyIncomingCall[] | null;
  'callHierarchy/outgoingCalls': CallHierarchyOutgoingCall[] | null;
  'textDocument/diagnostic': DocumentDiagnosticReport;
  'workspace/diagnostic': WorkspaceDiagnosticReport;
  'workspace/symbol': SymbolInformation[] | WorkspaceSymbol[] | null;
  'textDocument/publishDiagnostics': PublishDiagnosticsParams;
  'window/logMessage': LogMessageParams;
  'client/registerCapability': RegistrationParams;
  'workspace/configuration': ConfigurationParams;
  'workspace/applyEdit': ApplyWorkspaceEditParams;
}
