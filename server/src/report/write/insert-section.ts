import { form } from '../../form/form.ts';
import type { SectionSpec, TableId } from '../../form/types.ts';
import { writeTable } from '../../table/write/layouts.ts';
import { BARS, LINE_END } from '../../text/chars.ts';
import { lineBreakOf } from '../../text/lines.ts';
import type { Edit } from '../../text/span.ts';
import { likeText } from '../../text/style.ts';
import type { PlacedSection, Report } from '../types.ts';
import { lineStartOf } from './row-units.ts';
import { layoutFor } from './table-layout.ts';

export { insertRow, removeRow, reorderRows, rowPosition } from './edit-rows.ts';

/** The official table with zeros in it, at the end of its section, in the layout of the report's other tables. */
export function insertTable(report: Report, table: TableId): Edit[] {
  const part = report.sections.find(({ section: { heading } }) => heading?.spec.table === table);
  if (part === undefined) return [];
  const { text } = part.section;
  const missingEnd = /[\r\n]$/.test(text) ? '' : eolOf(report);
  const at = part.at + text.length;
  return [{ from: at, to: at, insert: missingEnd + tableText(report, table) }];
}

const tableText = (report: Report, table: TableId): string =>
  writeTable(form(table, report.edition), () => '0', layoutFor(report), textOf(report));

/** The heading where the section belongs, written as the other headings are; with its table when that is absent too. */
export function insertSection(report: Report, section: SectionSpec): Edit[] {
  const at = placeFor(report, section);
  const { before, after } = marksOf(report);
  const heading = before + likeText(section.heading, textOf(report)) + after;
  const table =
    section.table === undefined || report.tables[section.table] !== undefined
      ? ''
      : tableText(report, section.table);
  const last = report.sections.at(-1);
  const open =
    last !== undefined && at === last.at + last.section.text.length && !/[\r\n]$/.test(last.section.text);
  return [{ from: at, to: at, insert: (open ? eolOf(report) : '') + heading + table }];
}

/** Before its own table; behind the table of the section before it; before the first sentence that can only be its own; or before the next heading. */
function placeFor(report: Report, section: SectionSpec): number {
  const own = section.table === undefined ? undefined : report.tables[section.table];
  const previous =
    report.tables[
      section.number === 5
        ? 'disputes'
        : section.number === 4
          ? 'applications'
          : section.number === 3
            ? 'disclosure'
            : 'applications'
    ];
  if (section.number >= 3 && section.number <= 5 && previous !== undefined) {
    const end = previous.at + previous.table.span.to;
    if (own === undefined || end <= own.at + own.table.span.from) return endOfMarks(report, end);
  }
  if (own !== undefined) return lineStart(own.section, own.table.span.from);
  const next = report.sections.find(
    ({ section: { heading } }) => (heading?.spec.number ?? 0) > section.number,
  );
  const opening =
    section.number === 1
      ? /^[^\S\r\n]{0,40}[（(]一[)）]/m
      : section.number === 6
        ? /^.*(?:信息处理费|信息處理費|其他需要报告|需要報告).*$/m
        : null;
  if (opening !== null) {
    const body =
      section.number === 1
        ? report.sections[0]
        : report.sections.findLast(({ section: { heading } }) => (heading?.spec.number ?? 0) < 6);
    const found = body === undefined ? -1 : body.section.text.search(opening);
    if (body !== undefined && found > 0) return body.at + found;
  }
  return next?.at ?? report.length;
}

/** The start of the line, and of the markup or the lone bar that opens the table on the lines above. */
function lineStart({ section: { text }, at }: PlacedSection, from: number): number {
  const above = text.slice(Math.max(0, from - 600), from);
  const opening = /<table\b[^<>]*>(?:\s|<(?!table)[^<>]*>)*$/i.exec(above) ?? loneBar.exec(above);
  const start = from - above.length + (opening?.index ?? above.length);
  const line = lineStartOf(text, start);
  // In a text whose line ends are lost all that comes before stands on the same line.
  return at + (/[\u4e00-\u9fff]/.test(text.slice(Math.max(line, start - 200), start)) ? start : line);
}

/** A bar alone on the line above: it opens the row. */
const loneBar = new RegExp(`(?<=^|[\\r\\n])[${BARS}]${LINE_END}$`);

/** Blank cells and the end of the table, and of what it stands in. */
const behindTable = new RegExp(
  `^(?:[\\s${BARS}]|&nbsp;|</(?:p|span|td|th|tr|tbody)>|<(?:t[dh]|p|span)(?:\\s[^<>]*)?>)*(?:</(?:table|p|span|td|tr|tbody)>|[\\s${BARS}])*`,
  'i',
);
/** Heads wrapped around the values of the last row. */
const restOfLine = /^[^\r\n。；，,;<]{1,60}[\r\n]+/;

/** Behind the bars and line ends that follow a table. */
function endOfMarks(report: Report, from: number): number {
  const part = report.sections.findLast(({ at }) => at <= from);
  if (part === undefined) return from;
  const rest = part.section.text.slice(from - part.at);
  const marks = behindTable.exec(rest.slice(0, 2000))?.[0] ?? '';
  const end = Math.max(marks.lastIndexOf('\n'), marks.lastIndexOf('\r')) + 1;
  const own =
    end > 0 ? marks.slice(0, end) : marks + (restOfLine.exec(rest.slice(marks.length, 2100))?.[0] ?? '');
  const opensRows = layoutFor(report).rowStart === '|\n';
  return from + own.length - (opensRows ? (loneBar.exec(own)?.[0].length ?? 0) : 0);
}

/** What stands before and behind a heading in this report: indent, marks of Markdown or HTML, line ends. */
function marksOf(report: Report): { before: string; after: string } {
  const eol = eolOf(report);
  const seen = report.sections.flatMap(({ section: { heading, text } }) => {
    if (heading === null) return [];
    const after = /^[^\S\r\n]{0,40}(?:<\/[a-z0-9]+>[^\S\r\n]{0,9})*[\r\n]+/i.exec(
      text.slice(heading.span.to),
    )?.[0];
    return after === undefined ? [] : [{ before: text.slice(0, heading.span.from), after }];
  });
  const most = (texts: readonly string[]): string | undefined =>
    [...texts].sort((a, b) => texts.filter((t) => t === b).length - texts.filter((t) => t === a).length)[0];
  return {
    before: most(seen.map(({ before }) => before)) ?? '',
    after: most(seen.map(({ after }) => after)) ?? eol,
  };
}

const textOf = (report: Report): string => report.sections.map(({ section }) => section.text).join('');

/** The line end of the report's first line. */
const eolOf = (report: Report): string =>
  lineBreakOf(report.sections.find(({ section }) => /[\r\n]/.test(section.text))?.section.text ?? '');
