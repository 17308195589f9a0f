// A report as a word processor has it: title, headings, paragraphs, and tables with merged cells. What the
// writers of this room write. Made where the report is; plain data, so that it can be sent.
import type { Phrase } from '../base/phrase.ts';
import type { TableId } from '../form/spec.ts';
import { tablesOf } from '../report/contents.ts';
import type { PlacedSection, PlacedTable, Report } from '../report/report.ts';
import { columnsOf, type PrintedCell, printedRows } from '../table/write/print.ts';
import { cellText } from '../text/cell-markup.ts';
import { BARS, BLANKS } from '../text/chars.ts';
import { type Span, shift } from '../text/span.ts';

export interface TableBlock {
  readonly kind: 'table';
  readonly id: TableId;
  /** How many columns the rows fill. */
  readonly columns: number;
  readonly rows: readonly (readonly PrintedCell[])[];
}

export type ReportBlock = { readonly kind: 'title' | 'heading' | 'text'; readonly text: string } | TableBlock;

export interface ReportBlocks {
  readonly blocks: readonly ReportBlock[];
  /** What the report says and the official tables have no room for. */
  readonly lost: readonly Phrase[];
}

/** Figures are the raw text they are. Nothing of the prose is left out, nothing is put in. */
export function reportBlocks(report: Report): ReportBlocks {
  const blocks = report.sections.flatMap((placed) => sectionBlocks(report, placed));
  return { blocks, lost: tablesOf(report).flatMap(lostIn) };
}

/** A stretch of a section that is no prose, with the block it becomes. */
interface Stretch extends Span {
  readonly block: ReportBlock;
}

function sectionBlocks(report: Report, placed: PlacedSection): ReportBlock[] {
  const { section, at } = placed;
  const { text, heading } = section;
  const stretches: Stretch[] = tablesOf(report)
    .filter((table) => table.section === placed)
    .map(({ table }) => ({ ...table.span, block: tableBlock(table) }));
  if (heading !== null)
    stretches.push({
      ...heading.span,
      block: { kind: 'heading', text: joined(text.slice(heading.span.from, heading.span.to)) },
    });
  else if (report.title !== null)
    stretches.push({
      ...shift(report.title.span, -at),
      block: { kind: 'title', text: joined(report.title.text) },
    });
  const blocks: ReportBlock[] = [];
  let from = 0;
  for (const { block, ...span } of stretches.sort((a, b) => a.from - b.from)) {
    blocks.push(...paragraphs(text.slice(from, span.from)), block);
    from = Math.max(from, span.to);
  }
  return [...blocks, ...paragraphs(text.slice(from))];
}

function tableBlock(table: PlacedTable['table']): TableBlock {
  const { id, form } = table;
  const rows = printedRows(form, (field) => table.cell(field)?.raw.trim() ?? '');
  return { kind: 'table', id, columns: columnsOf(form), rows };
}

/** A title or a heading may be wrapped. */
const joined = (text: string): string =>
  cellText(text)
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .join('');

/** A paragraph for each line with words, without its indent and its markup. */
const paragraphs = (text: string): ReportBlock[] =>
  text.split(/[\r\n]+/).flatMap((line): ReportBlock[] => {
    const words = withoutEdges(cellText(line));
    return noWords.test(words) ? [] : [{ kind: 'text', text: words }];
  });

/** Without the bars and blanks that belong to a table, and the marks of a Markdown heading. */
function withoutEdges(line: string): string {
  let from = 0;
  let to = line.length;
  while (from < to && EDGES.test(line.charAt(from))) from++;
  while (to > from && EDGES.test(line.charAt(to - 1))) to--;
  return line
    .slice(from, to)
    .replace(/^#{1,6}/, '')
    .trim();
}

const EDGES = new RegExp(`[${BARS}${BLANKS}]`);
const noWords = /^[^\p{L}\p{N}]*$/u;

/** What a table says that has no cell of its own in the official form. */
function lostIn({ table }: PlacedTable): readonly Phrase[] {
  const name = table.form.table.title;
  const unsure = new Set(table.irregularCells.filter(({ state }) => state === 'unsure').map(rowName));
  const other = table.problems.filter(({ kind }) => kind === 'unknown-row' || kind === 'duplicate-row');
  return [
    ...[...unsure].map((row) => ({
      zh: `${name.zh}：“${row}”一行的数认不准属于哪一列，没有写入`,
      en: `${name.en}: which columns the figures of “${row}” belong to cannot be said; they were left out`,
    })),
    ...(other.length === 0
      ? []
      : [
          {
            zh: `${name.zh}：有 ${other.length} 行不在官方格式之内或者重复，没有写入`,
            en: `${name.en}: ${other.length} rows that the form does not have, or that stand twice, were left out`,
          },
        ]),
  ];
}

const rowName = ({ field }: { readonly field: { readonly row: { readonly name: Phrase } } }): string =>
  field.row.name.zh;
