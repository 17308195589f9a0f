// The server as a web worker.

import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { doorkeeper } from './lsp/doorkeeper.ts';
import type { serve } from './lsp/serve.ts';

// The scope of the worker.
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

/** The client says in its initialization options where the manual is. */
export function run(start: typeof serve): void {
  const reader = new BrowserMessageReader(self);
  const writer = new BrowserMessageWriter(self);
  start(createConnection(ProposedFeatures.all, reader, writer, doorkeeper()), {
    manual: () => null,
    files: null,
    readOffice: null,
    writeOffice: null,
    writers: null,
  });
}
