// Opens an .xlsx and reads its sheets into texts of cells. xlsx-text.ts writes them as a text; the cells with
// their addresses serve what reads a workbook as data.
import { folderOf } from '../../base/paths.ts';
import { UnreadableOffice } from '../office-text.ts';
import { isOwnWorkbook } from '../own-summary.ts';
import { mainPart, partText, relationshipsOf } from '../package/package-parts.ts';
import { attributeOf, walkXml, type XmlVisitor } from '../package/xml.ts';
import { openZip } from '../package/zip-archive.ts';
import { refusals } from '../refusals.ts';
import { type CellContext, numberKindsOf, sharedStrings } from './cell-values.ts';
import { CellBudget, readSheet } from './sheet-reader.ts';
import type { Sheet, Workbook } from './sheet-types.ts';

const MOST_SHEETS = 256;

/** Throws `UnreadableOffice`. */
export function readWorkbook(bytes: Uint8Array): Workbook {
  const archive = openZip(bytes);
  const part = mainPart(archive, 'xl/workbook.xml');
  const xml = partText(archive, part);
  if (xml === null) throw new UnreadableOffice(refusals.damaged);
  const { tabs, from1904 } = readTabs(xml);
  if (isOwnWorkbook(tabs.map(({ name }) => name))) throw new UnreadableOffice(refusals.summary);
  if (tabs.length > MOST_SHEETS) throw new UnreadableOffice(refusals.tooLarge);
  const context: CellContext = {
    strings: sharedStrings(partText(archive, `${folderOf(part)}sharedStrings.xml`)),
    numberKinds: numberKindsOf(partText(archive, `${folderOf(part)}styles.xml`)),
    from1904,
  };
  const budget = new CellBudget();
  const relationships = relationshipsOf(archive, part);
  const sheets: Sheet[] = [];
  for (const { name, hidden, id } of tabs) {
    const relationship = relationships.find((it) => it.id === id && !notSheets.test(it.type));
    const sheet = relationship === undefined ? null : partText(archive, relationship.target);
    if (sheet !== null) sheets.push({ name, hidden, ...readSheet(sheet, context, budget) });
  }
  return { sheets };
}

/** Tabs without cells. */
const notSheets = /\/(?:chart|dialog|macro)sheet$/i;

interface Tab {
  readonly name: string;
  readonly hidden: boolean;
  /** Of the relationship that names the sheet's part. */
  readonly id: string | undefined;
}

function readTabs(xml: string): { readonly tabs: readonly Tab[]; readonly from1904: boolean } {
  const tabs: Tab[] = [];
  let from1904 = false;
  const visitor: XmlVisitor = {
    open(name, attributes) {
      if (name === 's:workbookPr') from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 's:sheet') return;
      const hidden = /hidden/i.test(attributes.state ?? '');
      tabs.push({ name: attributes.name ?? '', hidden, id: attributeOf(attributes, 'id') });
    },
  };
  walkXml(xml, visitor, 's');
  return { tabs, from1904 };
}
