// The names in an OLE compound file, the container of Office up to 2003 and of Office files with a password ([MS-CFB]). Only its
// directory is read, in a bounded number of steps.

const HEADER = 512;
const ENTRY = 128;
/** No sector: an end of a chain, a free one, or one of the tables. */
const FIRST_SPECIAL = 0xfffffffa;
const MOST_ENTRIES = 4096;

/** Whether the bytes begin as a compound file does. */
export const isCompoundFile = (bytes: Uint8Array): boolean =>
  bytes.length >= HEADER && [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte);

/** The names of the streams and storages at the root; none of what is damaged. */
export function rootNames(bytes: Uint8Array): ReadonlySet<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const sectorSize = 1 << Math.min(view.getUint16(30, true), 16);
  if (sectorSize < HEADER) return new Set();
  const entries = directoryEntries(view, sectorSize);
  const names = new Set<string>();
  // The root's children are a tree of their own: embedded documents have streams of the same names further down.
  const seen = new Set<number>();
  const waiting = [entries[0]?.child ?? FIRST_SPECIAL];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const entry = entries[next];
    if (entry === undefined || seen.has(next)) continue;
    seen.add(next);
    names.add(entry.name);
    waiting.push(entry.left, entry.right);
  }
  return names;
}

interface DirectoryEntry {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

function directoryEntries(view: DataView, sectorSize: number): readonly DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  const fat = new SectorTable(view, sectorSize);
  let sector = view.getUint32(48, true);
  while (sector < FIRST_SPECIAL && entries.length < MOST_ENTRIES) {
    const start = (sector + 1) * sectorSize;
    for (let at = start; at < start + sectorSize && at + ENTRY <= view.byteLength; at += ENTRY)
      entries.push(entryAt(view, at));
    if (start + sectorSize > view.byteLength) break;
    sector = fat.next(sector);
  }
  return entries;
}

function entryAt(view: DataView, at: number): DirectoryEntry {
  const length = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62);
  const name = new TextDecoder('utf-16le').decode(new Uint8Array(view.buffer, view.byteOffset + at, length));
  return {
    name,
    left: view.getUint32(at + 68, true),
    right: view.getUint32(at + 72, true),
    child: view.getUint32(at + 76, true),
  };
}

/** Which sector follows each one. The first 109 sectors of this table are named in the header: enough for files below 6 MB. */
class SectorTable {
  private readonly view: DataView;
  private readonly sectorSize: number;

  constructor(view: DataView, sectorSize: number) {
    this.view = view;
    this.sectorSize = sectorSize;
  }

  next(sector: number): number {
    const perSector = this.sectorSize / 4;
    const index = Math.floor(sector / perSector);
    if (index >= 109) return FIRST_SPECIAL;
    const table = this.view.getUint32(76 + 4 * index, true);
    const at = (table + 1) * this.sectorSize + 4 * (sector % perSector);
    return at + 4 <= this.view.byteLength ? this.view.getUint32(at, true) : FIRST_SPECIAL;
  }
}
