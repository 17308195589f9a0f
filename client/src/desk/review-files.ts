// The review files of the folders: read when reports of their folder are listed, read again before each
// change, and followed while others change them. Read `review-model.ts` first.

import { type Disposable, EventEmitter, FileSystemError, l10n, Uri, window, workspace } from 'vscode';
import { fileOf } from '../office-texts.ts';
import {
  emptyReview,
  entryOf,
  parseReview,
  type Review,
  type ReviewEntry,
  type ReviewKey,
  reviewName,
  reviewText,
} from './review-model.ts';

/** A report by its document, as the list of the folder's reports has it. */
export interface PlacedKey extends Omit<ReviewKey, 'file'> {
  readonly uri: string;
}

export class ReviewFiles implements Disposable {
  readonly #changed = new EventEmitter<undefined>();
  /** Fires when what is kept of any report has changed, here or by another program. */
  readonly onDidChange = this.#changed.event;
  /** By the URI of the review file. */
  readonly #reviews = new Map<string, Review>();
  readonly #watcher = workspace.createFileSystemWatcher(`**/${reviewName}`);
  /** Changes one after the other: each reads what the one before has written. */
  #latest: Promise<unknown> = Promise.resolve();

  constructor() {
    const reread = async (uri: Uri) => {
      this.#reviews.set(uri.toString(), (await readReview(uri)) ?? emptyReview);
      this.#changed.fire(undefined);
    };
    this.#watcher.onDidChange(reread);
    this.#watcher.onDidCreate(reread);
    this.#watcher.onDidDelete(reread);
  }

  /** Reads the review files beside these documents, those that are not yet. */
  async read(uris: readonly string[]): Promise<void> {
    const files = uris.flatMap((each) => reviewUri(each) ?? []);
    const unread = new Map(files.map((uri) => [uri.toString(), uri]));
    for (const name of this.#reviews.keys()) unread.delete(name);
    await Promise.all(
      [...unread].map(async ([name, uri]) => {
        this.#reviews.set(name, (await readReview(uri)) ?? emptyReview);
      }),
    );
  }

  /** What is kept of a report, as far as its file is read. */
  entry(placed: PlacedKey): ReviewEntry | null {
    const review = this.#reviews.get(String(reviewUri(placed.uri)));
    return review ? entryOf(review, keyOf(placed)) : null;
  }

  /** Whether there are notes on any report of a document, as far as its file is read. */
  hasNotes(uri: string): boolean {
    const review = this.#reviews.get(String(reviewUri(uri)));
    const name = fileName(uri);
    return review?.reports.some(({ file, notes }) => file === name && notes) ?? false;
  }

  /** Changes what is kept of a report. Says why when it cannot be, and then leaves the file as it is. */
  change(placed: PlacedKey, by: (review: Review, key: ReviewKey) => Review): Promise<void> {
    const change = async () => {
      const uri = reviewUri(placed.uri);
      if (uri === null) return void window.showWarningMessage(l10n.t('Save the report first.'));
      const before = await readReview(uri);
      if (before === null) {
        const text = l10n.t('{0} cannot be read as a review, and is left as it is.', uri.path);
        return void window.showErrorMessage(text);
      }
      const after = by(before, keyOf(placed));
      try {
        await workspace.fs.writeFile(uri, new TextEncoder().encode(reviewText(after)));
      } catch (error) {
        return void window.showErrorMessage(l10n.t('The review cannot be kept: {0}', String(error)));
      }
      this.#reviews.set(uri.toString(), after);
      this.#changed.fire(undefined);
    };
    this.#latest = this.#latest.then(change);
    return this.#latest as Promise<void>;
  }

  dispose(): void {
    this.#watcher.dispose();
    this.#changed.dispose();
  }
}

/** Beside the file; null for a document that was never saved. */
function reviewUri(uri: string): Uri | null {
  const file = fileOf(Uri.parse(uri));
  return file.scheme === 'untitled' ? null : Uri.joinPath(file, '..', reviewName);
}

const fileName = (uri: string): string => fileOf(Uri.parse(uri)).path.split('/').at(-1) ?? '';

const keyOf = ({ uri, organ, year, alone }: PlacedKey): ReviewKey => ({
  file: fileName(uri),
  organ,
  year,
  alone,
});

/** An empty review where there is no file; null for one that is no review. */
async function readReview(uri: Uri): Promise<Review | null> {
  try {
    return parseReview(new TextDecoder().decode(await workspace.fs.readFile(uri)));
  } catch (error) {
    return error instanceof FileSystemError && error.code === 'FileNotFound' ? emptyReview : null;
  }
}
