// Which files the paths of a command line stand for. read-file.ts reads them; both throw nothing for what a
// disk may do: an error is part of the answer.
import { statSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { glob, isGlob, splitGlob } from '../base/glob.ts';
import type { Phrase } from '../base/phrase.ts';
import { errorCode, ioErrorOf } from './io-error.ts';
import { OFFICE_FILE } from './office-files.ts';
import { type Input, readStream, type Unreadable } from './read-file.ts';

export type Found = Input | Unreadable;

/** Files that may hold a report, in a folder. */
const REPORT_FILE = /\.(?:txt|md|html?|ogi)$/i;

const isReportFile = (path: string): boolean => REPORT_FILE.test(path);
const isDocument = (path: string): boolean => REPORT_FILE.test(path) || OFFICE_FILE.test(path);

const noMatch: Phrase = { zh: '没有与之相符的文件', en: 'no file matches the pattern' };

/**
 * The files that paths stand for, in their order, each once: a file itself; a folder's text files (*.txt *.md
 * *.html *.htm *.ogi) and, without `textOnly`, its Office files, at any depth by name, without dot names,
 * node_modules and links; what a pattern such as `2024/*.txt` finds; `-` is standard input.
 */
export async function* listInputs(
  paths: readonly string[],
  cwd: string,
  textOnly: boolean,
): AsyncGenerator<Found> {
  const seen = paths.length > 1 ? new Set<string>() : null;
  for (const path of paths)
    for await (const found of listOne(path, cwd, textOnly)) {
      if (seen !== null && 'file' in found && found.file !== '') {
        if (seen.has(found.file)) continue;
        seen.add(found.file);
      }
      yield found;
    }
}

/** The files below a folder that may hold a report, and those of the one name with a dot that counts. */
export async function* reportFilesBelow(folder: string, dotted: string): AsyncGenerator<string> {
  const wanted = (path: string): boolean => REPORT_FILE.test(path) || posix.basename(path) === dotted;
  for await (const found of walk({ root: folder, wanted, dotted }, folder, '.'))
    if ('file' in found) yield found.file;
}

async function* listOne(path: string, cwd: string, textOnly: boolean): AsyncGenerator<Found> {
  if (path === '-') return yield await drain(path, process.stdin, cwd);
  const file = resolve(cwd, path);
  const shown = slashes(path).replace(/^(?:\.\/)+(?=.)/, '');
  try {
    const stat = statSync(file);
    if (stat.isDirectory())
      yield* walk({ root: file, wanted: textOnly ? isReportFile : isDocument }, file, shown);
    else if (stat.isFile()) yield { path: shown, file, root: dirname(file), listed: false };
    else yield await pipe(shown, file, cwd);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' && isGlob(slashes(path))) yield* matching(slashes(path), cwd);
    else yield { path: shown, error: ioErrorOf(error) };
  }
}

async function* matching(pattern: string, cwd: string): AsyncGenerator<Found> {
  const { folder, below } = splitGlob(pattern);
  const root = resolve(cwd, folder);
  const wanted = glob(below);
  let any = false;
  if (wanted !== null)
    for await (const found of walk({ root, wanted }, root, folder === '' ? '.' : folder)) {
      any = true;
      yield found;
    }
  if (!any) yield { path: pattern, error: noMatch };
}

interface Walk {
  readonly root: string;
  /** Asked with paths below the root, their names parted by `/`. */
  readonly wanted: (path: string) => boolean;
  /** The one name with a dot that counts. */
  readonly dotted?: string;
}

/** What a folder holds at any depth, by name. */
async function* walk(of: Walk, folder: string, shown: string): AsyncGenerator<Found> {
  let entries: { readonly name: string; isDirectory(): boolean; isFile(): boolean }[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    return yield { path: shown, error: ioErrorOf(error) };
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const { name } = entry;
    if (name.startsWith('.') && name !== of.dotted) continue;
    const file = join(folder, name);
    const path = shown === '.' ? name : posix.join(shown, name);
    if (entry.isDirectory()) {
      if (name !== 'node_modules') yield* walk(of, file, path);
    } else if (entry.isFile() && of.wanted(slashes(relative(of.root, file))))
      yield { path, file, root: of.root, listed: true };
  }
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
  const bytes = await readStream(stream);
  return 'error' in bytes ? { path, ...bytes } : { path, file: '', root, listed: false, bytes };
}

const slashes = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);
