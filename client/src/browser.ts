import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { start } from './start.ts';

// The browser's own; the types of the whole page are not needed here.
declare const Worker: new (address: string) => never;

/** vscode.dev and github.dev: the server is a web worker. */
export function activate(context: ExtensionContext) {
  const server = async () =>
    new Worker(Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true));
  return start(context, (id, name, options) => new LanguageClient(id, name, server, options));
}
