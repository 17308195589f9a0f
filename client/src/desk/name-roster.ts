// The command that takes the roster of the folder from a list of names: one on the clipboard, or a text file.

import { commands, type Disposable, env, l10n, type Uri, window, workspace } from 'vscode';
import type { ClientSession } from '../start.ts';
import { unitNames } from './unit-names.ts';

/** Largest list that is read, in bytes. */
const LARGEST = 1 << 20;

/** With a text nothing is asked. Whether a roster was written. */
export const registerNameRoster = ({ client, server }: ClientSession): Disposable =>
  commands.registerCommand('ogiReport.nameRoster', async (given?: string) => {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    const text = folder && (given ?? (await askText()));
    if (folder === undefined || text === undefined) return false;
    const names = unitNames(text);
    if (names.length === 0) return refuse(l10n.t('There are no names in it: one on a line is expected.'));
    if (given === undefined && !(await agrees(names))) return false;
    const written = await server.nameRoster(client.code2ProtocolConverter.asUri(folder), names);
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(written);
    if (!edit || !(await workspace.applyEdit(edit)))
      return refuse(l10n.t('The configuration of the folder cannot be written.'));
    for (const [uri] of edit.entries()) await (await workspace.openTextDocument(uri)).save();
    await commands.executeCommand('ogiReport.checkFolder');
    return true;
  });

async function askText(): Promise<string | undefined> {
  const clipboard = { label: l10n.t('The list on the clipboard'), file: false };
  const choices = [clipboard, { label: l10n.t('A text or CSV file…'), file: true }];
  const picked = await window.showQuickPick(choices, { title: l10n.t('Units whose report is wanted') });
  if (picked === undefined) return undefined;
  if (!picked.file) return env.clipboard.readText();
  const [file] = (await window.showOpenDialog({ filters: { txt: ['txt', 'csv'] } })) ?? [];
  return file && readText(file);
}

async function readText(file: Uri): Promise<string> {
  const bytes = await workspace.fs.readFile(file);
  return bytes.length > LARGEST ? '' : (await workspace.openTextDocument(file)).getText();
}

async function agrees(names: readonly string[]): Promise<boolean> {
  const write = l10n.t('Write');
  const shown = names.length > 10 ? [...names.slice(0, 10), '…'] : names;
  const text = l10n.t('{0} units are written into .ogi-report.json as the roster.', names.length);
  return (
    (await window.showInformationMessage(text, { modal: true, detail: shown.join('\n') }, write)) === write
  );
}

function refuse(reason: string): false {
  void window.showWarningMessage(reason);
  return false;
}
