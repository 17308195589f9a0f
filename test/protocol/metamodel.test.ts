import { deepStrictEqual, ok } from 'node:assert';
import type {
  CallHierarchyItem,
  ClientCapabilities,
  InitializeResult,
  SemanticTokens,
} from 'vscode-languageserver-protocol';
import { base } from '../support/base.ts';
import { type Method, metaModel } from '../support/metamodel.ts';
import { Client, pulling } from '../support/server.ts';

/** The requests that each capability promises an answer to. */
const promised: Readonly<Record<string, readonly Method[]>> = {
  callHierarchyProvider: [
    'textDocument/prepareCallHierarchy',
    'callHierarchy/incomingCalls',
    'callHierarchy/outgoingCalls',
  ],
  codeActionProvider: ['textDocument/codeAction'],
  codeLensProvider: ['textDocument/codeLens'],
  completionProvider: ['textDocument/completion'],
  definitionProvider: ['textDocument/definition'],
  diagnosticProvider: ['textDocument/diagnostic', 'workspace/diagnostic'],
  documentFormattingProvider: ['textDocument/formatting'],
  documentHighlightProvider: ['textDocument/documentHighlight'],
  documentLinkProvider: ['textDocument/documentLink'],
  documentOnTypeFormattingProvider: ['textDocument/onTypeFormatting'],
  documentRangeFormattingProvider: ['textDocument/rangeFormatting'],
  documentSymbolProvider: ['textDocument/documentSymbol'],
  foldingRangeProvider: ['textDocument/foldingRange'],
  hoverProvider: ['textDocument/hover'],
  inlayHintProvider: ['textDocument/inlayHint'],
  inlineCompletionProvider: ['textDocument/inlineCompletion'],
  linkedEditingRangeProvider: ['textDocument/linkedEditingRange'],
  referencesProvider: ['textDocument/references'],
  renameProvider: ['textDocument/prepareRename', 'textDocument/rename'],
  selectionRangeProvider: ['textDocument/selectionRange'],
  semanticTokensProvider: [
    'textDocument/semanticTokens/full',
    'textDocument/semanticTokens/full/delta',
    'textDocument/semanticTokens/range',
  ],
  workspaceSymbolProvider: ['workspace/symbol'],
};
/** Capabilities that are no request of their own. */
const others = ['positionEncoding', 'textDocumentSync', 'executeCommandProvider', 'workspace'];

const able: ClientCapabilities = {
  ...pulling,
  workspace: {
    configuration: true,
    applyEdit: true,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    ...pulling.textDocument,
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
  },
};

describe('answers are what the protocol says', () => {
  let check: ReturnType<typeof metaModel>;
  const wrong: string[] = [];
  let client: Client;
  let told: InitializeResult;
  before(function () {
    this.timeout(60_000);
    check = metaModel();
  });
  afterEach(() => client.kill());

  const start = async (capabilities: ClientCapabilities) => {
    client = new Client();
    wrong.length = 0;
    told = await client.initialize(capabilities);
    valid('initialize', told);
  };
  const valid = (method: Method, value: unknown) => {
    const trouble = check(method, value);
    if (trouble !== null) wrong.push(trouble);
  };
  const ask = async <T>(method: Method, params: unknown): Promise<T> => {
    const answer = await client.request<T>(method, params);
    valid(method, answer);
    return answer;
  };

  const faulty = base
    .replace('| 8 | 1 | 0 | 0 | 0 | 0 | 9 |', '| 8 | 1 | 0 | 0 | 0 | 0 | 19 |')
    .replace('行政许可 | 57 |', '行政许可 | ５７ |')
    .replace('（二）部分公开', '（二）部分的公开');

  it('the validators tell right from wrong', async () => {
    await start(able);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    deepStrictEqual(check('textDocument/hover', { contents: { kind: 'markdown', value: '' }, range }), null);
    ok(check('textDocument/hover', { contents: { kind: 'html', value: '' } }));
    ok(check('textDocument/hover', { contents: '', range: { ...range, start: { line: -1, character: 0 } } }));
    ok(check('textDocument/hover', { contents: '', place: 1 }));
    ok(check('textDocument/definition', [{ uri: 'file:///a' }]));
  });

  it('every capability is known here', async () => {
    await start(able);
    deepStrictEqual(wrong, []);
    deepStrictEqual(
      Object.keys(told.capabilities).filter((name) => !(name in promised) && !others.includes(name)),
      [],
    );
  });

  it('to every request of every capability, all over a report', async () => {
    await start(able);
    const uri = await client.open(faulty);
    const lines = faulty.split('\n');
    const document = { textDocument: { uri } };
    const all = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    const options = { tabSize: 2, insertSpaces: true };
    const asked = new Set<Method>();
    const note = <T>(method: Method, params: unknown): Promise<T> => {
      asked.add(method);
      return ask<T>(method, params);
    };
    for (const method of [
      'textDocument/documentSymbol',
      'textDocument/foldingRange',
      'textDocument/codeLens',
      'textDocument/documentLink',
      'textDocument/diagnostic',
    ] as const)
      if (
        Object.entries(promised).some(
          ([name, methods]) => name in told.capabilities && methods.includes(method),
        )
      )
        await note(method, document);
    await note('textDocument/inlayHint', { ...document, range: all });
    await note('textDocument/formatting', { ...document, options });
    await note('textDocument/rangeFormatting', { ...document, range: all, options });
    const { resultId } = await note<SemanticTokens>('textDocument/semanticTokens/full', document);
    if (promisedHere(told, 'textDocument/semanticTokens/range'))
      await note('textDocument/semanticTokens/range', { ...document, range: all });
    await client.replace(uri, '| 19 |', '| 9 |');
    await note('textDocument/semanticTokens/full/delta', { ...document, previousResultId: resultId });
    await client.replace(uri, '| 8 | 1 | 0 | 0 | 0 | 0 | 9 |', '| 8 | 1 | 0 | 0 | 0 | 0 | 19 |');
    await note('workspace/diagnostic', { previousResultIds: [] });
    await note('workspace/symbol', { query: '' });
    for (const [line, text] of lines.entries())
      for (const character of new Set([0, 3, text.indexOf('|') + 2, text.length - 1, text.length])) {
        const position = { line, character: Math.max(0, character) };
        const here = { ...document, position };
        const range = { start: position, end: position };
        for (const method of [
          'textDocument/hover',
          'textDocument/definition',
          'textDocument/documentHighlight',
          'textDocument/completion',
          'textDocument/prepareRename',
          'textDocument/linkedEditingRange',
        ] as const)
          await note(method, here);
        await note('textDocument/references', { ...here, context: { includeDeclaration: true } });
        await note('textDocument/selectionRange', { ...document, positions: [position] });
        await note('textDocument/codeAction', { ...document, range, context: { diagnostics: [] } });
        await note('textDocument/inlineCompletion', { ...here, context: { triggerKind: 1 } });
        await note('textDocument/onTypeFormatting', { ...here, ch: '\n', options });
        const items = await note<CallHierarchyItem[] | null>('textDocument/prepareCallHierarchy', here);
        for (const item of items ?? []) {
          await note('callHierarchy/incomingCalls', { item });
          await note('callHierarchy/outgoingCalls', { item });
        }
      }
    await note('textDocument/rename', { ...client.at(uri, '清溪县教育局'), newName: '清溪县水务局' });
    await note('textDocument/codeAction', {
      ...document,
      range: all,
      context: { diagnostics: [], only: ['source', 'quickfix', 'refactor'] },
    });
    deepStrictEqual(wrong, []);
    const left = Object.entries(promised)
      .filter(([name]) => name in told.capabilities)
      .flatMap(([, methods]) => methods)
      .filter((method) => !asked.has(method) && promisedHere(told, method));
    deepStrictEqual(left, []);
  }).timeout(120_000);

  it('to a client that can do nothing, and what the server sends on its own', async () => {
    await start({});
    const uri = await client.open(faulty);
    await client.pushed(uri, 1);
    for (const params of client.published) valid('textDocument/publishDiagnostics', params);
    const actions = await ask('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
      context: { diagnostics: [] },
    });
    ok(actions);
    await client.execute('fixSums', uri, client.at(uri, '（一）予以公开').position);
    for (const edit of client.applied) valid('workspace/applyEdit', { edit });
    deepStrictEqual(wrong, []);
  });
});

/** Tokens of a range are promised by a flag of their own. */
const promisedHere = ({ capabilities }: InitializeResult, method: Method): boolean =>
  method !== 'textDocument/semanticTokens/range' || capabilities.semanticTokensProvider?.range !== undefined;
