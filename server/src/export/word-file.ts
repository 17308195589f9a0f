// Blocks as a Word document that a clerk can send: A4 with the margins, fonts and lines of official papers
// (GB/T 9704—2012), the tables with their merged heads. Only the bundle of this room imports the library.
import {
  AlignmentType,
  Document,
  HeadingLevel,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { PrintedCell } from '../table/write/print.ts';
import type { ReportBlock, TableBlock } from './report-blocks.ts';

export interface DocxFonts {
  readonly title: string;
  readonly heading: string;
  readonly body: string;
}

const official: DocxFonts = { title: '方正小标宋简体', heading: '黑体', body: '仿宋_GB2312' };

/** Twentieths of a point, as Word measures. */
const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);
const PAGE = { width: twips(210), height: twips(297) };
const MARGIN = { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) };
const WIDTH = PAGE.width - MARGIN.left - MARGIN.right;

/** Font sizes count in half points. */
const TITLE_SIZE = 44;
const BODY_SIZE = 32;
const TABLE_SIZE = 18;
/** 28 pt exactly, and 36 pt for a title that may wrap. */
const LINE = { line: 560, lineRule: LineRuleType.EXACT };
const TITLE_LINE = { line: 720, lineRule: LineRuleType.EXACT };
/** Two characters. */
const INDENT = { firstLine: 2 * 20 * 16, firstLineChars: 200 };

export async function docxOf(
  blocks: readonly ReportBlock[],
  fonts: Partial<DocxFonts> = {},
): Promise<Uint8Array> {
  const { title, heading, body } = { ...official, ...fonts };
  const children = blocks.map((block, i) => childOf(block, i > 0));
  // Word wants a paragraph behind a table that ends a document.
  if (blocks.at(-1)?.kind === 'table') children.push(new Paragraph({}));
  const document = new Document({
    title: blocks.flatMap((block) => (block.kind === 'title' ? block.text : []))[0] ?? '',
    styles: {
      default: {
        document: { run: { font: every(body), size: BODY_SIZE } },
        title: {
          run: { font: every(title), size: TITLE_SIZE },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { ...TITLE_LINE, after: 280 } },
        },
        heading1: {
          run: { font: every(heading), size: BODY_SIZE },
          paragraph: { spacing: LINE, indent: INDENT, keepNext: true },
        },
      },
      paragraphStyles: [
        {
          id: 'ReportBody',
          name: '年报正文',
          quickFormat: true,
          paragraph: { spacing: LINE, indent: INDENT, alignment: AlignmentType.JUSTIFIED },
        },
        {
          id: 'ReportCell',
          name: '年报表格',
          quickFormat: true,
          run: { size: TABLE_SIZE },
          paragraph: { spacing: { before: 20, after: 20 }, alignment: AlignmentType.CENTER },
        },
      ],
    },
    sections: [{ properties: { page: { size: PAGE, margin: MARGIN } }, children }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** The same font for all scripts: digits stand in the font of the text around them. */
const every = (font: string) => ({ ascii: font, hAnsi: font, eastAsia: font, cs: font });

/** `later`: not the first block. A second report in a file begins on a page of its own. */
function childOf(block: ReportBlock, later: boolean): Paragraph | Table {
  if (block.kind === 'table') return wordTable(block);
  const { kind, text } = block;
  const run = new TextRun(text);
  if (kind === 'title')
    return new Paragraph({ heading: HeadingLevel.TITLE, pageBreakBefore: later, children: [run] });
  if (kind === 'heading') return new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run] });
  return new Paragraph({ style: 'ReportBody', children: [run] });
}

/** Shares of the width: the label columns of `applications` are wider, the others alike. */
function columnWidths({ id, columns }: TableBlock): number[] {
  const labels = id === 'applications' ? [560, 1060, 2100] : [];
  const rest = WIDTH - labels.reduce((sum, each) => sum + each, 0);
  const each = Math.floor(rest / (columns - labels.length));
  return Array.from({ length: columns }, (_, i) => labels[i] ?? each);
}

/** The narrow columns of `disputes` leave room for figures of six digits. */
const MARGINS = { left: 20, right: 20 };

function wordTable(block: TableBlock): Table {
  const widths = columnWidths(block);
  const heads = block.rows.findIndex((row) => row.some(({ field }) => field !== undefined));
  // Only the heads of one table may be repeated; `disclosure` has some for each item.
  const repeated = block.id === 'disclosure' ? 0 : heads;
  return new Table({
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: MARGINS,
    rows: block.rows.map(
      (row, i) => new TableRow({ cantSplit: true, tableHeader: i < repeated, children: row.map(wordCell) }),
    ),
  });
}

const wordCell = ({ text, columns, rows }: PrintedCell): TableCell =>
  new TableCell({
    columnSpan: columns,
    rowSpan: rows,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ style: 'ReportCell', children: [new TextRun(text)] })],
  });
