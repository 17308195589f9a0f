// The command that writes the report shown, or a file of the explorer, as a Word file, a workbook or a page.

import { commands, type Disposable, l10n, Uri, window, workspace } from 'vscode';
import { activeFile, type OfficeTexts, officeScheme, openedText } from './office-texts.ts';
import type { FileFormat } from './server-requests.ts';
import type { ClientSession } from './start.ts';

export const registerExport = (session: ClientSession, texts: OfficeTexts): Disposable =>
  commands.registerCommand('ogiReport.export', (file?: Uri, format?: FileFormat, target?: Uri) =>
    exportFile(session, texts, file ?? activeFile(), format, target),
  );

/** Asks for what is not given: the format, and where to write. Whether a file was written. */
async function exportFile(
  { server }: ClientSession,
  texts: OfficeTexts,
  file: Uri | undefined,
  format: FileFormat | undefined,
  target: Uri | undefined,
): Promise<boolean> {
  if (file === undefined) return false;
  const document = await openedText(texts, file);
  if ('refused' in document) return refuse(document.refused);
  const to = format ?? (await pickFormat());
  if (to === undefined) return false;
  const answer = await server.exportReport(document, to);
  if (answer === null) return refuse(l10n.t('There is no report in it that could be exported here.'));
  const saved = target ?? (await window.showSaveDialog({ ...besideOf(file, to), filters: filter(to) }));
  if (saved === undefined) return false;
  await workspace.fs.writeFile(saved, answer.bytes);
  const name = saved.path.split('/').at(-1) ?? '';
  if (answer.lost.length > 0)
    void window.showWarningMessage([l10n.t('{0} was written.', name), ...answer.lost].join(' '));
  else void window.showInformationMessage(l10n.t('{0} was written.', name));
  return true;
}

function refuse(reason: string): false {
  void window.showWarningMessage(reason);
  return false;
}

const formats = (): readonly { readonly label: string; readonly format: FileFormat }[] => [
  { label: l10n.t('Word file (.docx)'), format: 'docx' },
  { label: l10n.t('Excel workbook (.xlsx)'), format: 'xlsx' },
  { label: l10n.t('Web page (.html)'), format: 'html' },
];

const pickFormat = async (): Promise<FileFormat | undefined> =>
  (await window.showQuickPick(formats(), { title: l10n.t('Export the report as') }))?.format;

const filter = (to: FileFormat): Record<string, string[]> => ({
  [formats().find(({ format }) => format === to)?.label ?? to]: [to],
});

/** The same name with the ending of the format. A document that was never saved has no folder to offer. */
function besideOf(file: Uri, to: FileFormat): { readonly defaultUri?: Uri } {
  if (file.scheme === 'untitled') return {};
  const path = file.path.replace(/(?:\.ogi)?\.[^./]+$/, '');
  const own = `${path}.${to}` === file.path ? `${path} 2.${to}` : `${path}.${to}`;
  const scheme = file.scheme === officeScheme ? file.query : file.scheme;
  return { defaultUri: Uri.from({ scheme, authority: file.authority, path: own }) };
}
