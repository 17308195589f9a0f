// Zip archives, read in memory with limits: .docx and .xlsx are such archives. Only entries that are asked
// for by name are inflated, and never more than is allowed, whatever size they declare.
import { Inflate } from 'fflate/browser';
import { UnreadableOffice } from '../office-text.ts';
import { refusals } from '../refusals.ts';

/** A report's parts are below 1 MB; a folder's ledger may be larger. */
const MOST_ENTRIES = 4096;
const LARGEST_ENTRY = 32 << 20;
const LARGEST_TOTAL = 96 << 20;
/** Compressed bytes that are inflated at a time: they become at most about a thousand times as many. */
const STEP = 8192;

export interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  /** Bytes in the archive, and inflated as declared. */
  readonly compressed: number;
  readonly size: number;
  /** Where its local header stands. */
  readonly local: number;
}

export interface ZipArchive {
  /** By name, in the archive's order; of entries of one name the first. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** The bytes of an entry, null when there is none. Throws `UnreadableOffice` beyond the limits. */
  read(name: string): Uint8Array | null;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/** Throws `UnreadableOffice` for what is no whole archive. */
export function openZip(bytes: Uint8Array): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = readDirectory(bytes);
  let total = 0;
  const count = (size: number) => {
    total += size;
    if (total > LARGEST_TOTAL) throw new UnreadableOffice(refusals.tooLarge);
  };
  return {
    entries,
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      if ((entry.flags & 1) !== 0) throw new UnreadableOffice(refusals.encrypted);
      const data = dataOf(entry, bytes, view);
      if (entry.method === 0) return data;
      if (entry.method !== 8) throw new UnreadableOffice(refusals.damaged);
      if (entry.size > LARGEST_ENTRY) throw new UnreadableOffice(refusals.tooLarge);
      return inflate(data, count);
    },
  };
}

function readDirectory(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  for (const { entry } of zipDirectory(bytes).entries)
    if (!entries.has(entry.name)) entries.set(entry.name, entry);
  return entries;
}

/** A directory: its entries in order, where it starts, and where the record behind it stands. */
interface ZipDirectory {
  readonly entries: readonly { readonly entry: ZipEntry; readonly central: number }[];
  readonly start: number;
  readonly end: number;
}

/** Throws `UnreadableOffice` for what is no whole archive. */
export function zipDirectory(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = endRecord(view);
  if (end < 0) throw new UnreadableOffice(refusals.damaged);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  // 0xffff and 0xffffffff say that the numbers stand in a zip64 record, which no report needs.
  if (count > MOST_ENTRIES || start === 0xffffffff) throw new UnreadableOffice(refusals.tooLarge);
  const entries: { readonly entry: ZipEntry; readonly central: number }[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL)
      throw new UnreadableOffice(refusals.damaged);
    const nameLength = view.getUint16(at + 28, true);
    const entry = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      compressed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      local: view.getUint32(at + 42, true),
    };
    entries.push({ entry, central: at });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { entries, start, end };
}

/** Where the record at the end stands, which only a comment may follow; -1 without one. */
function endRecord(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === END) return at;
  return -1;
}

function dataOf({ local, compressed }: ZipEntry, bytes: Uint8Array, view: DataView): Uint8Array {
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL)
    throw new UnreadableOffice(refusals.damaged);
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + compressed > bytes.length) throw new UnreadableOffice(refusals.damaged);
  return bytes.subarray(from, from + compressed);
}

/** A declared size may lie, so what comes out is counted as it comes. */
function inflate(data: Uint8Array, count: (size: number) => void): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  const inflater = new Inflate((part) => {
    length += part.length;
    if (length > LARGEST_ENTRY) throw new UnreadableOffice(refusals.tooLarge);
    count(part.length);
    parts.push(part);
  });
  for (let at = 0; at < data.length; at += STEP)
    inflater.push(data.subarray(at, at + STEP), at + STEP >= data.length);
  return joinedBytes(parts);
}

export function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
