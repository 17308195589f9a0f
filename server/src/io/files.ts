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
import { open, readdir } from 'node:fs/promises';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Phrase } from '../base/phrase.ts';
import { errorCode, ioErrorOf, isLink, notAFile, tooLarge } from './io-error.ts';

/** The only reader of disk, as saving.ts is its only writer. Nothing here throws for what a disk may do: error is part of the answer. */

/** A file to be examined. */
export interface Input {
  /** As shown: as given, or below the folder as given. `-` for standard input. */
  readonly path: string;
  /** The path to open; empty when the content is in `bytes`. */
  readonly file: string;
  /** How far up a configuration is looked for: the folder or pattern it was found by, as an absolute path. */
  readonly root: string;
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

export type Found = Input | Unreadable;

/** Files that may hold a report, in a folder. */
const REPORT_FILE = /\.(?:txt|md|html?|ogi)$/i;
/** Longer ones are no reports, and no string could hold them. */
const LARGEST = 256 * 1024 * 1024;

/**
 * The files that paths stand for, in their order, each once: a file itself; a folder's text files (*.txt *.md *.html *.htm *.ogi) at
 * any depth by name, without dot names, node_modules and links; what a pattern such as `2024/*.txt` finds; `-` is standard input.
 */
export async function* listInputs(paths: readonly string[], cwd: string): AsyncGenerator<Found> {
  const seen = paths.length > 1 ? new Set<string>() : null;
  for (const path of paths)
    for await (const found of listOne(path, cwd)) {
      if (seen !== null && 'file' in found && found.file !== '') {
        if (seen.has(found.file)) continue;
        seen.add(found.file);
      }
      yield found;
    }
}

async function* listOne(path: string, cwd: string): AsyncGenerator<Found> {
  if (path === '-') return yield await drain(path, process.stdin, cwd);
  const file = resolve(cwd, path);
  const shown = slashes(path).replace(/^(?:\.\/)+(?=.)/, '');
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) yield* walk(file, shown, (below) => REPORT_FILE.test(below));
    else if (stat.isFile()) yield { path: shown, file, root: dirname(file), listed: false };
    else yield await pipe(shown, file, cwd);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' && picomatch.scan(slashes(path)).isGlob)
      yield* matching(slashes(path), cwd);
    else yield { path: shown, error: ioErrorOf(error) };
  }
}

/** What a folder holds at any depth, by name. `wanted` is asked with paths below the folder the walk began at. */
async function* walk(
  folder: string,
  shown: string,
  wanted: (path: string) => boolean,
  root = folder,
  dotted?: string,
): AsyncGenerator<Found> {
  let entries: { readonly name: string; isDirectory(): boolean; isFile(): boolean }[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    return yield { path: shown, error: ioErrorOf(error) };
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const { name } = entry;
    if (name.startsWith('.') && name !== dotted) continue;
    const file = join(folder, name);
    const path = shown === '.' ? name : posix.join(shown, name);
    if (entry.isDirectory()) {
      if (name !== 'node_modules') yield* walk(file, path, wanted, root, dotted);
    } else if (entry.isFile() && wanted(slashes(relative(root, file))))
      yield { path, file, root, listed: true };
  }
}

/** The files of a folder at any depth that may hold a report, and those of the one name with a dot that counts. */
export async function* reportFilesBelow(folder: string, dotted: string): AsyncGenerator<string> {
  const wanted = (path: string): boolean => REPORT_FILE.test(path) || posix.basename(path) === dotted;
  for await (const found of walk(folder, '.', wanted, folder, dotted)) if ('file' in found) yield found.file;
}

async function* matching(pattern: string, cwd: string): AsyncGenerator<Found> {
  const { base, glob } = picomatch.scan(pattern);
  const folder = resolve(cwd, base);
  let any = false;
  for await (const found of walk(folder, base === '' ? '.' : base, picomatch(glob))) {
    any = true;
    yield found;
  }
  if (!any) yield { path: pattern, error: { zh: '没有与之相符的文件', en: 'no file matches the pattern' } };
}

async function pipe(path: string, file: string, cwd: string): Promise<Found> {
  try {
    const handle = await open(file, 'r');
    return await drain(path, handle.createReadStream(), cwd);
  } catch (error) {
    return { path, error: ioErrorOf(error) };
  }
}

async function drain(path: string, stream: AsyncIterable<Uint8Array>, root: string): Promise<Found> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > LARGEST) return { path, error: tooLarge };
    }
    return { path, file: '', root, listed: false, bytes: Buffer.concat(chunks) };
  } catch (error) {
    return { path, error: ioErrorOf(error) };
  }
}

/** The bytes of an input, or why there are none. */
export function readInput({ file, listed, bytes }: Input): Uint8Array | { readonly error: Phrase } {
  if (bytes !== undefined) return bytes;
  let descriptor: number | null = null;
  try {
    if (listed && NOT_THROUGH_LINKS === 0 && lstatSync(file).isSymbolicLink()) return { error: isLink };
    descriptor = openSync(file, constants.O_RDONLY | (listed ? FILES_ONLY : 0));
    const stat = fstatSync(descriptor);
    if (listed && !stat.isFile()) return { error: notAFile };
    if (stat.size > LARGEST) return { error: tooLarge };
    return readFileSync(descriptor);
  } catch (error) {
    return { error: listed && errorCode(error) === 'ELOOP' ? isLink : ioErrorOf(error) };
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** Windows has no such flags. */
const NOT_THROUGH_LINKS: number = constants.O_NOFOLLOW ?? 0;
/** Opening a pipe waits for its other end. */
const FILES_ONLY: number = NOT_THROUGH_LINKS | (constants.O_NONBLOCK ?? 0);

/**
 * The text of a small file (UTF-8), of a larger one its beginning; null when there is none at that path. One that nobody named (`found`)
 * counts only as a file of its own: a link may lead anywhere, a pipe never ends. Throws for any other error.
 */
export function readIfThere(path: string, found = false): string | null {
  try {
    const stat = found ? lstatSync(path) : statSync(path);
    if (found && !stat.isFile()) return null;
    return (stat.size > BEGINNING ? beginning(path) : readFileSync(path, 'utf8')).replace(/^\ufeff/, '');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errorCode(error))) return null;
    throw error;
  }
}

const BEGINNING = 8 * 1024 * 1024;

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

const slashes = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);
