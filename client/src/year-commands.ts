// The commands that need other reports: compare with last year's, fill in the sums of the parts.

import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  type TextDocumentContentProvider,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { pickParts } from './pick-parts.ts';
import type { ClientSession } from './start.ts';

const scheme = 'ogi-report-years';

export function registerYears(session: ClientSession): Disposable[] {
  const sides = new Sides();
  return [
    workspace.registerTextDocumentContentProvider(scheme, sides),
    commands.registerCommand('ogiReport.compareYears', () => compareYears(session, sides)),
    commands.registerCommand('ogiReport.fillFromParts', (wanted?: readonly string[]) =>
      fillFromParts(session, wanted),
    ),
  ];
}

/** The two sides of a comparison, as read-only documents that exist only in memory. */
class Sides implements TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.path) ?? '';
  }

  put(name: string, text: string): Uri {
    const uri = Uri.from({ scheme, path: `/${name}` });
    this.#texts.set(uri.path, text);
    this.#changed.fire(uri);
    return uri;
  }
}

/**
 * Opens the changed figures of this and last year's report side by side; whether last year's report is known.
 */
async function compareYears({ server }: ClientSession, sides: Sides): Promise<boolean> {
  const document = window.activeTextEditor?.document;
  const comparison = document ? await server.compareYears(document) : null;
  if (!comparison) {
    void window.showInformationMessage(
      l10n.t('The same organ’s report of the year before is not in the folder or workspace.'),
    );
    return false;
  }
  const { left, right, title } = comparison;
  const uris = [sides.put(`${title} 1`, left), sides.put(`${title} 2`, right)];
  await commands.executeCommand('vscode.diff', ...uris, title);
  return true;
}

/**
 * Fills the tables with the sums of the reports named in `.ogi-report.json`, which a person picks first where
 * none are named; each change is confirmed.
 */
async function fillFromParts(session: ClientSession, wanted?: readonly string[]): Promise<boolean> {
  const { client, server } = session;
  const document = window.activeTextEditor?.document;
  if (!document) return false;
  let edits = await server.fillFromParts(document);
  if (!edits && (await pickParts(session, document, wanted))) edits = await server.fillFromParts(document);
  if (!edits) return false;
  if (edits.length === 0) {
    void window.showInformationMessage(l10n.t('The tables already are the sums of their parts.'));
    return false;
  }
  const edit = new WorkspaceEdit();
  const metadata = { label: l10n.t('Sums of the parts'), needsConfirmation: true };
  for (const { range, newText } of await client.protocol2CodeConverter.asTextEdits([...edits]))
    edit.replace(document.uri, range, newText, metadata);
  return workspace.applyEdit(edit);
}
