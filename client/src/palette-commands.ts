// The commands of the palette, the title bar and the keyboard.

import {
  commands,
  type Disposable,
  l10n,
  Selection,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { newReport } from './new-report.ts';
import { pickLayout } from './pick-layout.ts';
import type { PreviewPanel } from './preview-panel.ts';
import { restart } from './server-requests.ts';
import { showManual } from './show-manual.ts';
import type { ClientSession } from './start.ts';

export function registerCommands(session: ClientSession, preview: PreviewPanel): Disposable[] {
  const { client, context, server } = session;
  const register = (name: string, run: (...args: never[]) => unknown) =>
    commands.registerCommand(`ogiReport.${name}`, run as (...args: unknown[]) => unknown);

  return [
    register('newReport', () => newReport(server)),
    register('showPreview', () => {
      const editor = window.activeTextEditor;
      if (editor) preview.show(editor.document);
    }),
    register('nextFigure', () => step(session, 1)),
    register('previousFigure', () => step(session, -1)),
    register('convertLayout', (layout?: string) => convertLayout(session, layout)),
    register('restartServer', () => restart(client)),
    register('showManual', (rule?: string) => showManual(context.extensionUri, rule)),
    register('openSample', (file?: string) => openSample(context.extensionUri, file)),
  ];
}

/**
 * Selects the next or previous figure of the table. Elsewhere, and over several lines, the key keeps its
 * meaning.
 */
async function step({ server }: ClientSession, direction: 1 | -1): Promise<void> {
  const editor = window.activeTextEditor;
  const figure = editor?.selection.isSingleLine
    ? await server.nextFigure(editor.document, editor.selection.active, direction)
    : null;
  if (!editor || !figure) return void commands.executeCommand(direction === 1 ? 'tab' : 'outdent');
  editor.selection = new Selection(figure.start, figure.end);
  editor.revealRange(figure);
}

/** Writes every readable table of the active report in another layout, as one edit that can be undone. */
async function convertLayout({ client, server }: ClientSession, wanted?: string): Promise<boolean> {
  const editor: TextEditor | undefined = window.activeTextEditor;
  const layout = wanted ?? (await pickLayout());
  if (!editor || !layout) return false;
  const edits = await client.protocol2CodeConverter.asTextEdits([
    ...((await server.convert(editor.document, layout)) ?? []),
  ]);
  if (edits.length === 0) {
    void window.showInformationMessage(
      l10n.t('No table to convert: there is none, it cannot be read, or it is in this layout.'),
    );
    return false;
  }
  const edit = new WorkspaceEdit();
  edit.set(editor.document.uri, edits);
  return workspace.applyEdit(edit);
}

/** Opens one of the shipped samples as a new document, so that the shipped file stays as it is. */
async function openSample(extension: Uri, file?: string): Promise<void> {
  const folder = Uri.joinPath(extension, 'samples');
  const names = (await workspace.fs.readDirectory(folder))
    .map(([name]) => name)
    .filter((it) => it.endsWith('.txt'));
  const name =
    file ??
    (await window.showQuickPick(names, { title: l10n.t('Open a sample report'), ignoreFocusOut: true }));
  if (!name) return;
  const content = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, name)));
  await window.showTextDocument(await workspace.openTextDocument({ language: 'ogi-report', content }));
}
