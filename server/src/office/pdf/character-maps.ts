// The character maps of Chinese fonts that a PDF names and does not embed: without them such a font has no
// text. They are kept as a zip archive of the maps that come with pdf.js.
import { openZip, type ZipArchive } from '../package/zip-archive.ts';
import type { CharacterMaps } from './pdf-pages.ts';

/** The maps in a pack, which is opened when the first is asked for. */
export function mapsInPack(pack: () => Uint8Array | Promise<Uint8Array>): CharacterMaps {
  let archive: Promise<ZipArchive> | null = null;
  return async (name) => {
    archive ??= Promise.resolve(pack()).then(openZip);
    return (await archive).read(name);
  };
}
