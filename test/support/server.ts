// A client of the built server, over its standard input and output.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type CancellationToken,
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeResult,
  MessageActionItem,
  PublishDiagnosticsParams,
  Range,
  ShowMessageRequestParams,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';

export const pulling: ClientCapabilities = {
  textDocument: { diagnostic: { relatedDocumentSupport: false } },
};

/**
 * A client of the real server process, as small as can be. Documents it opens are kept, so that edits can be
 * applied to them.
 */
export class Client {
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #documents = new Map<string, TextDocument>();
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  readonly #waiting = new Set<() => void>();

  constructor() {
    const server = resolve(__dirname, '../../dist/server.js');
    if (!existsSync(server)) throw new Error('dist/server.js is not there: npm run build');
    this.#process = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdout, stdin } = this.#process;
    if (!stdout || !stdin) throw new Error('no pipes');
    this.#connection = createMessageConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      for (const look of this.#waiting) look();
    });
    this.#connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.onRequest('window/workDoneProgress/create', () => null);
    this.#connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
      this.progress.push(value.kind);
    });
    this.#connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    this.#connection.onRequest('workspace/applyEdit', ({ edit }) => {
      this.applied.push(edit);
      return { applied: true };
    });
    this.#connection.onRequest('window/showMessageRequest', (params: ShowMessageRequestParams) => {
      this.asked.push(params.message);
      return this.choose({ ...params, actions: params.actions ?? [] }) ?? null;
    });
    this.#connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshed++;
      return null;
    });
    this.#connection.listen();
  }

  /** What the server has asked, and the answers: none, as of someone who closes the question. */
  readonly asked: string[] = [];
  choose: (asked: { readonly actions: readonly MessageActionItem[] }) => MessageActionItem | undefined = () =>
    undefined;
  settings: unknown = null;
  refreshed = 0;
  readonly progress: string[] = [];
  readonly applied: { readonly changes?: Readonly<Record<string, TextEdit[]>> }[] = [];

  async initialize(capabilities: ClientCapabilities = {}, more: object = {}): Promise<InitializeResult> {
    const params = { processId: process.pid, rootUri: null, capabilities, locale: 'zh-cn', ...more };
    const result = await this.request<InitializeResult>('initialize', params);
    await this.notify('initialized', {});
    return result;
  }

  request<T>(method: string, params?: unknown): Promise<T> {
    return this.#connection.sendRequest<T>(method, params);
  }

  cancellable<T>(method: string, params: unknown, token: CancellationToken): Promise<T> {
    return this.#connection.sendRequest<T>(method, params, token);
  }

  notify(method: string, params?: unknown): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  async open(text: string, uri = 'file:///t/report.txt', languageId = 'ogi-report'): Promise<string> {
    this.#documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return uri;
  }

  /** Send changes as an editor does and keep the document in step. */
  async change(
    uri: string,
    contentChanges: readonly { readonly range?: Range; readonly text: string }[],
  ): Promise<number> {
    const document = this.document(uri);
    const version = document.version + 1;
    this.#documents.set(uri, TextDocument.update(document, [...contentChanges] as never, version));
    await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    return version;
  }

  /** Whole texts one after the other that reach the server in one go, as keys struck while it was busy. */
  burst(uri: string, texts: readonly string[]): number {
    const { languageId, version } = this.document(uri);
    const bodies = texts.map((text, i) => {
      const textDocument = { uri, version: version + i + 1 };
      const params = { textDocument, contentChanges: [{ text }] };
      return Buffer.from(JSON.stringify({ jsonrpc: '2.0', method: 'textDocument/didChange', params }));
    });
    const last = version + texts.length;
    this.#documents.set(uri, TextDocument.create(uri, languageId, last, texts.at(-1) ?? ''));
    const framed = bodies.flatMap((body) => [Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
    this.#process.stdin?.write(Buffer.concat(framed));
    return last;
  }

  /** Put `insert` in the place of the first `words` of the document. */
  replace(uri: string, words: string, insert: string): Promise<number> {
    return this.change(uri, [{ range: this.range(uri, words), text: insert }]);
  }

  /** Apply edits the server proposed. */
  async apply(uri: string, edits: readonly TextEdit[]): Promise<void> {
    const text = TextDocument.applyEdits(this.document(uri), [...edits]);
    await this.change(uri, [{ text }]);
  }

  document(uri: string): TextDocument {
    const document = this.#documents.get(uri);
    if (!document) throw new Error(`${uri} is not open`);
    return document;
  }

  range(uri: string, words: string, nth = 0): Range {
    const document = this.document(uri);
    let at = -1;
    for (let i = 0; i <= nth; i++) at = document.getText().indexOf(words, at + 1);
    if (at < 0) throw new Error(`the document does not hold ${words}`);
    return { start: document.positionAt(at), end: document.positionAt(at + words.length) };
  }

  /** Place parameters for the start of `words`, `by` characters on. */
  at(uri: string, words: string, by = 0): { textDocument: { uri: string }; position: Range['start'] } {
    const { start } = this.range(uri, words);
    return { textDocument: { uri }, position: { ...start, character: start.character + by } };
  }

  /** The findings by pull. */
  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.items;
  }

  /** The first findings pushed for a version. */
  pushed(uri: string, version: number): Promise<Diagnostic[]> {
    return new Promise((done) => {
      const look = () => {
        const found = this.published.find((each) => each.uri === uri && each.version === version);
        if (!found) return;
        this.#waiting.delete(look);
        done(found.diagnostics);
      };
      this.#waiting.add(look);
      look();
    });
  }

  execute<T>(command: string, ...args: readonly unknown[]): Promise<T> {
    return this.request('workspace/executeCommand', {
      command: `ogiReport.server.${command}`,
      arguments: args,
    });
  }

  async stop(): Promise<number | null> {
    await this.request('shutdown');
    return this.exit();
  }

  /** Tells the server to end; the code it ends with. */
  async exit(): Promise<number | null> {
    const ended = new Promise<number | null>((done) => this.#process.once('exit', done));
    await this.notify('exit');
    return ended;
  }

  kill(): void {
    this.#connection.dispose();
    this.#process.kill();
  }
}
