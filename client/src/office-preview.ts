// A Word, Excel or PDF file drawn as the official tables, in an editor of its own (“Reopen Editor With…”).
// What is clicked is shown in the text beside.

import {
  type CustomDocument,
  type Disposable,
  l10n,
  languages,
  Range,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { latest } from './latest.ts';
import { type OfficeTexts, shownUri } from './office-texts.ts';
import { pageOf } from './preview-page.ts';
import type { ClientSession } from './start.ts';

export function registerOfficePreview(session: ClientSession, texts: OfficeTexts): Disposable {
  return window.registerCustomEditorProvider('ogiReport.office', {
    openCustomDocument: (uri): CustomDocument => ({ uri, dispose: () => {} }),
    resolveCustomEditor: ({ uri }, panel) => show(session, texts, uri, panel),
  });
}

function show({ context, server }: ClientSession, texts: OfficeTexts, file: Uri, panel: WebviewPanel): void {
  const media = Uri.joinPath(context.extensionUri, 'client', 'media');
  const draw = latest(async () => {
    const document = await textOf(texts, file);
    const refused = 'refused' in document ? document.refused : null;
    const answer = 'refused' in document ? null : await server.preview(document);
    const empty = refused ?? l10n.t('No report to show.');
    await panel.webview.postMessage({ html: answer?.html ?? '', empty });
  });
  const isShown = (uri: Uri) => uri.toString() === shownUri(file).toString();
  const listeners = [
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(isShown)) draw(undefined);
    }),
    panel.webview.onDidReceiveMessage((message: { readonly from?: number; readonly to?: number }) => {
      if (message.from === undefined) draw(undefined);
      else void jump(texts, file, message.from, message.to ?? message.from);
    }),
  ];
  panel.onDidDispose(() => {
    for (const each of listeners) each.dispose();
  });
  panel.webview.options = { enableScripts: true, localResourceRoots: [media] };
  panel.webview.html = pageOf(panel.webview, media);
}

/** The text of a file: one that is open follows it. */
async function textOf(texts: OfficeTexts, file: Uri): Promise<TextDocument | { readonly refused: string }> {
  const shown = shownUri(file).toString();
  return workspace.textDocuments.find(({ uri }) => uri.toString() === shown) ?? texts.open(file);
}

async function jump(texts: OfficeTexts, file: Uri, from: number, to: number): Promise<void> {
  const document = await textOf(texts, file);
  if ('refused' in document) return;
  const selection = new Range(document.positionAt(from), document.positionAt(to));
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: false, selection });
}
