// The reports that a superior's report is the sum of: picked from a list, and named in `.ogi-report.json`.

import { l10n, type QuickPickItem, type TextDocument, window, workspace } from 'vscode';
import type { ClientSession } from './start.ts';

/** A report that another may be the sum of, as the server's `lsp/naming-parts.ts` has it. */
export interface PartCandidate {
  readonly uri: string;
  readonly organ: string | null;
  /** Its path from the folder in which it may be. */
  readonly path: string;
}

/**
 * Has a person pick the reports and writes them into the configuration, which is saved; whether that is done.
 * `wanted`: what to pick, by the end of the path, without asking.
 */
export async function pickParts(
  { client, server }: ClientSession,
  document: TextDocument,
  wanted?: readonly string[],
): Promise<boolean> {
  await server.checkFolder();
  const reports = (await server.partCandidates(document)) ?? [];
  if (reports.length === 0) {
    void window.showInformationMessage(
      l10n.t('The folder holds no other organ’s report of this year that could be summed up.'),
    );
    return false;
  }
  const picked = wanted
    ? reports.filter(({ path }) => wanted.some((end) => path.endsWith(end)))
    : await ask(reports);
  const uris = picked.map(({ uri }) => uri);
  const written = await server.nameParts(document, uris);
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(written);
  if (!edit || !(await workspace.applyEdit(edit))) return false;
  for (const [uri] of edit.entries()) await (await workspace.openTextDocument(uri)).save();
  return true;
}

async function ask(reports: readonly PartCandidate[]): Promise<readonly PartCandidate[]> {
  const items = reports.map((report): QuickPickItem & { readonly report: PartCandidate } => {
    return { label: report.organ ?? report.path, description: report.path, picked: true, report };
  });
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDescription: true,
    title: l10n.t('Reports that this one is the sum of'),
    placeHolder: l10n.t('They are named in .ogi-report.json, and compared from then on'),
  });
  return (picked ?? []).map(({ report }) => report);
}
