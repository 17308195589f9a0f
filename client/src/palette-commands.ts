// The commands of the palette, the title bar and the keyboard.

import { commands, type Disposable, l10n, Selection, Uri, window, workspace } from 'vscode';
import { CarriedMarks } from './carried-marks.ts';
import { changeLayout } from './layout-command.ts';
import { newReport } from './new-report.ts';
import type { PreviewPanel } from './preview-panel.ts';
import { restart } from './server-requests.ts';
import { showManual } from './show-manual.ts';
import type { ClientSession } from './start.ts';

export function registerCommands(session: ClientSession, preview: PreviewPanel): Disposable[] {
  const { client, context, server } = session;
  const register = (name: string, run: (...args: never[]) => unknown) =>
    commands.registerCommand(`ogiReport.${name}`, run as (...args: unknown[]) => unknown);

  const marks = new CarriedMarks();
  return [
    marks,
    register('newReport', () => newReport(server, marks)),
    register('showPreview', () => {
      const editor = window.activeTextEditor;
      if (editor) preview.show(editor.document);
    }),
    register('nextFigure', () => step(session, 1)),
    register('previousFigure', () => step(session, -1)),
    register('convertLayout', (layout?: string) => changeLayout(session, layout)),
    register('restartServer', () => restart(client)),
    register('showManual', (rule?: string) => showManual(context.extensionUri, rule)),
    register('openSample', (file?: string) => openSample(context.extensionUri, file)),
  ];
}

/**
 * Selects the next or previous figure of the table, whose text it never changes: behind the last figure
 * nothing happens. Elsewhere, and over several lines, the key keeps its meaning.
 */
async function step({ server }: ClientSession, direction: 1 | -1): Promise<void> {
  const editor = window.activeTextEditor;
  const place = editor?.selection.isSingleLine ? editor.selection.active : null;
  const figure = editor && place ? await server.nextFigure(editor.document, place, direction) : null;
  if (!editor || !figure) {
    const isInTable = editor && place && (await server.cellAt(editor.document, place));
    return isInTable ? undefined : void commands.executeCommand(direction === 1 ? 'tab' : 'outdent');
  }
  editor.selection = new Selection(figure.start, figure.end);
  editor.revealRange(figure);
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
