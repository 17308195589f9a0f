// What is wrong with a file, in words.
import type { Phrase } from '../base/phrase.ts';

/** The code of a system error; `ERROR` where it has none. */
export const errorCode = (error: unknown): string =>
  String((error as { code?: unknown } | null)?.code ?? 'ERROR');

/** What is wrong with a file where the system has nothing against it. */
export const tooLarge: Phrase = { zh: '文件过大', en: 'the file is too large' };
export const notAFile: Phrase = { zh: '不是普通文件，不读取', en: 'is no regular file and not read' };
export const isLink: Phrase = { zh: '是符号链接，不读取', en: 'is a symbolic link and not read' };

export const notText: Phrase = {
  zh: '不是文本文件，或者编码无法识别（应为 UTF-8、UTF-16 或 GB18030）',
  en: 'is no text, or in an unknown encoding (UTF-8, UTF-16 and GB18030 are read)',
};
export const big5: Phrase = {
  zh: '编码是 Big5，不读取；请另存为 UTF-8',
  en: 'is encoded in Big5, which is not read; save it as UTF-8',
};
export const notEncodable: Phrase = {
  zh: '改正后的文字无法用文件原来的编码保存，没有写入',
  en: 'the corrected text cannot be written in the encoding of the file and was not written',
};

const MESSAGES: Readonly<Record<string, Phrase>> = {
  ENOENT: { zh: '文件不存在', en: 'no such file or folder' },
  EACCES: { zh: '没有权限', en: 'permission denied' },
  EPERM: { zh: '不允许这样操作', en: 'operation not permitted' },
  EISDIR: { zh: '是文件夹', en: 'is a folder' },
  ELOOP: { zh: '符号链接过多', en: 'too many symbolic links' },
  ENOSPC: { zh: '磁盘已满', en: 'no space left on the disk' },
  EDQUOT: { zh: '超出磁盘配额', en: 'the disk quota is used up' },
  EFBIG: { zh: '超出文件大小限制', en: 'the file would be too large' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  EMFILE: { zh: '打开的文件过多', en: 'too many open files' },
  EIO: { zh: '磁盘读写出错', en: 'the disk does not answer' },
};

/** Why the system would not, in words; its code where there are none. */
export function ioErrorOf(error: unknown): Phrase {
  const code = errorCode(error);
  return MESSAGES[code] ?? { zh: `系统报错 ${code}`, en: `the system says ${code}` };
}
