// Pasting a range from Excel, Word, WPS or a web page into a table of the draft, cell by cell. The server
// finds the cells. Editors that cannot offer ways to paste have a command for the text of the clipboard.

import * as vscode from 'vscode';
import type { ClipboardFormats, PastedFigures } from './server-requests.ts';
import type { ClientSession } from './start.ts';

/** What VS Code has since 1.97, later than the extension needs. */
interface Pasting {
  readonly DocumentDropOrPasteEditKind?: { readonly Empty: Kind };
  readonly DocumentPasteEdit?: new (text: string, title: string, kind: Kind) => PasteEdit;
  readonly languages: {
    readonly registerDocumentPasteEditProvider?: (
      selector: vscode.DocumentSelector,
      provider: { readonly provideDocumentPasteEdits: Provide },
      metadata: { readonly providedPasteEditKinds: Kind[]; readonly pasteMimeTypes: string[] },
    ) => vscode.Disposable;
  };
}
interface Kind {
  append(...parts: string[]): Kind;
}
interface PasteEdit {
  additionalEdit?: vscode.WorkspaceEdit;
}
type Provide = (
  document: vscode.TextDocument,
  ranges: readonly vscode.Range[],
  transfer: vscode.DataTransfer,
) => Promise<PasteEdit[]>;

export function registerPaste(session: ClientSession): vscode.Disposable[] {
  return [
    ...registerProvider(session),
    vscode.commands.registerCommand('ogiReport.pasteTable', (text?: string) => pasteText(session, text)),
  ];
}

function registerProvider(session: ClientSession): vscode.Disposable[] {
  const { DocumentDropOrPasteEditKind, DocumentPasteEdit, languages } = vscode as unknown as Pasting;
  const register = languages.registerDocumentPasteEditProvider;
  if (!register || !DocumentDropOrPasteEditKind || !DocumentPasteEdit) return [];
  const kind = DocumentDropOrPasteEditKind.Empty.append('text', 'ogiReport', 'table');
  const provideDocumentPasteEdits: Provide = async (document, ranges, transfer) => {
    const [range] = ranges;
    if (ranges.length !== 1 || !range) return [];
    const [html, text] = await Promise.all(
      ['text/html', 'text/plain'].map(async (mime) => transfer.get(mime)?.asString()),
    );
    const clipboard = { ...(html && { html }), ...(text && { text }) };
    const edits: PasteEdit[] = [];
    for (const blanks of [false, true]) {
      const pasted = await session.server.pasteTable(document, range.start, clipboard, blanks);
      const parts = pasted && (await partsOf(session, document, range, pasted));
      if (!pasted || !parts || (blanks && pasted.edits.length === 0)) continue;
      const edit = new DocumentPasteEdit(
        parts.inside,
        titleOf(pasted, blanks),
        kind.append(blanks ? 'blanks' : 'values'),
      );
      edit.additionalEdit = parts.outside;
      edits.push(edit);
    }
    return edits;
  };
  const metadata = { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/html', 'text/plain'] };
  return [register({ language: 'ogi-report' }, { provideDocumentPasteEdits }, metadata)];
}

/** VS Code replaces the selection: edits within it become its new text; null where one crosses its edge. */
async function partsOf(
  { client }: ClientSession,
  document: vscode.TextDocument,
  selected: vscode.Range,
  { edits }: PastedFigures,
): Promise<{ readonly inside: string; readonly outside: vscode.WorkspaceEdit } | null> {
  const all = await client.protocol2CodeConverter.asTextEdits([...edits]);
  const outside = new vscode.WorkspaceEdit();
  const start = document.offsetAt(selected.start);
  let inside = document.getText(selected);
  for (const { range, newText } of all.toReversed()) {
    const isWithin = !selected.isEmpty && selected.contains(range);
    if (!isWithin && !selected.isEmpty && selected.intersection(range)?.isEmpty === false) return null;
    if (isWithin) {
      const [from, to] = [document.offsetAt(range.start) - start, document.offsetAt(range.end) - start];
      inside = inside.slice(0, from) + newText + inside.slice(to);
    } else outside.replace(document.uri, range, newText);
  }
  return { inside, outside };
}

function titleOf({ cells, unmatched }: PastedFigures, blanks: boolean): string {
  const title = blanks
    ? vscode.l10n.t('Fill blank cells by row and column names')
    : vscode.l10n.t('Fill {0} cells by row and column names', cells);
  return unmatched.length === 0 ? title : `${title} (${unknown(unmatched)})`;
}

const unknown = (labels: readonly string[]): string =>
  vscode.l10n.t('not in the table: {0}', labels.slice(0, 5).join('、') + (labels.length > 5 ? ' …' : ''));

/** The text of the clipboard into the table at the cursor; whether it was one for it. */
async function pasteText({ client, server }: ClientSession, given?: string): Promise<boolean> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return false;
  const { document, selection } = editor;
  const clipboard: ClipboardFormats = { text: given ?? (await vscode.env.clipboard.readText()) };
  const pasted = await server.pasteTable(document, selection.start, clipboard, false);
  if (!pasted) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing on the clipboard has the row and column names of the table at the cursor.'),
    );
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...pasted.edits]));
  const done = await vscode.workspace.applyEdit(edit);
  if (pasted.unmatched.length > 0) void vscode.window.showWarningMessage(titleOf(pasted, false));
  return done;
}
