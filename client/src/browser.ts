// Entry of the extension in vscode.dev and github.dev: the server is a web worker. Read `start.ts` next.

import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { answerFiles } from './folder-files.ts';
import type { ReadAside } from './server-requests.ts';
import { start } from './start.ts';

// The only types of the browser used here; `lib.dom` is left out.
type Port = ConstructorParameters<typeof BrowserMessageReader>[0] & {
  terminate(): void;
  postMessage(message: unknown): void;
  onerror: ((event: { readonly message?: string }) => void) | null;
};
declare const Worker: new (address: string) => Port;

export function activate(context: ExtensionContext) {
  const addressOf = (bundle: string) => Uri.joinPath(context.extensionUri, 'dist', bundle).toString(true);
  let worker: Port | null = null;

  // A reader and a writer, not the worker: the library asks `instanceof Worker`, which fails in an extension
  // host.
  const server = async () => {
    worker?.terminate();
    worker = new Worker(addressOf('server.js'));
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return start(
    context,
    (id, name, options) => {
      const initializationOptions = { ...options.initializationOptions, files: true };
      const client = new LanguageClient(id, name, server, { ...options, initializationOptions });
      answerFiles(client);
      return client;
    },
    officeReader(() => new Worker(addressOf('office-worker.js'))),
  );
}

/** Reads one file after the other in a worker that is started at the first. */
function officeReader(open: () => Port): ReadAside {
  let worker: Port | null = null;
  let latest: Promise<unknown> = Promise.resolve();
  const read = (bytes: Uint8Array) =>
    new Promise<unknown>((done, failed) => {
      worker ??= open();
      worker.onmessage = ({ data }: { readonly data: unknown }) => done(data);
      worker.onerror = ({ message }: { readonly message?: string }) => {
        worker?.terminate();
        worker = null;
        failed(new Error(message));
      };
      worker.postMessage(bytes);
    });
  return (bytes) => {
    const reading = latest.then(() => read(bytes));
    latest = reading.catch(() => null);
    return reading;
  };
}
