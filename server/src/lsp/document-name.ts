// The names of documents, and positions in closed ones.

import type { Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lastAtMost } from '../base/sorted.ts';
import { configName } from '../config/read.ts';
import type { Span } from '../text/span.ts';

/**
 * A URI in one form: programs write it in several (`c%3A`, `C:`, `%E6%B8%85`, `清`). An Office file shown as a
 * text has the name of the file.
 */
export function documentName(uri: string): string {
  let name = fileUri(uri);
  try {
    name = decodeURIComponent(name);
  } catch {
    // A `%` that begins no escape.
  }
  return name.replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
}

/** Whether a file of a folder may be an Office file that is read. Word's lock files (`~$`) are none. */
export const isOfficeName = (name: string): boolean => OFFICE.test(name);
const OFFICE = /^(?!.*\/~\$).*\.(?:docx|xlsx|pdf|doc|wps)$/i;

/** How the client names an Office file shown as a text: its own scheme, and that of the file as the query. */
const SHOWN = /^ogi-office:(.*)\?([a-z][a-z0-9+.-]*)$/i;

/** Whether a document shows an Office file: it cannot be edited. */
export const isShownOffice = (uri: string): boolean => uri.startsWith('ogi-office:');

/** The URI of the file that a document shows; any other URI as it is. */
export const fileUri = (uri: string): string =>
  isShownOffice(uri)
    ? uri.replace(SHOWN, (_, path: string, scheme: string) =>
        scheme === 'file' && !path.startsWith('//') ? `file://${path}` : `${scheme}:${path}`,
      )
    : uri;

export const isConfig = (name: string): boolean => name.endsWith(`/${configName}`);

/** The name of a folder. */
export const folderName = (uri: string): string => `${documentName(uri).replace(/\/{1,9}$/, '')}/`;

/** Where the lines of a text begin. This much of a closed document is kept, to compute positions. */
export class LineStarts {
  readonly #starts: Uint32Array;

  constructor(text: string) {
    const document = TextDocument.create('', '', 0, text);
    this.#starts = Uint32Array.from({ length: document.lineCount }, (_, line) =>
      document.offsetAt({ line, character: 0 }),
    );
  }

  range({ from, to }: Span): Range {
    return { start: this.#position(from), end: this.#position(to) };
  }

  #position(offset: number): Position {
    const line = lastAtMost(this.#starts, this.#starts.length, offset);
    return { line, character: offset - (this.#starts[line] as number) };
  }
}
