// The command that writes a report's tables in another layout.

import { l10n, type Range, type TextDocument, WorkspaceEdit, window, workspace } from 'vscode';
import type { Range as ProtocolRange, TextEdit } from 'vscode-languageclient';
import { pickLayout } from './pick-layout.ts';
import type { ClientSession } from './start.ts';

/** Edits for all tables; or none, and which tables cannot be converted and why. */
export interface LayoutAnswer {
  readonly edits: readonly TextEdit[];
  readonly kept: readonly { readonly range: ProtocolRange; readonly message: string }[];
}

/** Writes all tables of the active report in another layout, as one edit that can be undone; or none. */
export async function changeLayout({ client, server }: ClientSession, wanted?: string): Promise<boolean> {
  const editor = window.activeTextEditor;
  const layout = wanted ?? (await pickLayout());
  if (!editor || !layout) return false;
  const answer = await server.convert(editor.document, layout);
  const kept = answer?.kept ?? [];
  if (kept[0]) {
    const range = client.protocol2CodeConverter.asRange(kept[0].range);
    void tellKept(
      editor.document,
      range,
      kept.map(({ message }) => message),
    );
    return false;
  }
  const edits = await client.protocol2CodeConverter.asTextEdits([...(answer?.edits ?? [])]);
  if (edits.length === 0) {
    void window.showInformationMessage(
      l10n.t('No table to convert: there is none, or it is in this layout already.'),
    );
    return false;
  }
  const edit = new WorkspaceEdit();
  edit.set(editor.document.uri, edits);
  return workspace.applyEdit(edit);
}

/** Says why nothing was converted, and offers to go to the first place concerned. */
async function tellKept(document: TextDocument, range: Range, messages: readonly string[]): Promise<void> {
  const go = l10n.t('Go there');
  const said = l10n.t('Nothing was converted. {0}.', messages.slice(0, 3).join('; '));
  if ((await window.showWarningMessage(said, go)) !== go) return;
  await window.showTextDocument(document, { selection: range });
}
