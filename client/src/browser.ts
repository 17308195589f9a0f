// Entry of the extension in vscode.dev and github.dev: the server is a web worker. Read `start.ts` next.

import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { answerFiles } from './folder-files.ts';
import { start } from './start.ts';

// The only types of the browser used here; `lib.dom` is left out.
type Port = ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };
declare const Worker: new (address: string) => Port;

export function activate(context: ExtensionContext) {
  const address = Uri.joinPath(context.extensionUri, 'dist', 'server.js').toString(true);
  let worker: Port | null = null;

  // A reader and a writer, not the worker: the library asks `instanceof Worker`, which fails in an extension
  // host.
  const server = async () => {
    worker?.terminate();
    worker = new Worker(address);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return start(context, (id, name, options) => {
    const initializationOptions = { ...options.initializationOptions, files: true };
    const client = new LanguageClient(id, name, server, { ...options, initializationOptions });
    answerFiles(client);
    return client;
  });
}
