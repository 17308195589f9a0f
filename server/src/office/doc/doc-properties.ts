// Properties of characters and paragraphs in a binary Word file. They are lists of single changes ("sprm")
// kept by where the text is stored, in pages of 512 bytes (Sprm, ChpxFkp and PapxFkp of [MS-DOC]).
import { lastAtMost } from '../../base/sorted.ts';
import { DocBytes } from './doc-bytes.ts';
import type { DocFile } from './doc-file.ts';
import { FIB } from './doc-file.ts';
import { changedRow, type DocRowProperties, rowProperties } from './doc-rows.ts';

/** A single change: its code, and where its operand stands and how long it is. */
export interface Sprm {
  readonly code: number;
  readonly operand: DocBytes;
}

const TABLE_DEFINITION = 0xd608;
const TABLE_DEFINITION_10 = 0xd606;
/** Lengths of operands by the three highest bits of a code; 6: the operand begins with its length. */
const lengths = [1, 1, 2, 4, 2, 2, 0, 3];

export function* sprmsIn(bytes: DocBytes): Generator<Sprm> {
  for (let at = 0; at + 2 < bytes.length; ) {
    const code = bytes.u16(at);
    at += 2;
    let length = lengths[code >>> 13] ?? 0;
    if (code === TABLE_DEFINITION || code === TABLE_DEFINITION_10) {
      length = Math.max(bytes.u16(at) - 1, 0);
      at += 2;
    } else if (length === 0) length = bytes.u8(at++);
    yield { code, operand: bytes.slice(at, length) };
    at += length;
  }
}

/** Properties of a stretch of the document stream, in bytes. */
interface PropertyRun {
  readonly from: number;
  readonly to: number;
  readonly properties: DocBytes;
}

const PAGE = 512;
/** Pages of properties; a report has some dozens. */
const MOST_PAGES = 20_000;

/**
 * The runs of a table of pages, in the order of the stream. `entry`: the length of an entry of a page,
 * `read`: its properties.
 */
function propertyRuns(
  { document, table }: DocFile,
  where: number,
  entry: number,
  read: (page: DocBytes, at: number) => DocBytes,
): readonly PropertyRun[] {
  const start = document.u32(where);
  const count = Math.min(Math.floor((document.u32(where + 4) - 4) / 8), MOST_PAGES);
  const runs: PropertyRun[] = [];
  for (let i = 0; i < count; i++) {
    const page = document.slice((table.u32(start + 4 * (count + 1 + i)) & 0x3fffff) * PAGE, PAGE);
    if (page.length < PAGE) continue;
    const entries = page.u8(PAGE - 1);
    for (let j = 0; j < entries; j++) {
      const [from, to] = [page.u32(4 * j), page.u32(4 * j + 4)];
      if (from < to)
        runs.push({ from, to, properties: read(page, page.u8(4 * (entries + 1) + entry * j) * 2) });
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}

const none = new DocBytes(new Uint8Array());

export const characterRuns = (file: DocFile): readonly PropertyRun[] =>
  propertyRuns(file, FIB.characterPages, 1, (page, at) =>
    at === 0 ? none : page.slice(at + 1, page.u8(at)),
  );

/** In front of the changes of a paragraph stands its style. */
const paragraphRuns = (file: DocFile): readonly PropertyRun[] =>
  propertyRuns(file, FIB.paragraphPages, 13, (page, at) => {
    if (at === 0) return none;
    const words = page.u8(at);
    return words === 0 ? page.slice(at + 2, 2 * page.u8(at + 1)) : page.slice(at + 1, 2 * words - 1);
  });

export interface DocParagraphProperties {
  readonly style: number;
  /** How many tables it stands in. */
  readonly depth: number;
  /** What its end is in an inner table, where no character of its own says so; a row's end in any. */
  readonly endsInnerCell: boolean;
  readonly endsRow: boolean;
  /** The list and its level; null where they are not said. */
  readonly list: number | null;
  readonly level: number | null;
  /** The cells of a row, said at its end. */
  readonly row: DocRowProperties | null;
}

/** The properties of paragraphs by where their ends are stored. */
export class ParagraphProperties {
  private readonly runs: readonly PropertyRun[];
  private readonly starts: readonly number[];
  private readonly data: DocBytes;
  private readonly known = new Map<PropertyRun, DocParagraphProperties>();

  constructor(file: DocFile) {
    this.runs = paragraphRuns(file);
    this.starts = this.runs.map(({ from }) => from);
    this.data = file.data;
  }

  at(stored: number): DocParagraphProperties {
    const run = this.runs[lastAtMost(this.starts, this.starts.length, stored)];
    if (run === undefined || stored < run.from || stored >= run.to) return plain;
    let properties = this.known.get(run);
    if (properties === undefined) {
      properties = {
        ...paragraphProperties(run.properties.slice(2, run.properties.length), this.data),
        style: run.properties.u16(0),
      };
      this.known.set(run, properties);
    }
    return properties;
  }
}

const plain: DocParagraphProperties = {
  style: 0,
  depth: 0,
  endsInnerCell: false,
  endsRow: false,
  list: null,
  level: null,
  row: null,
};

/** What a list of changes says. `data`: the stream of those that are too large. */
export function paragraphProperties(changes: DocBytes, data: DocBytes): DocParagraphProperties {
  const said: Mutable<DocParagraphProperties> = { ...plain };
  for (const { code, operand } of sprmsIn(changes)) {
    const read = readers[code];
    if (read !== undefined) read(said, operand, data);
    else if (said.row !== null) said.row = changedRow(said.row, code, operand);
  }
  return said;
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

/** Properties that stand in the data stream, with their length in front. */
function readLarge(said: Mutable<DocParagraphProperties>, operand: DocBytes, data: DocBytes): void {
  const at = operand.u32(0);
  const rest = paragraphProperties(data.slice(at + 2, data.u16(at)), none);
  said.depth = Math.max(said.depth, rest.depth);
  said.endsRow ||= rest.endsRow;
  said.endsInnerCell ||= rest.endsInnerCell;
  said.row = rest.row ?? said.row;
}

/** What each change that matters says, by its code. */
const readers: {
  readonly [code: number]: (said: Mutable<DocParagraphProperties>, operand: DocBytes, data: DocBytes) => void;
} = {
  9238: (said, operand) => {
    said.depth = Math.max(said.depth, operand.u8(0) === 0 ? 0 : 1);
  },
  26185: (said, operand) => {
    said.depth = Math.min(operand.u32(0), DEEPEST);
  },
  9239: (said, operand) => {
    said.endsRow = operand.u8(0) !== 0;
  },
  9292: (said, operand) => {
    said.endsRow = operand.u8(0) !== 0;
  },
  9291: (said, operand) => {
    said.endsInnerCell = operand.u8(0) !== 0;
  },
  17931: (said, operand) => {
    said.list = operand.u16(0);
  },
  9738: (said, operand) => {
    said.level = operand.u8(0);
  },
  26182: readLarge,
  26181: readLarge,
  [TABLE_DEFINITION]: (said, operand) => {
    said.row = rowProperties(operand);
  },
};

const DEEPEST = 16;
