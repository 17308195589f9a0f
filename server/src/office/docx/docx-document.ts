// Opens a .docx and reads its body into blocks. docx-text.ts writes them as a text.
import { folderOf } from '../../base/paths.ts';
import { ListNumbering } from '../list-numbering.ts';
import { UnreadableOffice } from '../office-text.ts';
import { mainPart, partRoot, partText } from '../package/package-parts.ts';
import { childOf, parseXml, type XmlElement } from '../package/xml.ts';
import { openZip, type ZipArchive } from '../package/zip-archive.ts';
import { refusals } from '../refusals.ts';
import type { DocxBlock, DocxCell, DocxFacts, DocxRow, DocxTable } from './docx-blocks.ts';
import { shownIn } from './docx-content.ts';
import { docxLists } from './docx-lists.ts';
import { type DocxContext, readParagraph } from './docx-paragraphs.ts';
import { readStyles, valOf } from './docx-styles.ts';

export interface DocxDocument {
  readonly archive: ZipArchive;
  /** The name of the part that holds the document, and its XML, which all spans count in. */
  readonly part: string;
  readonly xml: string;
  readonly blocks: readonly DocxBlock[];
  readonly facts: DocxFacts;
}

/** Throws `UnreadableOffice`. */
export function openDocx(bytes: Uint8Array): DocxDocument {
  const archive = openZip(bytes);
  const part = mainPart(archive, 'word/document.xml');
  const xml = partText(archive, part);
  const root = xml === null ? null : parseXml(xml);
  const body = root === null ? undefined : childOf(root, 'w:body');
  if (xml === null || body === undefined) throw new UnreadableOffice(refusals.damaged);
  const folder = folderOf(part);
  const styles = readStyles(partRoot(archive, `${folder}styles.xml`));
  const facts = { tracked: 0, hiddenRows: 0, embedded: 0 };
  const context: DocxContext = {
    styles,
    numbering: new ListNumbering(docxLists(partRoot(archive, `${folder}numbering.xml`), styles)),
    facts,
    fields: [],
    readBlocks: (parent) => readBlocks(parent, context, true),
  };
  return { archive, part, xml, blocks: readBlocks(body, context, true), facts };
}

/** `numbered`: whether paragraphs count in their lists; those of a cell that a merged cell covers do not. */
function readBlocks(parent: XmlElement, context: DocxContext, numbered: boolean): readonly DocxBlock[] {
  const blocks: DocxBlock[] = [];
  for (const { element } of shownIn(parent, context.facts)) {
    if (element.name === 'w:p') blocks.push(readParagraph(element, context, numbered));
    else if (element.name === 'w:tbl') blocks.push(readTable(element, context, numbered));
    else if (element.name === 'w:altChunk') context.facts.embedded++;
  }
  return blocks;
}

function readTable(element: XmlElement, context: DocxContext, numbered: boolean): DocxTable {
  const rows: DocxRow[] = [];
  for (const { element: row } of shownIn(element, context.facts)) {
    if (row.name !== 'w:tr') continue;
    const properties = childOf(row, 'w:trPr');
    if (childOf(properties, 'w:del') !== undefined) context.facts.tracked++;
    else if (childOf(properties, 'w:hidden') !== undefined) context.facts.hiddenRows++;
    else {
      if (childOf(properties, 'w:ins') !== undefined) context.facts.tracked++;
      rows.push(readRow(row, properties, context, numbered));
    }
  }
  return { kind: 'table', span: element.span, rows };
}

function readRow(
  row: XmlElement,
  properties: XmlElement | undefined,
  context: DocxContext,
  numbered: boolean,
): DocxRow {
  const cells: DocxCell[] = [];
  let column = gridColumns(valOf(childOf(properties, 'w:gridBefore')), 0);
  for (const { element } of shownIn(row, context.facts)) {
    if (element.name !== 'w:tc') continue;
    const cellProperties = childOf(element, 'w:tcPr');
    if (childOf(cellProperties, 'w:cellDel') !== undefined) context.facts.tracked++;
    else {
      const cell = readCell(element, cellProperties, column, context, numbered);
      const before = cells.at(-1);
      // The old way to merge: every grid cell is there, and those behind the first go on from it.
      if (goesOn(cellProperties, 'w:hMerge') && before !== undefined)
        cells[cells.length - 1] = { ...before, columns: before.columns + cell.columns };
      else cells.push(cell);
      column += cell.columns;
    }
  }
  return { cells, after: gridColumns(valOf(childOf(properties, 'w:gridAfter')), 0) };
}

function readCell(
  element: XmlElement,
  properties: XmlElement | undefined,
  column: number,
  context: DocxContext,
  numbered: boolean,
): DocxCell {
  const columns = Math.max(1, gridColumns(valOf(childOf(properties, 'w:gridSpan')), 1));
  const continued = goesOn(properties, 'w:vMerge');
  const { fields } = context;
  context.fields = [];
  const blocks = readBlocks(element, context, numbered && !continued);
  context.fields = fields;
  return { span: element.span, column, columns, continued, blocks };
}

/** Whether a cell goes on from the one before it, in the row (`w:hMerge`) or in the column (`w:vMerge`). */
const goesOn = (properties: XmlElement | undefined, name: string): boolean => {
  const merge = childOf(properties, name);
  return merge !== undefined && valOf(merge) !== 'restart';
};

const WIDEST = 64;

const gridColumns = (value: string | null, otherwise: number): number =>
  value !== null && /^\d{1,9}$/.test(value) ? Math.min(WIDEST, Number(value)) : otherwise;
