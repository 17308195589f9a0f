// The parts of an Office package by their names and relationships.
import { folderOf } from '../../base/paths.ts';
import { decodeXml, parseXml, walkXml, type XmlElement } from './xml.ts';
import type { ZipArchive } from './zip-archive.ts';

/** The XML of a part; null when there is none. */
export function partText(archive: ZipArchive, name: string): string | null {
  const bytes = archive.read(name);
  return bytes === null ? null : decodeXml(bytes);
}

/** The root element of a part; null when there is none. */
export function partRoot(archive: ZipArchive, name: string): XmlElement | null {
  const xml = partText(archive, name);
  return xml === null ? null : parseXml(xml);
}

/**
 * The part that holds the document or workbook: some programs call it document2.xml. `usual`: where no
 * relationship names it.
 */
export const mainPart = (archive: ZipArchive, usual: string): string =>
  relationshipsOf(archive, '').find(({ type }) => type.endsWith('/officeDocument'))?.target ?? usual;

interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The part's name in the archive. */
  readonly target: string;
}

/**
 * What a part refers to inside the package; of the package itself for `''`. Targets outside (links) are left
 * out.
 */
export function relationshipsOf(archive: ZipArchive, part: string): readonly Relationship[] {
  const folder = folderOf(part);
  const xml = partText(archive, `${folder}_rels/${part.slice(folder.length)}.rels`);
  const out: Relationship[] = [];
  if (xml === null) return out;
  walkXml(xml, {
    open(_, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (mode !== 'External' && target !== '')
        out.push({ id, type, target: target.startsWith('/') ? target.slice(1) : folder + target });
    },
  });
  return out;
}
