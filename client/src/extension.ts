// Entry of the extension on the desktop and in remote windows: the server is a Node process of its own. Read
// `start.ts` next.

import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start } from './start.ts';

export function activate(context: ExtensionContext) {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  return start(context, (id, name, options) => new LanguageClient(id, name, server, options), null);
}
