// From bytes to text and back. Pure.
import { isAscii, isUtf8, transcode } from 'node:buffer';
import iconv from 'iconv-lite';

/** How the characters of a file are written as bytes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface Decoded {
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether a byte order mark stands at the start. */
  readonly bom: boolean;
}

/**
 * The text of a file: by its byte order mark, else as UTF-8, as UTF-16 where that is certain, as GB18030
 * (which GBK and GB 2312 are part of). null for anything else: bytes that are no text in that encoding,
 * binary files.
 */
export function decode(bytes: Uint8Array): Decoded | null {
  for (const [encoding, mark] of MARKS)
    if (mark.every((byte, i) => bytes[i] === byte))
      return decodeAs(bytes.subarray(mark.length), encoding, true);
  const utf8 = bytes.includes(0) ? null : decodeAs(bytes, 'utf-8', false);
  if (utf8 !== null) return utf8;
  const wide = wideOrder(bytes);
  if (wide !== null) return decodeAs(bytes, wide, false);
  const chinese = bytes.includes(0) ? null : decodeAs(bytes, 'gb18030', false);
  return chinese === null || CONTROL.test(chinese.text) || isBig5(bytes) ? null : chinese;
}

/** The most common characters of written Chinese, in both scripts. */
const COMMON = /[的年一是在不了有和人中大上公月日及政府行机關关開开信息報报告情況况]/g;

/**
 * Whether bytes that are no UTF-8 are Big5, which is not read: nearly any Big5 is GB18030 too, of other
 * characters. Told by which of the two gives common ones.
 */
export function isBig5(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 2 * SAMPLE);
  if (isUtf8(sample) || sample.includes(0)) return false;
  const common = (encoding: string): number =>
    new TextDecoder(encoding).decode(sample).match(COMMON)?.length ?? 0;
  const found = common('big5');
  return found >= 8 && found > 4 * common('gb18030');
}

/**
 * The bytes of a text; null when the encoding has none for it (a lone surrogate, an unassigned character).
 */
export function encode(text: string, encoding: Encoding, bom: boolean): Uint8Array | null {
  const bytes = iconv.encode(bom ? `\ufeff${text}` : text, ENCODERS[encoding], { addBOM: false });
  const mark = bom ? (MARK_LENGTH[encoding] as number) : 0;
  return decodeAs(bytes.subarray(mark), encoding, bom)?.text === text ? bytes : null;
}

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

const MARK_LENGTH = Object.fromEntries(MARKS.map(([encoding, mark]) => [encoding, mark.length]));

const ENCODERS: { readonly [encoding in Encoding]: string } = {
  'utf-8': 'utf8',
  'utf-16le': 'utf16le',
  'utf-16be': 'utf16be',
  gb18030: 'gb18030',
};

/** Control characters that no text file has; a GB18030 decoder reads many a binary file without complaint. */
const CONTROL = /[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]/;

function decodeAs(bytes: Uint8Array, encoding: Encoding, bom: boolean): Decoded | null {
  if (encoding === 'utf-8') return isUtf8(bytes) ? { text: fromUtf8(bytes), encoding, bom } : null;
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding, bom };
  } catch {
    return null; // malformed bytes
  }
}

/** Of valid UTF-8. Node's own decoders take several times as long for Chinese. */
const fromUtf8 = (bytes: Uint8Array): string =>
  isAscii(bytes)
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    : transcode(bytes, 'utf8', 'utf16le').toString('utf16le');

/** How many UTF-16 units of a file are looked at to tell UTF-16 without a mark. */
const SAMPLE = 4096;

/** The byte order of UTF-16 without a mark, null when it is not certain. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length === 0 || bytes.length % 2 === 1) return null;
  return isWide(bytes, 1) ? 'utf-16le' : isWide(bytes, 0) ? 'utf-16be' : null;
}

/**
 * Whether nearly all units, their high bytes at `high`, are characters of a Chinese or English text, with at
 * least one from ASCII: every digit and line break is, and leaves a zero byte.
 */
function isWide(bytes: Uint8Array, high: 0 | 1): boolean {
  const units = Math.min(bytes.length >> 1, SAMPLE);
  let usual = 0;
  let ascii = 0;
  for (let i = 0; i < units; i++) {
    const unit = ((bytes[2 * i + high] as number) << 8) | (bytes[2 * i + 1 - high] as number);
    if (isAsciiText(unit)) ascii += 1;
    else if (isChineseText(unit)) usual += 1;
  }
  return ascii > 0 && usual + ascii >= units * 0.95;
}

const isAsciiText = (unit: number): boolean =>
  unit < 0x80 && (unit >= 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d);

/** Chinese characters, general and Chinese punctuation, full-width forms. */
const isChineseText = (unit: number): boolean =>
  (unit >= 0x4e00 && unit < 0xa000) || (unit >= 0x2000 && unit < 0x3040) || unit >= 0xff00;
