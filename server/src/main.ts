import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { disk } from './disk.ts';
import { serve } from './lsp/server.ts';
import { pageName } from './lsp/session.ts';
import type { Language } from './text/phrase.ts';

// The manual is shipped beside dist/.
const pages = join(__dirname, '..', 'docs', 'rules');
const found = new Map<string, string | null>();

function manual(rule: string, language: Language): string | null {
  const name = pageName(rule, language);
  let page = found.get(name);
  if (page === undefined) {
    const file = join(pages, name);
    page = existsSync(file) ? pathToFileURL(file).href : null;
    found.set(name, page);
  }
  return page;
}

// `--stdio`, `--node-ipc` and `--socket=PORT` are read from the command line.
const connection = createConnection(ProposedFeatures.all);
process.on('uncaughtException', (error) => connection.console.error(String(error.stack ?? error)));
process.on('unhandledRejection', (reason) => connection.console.error(String(reason)));
serve(connection, { manual, files: disk });
