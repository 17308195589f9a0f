// Opens a binary Word file (.doc, .wps): its streams, and its text, which stands in pieces all over one of
// them (Clx of [MS-DOC]).
import { UnreadableOffice } from '../office-text.ts';
import { openCompound } from '../package/compound-file.ts';
import { refusals } from '../refusals.ts';
import { DocBytes } from './doc-bytes.ts';

export interface DocFile {
  readonly document: DocBytes;
  /** Most tables of properties. */
  readonly table: DocBytes;
  /** Properties too large for the others. */
  readonly data: DocBytes;
  readonly text: DocText;
  /** UTF-16 units of the main text; the text boxes follow at `boxes`. */
  readonly mainLength: number;
  readonly boxes: { readonly from: number; readonly to: number };
}

/** A stretch of the text and where it is stored, in bytes of the document stream. */
interface TextPiece {
  readonly from: number;
  readonly to: number;
  readonly stored: number;
  /** Bytes a character takes. */
  readonly width: 1 | 2;
}

/** Offsets of the file's head, in bytes (Fib of [MS-DOC]). */
export const FIB = {
  flags: 0x0a,
  lengths: {
    main: 0x4c,
    footnotes: 0x50,
    headers: 0x54,
    macros: 0x58,
    comments: 0x5c,
    endnotes: 0x60,
    boxes: 0x64,
  },
  styles: 0xa2,
  characterPages: 0xfa,
  paragraphPages: 0x102,
  pieces: 0x1a2,
  listDefinitions: 0x2e2,
  lists: 0x2ea,
} as const;

const WORD_97 = 0xa5ec;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
/** UTF-16 units of a text; a report has some ten thousand. */
const LONGEST_TEXT = 16 << 20;

/** Throws `UnreadableOffice`. */
export function openDoc(bytes: Uint8Array): DocFile {
  const file = openCompound(bytes);
  const document = new DocBytes(file.read('WordDocument') ?? new Uint8Array());
  // Word 6 and 95 have other heads.
  if (document.u16(0) !== WORD_97)
    throw new UnreadableOffice(document.length > 0 ? refusals.compound : refusals.damaged);
  const flags = document.u16(FIB.flags);
  if ((flags & ENCRYPTED) !== 0) throw new UnreadableOffice(refusals.encrypted);
  const table = new DocBytes(
    file.read((flags & SECOND_TABLE) !== 0 ? '1Table' : '0Table') ?? new Uint8Array(),
  );
  const { main, footnotes, headers, macros, comments, endnotes, boxes } = FIB.lengths;
  const start = [main, footnotes, headers, macros, comments, endnotes].reduce(
    (sum, at) => sum + document.u32(at),
    0,
  );
  return {
    document,
    table,
    data: new DocBytes(file.read('Data') ?? new Uint8Array()),
    text: new DocText(document, readPieces(document, table)),
    mainLength: document.u32(main),
    boxes: { from: start, to: start + document.u32(boxes) },
  };
}

/** The table of pieces stands behind properties of pieces that were saved in haste. */
function readPieces(document: DocBytes, table: DocBytes): readonly TextPiece[] {
  let at = document.u32(FIB.pieces);
  const end = Math.min(at + document.u32(FIB.pieces + 4), table.length);
  while (at < end && table.u8(at) === 1) at += 3 + table.u16(at + 1);
  if (table.u8(at) !== 2) throw new UnreadableOffice(refusals.damaged);
  const count = Math.floor((Math.min(table.u32(at + 1), end - at - 5) - 4) / 12);
  const positions = at + 5;
  const pieces: TextPiece[] = [];
  for (let i = 0; i < count; i++) {
    const [from, to] = [table.u32(positions + 4 * i), table.u32(positions + 4 * i + 4)];
    const place = table.u32(positions + 4 * (count + 1) + 8 * i + 2);
    const narrow = (place & 0x40000000) !== 0;
    const stored = place & 0x3fffffff;
    if (to > LONGEST_TEXT) throw new UnreadableOffice(refusals.tooLarge);
    if (to > from) pieces.push({ from, to, stored: narrow ? stored >>> 1 : stored, width: narrow ? 1 : 2 });
  }
  return pieces;
}

/** The text by the positions of its characters. */
export class DocText {
  readonly text: string;
  private readonly pieces: readonly TextPiece[];

  constructor(document: DocBytes, pieces: readonly TextPiece[]) {
    const sorted = [...pieces].sort((a, b) => a.from - b.from);
    const parts: string[] = [];
    const kept: TextPiece[] = [];
    let end = 0;
    for (const { from, to, stored, width } of sorted) {
      if (from !== end) continue;
      const bytes = document.bytes.subarray(stored, stored + (to - from) * width);
      const part = width === 1 ? narrowText(bytes) : new TextDecoder('utf-16le').decode(bytes);
      // A piece that is cut off, or whose characters are none, keeps its length.
      parts.push(part.slice(0, to - from).padEnd(to - from, '\0'));
      kept.push({ from, to, stored, width });
      end = to;
    }
    this.text = parts.join('');
    this.pieces = kept;
  }

  /** Where a character is stored; -1 for none. */
  storedAt(position: number): number {
    let [low, high] = [0, this.pieces.length - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const { from, to, stored, width } = this.pieces[middle] as TextPiece;
      if (position < from) high = middle - 1;
      else if (position >= to) low = middle + 1;
      else return stored + (position - from) * width;
    }
    return -1;
  }

  /** The positions of the characters that are stored in a stretch of the document stream. */
  *positionsIn(from: number, to: number): Generator<readonly [number, number]> {
    for (const piece of this.pieces) {
      const end = piece.stored + (piece.to - piece.from) * piece.width;
      const [start, stop] = [Math.max(from, piece.stored), Math.min(to, end)];
      if (start < stop)
        yield [
          piece.from + Math.floor((start - piece.stored) / piece.width),
          piece.from + Math.ceil((stop - piece.stored) / piece.width),
        ];
    }
  }
}

/**
 * What bytes 0x80 to 0x9f of Windows code page 1252 stand for; Node's decoder of that name leaves them as
 * they are.
 */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const narrowText = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\x80-\x9f]/g, (char) => WESTERN.charAt(char.charCodeAt(0) - 0x80));
