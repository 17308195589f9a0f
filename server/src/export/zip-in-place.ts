// What the bundle of this room has in the place of fflate: it packs where it stands. fflate would start a
// worker made of text for a large sheet, which neither Node nor a page with a content policy allows.
import { type Zippable, zipSync } from 'fflate/browser';

export { strFromU8, strToU8, unzipSync, zipSync } from 'fflate/browser';

export function zip(files: Zippable, done: (error: Error | null, packed: Uint8Array) => void): void {
  done(null, zipSync(files));
}
