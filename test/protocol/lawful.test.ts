import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc/node';
import type { SemanticTokens } from 'vscode-languageserver';
import { base } from '../support/base.ts';
import { Client, pulling } from '../support/server.ts';

const uri = 'file:///t/report.txt';
const hover = { textDocument: { uri }, position: { line: 0, character: 0 } };

/** The code of the error that answers a request, 0 for an answer. */
const codeOf = (client: Client, method: string, params?: unknown): Promise<number> =>
  client.request(method, params).then(
    () => 0,
    (error: ResponseError<void>) => {
      ok(error instanceof ResponseError);
      return error.code;
    },
  );

describe('the order of messages', () => {
  let client: Client;
  beforeEach(() => {
    client = new Client();
  });
  afterEach(() => client.kill());

  it('before initialize nothing is answered or taken', async () => {
    for (const method of ['textDocument/hover', 'ogiReport/unknown', 'shutdown'])
      strictEqual(await codeOf(client, method, hover), ErrorCodes.ServerNotInitialized, method);
    await client.open(base);
    await client.initialize(pulling);
    strictEqual(await client.execute('isReport', uri), null);
  });

  it('initialize comes once', async () => {
    await client.initialize(pulling);
    strictEqual(await codeOf(client, 'initialize', { capabilities: {} }), ErrorCodes.InvalidRequest);
    strictEqual(await codeOf(client, 'textDocument/hover', hover), 0);
  });

  it('after shutdown every request is invalid, and exit ends well', async () => {
    await client.initialize(pulling);
    await client.open(base);
    strictEqual(await codeOf(client, 'shutdown'), 0);
    for (const method of ['textDocument/hover', 'ogiReport/unknown', 'shutdown', 'initialize'])
      strictEqual(await codeOf(client, method, hover), ErrorCodes.InvalidRequest, method);
    strictEqual(await client.exit(), 0);
  });
});

describe('malformed parameters', () => {
  let client: Client;
  before(async () => {
    client = new Client();
    await client.initialize(pulling);
    await client.open(base);
  });
  after(() => client.kill());

  const wrong: readonly (readonly [string, unknown])[] = [
    ['textDocument/hover', null],
    ['textDocument/hover', [1]],
    ['textDocument/hover', {}],
    ['textDocument/hover', { ...hover, textDocument: null }],
    ['textDocument/hover', { ...hover, textDocument: { uri: 5 } }],
    ['textDocument/hover', { ...hover, position: 'x' }],
    ['textDocument/hover', { ...hover, position: { line: '1', character: 0 } }],
    ['textDocument/selectionRange', { ...hover, positions: [null] }],
    ['textDocument/codeAction', hover],
    ['textDocument/codeAction', { ...hover, range: { start: hover.position, end: hover.position } }],
    ['textDocument/references', hover],
    ['textDocument/rename', { ...hover, newName: 5 }],
    ['textDocument/onTypeFormatting', { ...hover, ch: null }],
    ['textDocument/semanticTokens/full/delta', { ...hover, previousResultId: 5 }],
    ['callHierarchy/incomingCalls', { item: {} }],
    ['workspace/symbol', {}],
    ['workspace/diagnostic', { previousResultIds: [null] }],
    ['workspace/executeCommand', { command: 5 }],
    ['workspace/executeCommand', { command: 'ogiReport.server.cellAt', arguments: 'x' }],
    ['workspace/executeCommand', { command: 'ogiReport.server.cellAt', arguments: [uri] }],
    ['workspace/executeCommand', { command: 'ogiReport.server.selectionStats', arguments: [uri, [null]] }],
    ['workspace/executeCommand', { command: 'ogiReport.server.skeleton' }],
  ];
  for (const [method, params] of wrong)
    it(`${method} ${JSON.stringify(params)}`, async () => {
      strictEqual(await codeOf(client, method, params), ErrorCodes.InvalidParams);
      deepStrictEqual(client.logged, []);
    });

  it('a delta without an id of an earlier answer is answered in full', async () => {
    const ask = (previousResultId?: string | null) =>
      client.request<SemanticTokens>('textDocument/semanticTokens/full/delta', {
        textDocument: { uri },
        previousResultId,
      });
    const first = await ask();
    ok(first.data.length > 0);
    deepStrictEqual((await ask(null)).data, first.data);
    deepStrictEqual((await ask('none')).data, first.data);
    deepStrictEqual(client.logged, []);
  });
});

describe('an odd initialize', () => {
  const folder = { uri: 'file:///t', name: 't' };
  const odd: Readonly<Record<string, object>> = {
    'capabilities null': { capabilities: null },
    'no capabilities': { capabilities: undefined },
    'capabilities of another type': { capabilities: 'all' },
    'members null': { capabilities: { workspace: null, textDocument: null, window: null, general: null } },
    'deeper members null': {
      capabilities: {
        workspace: { workspaceEdit: null, didChangeWatchedFiles: null, diagnostics: null },
        textDocument: { diagnostic: null, codeAction: null, documentSymbol: null },
      },
    },
    'folders that are none': { workspaceFolders: [null, {}, { uri: 5 }, 'x', folder] },
    'folders that are no list': { workspaceFolders: 'x' },
    'a root that is no address': { rootUri: 5 },
    'a root that is no folder': { rootUri: '' },
    'an address that cannot be read': { workspaceFolders: [{ uri: 'file://%00', name: '' }] },
    'options that are none': { initializationOptions: [null], locale: 5 },
  };
  for (const [name, params] of Object.entries(odd))
    it(name, async () => {
      const client = new Client();
      try {
        ok((await client.initialize({}, params)).capabilities.hoverProvider);
        await client.open(base);
        strictEqual(await client.execute('isReport', uri), true);
        deepStrictEqual(client.logged, []);
      } finally {
        client.kill();
      }
    });
});
