// OLE compound files, the container of Office up to 2003 and of Office files with a password: a file system
// of sectors in one file ([MS-CFB]). Chains of sectors may be made to run in circles, so no chain is followed
// for longer than the file is.
import { UnreadableOffice } from '../office-text.ts';
import { refusals } from '../refusals.ts';

export interface CompoundFile {
  /**
   * The names of the streams and storages at the root; embedded documents have streams of the same names
   * further down.
   */
  readonly names: ReadonlySet<string>;
  /** The bytes of a stream at the root; null without. Throws `UnreadableOffice` for a damaged file. */
  read(name: string): Uint8Array | null;
}

/** Whether the bytes begin as a compound file does. */
export const isCompoundFile = (bytes: Uint8Array): boolean =>
  bytes.length >= HEADER && [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte);

const HEADER = 512;
const ENTRY = 128;
/**
 * From here on numbers of sectors mean something else: a free sector, the end of a chain, a sector of the
 * tables.
 */
const FIRST_SPECIAL = 0xfffffffa;
const MOST_ENTRIES = 4096;
const STREAM = 2;
const NAMED_IN_HEADER = 109;

/** Throws `UnreadableOffice` for a damaged file. */
export function openCompound(bytes: Uint8Array): CompoundFile {
  const file = new Sectors(bytes);
  const entries = file.directory();
  const root = childrenOf(entries);
  const short = entries[0] === undefined ? new Uint8Array() : file.join(file.chain(entries[0].start));
  return {
    names: new Set(root.keys()),
    read(name) {
      const entry = root.get(name);
      if (entry === undefined || entry.type !== STREAM) return null;
      const stream =
        entry.size < file.shortest
          ? file.shortStream(entry.start, short)
          : file.join(file.chain(entry.start));
      return stream.subarray(0, entry.size);
    },
  };
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** The root's children, which are a tree of their own. */
function childrenOf(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const children = new Map<string, Entry>();
  const seen = new Set<number>();
  const waiting = [entries[0]?.child ?? FIRST_SPECIAL];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const entry = entries[next];
    if (entry === undefined || seen.has(next)) continue;
    seen.add(next);
    children.set(entry.name, entry);
    waiting.push(entry.left, entry.right);
  }
  return children;
}

class Sectors {
  /** Shorter streams are kept in short sectors of a stream of their own. */
  readonly shortest: number;
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly size: number;
  private readonly shortSize: number;
  /** The sectors that hold the table of which sector follows which. */
  private readonly table: readonly number[];

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const power = this.view.getUint16(30, true);
    if (power < 9 || power > 12) throw new UnreadableOffice(refusals.damaged);
    this.size = 1 << power;
    this.shortSize = 1 << Math.min(this.view.getUint16(32, true), power);
    this.shortest = this.view.getUint32(56, true);
    this.table = this.tableSectors();
  }

  directory(): readonly Entry[] {
    const bytes = this.join(this.chain(this.view.getUint32(48, true)));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const entries: Entry[] = [];
    for (let at = 0; at + ENTRY <= bytes.length && entries.length < MOST_ENTRIES; at += ENTRY)
      entries.push(entryAt(bytes, view, at));
    return entries;
  }

  /** The sectors of a chain; none for no sector. */
  chain(start: number): readonly number[] {
    return this.follow(start, this.bytes.length / this.size, (sector) => this.next(sector));
  }

  /** A sector that is cut off ends the file. */
  join(sectors: readonly number[]): Uint8Array {
    return joined(
      sectors.map((sector) => this.bytes.subarray((sector + 1) * this.size, (sector + 2) * this.size)),
    );
  }

  shortStream(start: number, short: Uint8Array): Uint8Array {
    const table = this.join(this.chain(this.view.getUint32(60, true)));
    const view = new DataView(table.buffer, table.byteOffset, table.length);
    const next = (sector: number) =>
      4 * sector + 4 <= table.length ? view.getUint32(4 * sector, true) : FIRST_SPECIAL;
    const sectors = this.follow(start, short.length / this.shortSize, next);
    return joined(
      sectors.map((sector) => short.subarray(sector * this.shortSize, (sector + 1) * this.shortSize)),
    );
  }

  private follow(start: number, most: number, next: (sector: number) => number): readonly number[] {
    const sectors: number[] = [];
    for (let sector = start; sector < FIRST_SPECIAL; sector = next(sector)) {
      if (sectors.length > most) throw new UnreadableOffice(refusals.damaged);
      sectors.push(sector);
    }
    return sectors;
  }

  private next(sector: number): number {
    const perSector = this.size / 4;
    const table = this.table[Math.floor(sector / perSector)];
    return table === undefined ? FIRST_SPECIAL : this.numberAt(table, sector % perSector);
  }

  /** The header names the first sectors of the table; sectors in a chain of their own name the others. */
  private tableSectors(): readonly number[] {
    const sectors: number[] = [];
    for (let i = 0; i < NAMED_IN_HEADER; i++) sectors.push(this.view.getUint32(76 + 4 * i, true));
    const last = this.size / 4 - 1;
    let more = this.view.getUint32(68, true);
    // One sector of the table speaks of more than a hundred others.
    while (more < FIRST_SPECIAL && sectors.length < NAMED_IN_HEADER + this.bytes.length / this.size) {
      for (let i = 0; i < last; i++) sectors.push(this.numberAt(more, i));
      more = this.numberAt(more, last);
    }
    return sectors;
  }

  private numberAt(sector: number, index: number): number {
    const at = (sector + 1) * this.size + 4 * index;
    return at + 4 <= this.bytes.length ? this.view.getUint32(at, true) : FIRST_SPECIAL;
  }
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): Entry {
  const length = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62);
  return {
    name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length)),
    type: view.getUint8(at + 66),
    left: view.getUint32(at + 68, true),
    right: view.getUint32(at + 72, true),
    child: view.getUint32(at + 76, true),
    start: view.getUint32(at + 116, true),
    size: view.getUint32(at + 120, true),
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
