import { ok, strictEqual } from 'node:assert';
import { fork, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { Diagnostic, InitializeResult } from 'vscode-languageserver-protocol';
import { rules } from '../../server/src/rules/all.ts';
import { base } from '../support/base.ts';

const server = resolve(__dirname, '../../dist/server.js');
const text = base.replace('| 8 | 1 | 0 | 0 | 0 | 0 | 9 |', '| 8 | 1 | 0 | 0 | 0 | 0 | 19 |');
const uri = 'file:///t/report.txt';
const codeDescriptionSupport = { textDocument: { publishDiagnostics: { codeDescriptionSupport: true } } };

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: InitializeResult & { readonly html?: string };
  readonly params?: { readonly uri: string; readonly diagnostics: Diagnostic[] };
}

/** Initialize, open a faulty report, and give back what is found. */
const conversation = (manual?: string) => [
  {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: {
      processId: null,
      rootUri: null,
      capabilities: codeDescriptionSupport,
      initializationOptions: { manual },
    },
  },
  { jsonrpc: '2.0', method: 'initialized', params: {} },
  {
    jsonrpc: '2.0',
    method: 'textDocument/didOpen',
    params: { textDocument: { uri, languageId: 'ogi-report', version: 1, text } },
  },
];

const hasFindings = ({ method, params }: Message): boolean =>
  method === 'textDocument/publishDiagnostics' &&
  (params?.diagnostics.some(({ code }) => code === 'sum-mismatch') ?? false);

describe('entries', () => {
  it('serve over IPC', async () => {
    const child = fork(server, ['--node-ipc']);
    try {
      await new Promise<void>((done) => {
        child.on('message', (message: Message) => hasFindings(message) && done());
        for (const message of conversation()) child.send(message);
      });
    } finally {
      child.kill();
    }
  });

  it('serve over a socket', async () => {
    const found = new Promise<void>((done) => {
      const listener = createServer((socket) => {
        listener.close();
        const client: MessageConnection = createMessageConnection(
          new StreamMessageReader(socket),
          new StreamMessageWriter(socket),
        );
        client.onNotification('textDocument/publishDiagnostics', (params) => {
          if (!hasFindings({ method: 'textDocument/publishDiagnostics', params })) return;
          socket.destroy();
          done();
        });
        client.listen();
        const [, initialized, opened] = conversation();
        void client.sendRequest('initialize', conversation()[0]?.params).then(async () => {
          await client.sendNotification('initialized', initialized?.params);
          await client.sendNotification('textDocument/didOpen', opened?.params);
        });
      });
      listener.listen(0, '127.0.0.1', () => {
        const address = listener.address();
        const port = typeof address === 'object' && address ? address.port : 0;
        const child = spawn(process.execPath, [server, `--socket=${port}`], { stdio: 'ignore' });
        void found.then(() => child.kill());
      });
    });
    await found;
  });

  it('serve in a web worker, which has neither files nor process', async () => {
    const sent: Message[] = [];
    let look = () => {};
    const worker: Record<string, unknown> & { onmessage?: (event: { data: unknown }) => void } = {
      postMessage: (message: Message) => {
        sent.push(message);
        look();
      },
      addEventListener: (type: string, listener: never) => {
        worker[`on${type}`] = listener;
      },
      console,
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      TextDecoder,
      TextEncoder,
      performance,
    };
    worker.self = worker;
    runInContext(readFileSync(server, 'utf8'), createContext(worker));
    const until = (fits: (message: Message) => boolean): Promise<Message> =>
      new Promise((done) => {
        look = () => {
          const found = sent.find(fits);
          if (found) done(found);
        };
        look();
      });
    const [first, ...rest] = conversation('https://manual.invalid/rules/');
    worker.onmessage?.({ data: first });
    ok((await until(({ id }) => id === 1)).result?.capabilities.hoverProvider);
    for (const data of rest) worker.onmessage?.({ data });
    const { params } = await until(hasFindings);
    const finding = params?.diagnostics.find(({ code }) => code === 'sum-mismatch');
    strictEqual(finding?.codeDescription?.href, 'https://manual.invalid/rules/sum-mismatch.md');

    // A configuration that is open holds there too.
    sent.length = 0;
    const accept = rules.map(({ id }) => ({ report: 'report.txt', rule: id }));
    const opened = { uri: 'file:///t/.ogi-report.json', languageId: 'json', version: 1 };
    const configuration = { textDocument: { ...opened, text: JSON.stringify({ accept }) } };
    worker.onmessage?.({ data: { jsonrpc: '2.0', method: 'textDocument/didOpen', params: configuration } });
    const cleared = await until(
      ({ method, params }) => method === 'textDocument/publishDiagnostics' && params?.uri === uri,
    );
    strictEqual(cleared.params?.diagnostics.length, 0);
    const asked = { command: 'ogiReport.server.preview', arguments: [uri] };
    worker.onmessage?.({
      data: { jsonrpc: '2.0', id: 2, method: 'workspace/executeCommand', params: asked },
    });
    const { result } = await until(({ id }) => id === 2);
    ok(!/class="[^"]*(?:wrong|suspect)/.test(result?.html ?? ''));
  });
});
