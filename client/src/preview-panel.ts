// The preview: the report drawn as the official tables, beside the text. There is one panel, which follows
// the active report; the server writes its body, the page only shows it. Read `preview-page.ts` next.

import {
  Disposable,
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
import { pageOf } from './preview-page.ts';
import { whenRunning } from './server-requests.ts';
import type { ClientSession } from './start.ts';

const viewType = 'ogiReport.preview';

/**
 * A message of the page: it has loaded, or a person clicked a cell (offsets in the document, UTF-16 units).
 */
type FromPage = { readonly ready: true } | { readonly from: number; readonly to: number };

export class PreviewPanel extends Disposable {
  readonly #session: ClientSession;
  readonly #media: Uri;
  #panel: WebviewPanel | null = null;
  #shown: TextDocument | null = null;

  constructor(session: ClientSession) {
    const listeners: Disposable[] = [];
    super(() => {
      for (const each of listeners) each.dispose();
      this.#panel?.dispose();
    });
    this.#session = session;
    this.#media = Uri.joinPath(session.context.extensionUri, 'client', 'media');
    listeners.push(...this.#listeners());
  }

  show(document: TextDocument): void {
    this.#shown = document;
    if (this.#panel) this.#panel.reveal(undefined, true);
    else {
      const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      this.#adopt(window.createWebviewPanel(viewType, l10n.t('Preview'), place));
    }
    this.#draw();
  }

  #listeners(): Disposable[] {
    const isShown = (uri: Uri) => uri.toString() === this.#shown?.uri.toString();
    return [
      whenRunning(this.#session.client, () => this.#draw()),
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: async (restored) => this.#restore(restored),
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.#shown) this.#draw();
      }),
      // Setting a document's language closes it and opens it again: the panel keeps to the new document.
      workspace.onDidOpenTextDocument((document) => {
        if (isShown(document.uri)) this.#shown = document;
      }),
      languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some(isShown)) this.#draw();
      }),
      window.onDidChangeActiveTextEditor((editor) => this.#changeTo(editor)),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#follow(textEditor)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.#follow(textEditor, false)),
    ];
  }

  #draw(): void {
    this.#drawLatest(undefined);
  }

  readonly #drawLatest = latest(async () => {
    const document = this.#shown;
    if (!this.#panel || !document) return;
    const answer = await this.#session.server.preview(document);
    if (!this.#panel || document !== this.#shown) return;
    this.#panel.title = l10n.t('Preview: {0}', nameOf(document));
    await this.#panel.webview.postMessage({ html: answer?.html ?? '', empty: l10n.t('No report to show.') });
    this.#follow(window.visibleTextEditors.find((it) => it.document === this.#shown));
  });

  #adopt(panel: WebviewPanel): void {
    this.#panel = panel;
    panel.iconPath = Uri.joinPath(this.#media, 'preview.svg');
    panel.webview.options = { enableScripts: true, localResourceRoots: [this.#media] };
    panel.webview.onDidReceiveMessage((message: FromPage) => {
      if ('ready' in message) this.#draw();
      else void this.#jump(message.from, message.to);
    });
    panel.onDidDispose(() => {
      this.#panel = null;
      this.#shown = null;
    });
    panel.webview.html = pageOf(panel.webview, this.#media);
  }

  /** Takes over the panel of the last session. */
  #restore(panel: WebviewPanel): void {
    this.#adopt(panel);
    this.#shown = window.visibleTextEditors.find(({ document }) => isReport(document))?.document ?? null;
    this.#draw();
  }

  /** Selects in the text what was clicked in the page. */
  async #jump(from: number, to: number): Promise<void> {
    const shown = this.#shown;
    if (!shown) return;
    const range = new Range(shown.positionAt(from), shown.positionAt(to));
    const visible = window.visibleTextEditors.find((it) => it.document === shown);
    const editor = await window.showTextDocument(shown, visible?.viewColumn ?? ViewColumn.One);
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Tells the page where the cursor stands, whose cell it marks, and which line is the first visible one. */
  #follow(editor: TextEditor | undefined, scroll = true): void {
    if (!this.#panel || !editor || editor.document !== this.#shown) return;
    const { document, visibleRanges, selection } = editor;
    const top = visibleRanges[0]?.start;
    void this.#panel.webview.postMessage({
      cursor: document.offsetAt(selection.active),
      top: scroll && top ? document.offsetAt(top) : null,
    });
  }

  #changeTo(editor: TextEditor | undefined): void {
    if (!this.#panel || !editor || editor.document === this.#shown || !isReport(editor.document)) return;
    this.#shown = editor.document;
    this.#draw();
  }
}

const isReport = (document: TextDocument): boolean => document.languageId === 'ogi-report';

const nameOf = (document: TextDocument): string => document.uri.path.split('/').at(-1) ?? '';
