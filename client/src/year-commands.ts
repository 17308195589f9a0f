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
import type { ClientSession } from './start.ts';

const scheme = 'ogi-report-years';

export function registerYears(session: ClientSession): Disposable[] {
  const sides = new Sides();
  return [
    workspace.registerTextDocumentContentProvider(scheme, sides),
    commands.registerCommand('ogiReport.compareYears', () => compareYears(session, sides)),
    commands.registerCommand('ogiReport.fillFromParts', () => fillFromParts(session)),
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
 * Fills the tables with the sums of the reports named in `.ogi-report.json`; a person confirms each change.
 */
async function fillFromParts({ client, server }: ClientSession): Promise<boolean> {
  const document = window.activeTextEditor?.document;
  const edits = document ? await server.fillFromParts(document) : null;
  if (!document || !edits || edits.length === 0) {
    void window.showInformationMessage(
      edits
        ? l10n.t('The tables already are the sums of their parts.')
        : l10n.t('No “aggregates” entry of .ogi-report.json names the reports this one is the sum of.'),
    );
    return false;
  }
  const edit = new WorkspaceEdit();
  const metadata = { label: l10n.t('Sums of the parts'), needsConfirmation: true };
  for (const { range, newText } of await client.protocol2CodeConverter.asTextEdits([...edits]))
    edit.replace(document.uri, range, newText, metadata);
  return workspace.applyEdit(edit);
}
