// Properties of characters and paragraphs in a binary Word file. They are lists of single changes ("sprm") kept by where the text is stored,
// in pages of 512 bytes (Sprm, ChpxFkp and PapxFkp of [MS-DOC]).
import { lastAtMost } from '../../base/sorted.ts';
import { DocBytes } from './doc-bytes.ts';
import type { DocFile } from './doc-file.ts';
import { FIB } from './doc-file.ts';

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

/** The runs of a table of pages, in the order of the stream. `entry`: the length of an entry of a page, `read`: its properties. */
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

export interface DocRowProperties {
  /** The edges of cells, in twentieths of a point. */
  readonly edges: readonly number[];
  readonly cells: readonly DocCellProperties[];
}

/** Whether a cell goes on from the one to the left or the one above. */
export interface DocCellProperties {
  readonly goesOnAcross: boolean;
  readonly goesOnDown: boolean;
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
  const said: { -readonly [key in keyof DocParagraphProperties]: DocParagraphProperties[key] } = { ...plain };
  for (const { code, operand } of sprmsIn(changes)) {
    const value = operand.u8(0);
    if (code === 0x2416) said.depth = Math.max(said.depth, value === 0 ? 0 : 1);
    else if (code === 0x6649) said.depth = Math.min(operand.u32(0), DEEPEST);
    else if (code === 0x2417 || code === 0x244c) said.endsRow = value !== 0;
    else if (code === 0x244b) said.endsInnerCell = value !== 0;
    else if (code === 0x460b) said.list = operand.u16(0);
    else if (code === 0x260a) said.level = value;
    else if (code === 0x6646 || code === 0x6645) {
      const at = operand.u32(0);
      const rest = paragraphProperties(data.slice(at + 2, data.u16(at)), none);
      said.depth = Math.max(said.depth, rest.depth);
      said.endsRow ||= rest.endsRow;
      said.endsInnerCell ||= rest.endsInnerCell;
      said.row = rest.row ?? said.row;
    } else if (code === TABLE_DEFINITION) said.row = rowProperties(operand);
    else if (said.row !== null) said.row = changedRow(said.row, code, operand);
  }
  return said;
}

const DEEPEST = 16;
const MOST_CELLS = 64;
const CELL = 20;

/** The number of cells, their edges, and 20 bytes for each of them. */
function rowProperties(operand: DocBytes): DocRowProperties {
  const count = Math.min(operand.u8(0), MOST_CELLS);
  const edges = Array.from({ length: count + 1 }, (_, i) => operand.i16(1 + 2 * i));
  const first = 3 + 2 * count;
  const cells = Array.from({ length: count }, (_, i) => {
    const flags = operand.u16(first + CELL * i);
    return { goesOnAcross: (flags & 3) === 1, goesOnDown: ((flags >>> 5) & 3) === 1 };
  });
  return { edges, cells };
}

/** Merges that are said behind the definition of a row. */
function changedRow(row: DocRowProperties, code: number, operand: DocBytes): DocRowProperties {
  const [first, last] = [operand.u8(0), operand.u8(1)];
  if (code === 0xd62b)
    return {
      ...row,
      cells: row.cells.map((cell, i) => (i === first ? { ...cell, goesOnDown: last === 1 } : cell)),
    };
  if (code === 0x5624)
    return {
      ...row,
      cells: row.cells.map((cell, i) => (i > first && i < last ? { ...cell, goesOnAcross: true } : cell)),
    };
  return row;
}
