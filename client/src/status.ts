// Status bar, language status and context keys: what is under the cursor.

import {
  commands,
  DiagnosticSeverity,
  type Disposable,
  LanguageStatusSeverity,
  l10n,
  languages,
  Position,
  StatusBarAlignment,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { latest } from './latest.ts';
import { whenRunning } from './server-requests.ts';
import type { ClientSession } from './start.ts';

const selector = [{ language: 'ogi-report' }, { language: 'plaintext' }, { language: 'markdown' }];

/**
 * Status bar: row, column and row sum of the cell under the cursor, or sum and count of the selected cells.
 * Language status: how many identities hold. Both are plain text for screen readers. Also keeps the context
 * keys: `inTable` (Tab moves between figures) and those that tick the steps of the walkthrough.
 */
export function registerStatus({ client, server }: ClientSession): Disposable[] {
  const bar = window.createStatusBarItem('ogiReport.cell', StatusBarAlignment.Right, 200);
  bar.name = l10n.t('OGI report: cell');
  bar.command = 'ogiReport.showPreview';
  const language = languages.createLanguageStatusItem('ogiReport.identities', selector[0] as object);
  language.name = l10n.t('OGI report');
  language.command = { command: 'workbench.actions.view.problems', title: l10n.t('Show findings') };

  const update = latest(async (editor: TextEditor | undefined) => {
    if (!editor || !languages.match(selector, editor.document)) return show(bar, '', false);
    const { document, selections } = editor;
    const marked = selections.filter((it) => !it.isEmpty);
    const [cell, marks] = await Promise.all([
      server.cellAt(document, editor.selection.active),
      marked.length > 0 ? server.selectionStats(document, marked) : null,
    ]);
    const sums = marks && marks.count > 1;
    const text = sums ? l10n.t('Sum {0} · {1} figures', marks.sum, marks.count) : (cell?.status ?? '');
    show(bar, text, cell !== null);
    await count(document);
  });

  async function count(document: TextDocument): Promise<void> {
    const first = await server.nextFigure(document, new Position(0, 0), 1);
    const cell = first && (await server.cellAt(document, first.start));
    const findings = languages.getDiagnostics(document.uri).filter((it) => it.source === 'ogi-report');
    const errors = findings.filter((it) => it.severity === DiagnosticSeverity.Error).length;
    language.text = cell
      ? l10n.t('Identities {0}/{1}', cell.identitiesHeld, cell.identitiesAll)
      : l10n.t('No readable table');
    language.detail = l10n.t('{0} findings', findings.length);
    language.severity = errors > 0 ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    if (!cell) return;
    setContext('sawReport', true);
    if (findings.length > 0) setContext('sawFinding', true);
    if (errors === 0) setContext('sawClean', true);
  }

  const now = () => update(window.activeTextEditor);
  return [
    whenRunning(client, now),
    bar,
    language,
    window.onDidChangeActiveTextEditor(now),
    window.onDidChangeTextEditorSelection((event) => {
      if (event.textEditor === window.activeTextEditor) now();
    }),
    workspace.onDidChangeTextDocument((event) => {
      if (event.document === window.activeTextEditor?.document) now();
    }),
    languages.onDidChangeDiagnostics((event) => {
      const uri = window.activeTextEditor?.document.uri.toString();
      if (event.uris.some((it) => it.toString() === uri)) now();
    }),
  ];
}

function show(bar: ReturnType<typeof window.createStatusBarItem>, text: string, inTable: boolean): void {
  bar.text = text;
  bar.accessibilityInformation = { label: text };
  if (text === '') bar.hide();
  else bar.show();
  setContext('inTable', inTable);
}

const known = new Map<string, unknown>();

function setContext(key: string, value: unknown): void {
  if (known.get(key) === value) return;
  known.set(key, value);
  void commands.executeCommand('setContext', `ogiReport.${key}`, value);
}
