// Marks on the figures of a new report that last year's report hands on, each until it is changed.

import {
  type DecorationOptions,
  Disposable,
  l10n,
  OverviewRulerLane,
  Range,
  type TextDocument,
  type TextDocumentContentChangeEvent,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import { type Mark, marksAfter } from './mark-ranges.ts';

export class CarriedMarks extends Disposable {
  readonly #style = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('diffEditor.insertedTextBackground'),
    border: '1px dashed',
    borderColor: new ThemeColor('editorInfo.foreground'),
    overviewRulerColor: new ThemeColor('editorInfo.foreground'),
    overviewRulerLane: OverviewRulerLane.Left,
  });
  readonly #marks = new Map<TextDocument, readonly Mark[]>();

  constructor() {
    const listeners: Disposable[] = [];
    super(() => {
      for (const each of [...listeners, this.#style]) each.dispose();
    });
    listeners.push(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const marks = this.#marks.get(document);
        if (marks) this.put(document, contentChanges.reduce(afterChange, marks));
      }),
      workspace.onDidCloseTextDocument((document) => this.#marks.delete(document)),
      window.onDidChangeVisibleTextEditors((editors) => {
        for (const { document } of editors) this.#draw(document);
      }),
    );
  }

  /** Marks figures of a document, in place of those that were marked. */
  put(document: TextDocument, marks: readonly Mark[]): void {
    this.#marks.set(document, marks);
    this.#draw(document);
  }

  #draw(document: TextDocument): void {
    const marks = this.#marks.get(document);
    if (!marks) return;
    const options = marks.map(({ from, to, message }): DecorationOptions => {
      const range = new Range(document.positionAt(from), document.positionAt(to));
      return { range, hoverMessage: l10n.t('Carried over from: {0}', message) };
    });
    for (const editor of window.visibleTextEditors)
      if (editor.document === document) editor.setDecorations(this.#style, options);
  }
}

const afterChange = (
  marks: readonly Mark[],
  { rangeOffset, rangeLength, text }: TextDocumentContentChangeEvent,
): readonly Mark[] => marksAfter(marks, rangeOffset, rangeLength, text.length);
