// Puts sections and tables that a report lacks where the form has them, written as its others are.
import { form } from '../form/form.ts';
import type { SectionNumber, SectionSpec, TableId } from '../form/spec.ts';
import { extentWithMarks } from '../table/write/extent.ts';
import { type Layout, OPENING_BAR, writeTable } from '../table/write/layouts.ts';
import { layoutAmong } from '../table/write/row-pattern.ts';
import { type TableText, tableText } from '../table/write/table-text.ts';
import { BARS, BREAKS, INLINE_BLANKS, LINE_END } from '../text/chars.ts';
import { lineBreakOf, startOfLine } from '../text/lines.ts';
import type { Edit } from '../text/span.ts';
import { likeText } from '../text/style.ts';
import { tablesOf } from './contents.ts';
import type { PlacedTable, Report } from './report.ts';

/** The table as it is written. */
export const writtenTable = ({ table, section }: PlacedTable): TableText =>
  tableText(table, section.section.text);

/** The tables as they are written, in the order of the text. */
export const writtenTables = (report: Report): TableText[] => tablesOf(report).map(writtenTable);

/** The layout for a table the report lacks: that of its other tables. */
export const layoutOf = (report: Report): Layout => layoutAmong(writtenTables(report), textOf(report));

/** The official table with zeros in it, at the end of its section. */
export function insertTable(report: Report, table: TableId): Edit[] {
  const placed = report.sections.find(({ section: { heading } }) => heading?.spec.table === table);
  if (placed === undefined) return [];
  const at = placed.at + placed.section.text.length;
  return [{ from: at, to: at, insert: missingBreak(report, placed.section.text) + newTable(report, table) }];
}

/** The heading where the section belongs, with its table when that is absent too. */
export function insertSection(report: Report, section: SectionSpec): Edit[] {
  const at = placeFor(report, section);
  const { before, after } = marksOfHeadings(report);
  const heading = before + likeText(section.heading, textOf(report)) + after;
  const table =
    section.table === undefined || report.tables[section.table] !== undefined
      ? ''
      : newTable(report, section.table);
  const opening =
    at === report.length ? missingBreak(report, report.sections.at(-1)?.section.text ?? '') : '';
  return [{ from: at, to: at, insert: opening + heading + table }];
}

const newTable = (report: Report, table: TableId): string =>
  writeTable(form(table, report.edition), () => '0', layoutOf(report), textOf(report));

/** The line end that a text lacks at its end. */
const missingBreak = (report: Report, text: string): string =>
  endsLine.test(text) ? '' : lineBreakOf(textOf(report));

const endsLine = new RegExp(`[${BREAKS}]$`);

/**
 * Where an absent section goes: behind the table of the section before it, before its own table, before the
 * first sentence that can only be its own, or before the next heading.
 */
function placeFor(report: Report, { number, table }: SectionSpec): number {
  const own = table === undefined ? undefined : report.tables[table];
  const above = tableAbove[number];
  const previous = above === undefined ? undefined : report.tables[above];
  const end = previous && endOfTable(report, previous);
  if (end !== undefined && (own === undefined || end <= own.at + own.table.span.from)) return end;
  if (own !== undefined) return startOfTable(own);
  const next = report.sections.find(({ section }) => (section.heading?.spec.number ?? 0) > number);
  return firstSentence(report, number) ?? next?.at ?? report.length;
}

/** The table that stands at the end of the section before. */
const tableAbove: { readonly [section in SectionNumber]?: TableId } = {
  3: 'disclosure',
  4: 'applications',
  5: 'disputes',
};

/** Where the first sentence stands that can only be of this section. */
function firstSentence({ sections }: Report, number: SectionNumber): number | null {
  const pattern = firstSentences[number];
  if (pattern === undefined) return null;
  const before = sections.findLast(({ section: { heading } }) => (heading?.spec.number ?? 0) < number);
  const found = before?.section.text.search(pattern) ?? -1;
  return before !== undefined && found > 0 ? before.at + found : null;
}

const firstSentences: { readonly [section in SectionNumber]?: RegExp } = {
  1: /^[^\S\r\n]{0,40}[（(]一[)）]/m,
  6: /^.*(?:信息处理费|信息處理費|其他需要报告|需要報告).*$/m,
};

/** The start of the line on which the table begins, markup and bars included. */
function startOfTable({ table, at, section }: PlacedTable): number {
  const { text } = section.section;
  const { from } = extentWithMarks(table, text);
  const line = startOfLine(text, from);
  // In a text whose line ends are lost all that comes before stands on the same line.
  return at + (/[\u4e00-\u9fff]/.test(text.slice(Math.max(line, from - 200), from)) ? from : line);
}

/** Behind the line on which the table ends, and the blank lines below it. */
function endOfTable(report: Report, { table, at, section }: PlacedTable): number {
  const { text } = section.section;
  const end = extentWithMarks(table, text).to;
  const rest = text.slice(end, end + FAR);
  const blanks = startOfLine(rest, rest.length - rest.trimStart().length);
  const to = end + (blanks > 0 ? blanks : (restOfLine.exec(rest)?.[0].length ?? 0));
  // The bar that opens the first row of the next table is not of this one.
  const bar = layoutOf(report).rowStart === OPENING_BAR ? loneBar.exec(text.slice(table.span.to, to)) : null;
  return at + to - (bar?.[0].length ?? 0);
}

/** UTF-16 units behind a table that are looked at. */
const FAR = 2000;
/** Heads wrapped around the values of the last row. */
const restOfLine = new RegExp(`^[^${BREAKS}。；，,;<]{1,60}[${BREAKS}]+`);
const loneBar = new RegExp(`(?<=^|[${BREAKS}])[${BARS}]${LINE_END}$`);

/** What stands around most headings of this report: indent, marks of Markdown or HTML, line ends. */
function marksOfHeadings(report: Report): { before: string; after: string } {
  const seen = report.sections.flatMap(({ section: { heading, text } }) => {
    const after = heading && behindHeading.exec(text.slice(heading.span.to))?.[0];
    return after ? [{ before: text.slice(0, heading.span.from), after }] : [];
  });
  return {
    before: mostFrequent(seen.map(({ before }) => before)) ?? '',
    after: mostFrequent(seen.map(({ after }) => after)) ?? lineBreakOf(textOf(report)),
  };
}

const behindHeading = new RegExp(
  `^[${INLINE_BLANKS}]{0,40}(?:</[a-z0-9]+>[${INLINE_BLANKS}]{0,9})*[${BREAKS}]+`,
  'i',
);

const mostFrequent = (texts: readonly string[]): string | undefined =>
  [...texts].sort((a, b) => texts.filter((t) => t === b).length - texts.filter((t) => t === a).length)[0];

const textOf = (report: Report): string => report.sections.map(({ section }) => section.text).join('');
