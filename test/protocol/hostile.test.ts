import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { PassThrough } from 'node:stream';
import {
  createMessageConnection,
  ErrorCodes,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { Diagnostic, Hover } from 'vscode-languageserver';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { disk } from '../../server/src/io/workspace-disk.ts';
import { serve } from '../../server/src/lsp/serve.ts';
import { base } from '../support/base.ts';
import { repeated, shaped } from '../support/hostile.ts';
import { type Random, random, runSeed } from '../support/random.ts';
import { Client, pulling } from '../support/server.ts';

const faulty = base.replace('| 8 | 1 | 0 | 0 | 0 | 0 | 9 |', '| 8 | 1 | 0 | 0 | 0 | 0 | 19 |');
const requests = [
  ...[
    'hover',
    'definition',
    'references',
    'documentHighlight',
    'documentSymbol',
    'documentLink',
    'foldingRange',
  ],
  ...[
    'selectionRange',
    'prepareCallHierarchy',
    'codeAction',
    'codeLens',
    'inlayHint',
    'completion',
    'inlineCompletion',
  ],
  ...[
    'formatting',
    'rangeFormatting',
    'onTypeFormatting',
    'prepareRename',
    'rename',
    'linkedEditingRange',
    'diagnostic',
  ],
  ...['semanticTokens/full', 'semanticTokens/full/delta', 'semanticTokens/range'],
].map((name) => `textDocument/${name}`);
const more = [
  ...[
    'callHierarchy/incomingCalls',
    'callHierarchy/outgoingCalls',
    'workspace/symbol',
    'workspace/diagnostic',
  ],
  ...['workspace/executeCommand', 'codeLens/resolve', 'ogiReport/unknown'],
];

const seed = runSeed();

describe('server under hostile messages', () => {
  let client: Client;
  beforeEach(async () => {
    client = new Client();
    await client.initialize(pulling);
  });
  afterEach(() => client.kill());

  /** It still does its work. */
  const alive = async () => {
    const uri = await client.open(faulty, 'file:///t/alive.txt');
    const found = await client.pull(uri);
    ok(found.some(({ code }) => code === 'sum-mismatch'));
    ok(await client.request<Hover>('textDocument/hover', client.at(uri, '| 19 |', 2)));
    await client.notify('textDocument/didClose', { textDocument: { uri } });
  };

  it('answers every request, whatever its parameters', async () => {
    const chance = random(seed);
    const uri = await client.open(faulty);
    for (const method of [...requests, ...more])
      for (let i = 0; i < 12; i++) {
        const params = anyParams(chance, uri);
        try {
          await client.request(method, params);
        } catch (error) {
          // An error is an answer, when it is one of the protocol's.
          ok(
            error instanceof ResponseError && error.code < 0,
            `${method} ${JSON.stringify(params)}: ${error}`,
          );
        }
      }
    await alive();
  }).timeout(60_000);

  it('an unknown method is not found', async () => {
    const error = await client
      .request('ogiReport/unknown', {})
      .catch((reason: ResponseError<void>) => reason);
    ok(error instanceof ResponseError);
    strictEqual(error.code, ErrorCodes.MethodNotFound);
  });

  it('survives notifications of any shape', async () => {
    const chance = random(seed + 1);
    const uri = await client.open(faulty);
    for (const method of ['didOpen', 'didChange', 'didClose', 'didSave', 'willSave'])
      for (let i = 0; i < 12; i++)
        await client.notify(
          `textDocument/${method}`,
          anyParams(chance, chance.pick([uri, 'file:///t/other.txt'])),
        );
    for (const method of [
      'workspace/didChangeConfiguration',
      'workspace/didChangeWatchedFiles',
      '$/cancelRequest',
      '$/setTrace',
      '$/unknown',
    ])
      for (let i = 0; i < 6; i++) await client.notify(method, anyParams(chance, uri));
    await alive();
  });

  it('a document closed is unknown, one opened twice is what it was opened with last, old versions change nothing else', async () => {
    const uri = await client.open(faulty);
    await client.notify('textDocument/didClose', { textDocument: { uri } });
    strictEqual(await client.request('textDocument/hover', client.at(uri, '| 19 |', 2)), null);
    deepStrictEqual(await client.pull(uri), []);
    await client.notify('textDocument/didChange', {
      textDocument: { uri, version: 9 },
      contentChanges: [{ text: base }],
    });
    deepStrictEqual(await client.pull(uri), []);
    await client.open(base, uri);
    await client.open(faulty, uri);
    ok((await client.pull(uri)).length > 0);
    await client.notify('textDocument/didChange', {
      textDocument: { uri, version: 0 },
      contentChanges: [{ text: base }],
    });
    deepStrictEqual(await client.pull(uri), []);
    await alive();
  });

  it('changes outside the text are clamped as the protocol says', async () => {
    const uri = await client.open(base);
    const far = { line: 1e9, character: 1e9 };
    await client.change(uri, [{ range: { start: far, end: far }, text: '\n扫一扫在手机打开当前页' }]);
    ok((await client.pull(uri)).some(({ code }) => code === 'page-residue'));
    await client.notify('textDocument/didChange', {
      textDocument: { uri, version: 3 },
      contentChanges: [{ range: { start: far, end: { line: 0, character: 0 } }, text: '' }],
    });
    await client.pull(uri);
    await alive();
  });

  it('opens hostile texts and answers for them', async () => {
    const chance = random(seed + 2);
    for (const { make } of [...shaped, ...Array.from({ length: 40 }, () => chance.pick(repeated))]) {
      const uri = await client.open(make(20_000), 'file:///t/hostile.txt');
      await client.pull(uri);
      await client.request('textDocument/documentSymbol', { textDocument: { uri } });
      await client.request('textDocument/semanticTokens/full', { textDocument: { uri } });
      await client.notify('textDocument/didClose', { textDocument: { uri } });
    }
    await alive();
  }).timeout(120_000);

  it('reads no document that was not opened, whatever its name', async () => {
    for (const uri of [
      'file:///etc/passwd',
      'file:///../../etc/passwd',
      'http://localhost/x',
      'data:text/plain,x',
      '',
      'x',
      '../x',
      'file://%00',
    ]) {
      deepStrictEqual(await client.pull(uri), []);
      for (const command of ['preview', 'cellAt', 'figures', 'fixSums', 'convert'])
        ok(
          !(await client.execute(command, uri, { line: 0, character: 0 }, 'markdown').catch(() => null)),
          command,
        );
    }
    await alive();
  });
});

describe('an error inside one feature', () => {
  it('is logged, answered with nothing, and the others go on', async () => {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const connection = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    );
    // The only thing of the platform that a feature asks for: addresses of manual pages, wanted by
    // diagnostics.
    const manual = () => {
      throw new Error('injected');
    };
    serve(connection, { manual, files: disk, readOffice: null, writeOffice: null, writers: null });
    const client = createMessageConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    const logged: string[] = [];
    client.onNotification('window/logMessage', ({ message }: { message: string }) => {
      logged.push(message);
    });
    client.onRequest('client/registerCapability', () => null);
    client.listen();
    await client.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: { codeDescriptionSupport: true } } },
    });
    await client.sendNotification('initialized', {});
    const uri = 'file:///t/a.txt';
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'ogi-report', version: 1, text: faulty },
    });
    const answer = await client.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    deepStrictEqual(answer.items, []);
    ok(
      logged.some((line) => line.includes('injected')),
      `${logged}`,
    );
    ok(await client.sendRequest('textDocument/documentSymbol', { textDocument: { uri } }));
    ok(
      await client.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
        context: { diagnostics: [] },
      }),
    );
    client.dispose();
    connection.dispose();
  });
});

/**
 * Parameters as a confused client sends them: right ones with members gone, of other types, out of range, or
 * nothing of the kind.
 */
function anyParams(chance: Random, uri: string): object | undefined {
  const number = () => chance.pick([0, 1, 3, -1, 1e9, 2 ** 31, Number.MAX_SAFE_INTEGER, 0.5, null, 'a']);
  const position = () =>
    chance.chance(0.8) ? { line: number(), character: number() } : chance.pick([null, 7, {}, []]);
  const range = () =>
    chance.chance(0.8) ? { start: position(), end: position() } : chance.pick([null, 'range', {}]);
  const params: Record<string, unknown> = {
    textDocument: chance.pick([
      { uri },
      { uri, version: number() },
      { uri: 'file:///t/none.txt' },
      { uri: 5 },
      {},
      null,
    ]),
    position: position(),
    range: range(),
    positions: chance.pick([[position(), position()], [], null, position()]),
    context: chance.pick([
      { diagnostics: [] },
      { diagnostics: [{ range: range() }], only: ['quickfix'] },
      {},
      null,
    ]),
    options: chance.pick([{ tabSize: number(), insertSpaces: true }, null]),
    ch: chance.pick(['\n', '|', '', 5]),
    newName: chance.pick(['某局', '', 5, '\0\u202e', 'x'.repeat(100_000)]),
    previousResultId: chance.pick(['x', 5, null]),
    previousResultIds: chance.pick([[], [{ uri, value: 'x' }], null, [null]]),
    query: chance.pick(['', '局', '('.repeat(5000), 5, null]),
    item: chance.pick([
      { name: 'x', kind: 1, uri, range: range(), selectionRange: range(), data: 'a.b.c' },
      {},
      null,
    ]),
    command: chance.pick([
      'ogiReport.server.preview',
      'ogiReport.server.fixSums',
      'ogiReport.server.__proto__',
      'rm',
      5,
    ]),
    arguments: chance.pick([[uri, position()], [], [null], [uri, range(), 'html'], 'x']),
    contentChanges: chance.pick([[{ range: range(), text: 'x' }], [{ text: 5 }], [null], [], null, {}]),
    settings: chance.pick([
      { ogiReport: { rules: { 'sum-mismatch': 5, x: 'off' } } },
      { ogiReport: 5 },
      null,
    ]),
    changes: chance.pick([[{ uri: 'file:///t/.ogi-report.json', type: 1 }], [{ uri: 5 }], null]),
    id: 99,
  };
  for (const name of Object.keys(params)) if (chance.chance(0.1)) delete params[name];
  return chance.chance(0.05) ? chance.pick([[], {}, [null]]) : params;
}
