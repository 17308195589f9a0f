// Why a document, or a cell or paragraph of it, must not be written to.

import { folderOf } from '../../base/paths.ts';
import type { Phrase } from '../../base/phrase.ts';
import type { Span } from '../../text/span.ts';
import { partRoot, relationshipsOf } from '../package/package-parts.ts';
import { attributeOf, childOf, elementsOf, pathTo, type XmlElement } from '../package/xml.ts';
import { writeRefusals } from '../write-refusals.ts';
import type { DocxDocument } from './docx-document.ts';
import { isOn, valOf } from './docx-styles.ts';

/** What stands against writing to the document at all; null for nothing. */
export function documentRefusal({ archive, part }: DocxDocument): Phrase | null {
  if ([...archive.entries.keys()].some((name) => /^_xmlsignatures\//i.test(name)))
    return writeRefusals.signed;
  const named = relationshipsOf(archive, part).find(({ type }) => type.endsWith('/settings'))?.target;
  const settings = partRoot(archive, named ?? `${folderOf(part)}settings.xml`) ?? undefined;
  const protection = childOf(settings, 'w:documentProtection');
  const enforced = protection && attributeOf(protection.attributes, 'enforcement');
  const password = childOf(settings, 'w:writeProtection')?.attributes ?? {};
  const isLocked = attributeOf(password, 'hash') ?? attributeOf(password, 'hashValue');
  return (enforced !== undefined && isOn(enforced)) || isLocked !== undefined
    ? writeRefusals.protected
    : null;
}

/** What must not stand in the place. */
const inside: { readonly [name: string]: Phrase } = {
  ...named(writeRefusals.field, 'w:fldSimple', 'w:fldChar', 'w:instrText'),
  ...named(writeRefusals.control, 'w:sdt', 'w:customXml', 'w:smartTag', 'w:ruby'),
  ...named(writeRefusals.link, 'w:hyperlink'),
  ...named(writeRefusals.revision, 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:rPrChange', 'w:pPrChange'),
  ...named(writeRefusals.revision, 'w:tcPrChange', 'w:cellIns', 'w:cellDel', 'w:cellMerge'),
  ...named(writeRefusals.nested, 'w:tbl'),
  ...named(writeRefusals.graphic, 'w:drawing', 'w:pict', 'w:object', 'm:oMath', 'mc:AlternateContent'),
};

/** What the place must not stand in. */
const around: { readonly [name: string]: Phrase } = {
  ...named(writeRefusals.revision, 'w:ins', 'w:moveTo'),
  ...named(writeRefusals.link, 'w:hyperlink'),
  ...named(writeRefusals.graphic, 'w:txbxContent', 'mc:AlternateContent'),
};

function named(why: Phrase, ...names: readonly string[]): { readonly [name: string]: Phrase } {
  return Object.fromEntries(names.map((name) => [name, why]));
}

/** What stands against writing to the cell or paragraph at this span; null for nothing. */
export function placeRefusal(root: XmlElement, span: Span): Phrase | null {
  const path = pathTo(root, span);
  const target = path.pop();
  if (target === undefined) return writeRefusals.changed;
  const row = path.findLastIndex(({ name }) => name === 'w:tr');
  for (const [i, element] of path.entries()) {
    const why = around[element.name];
    if (why !== undefined) return why;
    // A content control may hold rows or tables, of which it says whether their text may be changed.
    if (element.name === 'w:sdt' && (i > row || isLockedControl(element))) return writeRefusals.control;
  }
  const rowProperties = row < 0 ? undefined : childOf(path[row], 'w:trPr');
  if (rowProperties !== undefined && elementsOf(rowProperties).some(({ name }) => name === 'w:ins'))
    return writeRefusals.revision;
  return whatStandsIn(target);
}

function isLockedControl(element: XmlElement): boolean {
  const properties = childOf(element, 'w:sdtPr');
  const lock = valOf(childOf(properties, 'w:lock')) ?? '';
  return /contentLocked$/i.test(lock) || childOf(properties, 'w:dataBinding') !== undefined;
}

function whatStandsIn(element: XmlElement): Phrase | null {
  for (const child of elementsOf(element)) {
    const why = inside[child.name] ?? whatStandsIn(child);
    if (why !== null) return why;
  }
  return null;
}
