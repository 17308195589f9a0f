// The commands on Office files: open one as a text, make a draft of such a text, export.

import { commands, type Disposable, l10n, type Uri, window, workspace } from 'vscode';
import { registerExport } from './export-commands.ts';
import { registerOfficePreview } from './office-preview.ts';
import { activeFile, OfficeTexts, officeScheme } from './office-texts.ts';
import type { ClientSession } from './start.ts';

export function registerOffice(session: ClientSession): Disposable[] {
  const texts = new OfficeTexts(session);
  return [
    texts,
    registerOfficePreview(session, texts),
    registerExport(session, texts),
    commands.registerCommand('ogiReport.openOffice', (file?: Uri, chosen?: readonly Uri[]) =>
      openAll(texts, chosen && chosen.length > 1 ? chosen : [file ?? activeFile()]),
    ),
    commands.registerCommand('ogiReport.saveAsDraft', saveAsDraft),
  ];
}

async function openAll(texts: OfficeTexts, files: readonly (Uri | undefined)[]): Promise<void> {
  for (const file of files) if (file) await openOne(texts, file);
}

async function openOne(texts: OfficeTexts, file: Uri): Promise<void> {
  const document = await texts.open(file);
  if ('refused' in document) {
    const name = file.path.split('/').at(-1);
    void window.showWarningMessage(l10n.t('{0} cannot be checked: {1}', name ?? '', document.refused));
  } else await window.showTextDocument(document, { preview: false });
}

/** A new document with the text of the Office file shown, to be edited and saved anywhere. */
async function saveAsDraft(): Promise<boolean> {
  const shown = window.activeTextEditor?.document;
  if (shown?.uri.scheme !== officeScheme) return false;
  const draft = await workspace.openTextDocument({ language: 'ogi-report', content: shown.getText() });
  await window.showTextDocument(draft, { preview: false });
  return true;
}
