// Puts other content into one entry of a zip archive. Every other entry keeps its bytes, its order, its date
// and its flags; only where it stands moves.
import { deflateSync } from 'fflate/browser';
import { UnreadableOffice } from '../office-text.ts';
import { writeRefusals } from '../write-refusals.ts';
import { joinedBytes, openZip, type ZipEntry, zipDirectory } from './zip-archive.ts';

/** Bit 3 of an entry's flags: sizes and checksum stand behind the data instead of in the local header. */
const SIZES_BEHIND = 8;
const DEFLATED = 8;

/** Throws `UnreadableOffice` for an archive that is not whole, or that has the entry twice. */
export function withEntry(bytes: Uint8Array, name: string, content: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const entry = openZip(bytes).entries.get(name);
  const { entries, start, end } = zipDirectory(bytes);
  if (entry === undefined || entries.filter((each) => each.entry.name === name).length !== 1)
    throw new UnreadableOffice(writeRefusals.unusual);
  const data = deflateSync(content, { level: 6 });
  const fields = { crc: crc32(content), compressed: data.length, size: content.length };

  const headerEnd =
    entry.local + 30 + view.getUint16(entry.local + 26, true) + view.getUint16(entry.local + 28, true);
  const local = bytes.slice(entry.local, headerEnd);
  describe(local, 6, entry, fields);
  // What stands behind the data up to the next entry are sizes that are in the header now.
  const next = Math.min(start, ...entries.map((each) => each.entry.local).filter((at) => at > entry.local));
  const moved = headerEnd + data.length - next;

  const tail = bytes.slice(start);
  const tailView = new DataView(tail.buffer);
  for (const each of entries) {
    const at = each.central - start;
    if (each.entry.name === name) describe(tail.subarray(at), 8, entry, fields);
    else if (each.entry.local > entry.local) tailView.setUint32(at + 42, each.entry.local + moved, true);
  }
  tailView.setUint32(end - start + 16, start + moved, true);
  return joinedBytes([bytes.subarray(0, entry.local), local, data, bytes.subarray(next, start), tail]);
}

/** Writes flags, method, checksum and sizes into a header; `at`: where its flags stand. */
function describe(
  header: Uint8Array,
  at: number,
  { flags }: ZipEntry,
  fields: { readonly crc: number; readonly compressed: number; readonly size: number },
): void {
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  view.setUint16(at, flags & ~SIZES_BEHIND, true);
  view.setUint16(at + 2, DEFLATED, true);
  view.setUint32(at + 8, fields.crc, true);
  view.setUint32(at + 12, fields.compressed, true);
  view.setUint32(at + 16, fields.size, true);
}

/** The checksum of zip archives, bit by bit: a part is written once in a while. */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ -1) >>> 0;
}
