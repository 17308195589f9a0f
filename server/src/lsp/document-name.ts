import type { Position, Range } from 'vscode-languageserver';
import { configName } from '../config/read.ts';
import type { Span } from '../text/span.ts';

/** Programs write one URI in several ways (`c%3A`, `C:`, `%E6%B8%85`, `清`): a document is known by this form of it. */
export function documentName(uri: string): string {
  let name = uri;
  try {
    name = decodeURIComponent(uri);
  } catch {
    // No escapes then.
  }
  return name.replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
}

/** The folder a name or a URI stands in, with its `/`; the top of a scheme is its own folder. */
export const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);

/** The folder around a folder; null at the top. */
export function parentFolder(folder: string): string | null {
  const outer = folderOf(folder.slice(0, -1));
  return outer.length < folder.length && /[^/:]\/$/.test(outer) ? outer : null;
}

export const isConfig = (name: string): boolean => name.endsWith(`/${configName}`);

/** Where the lines of a text begin: all that is kept of a text to tell positions. */
export class LineStarts {
  readonly #starts: Uint32Array;

  constructor(text: string) {
    const starts = [0];
    for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
    this.#starts = Uint32Array.from(starts);
  }

  range({ from, to }: Span): Range {
    return { start: this.#position(from), end: this.#position(to) };
  }

  #position(offset: number): Position {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: offset - (this.#starts[low] as number) };
  }
}
