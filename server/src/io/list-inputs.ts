// Which files the paths of a command line stand for. read-file.ts reads them; both throw nothing for what a
// disk may do: an error is part of the answer.
import { statSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join, posix, resolve, sep } from 'node:path';
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
const interrupted: Phrase = { zh: '读取中断', en: 'reading was interrupted' };

/**
 * The files that paths stand for, in their order, each once: a file itself; a folder's text files (*.txt *.md
 * *.html *.htm *.ogi) and, without `textOnly`, its Office files, at any depth by name, without dot names,
 * node_modules and links; what a pattern such as `2024/*.txt` finds; `-` is standard input. Nothing is waited
 * for once `interrupt` is signalled.
 */
export async function* listInputs(
  paths: readonly string[],
  cwd: string,
  textOnly: boolean,
  interrupt: AbortSignal = never,
): AsyncGenerator<Found> {
  const seen = paths.length > 1 ? new Set<string>() : null;
  for (const path of paths)
    for await (const found of listOne(path, { cwd, textOnly, interrupt })) {
      if (seen !== null && 'file' in found && found.file !== '') {
        if (seen.has(found.file)) continue;
        seen.add(found.file);
      }
      yield found;
    }
}

const never: AbortSignal = new AbortController().signal;

/** The files below a folder that may hold a report, and those of the one name with a dot that counts. */
export async function* reportFilesBelow(
  folder: string,
  dotted: string,
  office = false,
): AsyncGenerator<string> {
  const wanted = (path: string): boolean =>
    (office ? isDocument(path) : REPORT_FILE.test(path)) || posix.basename(path) === dotted;
  for await (const found of walk({ root: folder, shown: '.', wanted, dotted, interrupt: never }))
    if ('file' in found) yield found.file;
}

interface Listing {
  readonly cwd: string;
  readonly textOnly: boolean;
  readonly interrupt: AbortSignal;
}

async function* listOne(path: string, listing: Listing): AsyncGenerator<Found> {
  const { cwd, textOnly, interrupt } = listing;
  if (path === '-') return yield await drain(path, process.stdin, interrupt);
  const file = resolve(cwd, path);
  const shown = slashes(path).replace(/^(?:\.\/)+(?=.)/, '');
  try {
    const stat = statSync(file);
    if (stat.isDirectory())
      yield* walk({ root: file, shown, wanted: textOnly ? isReportFile : isDocument, interrupt });
    else if (stat.isFile()) yield { path: shown, file, listed: false };
    else yield await pipe(shown, file, interrupt);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' && isGlob(slashes(path))) yield* matching(slashes(path), listing);
    else yield { path: shown, error: ioErrorOf(error) };
  }
}

async function* matching(pattern: string, { cwd, interrupt }: Listing): AsyncGenerator<Found> {
  const { folder, below } = splitGlob(pattern);
  const wanted = glob(below);
  const shown = folder === '' ? '.' : folder;
  let any = false;
  if (wanted !== null)
    for await (const found of walk({
      root: resolve(cwd, folder),
      shown,
      wanted,
      enters: wanted.enters,
      interrupt,
    })) {
      any = true;
      yield found;
    }
  if (!any) yield { path: pattern, error: noMatch };
}

interface Walk {
  readonly root: string;
  /** The root as it is shown. */
  readonly shown: string;
  /** Asked with paths below the root, their names parted by `/`. */
  readonly wanted: (path: string) => boolean;
  /** Asked likewise of folders, whether to look into them; all are where there is no such function. */
  readonly enters?: (path: string) => boolean;
  /** The one name with a dot that counts. */
  readonly dotted?: string;
  readonly interrupt: AbortSignal;
}

/** Something in a folder: its path below the root. */
interface Entry {
  readonly path: string;
  readonly isFolder: boolean;
}

/** What a folder holds at any depth, by name. A loop, since folders may be nested deeper than calls. */
async function* walk(of: Walk): AsyncGenerator<Found> {
  /** What is still to be looked at, the next one last. */
  const open: Entry[] = [{ path: '', isFolder: true }];
  for (let next = open.pop(); next !== undefined && !of.interrupt.aborted; next = open.pop()) {
    const { path, isFolder } = next;
    const shown = of.shown === '.' && path !== '' ? path : posix.join(of.shown, path);
    const file = join(of.root, path);
    if (!isFolder) yield { path: shown, file, listed: true };
    else
      try {
        for (const entry of await entriesOf(of, path, file)) open.push(entry);
      } catch (error) {
        yield { path: shown, error: ioErrorOf(error) };
      }
  }
}

/** What counts of a folder, the last one by name first. */
async function entriesOf(of: Walk, path: string, folder: string): Promise<readonly Entry[]> {
  const all = await readdir(folder, { withFileTypes: true });
  all.sort((a, b) => (a.name < b.name ? 1 : -1));
  return all.flatMap((entry): readonly Entry[] => {
    const { name } = entry;
    if (name.startsWith('.') && name !== of.dotted) return [];
    const below = path === '' ? name : `${path}/${name}`;
    if (entry.isFile()) return of.wanted(below) ? [{ path: below, isFolder: false }] : [];
    const isEntered = entry.isDirectory() && name !== 'node_modules' && (of.enters?.(below) ?? true);
    return isEntered ? [{ path: below, isFolder: true }] : [];
  });
}

async function pipe(path: string, file: string, interrupt: AbortSignal): Promise<Found> {
  const opened = open(file, 'r');
  try {
    const handle = await Promise.race([opened, aborted(interrupt)]);
    return handle === null
      ? { path, error: interrupted }
      : await drain(path, handle.createReadStream(), interrupt);
  } catch (error) {
    return { path, error: ioErrorOf(error) };
  }
}

/** Waits for the stream, but not longer than for `interrupt`: a pipe may never be written to. */
async function drain(
  path: string,
  stream: AsyncIterable<Uint8Array>,
  interrupt: AbortSignal,
): Promise<Found> {
  const bytes = (await Promise.race([readStream(stream), aborted(interrupt)])) ?? { error: interrupted };
  return 'error' in bytes ? { path, ...bytes } : { path, file: '', listed: false, bytes };
}

const aborted = (signal: AbortSignal): Promise<null> =>
  new Promise((done) => {
    if (signal.aborted) done(null);
    else signal.addEventListener('abort', () => done(null), { once: true });
  });

const slashes = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);
