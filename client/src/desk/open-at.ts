// Goes to a place in a report of the folder, whatever its file is.

import { commands, Selection, Uri, window } from 'vscode';

/** An Office file is opened as a text, whose lines are those of its findings. */
export async function openAt(uri: string, line: number, character: number): Promise<void> {
  const place = new Selection(line, character, line, character);
  const file = Uri.parse(uri);
  if (!/\.(?:docx|xlsx|pdf|doc|wps)$/i.test(file.path)) {
    await window.showTextDocument(file, { selection: place });
    return;
  }
  await commands.executeCommand('ogiReport.openOffice', file);
  const editor = window.activeTextEditor;
  if (!editor) return;
  editor.selection = place;
  editor.revealRange(editor.selection);
}
