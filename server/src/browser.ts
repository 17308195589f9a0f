import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { serve } from './lsp/server.ts';

// The worker's own scope; the types of a page are not needed here.
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const reader = new BrowserMessageReader(self);
const writer = new BrowserMessageWriter(self);
// Where the manual is, the client says in its initialization options.
serve(createConnection(ProposedFeatures.all, reader, writer), { manual: () => null, files: null });
