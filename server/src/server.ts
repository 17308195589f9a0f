// The server as a process of Node.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { exportWriters } from './io/export-files.ts';
import { readOfficeFile } from './io/office-files.ts';
import { disk } from './io/workspace-disk.ts';
import { writeOfficeFile } from './io/write-office-file.ts';
import { doorkeeper } from './lsp/doorkeeper.ts';
import type { serve } from './lsp/serve.ts';

// The manual is shipped beside dist/.
const pages = join(__dirname, '..', 'docs', 'rules');
const found = new Map<string, string | null>();

function manual(name: string): string | null {
  let page = found.get(name);
  if (page === undefined) {
    const file = join(pages, name);
    page = existsSync(file) ? pathToFileURL(file).href : null;
    found.set(name, page);
  }
  return page;
}

/** `--stdio`, `--node-ipc` and `--socket=PORT` are read from the command line by the library. */
export function run(start: typeof serve): void {
  const connection = createConnection(ProposedFeatures.all, doorkeeper());
  process.on('uncaughtException', (error) => connection.console.error(String(error.stack ?? error)));
  process.on('unhandledRejection', (reason) => connection.console.error(String(reason)));
  start(connection, {
    manual,
    files: disk,
    readOffice: readOfficeFile,
    writeOffice: writeOfficeFile,
    writers: exportWriters,
  });
}
