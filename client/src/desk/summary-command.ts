// The command that writes the reports of the folder, with marks and notes, as a workbook or a page: an
// overview, all figures and findings, the roster, and a sheet to send back for each report to be corrected.

import { commands, type Disposable, env, l10n, Uri, window, workspace } from 'vscode';
import type { ReportReview } from '../folder-answers.ts';
import type { ClientSession } from '../start.ts';
import type { Desk } from './desk.ts';
import { isStaleReport, type ReviewedReport, stateOf } from './desk-model.ts';

type Format = 'xlsx' | 'html';

/** Of a folder of the explorer, or of all. With a format and a file nothing is asked. */
export const registerSummary = ({ client, server }: ClientSession, desk: Desk): Disposable =>
  commands.registerCommand('ogiReport.summary', async (on?: unknown, given?: Format, target?: Uri) => {
    const folder = on instanceof Uri ? client.code2ProtocolConverter.asUri(on) : undefined;
    await server.checkFolder();
    const format = given ?? (await pickFormat());
    if (format === undefined) return false;
    const bytes = await server.summary(format, desk.reports.map(reviewOf), folder);
    if (bytes === null) {
      void window.showWarningMessage(l10n.t('This file cannot be written here: use VS Code on the desktop.'));
      return false;
    }
    const file = target ?? (await window.showSaveDialog(offered(format)));
    if (file === undefined) return false;
    await workspace.fs.writeFile(file, bytes);
    if (target === undefined) await tell(file);
    return true;
  });

/** A mark that no longer holds is none. */
const reviewOf = (report: ReviewedReport): ReportReview => ({
  uri: report.uri,
  line: report.line,
  state: isStaleReport(report) ? 'unchecked' : stateOf(report),
  reason: report.entry?.mark?.reason ?? null,
  notes: Object.entries(report.entry?.notes ?? {}).flatMap(([field, texts]) =>
    texts.map((text) => ({ field, text })),
  ),
});

const formats = (): readonly { readonly label: string; readonly format: Format }[] => [
  { label: l10n.t('Excel workbook (.xlsx)'), format: 'xlsx' },
  { label: l10n.t('Web page (.html)'), format: 'html' },
];

const pickFormat = async (): Promise<Format | undefined> =>
  (await window.showQuickPick(formats(), { title: l10n.t('Write the review sheet as') }))?.format;

function offered(format: Format) {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const name = `${l10n.t('Review of annual reports')}.${format}`;
  return folder ? { defaultUri: Uri.joinPath(folder, name) } : {};
}

async function tell(file: Uri): Promise<void> {
  const open = l10n.t('Open');
  const text = l10n.t('{0} was written.', file.path.split('/').at(-1) ?? '');
  if ((await window.showInformationMessage(text, open)) === open) await env.openExternal(file);
}
