import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import type { serve } from './lsp/serve.ts';

// The worker's own scope; the types of a page are not needed here.
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

/** The server as a web worker. Where the manual is, the client says in its initialization options. */
export function run(start: typeof serve): void {
  const reader = new BrowserMessageReader(self);
  const writer = new BrowserMessageWriter(self);
  start(createConnection(ProposedFeatures.all, reader, writer), { manual: () => null, files: null });
}
