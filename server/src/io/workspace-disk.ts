// The disk as the language server sees it.
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { OfficeRefusal, OfficeText } from '../office/office-text.ts';
import { decode } from './encoding.ts';
import { reportFilesBelow } from './list-inputs.ts';
import { officeLook, readOfficeFile } from './office-files.ts';
import { readInput } from './read-file.ts';

/** A workspace's files for the language server, by URI. What is no file, or cannot be read, is not there. */
export const disk = {
  async *list(folder: string, also: string, office: boolean): AsyncGenerator<string> {
    const path = diskPath(folder);
    if (path === null) return;
    for await (const file of reportFilesBelow(path, also, office)) yield uriOf(file);
  },
  async readOffice(uri: string): Promise<OfficeText | OfficeRefusal | null> {
    const file = diskPath(uri);
    const bytes = file === null ? null : readInput({ path: file, file, listed: true }, LARGEST);
    if (bytes === null || 'error' in bytes || officeLook(bytes) === null) return null;
    return readOfficeFile(bytes);
  },
  async read(uri: string): Promise<string | null> {
    const file = diskPath(uri);
    if (file === null) return null;
    const bytes = readInput({ path: file, file, listed: true }, LARGEST);
    return 'error' in bytes ? null : (decode(bytes)?.text ?? null);
  },
};

/** In bytes. Reading a longer file would hold up whoever is typing. */
const LARGEST = 8 * 1024 * 1024;

/** The path of a file by its URI; null for another scheme, or a host. */
export function diskPath(uri: string): string | null {
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}

/** As VS Code writes it: more characters escaped than the platform would. */
const uriOf = (file: string): string =>
  pathToFileURL(file).href.replace(
    /[!'()*,;=@&$+[\]]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
