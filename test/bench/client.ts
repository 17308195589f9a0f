import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/**
 * A message on its way: made before the clock starts, so that a large document costs the client nothing while
 * it runs.
 */
export function frame(message: object): Buffer {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

export interface Memory {
  /** Bytes in use after a full collection: heap and what it holds outside. */
  readonly used: number;
  readonly resident: number;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: { readonly uri?: string; readonly version?: number; readonly items?: readonly unknown[] };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** A language server started over stdio, spoken to with as little between as possible. */
export class Client {
  readonly #child: ChildProcess;
  readonly #stdin: Writable;
  readonly #waiting = new Map<number, (message: Message) => void>();
  #published: ((params: Message['params']) => void) | null = null;
  #fail: (error: Error) => void = () => {};
  readonly #broken: Promise<never>;
  #id = 0;

  constructor(script: string, probe: string) {
    this.#child = spawn(process.execPath, ['--require', probe, script, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    });
    this.#stdin = this.#child.stdin as Writable;
    this.#broken = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.#broken.catch(() => {});
    this.#stdin.on('error', (error) => this.#fail(error));
    this.#child.on('exit', (code) => this.#fail(new Error(`the server ended (${code})`)));
    read(this.#child.stdout as Readable, (message) => this.#receive(message));
  }

  /** `pull`: say that the client can pull diagnostics. Resolves with what the server answers. */
  async initialize(pull: boolean): Promise<unknown> {
    const textDocument = {
      synchronization: {},
      publishDiagnostics: { versionSupport: true, relatedInformation: true, codeDescriptionSupport: true },
      hover: { contentFormat: ['markdown'] },
      documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
      ...(pull ? { diagnostic: { relatedDocumentSupport: false } } : {}),
    };
    const params = { processId: process.pid, rootUri: null, locale: 'zh-cn', capabilities: { textDocument } };
    const result = await this.request('initialize', params);
    this.notify('initialized', {});
    return result;
  }

  send(message: Buffer): void {
    this.#stdin.write(message);
  }

  notify(method: string, params: object): void {
    this.send(frame({ method, params }));
  }

  /** Rejects on an error answer, the server's end, or after half a minute. */
  request(method: string, params: object | null): Promise<unknown> {
    const id = ++this.#id;
    const answer = new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) =>
        error ? reject(new Error(error.message)) : resolve(result),
      );
    });
    this.send(frame({ id, method, params }));
    return this.#patiently(answer, method);
  }

  /** Resolves when diagnostics for `version` of the document are published. */
  published(uri: string, version: number): Promise<unknown> {
    const arrival = new Promise((resolve) => {
      this.#published = (params) => {
        if (params?.uri === uri && (params.version ?? version) >= version) resolve(params);
      };
    });
    return this.#patiently(arrival, `diagnostics of version ${version}`);
  }

  /** Asks the probe in the server's process. */
  memory(): Promise<Memory> {
    const answer = new Promise<Memory>((resolve) =>
      this.#child.once('message', (memory) => resolve(memory as Memory)),
    );
    this.#child.send('memory');
    return this.#patiently(answer, 'memory') as Promise<Memory>;
  }

  stop(): void {
    this.#fail = () => {};
    this.#child.kill('SIGKILL');
  }

  async #patiently<T>(answer: Promise<T>, what: string): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in 30 s: ${what}`)), 30_000);
    });
    return Promise.race([answer, late, this.#broken]).finally(() => clearTimeout(timer));
  }

  #receive(message: Message): void {
    const { id, method, params } = message;
    if (method === undefined) {
      this.#waiting.get(id as number)?.(message);
      this.#waiting.delete(id as number);
    } else if (id !== undefined) this.send(frame({ id, result: params?.items?.map(() => null) ?? null }));
    else if (method === 'textDocument/publishDiagnostics') this.#published?.(params);
  }
}

/** Take the messages out of a stream of `Content-Length: n\r\n\r\n…`. */
function read(stream: Readable, receive: (message: Message) => void): void {
  let chunks: Buffer[] = [];
  let size = 0;
  let needed = 0; // bytes of the message being read, header included; 0: not known yet
  let start = 0;
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    while (size >= Math.max(needed, 1)) {
      if (needed === 0 || chunks.length > 1) chunks = [Buffer.concat(chunks)];
      const buffer = chunks[0] as Buffer;
      if (needed === 0) {
        const end = buffer.indexOf('\r\n\r\n');
        if (end < 0) return;
        start = end + 4;
        needed = start + Number(/content-length: (\d+)/i.exec(buffer.toString('latin1', 0, end))?.[1]);
        if (size < needed) return;
      }
      receive(JSON.parse(buffer.toString('utf8', start, needed)));
      chunks = [buffer.subarray(needed)];
      size -= needed;
      needed = 0;
    }
  });
}
