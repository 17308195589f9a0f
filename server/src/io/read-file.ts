// Reading files: with list-inputs.ts the only reader of disk, as saving.ts is its only writer.
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import type { Phrase } from '../base/phrase.ts';
import { errorCode, ioErrorOf, isLink, notAFile, tooLarge } from './io-error.ts';

/** A file to be examined. */
export interface Input {
  /** As shown: as given, or below the folder as given. `-` for standard input. */
  readonly path: string;
  /** The path to open; empty when the content is in `bytes`. */
  readonly file: string;
  /** Found in a folder or by a pattern, not named itself: then a link is left alone. */
  readonly listed: boolean;
  /** The content of what can be read once only: standard input, a pipe. */
  readonly bytes?: Uint8Array;
}

/** An input that cannot be read, and why. */
export interface Unreadable {
  readonly path: string;
  readonly error: Phrase;
}

type Bytes = Uint8Array | { readonly error: Phrase };

/** In bytes. Longer files are no reports, and no string could hold them. */
const LARGEST = 256 * 1024 * 1024;
/** In bytes: so much of a file that is read by its name alone. */
const BEGINNING = 8 * 1024 * 1024;

/** Windows has no such flags. */
const NOT_THROUGH_LINKS: number = constants.O_NOFOLLOW ?? 0;
/** Opening a pipe waits for its other end. */
const FILES_ONLY: number = NOT_THROUGH_LINKS | (constants.O_NONBLOCK ?? 0);

/** The bytes of an input, or why there are none. `largest`: those of a longer file are not read. */
export function readInput({ file, listed, bytes }: Input, largest = LARGEST): Bytes {
  if (bytes !== undefined) return bytes;
  let descriptor: number | null = null;
  try {
    if (listed && NOT_THROUGH_LINKS === 0 && lstatSync(file).isSymbolicLink()) return { error: isLink };
    descriptor = openSync(file, constants.O_RDONLY | (listed ? FILES_ONLY : 0));
    const stat = fstatSync(descriptor);
    if (listed && !stat.isFile()) return { error: notAFile };
    if (stat.size > largest) return { error: tooLarge };
    return readFileSync(descriptor);
  } catch (error) {
    return { error: listed && errorCode(error) === 'ELOOP' ? isLink : ioErrorOf(error) };
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** The bytes of a stream, or why there are none. */
export async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > LARGEST) return { error: tooLarge };
    }
    return Buffer.concat(chunks);
  } catch (error) {
    return { error: ioErrorOf(error) };
  }
}

/**
 * The text of a small file (UTF-8), of a larger one its beginning; null when there is no file at that path: a
 * pipe or a device may never end. One that nobody named (`found`) is no link either, which may lead anywhere.
 * Throws for any other error.
 */
export function readIfThere(path: string, found = false): string | null {
  try {
    const stat = found ? lstatSync(path) : statSync(path);
    if (!stat.isFile()) return null;
    return (stat.size > BEGINNING ? beginning(path) : readFileSync(path, 'utf8')).replace(/^\ufeff/, '');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(errorCode(error))) return null;
    throw error;
  }
}

function beginning(path: string): string {
  const descriptor = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(BEGINNING);
    return bytes.toString('utf8', 0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}

export function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
