// Starts the language client and registers everything that is not standard LSP. Each register… function is
// one file.

import {
  type Event,
  EventEmitter,
  type ExtensionContext,
  env,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerDesk } from './desk/register-desk.ts';
import { registerDetection } from './detect.ts';
import { registerFolder } from './folder-check.ts';
import { registerOffice } from './office-commands.ts';
import { registerCommands } from './palette-commands.ts';
import { registerPaste } from './paste-table-edits.ts';
import { PreviewPanel } from './preview-panel.ts';
import { type ReadAside, restart, type Server, serverOf } from './server-requests.ts';
import { registerStatus } from './status.ts';
import { registerYears } from './year-commands.ts';

/** Starts a client with a server as the host allows. */
type Launch = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** What every file of the client works with. */
export interface ClientSession {
  readonly context: ExtensionContext;
  readonly client: BaseLanguageClient;
  readonly server: Server;
  /** Fires when the server has been told the text of a document, at its opening and after each change. */
  readonly onDidSend: Event<TextDocument>;
}

/** What `activate` returns: other extensions and the tests may wait for the server. */
export interface Api {
  readonly ready: Promise<void>;
  /** Milliseconds this extension itself took to activate. */
  readonly activation: number;
}

/**
 * Starts the client without waiting for the server, and registers everything that is not standard LSP.
 * `read`: what reads Office files where the server cannot.
 */
export function start(context: ExtensionContext, launch: Launch, read: ReadAside | null): Api {
  const begun = performance.now();
  const selector = selectorOf();
  const pages = Uri.joinPath(context.extensionUri, 'docs', 'rules');
  const sent = new EventEmitter<TextDocument>();
  const client = launch('ogiReport', 'OGI Report', {
    documentSelector: selector,
    markdown: { isTrusted: false, supportHtml: false },
    diagnosticPullOptions: { onChange: true, onTabs: false },
    middleware: {
      didOpen: (document, next) => next(document).then(() => sent.fire(document)),
      didChange: (event, next) => next(event).then(() => sent.fire(event.document)),
    },
    initializationOptions: { displayLanguage: env.language, brief: true, manual: pages.toString() },
  });
  const session: ClientSession = { context, client, server: serverOf(client, read), onDidSend: sent.event };
  // After activation, because launching a process or a worker takes longer than everything else.
  const ready = Promise.resolve().then(() => client.start());
  const preview = new PreviewPanel(session);
  const desk = registerDesk(session);
  const onSetting = workspace.onDidChangeConfiguration((event) => {
    if (!event.affectsConfiguration('ogiReport.detect')) return;
    selector.splice(0, selector.length, ...selectorOf());
    void restart(client);
  });
  context.subscriptions.push(
    { dispose: () => void client.stop() },
    onSetting,
    sent,
    ...registerCommands(session, preview),
    ...registerYears(session),
    ...registerOffice(session),
    ...registerPaste(session),
    ...registerDetection(session),
    ...registerFolder(session, desk.show),
    ...registerStatus(session),
    preview,
    ...desk.registered,
  );
  ready.catch((error: unknown) => void window.showErrorMessage(`OGI Report: ${error}`));
  return { ready, activation: performance.now() - begun };
}

/** The documents the server gets: reports, texts that may be one, and `.ogi-report.json`. */
function selectorOf(): ({ language: string } | { pattern: string })[] {
  const own = [{ language: 'ogi-report' }, { pattern: '**/.ogi-report.json' }];
  const detect = workspace.getConfiguration('ogiReport').get<string>('detect', 'auto');
  return detect === 'off' ? own : [...own, { language: 'plaintext' }, { language: 'markdown' }];
}
