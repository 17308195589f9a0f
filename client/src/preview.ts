import {
  type Disposable,
  l10n,
  languages,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { latest } from './latest.ts';
import { pageOf } from './page.ts';
import { whenRunning } from './server.ts';
import type { Session } from './start.ts';

const viewType = 'ogiReport.preview';

/** What the page tells: it is there, or a cell was clicked. */
type FromPage = { readonly ready: true } | { readonly from: number; readonly to: number };

/**
 * The report drawn as the official tables, beside the text. One panel, which follows the active report; the server writes the
 * body, the page only shows it. Answers the function that shows a document.
 */
export function registerPreview({ client, context, server }: Session): {
  readonly show: (document: TextDocument) => void;
  readonly disposables: readonly Disposable[];
} {
  const media = Uri.joinPath(context.extensionUri, 'client', 'media');
  let panel: WebviewPanel | null = null;
  let shown: TextDocument | null = null;

  const draw = latest(async () => {
    const document = shown;
    if (!panel || !document) return;
    const answer = await server.preview(document);
    if (!panel || document !== shown) return;
    panel.title = l10n.t('Preview: {0}', nameOf(document));
    await panel.webview.postMessage({ html: answer?.html ?? '', empty: l10n.t('No report to show.') });
    follow();
  });

  function show(document: TextDocument): void {
    shown = document;
    if (panel) panel.reveal(undefined, true);
    else {
      const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      adopt(window.createWebviewPanel(viewType, l10n.t('Preview'), place));
    }
    draw(undefined);
  }

  function adopt(created: WebviewPanel): void {
    panel = created;
    panel.iconPath = Uri.joinPath(media, 'preview.svg');
    panel.webview.options = { enableScripts: true, localResourceRoots: [media] };
    panel.webview.onDidReceiveMessage((message: FromPage) => {
      if ('ready' in message) draw(undefined);
      else void jump(message.from, message.to);
    });
    panel.onDidDispose(() => {
      panel = null;
      shown = null;
    });
    panel.webview.html = pageOf(panel.webview, media);
  }

  async function jump(from: number, to: number): Promise<void> {
    if (!shown) return;
    const range = new Range(shown.positionAt(from), shown.positionAt(to));
    const visible = window.visibleTextEditors.find((it) => it.document === shown);
    const editor = await window.showTextDocument(shown, visible?.viewColumn ?? ViewColumn.One);
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Tells the page where the text stands: the cursor's cell is marked, the first visible line comes into view. */
  function follow(
    editor = window.visibleTextEditors.find((it) => it.document === shown),
    scroll = true,
  ): void {
    if (!panel || !editor || editor.document !== shown) return;
    const { document, visibleRanges, selection } = editor;
    const top = visibleRanges[0]?.start;
    void panel.webview.postMessage({
      cursor: document.offsetAt(selection.active),
      top: scroll && top ? document.offsetAt(top) : null,
    });
  }

  function changeTo(editor: TextEditor | undefined): void {
    if (!panel || !editor || editor.document === shown || editor.document.languageId !== 'ogi-report') return;
    shown = editor.document;
    draw(undefined);
  }

  const disposables = [
    { dispose: () => panel?.dispose() },
    whenRunning(client, () => draw(undefined)),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(restored) {
        adopt(restored);
        shown =
          window.visibleTextEditors.find((it) => it.document.languageId === 'ogi-report')?.document ?? null;
        draw(undefined);
      },
    }),
    workspace.onDidChangeTextDocument((event) => {
      if (event.document === shown) draw(undefined);
    }),
    // The language of a document changes by closing and opening it: the panel keeps to the new one.
    workspace.onDidOpenTextDocument((document) => {
      if (shown?.uri.toString() === document.uri.toString()) shown = document;
    }),
    languages.onDidChangeDiagnostics((event) => {
      if (shown && event.uris.some((it) => it.toString() === shown?.uri.toString())) draw(undefined);
    }),
    window.onDidChangeActiveTextEditor(changeTo),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => follow(textEditor)),
    window.onDidChangeTextEditorSelection(({ textEditor }) => follow(textEditor, false)),
  ];
  return { show, disposables };
}

const nameOf = (document: TextDocument): string => document.uri.path.split('/').at(-1) ?? '';
