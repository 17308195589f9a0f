// Makes OLE compound files with nothing but names in them.

const SECTOR = 512;
const NONE = 0xffffffff;
const END = 0xfffffffe;

/** A file with streams of these names at its root, and streams of the names in `inner` in a storage below. */
export function compoundFile(names: readonly string[], inner: readonly string[] = []): Uint8Array {
  const entries = ['Root Entry', ...names, ...(inner.length > 0 ? ['ObjectPool', ...inner] : [])];
  const sectors = Math.ceil(entries.length / 4);
  const bytes = new Uint8Array((2 + sectors) * SECTOR);
  const view = new DataView(bytes.buffer);
  header(view);
  // Sector 0 is the table of sectors, the directory is sectors 1 to `sectors`.
  for (let i = 0; i < SECTOR / 4; i++) view.setUint32(SECTOR + 4 * i, NONE, true);
  view.setUint32(SECTOR, 0xfffffffd, true);
  for (let i = 1; i <= sectors; i++) view.setUint32(SECTOR + 4 * i, i < sectors ? i + 1 : END, true);
  const pool = inner.length > 0 ? names.length + 1 : -1;
  for (const [i, name] of entries.entries()) {
    const at = 2 * SECTOR + 128 * i;
    for (let k = 0; k < name.length; k++) view.setUint16(at + 2 * k, name.charCodeAt(k), true);
    view.setUint16(at + 64, 2 * (name.length + 1), true);
    bytes[at + 66] = i === 0 ? 5 : i === pool ? 1 : 2;
    view.setUint32(at + 68, NONE, true);
    // Siblings are a chain to the right.
    const last = i === 0 || i === entries.length - 1 || i === pool;
    view.setUint32(at + 72, last ? NONE : i + 1, true);
    view.setUint32(at + 76, i === 0 ? 1 : i === pool ? pool + 1 : NONE, true);
  }
  return bytes;
}

function header(view: DataView): void {
  for (const [i, byte] of [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].entries()) view.setUint8(i, byte);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, END, true);
  view.setUint32(68, END, true);
  view.setUint32(76, 0, true);
  for (let i = 1; i < 109; i++) view.setUint32(76 + 4 * i, NONE, true);
}
