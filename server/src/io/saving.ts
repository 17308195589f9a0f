// The only writer of disk.
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Phrase } from '../base/phrase.ts';
import { ioErrorOf } from './io-error.ts';

/**
 * Put `after` in the place of a file that holds `before`: wholly or not at all, with the same mode and owner;
 * extended attributes are not kept. It is not done when the file holds anything else by now, or has other
 * names. null when done, else why not.
 */
export function replaceFile(path: string, before: Uint8Array, after: Uint8Array): Phrase | null {
  let draft: string | null = null;
  try {
    const file = realpathSync(path);
    accessSync(file, constants.W_OK);
    const { mode, uid, gid, nlink } = statSync(file);
    // The new file would have this name only, and the others would keep the old text.
    if (nlink > 1) return linked;
    draft = join(dirname(file), `.ogi-report-${randomBytes(8).toString('hex')}.tmp`);
    writeWhole(draft, after, { mode: mode & 0o7777, uid, gid });
    if (!Buffer.from(before).equals(readFileSync(file))) return changed;
    renameSync(draft, file);
    draft = null;
    settle(dirname(file));
    return null;
  } catch (error) {
    return ioErrorOf(error);
  } finally {
    if (draft !== null) discard(draft);
  }
}

/**
 * Write a new file, wholly or not at all; one that is there is replaced only where `replacing`. null when
 * done, else why not.
 */
export function writeFile(path: string, bytes: Uint8Array, replacing: boolean): Phrase | null {
  let draft: string | null = null;
  try {
    if (replacing && existsSync(path)) return replaceFile(path, readFileSync(path), bytes);
    draft = join(dirname(path), `.ogi-report-${randomBytes(8).toString('hex')}.tmp`);
    writeWhole(draft, bytes, null);
    takeName(draft, path);
    settle(dirname(path));
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST' ? exists : ioErrorOf(error);
  } finally {
    if (draft !== null) discard(draft);
  }
}

/** Whether two names are of one file that is there. */
export function isSameFile(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}

/** Gives a file a name that no other has; fails with EEXIST where one has it by now. */
function takeName(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    // Some disks know no second name.
    copyFileSync(draft, path, constants.COPYFILE_EXCL);
  }
}

/** `owner`: of the file that is replaced; null for a new file, which is as the system makes files. */
function writeWhole(
  path: string,
  bytes: Uint8Array,
  owner: { readonly mode: number; readonly uid: number; readonly gid: number } | null,
): void {
  const descriptor = openSync(path, 'wx', owner === null ? 0o666 : 0o600);
  try {
    writeFileSync(descriptor, bytes);
    if (owner !== null) {
      try {
        fchownSync(descriptor, owner.uid, owner.gid);
      } catch {
        // Only the superuser may give files away; the file is then the writer's.
      }
      fchmodSync(descriptor, owner.mode);
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Make the new name last through a power cut, where the system can. */
function settle(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Windows cannot open folders.
  }
}

function discard(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Not there, or not ours any more.
  }
}

const linked: Phrase = {
  zh: '文件还有别的名字（硬链接），没有写入',
  en: 'the file has other names (hard links) and was not written',
};
const changed: Phrase = {
  zh: '检查之后文件又有改动，没有写入',
  en: 'the file has changed since it was checked and was not written',
};

const exists: Phrase = {
  zh: '文件已经存在，没有写入（加 --force 覆盖）',
  en: 'the file exists already and was not written (--force writes over it)',
};
