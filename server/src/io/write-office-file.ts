// Writes into the Office file of a URI, wholly or not at all, for the language server.
import { readFileSync } from 'node:fs';
import type { Phrase } from '../base/phrase.ts';
import type { DocxEdit } from '../office/index.ts';
import { writeRefusals } from '../office/write-refusals.ts';
import { ioErrorOf } from './io-error.ts';
import { isOpenElsewhere, writeOfficeBytes } from './office-files.ts';
import { replaceFile } from './saving.ts';
import { diskPath } from './workspace-disk.ts';

/** null when the edit is written, else why not. Never rejects. */
export async function writeOfficeFile(uri: string, edit: DocxEdit): Promise<Phrase | null> {
  const file = diskPath(uri);
  if (file === null) return writeRefusals.notHere;
  try {
    const before = readFileSync(file);
    const written = await writeOfficeBytes(before, [edit]);
    if (!('bytes' in written)) return written.refused;
    if (written.bytes === null) return written.refused[0] ?? writeRefusals.changed;
    return isOpenElsewhere(file) ? writeRefusals.open : replaceFile(file, before, written.bytes);
  } catch (error) {
    return ioErrorOf(error);
  }
}
