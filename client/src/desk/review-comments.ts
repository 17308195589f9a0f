// A reviewer's notes on cells as comment threads: shown where the cell stands in an open document, written
// below the line or by the command at the cursor, kept by field.

import {
  type Comment,
  CommentMode,
  type CommentReply,
  type CommentThread,
  commands,
  comments,
  type Disposable,
  l10n,
  Range,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import type { ListedCell, ReportCells } from '../folder-answers.ts';
import { latest } from '../latest.ts';
import type { ClientSession } from '../start.ts';
import type { PlacedKey, ReviewFiles } from './review-files.ts';
import { withNote, withoutNote } from './review-model.ts';

interface NoteComment extends Comment {
  readonly report: PlacedKey;
  readonly field: string;
  readonly text: string;
}

/** A cell of one of a document's reports. */
interface FoundCell {
  readonly report: PlacedKey;
  readonly cell: ListedCell;
}

export class ReviewComments implements Disposable {
  readonly #session: ClientSession;
  readonly #reviews: ReviewFiles;
  readonly #controller = comments.createCommentController('ogiReport.review', l10n.t('Review notes'));
  /** By the URI of the document, then by report and field. */
  readonly #threads = new Map<string, Map<string, CommentThread>>();
  readonly #registered: readonly Disposable[];

  /** `isReviewing`: whether lines offer to be written on. Notes that are there are shown in any case. */
  constructor(session: ClientSession, reviews: ReviewFiles, isReviewing: () => boolean) {
    this.#session = session;
    this.#reviews = reviews;
    this.#controller.options = { prompt: l10n.t('Note on this figure') };
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: async (document) =>
        document.languageId === 'ogi-report' && document.uri.scheme !== 'untitled' && isReviewing()
          ? (await this.#cells(document)).map(
              ({ cell: { range } }) => new Range(range.start.line, 0, range.end.line, 0),
            )
          : [],
    };
    const showAll = () =>
      void Promise.all(window.visibleTextEditors.map(({ document }) => this.#show(document)));
    this.#registered = [
      this.#controller,
      reviews.onDidChange(showAll),
      window.onDidChangeVisibleTextEditors(showAll),
      session.onDidSend(latest((document) => this.#show(document))),
      workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri.toString())),
      commands.registerCommand('ogiReport.addNote', (reply: CommentReply) => this.#add(reply)),
      commands.registerCommand('ogiReport.deleteNote', (comment: NoteComment) => this.#delete(comment)),
      commands.registerCommand('ogiReport.noteCell', (text?: string) => this.#noteCell(text)),
    ];
  }

  dispose(): void {
    for (const uri of [...this.#threads.keys()]) this.#forget(uri);
    for (const each of this.#registered) each.dispose();
  }

  async #cells(document: TextDocument): Promise<readonly FoundCell[]> {
    const uri = this.#session.client.code2ProtocolConverter.asUri(document.uri);
    const answer: readonly ReportCells[] = (await this.#session.server.reportCells(uri)) ?? [];
    return answer.flatMap(({ organ, year, cells }) => {
      const report = { uri, organ, year, alone: answer.length === 1 };
      return cells.map((cell): FoundCell => ({ report, cell }));
    });
  }

  /** Shows a document's notes where their cells stand now. A thread that stays keeps what is half written. */
  async #show(document: TextDocument): Promise<void> {
    if (document.languageId !== 'ogi-report') return;
    const uri = document.uri.toString();
    await this.#reviews.read([uri]);
    if (!this.#threads.has(uri) && !this.#reviews.hasNotes(uri)) return;
    const cells = await this.#cells(document);
    const before = this.#threads.get(uri) ?? new Map<string, CommentThread>();
    const now = new Map<string, CommentThread>();
    this.#threads.set(uri, now);
    for (const found of cells) {
      const { report, cell } = found;
      const texts = this.#reviews.entry(report)?.notes?.[cell.field] ?? [];
      if (texts.length === 0) continue;
      const key = `${report.organ} ${report.year} ${cell.field}`;
      const thread =
        before.get(key) ?? this.#controller.createCommentThread(document.uri, new Range(0, 0, 0, 0), []);
      before.delete(key);
      now.set(key, thread);
      this.#fill(thread, found, texts);
    }
    for (const thread of before.values()) thread.dispose();
  }

  #fill(thread: CommentThread, { report, cell }: FoundCell, texts: readonly string[]): void {
    const range = this.#session.client.protocol2CodeConverter.asRange(cell.range);
    if (!thread.range?.isEqual(range)) thread.range = range;
    if (thread.comments.map(({ body }) => body).join('\n') === texts.join('\n')) return;
    thread.label = cell.name;
    thread.comments = texts.map(
      (text): NoteComment => ({
        body: text,
        mode: CommentMode.Preview,
        author: { name: l10n.t('Review') },
        contextValue: 'note',
        report,
        field: cell.field,
        text,
      }),
    );
  }

  #forget(uri: string): void {
    for (const thread of this.#threads.get(uri)?.values() ?? []) thread.dispose();
    this.#threads.delete(uri);
  }

  /** A note written on a line belongs to the cell at the place, or to the one that is picked. */
  async #add({ thread, text }: CommentReply): Promise<void> {
    const document = await workspace.openTextDocument(thread.uri);
    const found = await this.#pickCell(document, thread.range ?? new Range(0, 0, 0, 0));
    // A thread that was opened for this note: the note's own takes its place.
    if (thread.comments.length === 0) thread.dispose();
    if (found) await this.#keep(found, text);
  }

  async #noteCell(given?: string): Promise<void> {
    const editor = window.activeTextEditor;
    const found = editor && (await this.#pickCell(editor.document, editor.selection));
    if (!found) return;
    const text = given ?? (await window.showInputBox({ title: l10n.t('Note on {0}', found.cell.name) }));
    if (text) await this.#keep(found, text);
  }

  #keep({ report, cell }: FoundCell, text: string): Promise<void> {
    return this.#reviews.change(report, (review, key) => withNote(review, key, cell.field, text));
  }

  #delete({ report, field, text }: NoteComment): Promise<void> {
    return this.#reviews.change(report, (review, key) => withoutNote(review, key, field, text));
  }

  /** The cell at a place; of several on its lines, the one that is picked. */
  async #pickCell(document: TextDocument, at: Range): Promise<FoundCell | undefined> {
    const { protocol2CodeConverter: protocol } = this.#session.client;
    const near = (await this.#cells(document)).filter(
      ({ cell: { range } }) => range.start.line <= at.end.line && range.end.line >= at.start.line,
    );
    const touched = near.filter(({ cell }) => protocol.asRange(cell.range).intersection(at) !== undefined);
    if (touched.length === 1) return touched[0];
    const choices = (touched.length > 0 ? touched : near).map((found) => ({
      label: found.cell.name,
      description: found.cell.value === null ? '' : String(found.cell.value),
      found,
    }));
    if (choices.length === 0)
      return void window.showInformationMessage(l10n.t('There is no figure of the tables on this line.'));
    if (choices.length === 1) return choices[0]?.found;
    return (await window.showQuickPick(choices, { title: l10n.t('Which figure is the note on?') }))?.found;
  }
}
