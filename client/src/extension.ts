// Entry of the extension on the desktop and in remote windows: the server is a Node process of its own. Read
// `start.ts` next.

import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start } from './start.ts';

export function activate(context: ExtensionContext) {
  // Where Node keeps compiled code, the server starts a quarter sooner from the second time on.
  const env = { NODE_COMPILE_CACHE: Uri.joinPath(context.globalStorageUri, 'code').fsPath };
  const module = context.asAbsolutePath('dist/server.js');
  const server = { module, transport: TransportKind.ipc, options: { env } };
  return start(context, (id, name, options) => new LanguageClient(id, name, server, options), null);
}
