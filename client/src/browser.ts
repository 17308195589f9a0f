import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { start } from './start.ts';

// What is used of the browser's own; the types of a whole page are not needed here.
type Port = ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };
declare const Worker: new (address: string) => Port;

/** vscode.dev and github.dev: the server is a web worker. */
export function activate(context: ExtensionContext) {
  const address = Uri.joinPath(context.extensionUri, 'dist', 'server.js').toString(true);
  let worker: Port | null = null;

  // Not the worker itself: the library tells it by `instanceof`, which the worker of an extension host does not answer to.
  const server = async () => {
    worker?.terminate();
    worker = new Worker(address);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return start(context, (id, name, options) => new LanguageClient(id, name, server, options));
}
