import { type ExtensionContext, env, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerCommands } from './commands.ts';
import { registerDetection } from './detect.ts';
import { registerPreview } from './preview.ts';
import { restart, type Server, serverOf } from './server.ts';
import { registerStatus } from './status.ts';
import { registerYears } from './years.ts';

type Launch = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** What every part of the client works with. */
export interface Session {
  readonly context: ExtensionContext;
  readonly client: BaseLanguageClient;
  readonly server: Server;
}

/** What `activate` returns: other extensions and the tests may wait for the server. */
export interface Api {
  readonly ready: Promise<void>;
  /** Milliseconds this extension itself took to activate. */
  readonly activation: number;
}

/** Starts the client without waiting for the server, and registers everything that is not standard LSP. */
export function start(context: ExtensionContext, launch: Launch): Api {
  const begun = performance.now();
  const selector = selectorOf();
  const pages = Uri.joinPath(context.extensionUri, 'docs', 'rules');
  const client = launch('ogiReport', 'OGI Report', {
    documentSelector: selector,
    markdown: { isTrusted: false, supportHtml: false },
    diagnosticPullOptions: { onChange: true, onTabs: false },
    initializationOptions: { displayLanguage: env.language, manual: pages.toString() },
  });
  const session: Session = { context, client, server: serverOf(client) };
  // Behind the activation: launching a process or a worker takes longer than all the rest.
  const ready = Promise.resolve().then(() => client.start());
  const preview = registerPreview(session);
  const onSetting = workspace.onDidChangeConfiguration((event) => {
    if (!event.affectsConfiguration('ogiReport.detect')) return;
    selector.splice(0, selector.length, ...selectorOf());
    void restart(client);
  });
  context.subscriptions.push(
    { dispose: () => void client.stop() },
    onSetting,
    ...registerCommands(session, preview.show),
    ...registerYears(session),
    ...registerDetection(session),
    ...registerStatus(session),
    ...preview.disposables,
  );
  ready.catch((error: unknown) => void window.showErrorMessage(`OGI Report: ${error}`));
  return { ready, activation: performance.now() - begun };
}

/** The documents that go to the server: reports, texts that may be one, and what is said about them in `.ogi-report.json`. */
function selectorOf(): ({ language: string } | { pattern: string })[] {
  const own = [{ language: 'ogi-report' }, { pattern: '**/.ogi-report.json' }];
  const detect = workspace.getConfiguration('ogiReport').get<string>('detect', 'auto');
  return detect === 'off' ? own : [...own, { language: 'plaintext' }, { language: 'markdown' }];
}
