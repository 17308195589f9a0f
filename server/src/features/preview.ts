// The preview: a report drawn as the official form.

import { escapeHtml } from '../base/html.ts';
import type { Language } from '../base/phrase.ts';
import type { FieldId } from '../form/spec.ts';
import { tablesOf } from '../report/contents.ts';
import type { PlacedReport } from '../report/index.ts';
import type { PlacedSection, PlacedTable, Report } from '../report/report.ts';
import type { Finding } from '../rules/rule.ts';
import { type PrintedCell, printedRows } from '../table/write/print.ts';
import { BARS, BLANKS } from '../text/chars.ts';
import { LineCursor } from '../text/lines.ts';
import { type Span, shift } from '../text/span.ts';
import { tally } from './identity-tally.ts';
import { textIn } from './lookup.ts';
import { shortTableNames } from './outline.ts';

/**
 * A report as part of the body of an HTML page: title, prose, and the three official tables with their merged
 * heads. Wrong cells have the class `wrong`, suspect ones `suspect`, each with the finding as its title.
 * `data-from` and `data-to` are offsets in the document. All text is escaped; there is no script, style or
 * link.
 */
export const preview = (
  { report, at }: Pick<PlacedReport, 'report' | 'at'>,
  findings: readonly Finding[],
  language: Language,
): string => drawReport({ report, at, language, findings });

interface Drawing {
  readonly report: Report;
  readonly at: number;
  readonly language: Language;
  readonly findings: readonly Finding[];
}

function drawReport(drawing: Drawing): string {
  const { report } = drawing;
  const title = report.title
    ? `<h1${place(drawing, report.title.span)}>${escapeHtml(report.title.text)}</h1>`
    : '';
  return `<article>${title}${report.sections.map((placed) => drawSection(drawing, placed)).join('')}</article>`;
}

function drawSection(drawing: Drawing, placed: PlacedSection): string {
  const { report } = drawing;
  const { section, at } = placed;
  const heading = section.heading ? shift(section.heading.span, at) : null;
  const head = heading ? `<h2${place(drawing, heading)}>${escapeHtml(textIn(report, heading))}</h2>` : '';
  const tables = tablesOf(report).filter((table) => table.section === placed);
  const taken: Span[] = [
    ...tables.map(({ table }) => table.span),
    ...(section.heading ? [section.heading.span] : report.title ? [shift(report.title.span, -at)] : []),
  ];
  return `<section>${head}${paragraphs(drawing, placed, taken)}${tables.map((table) => drawTable(drawing, table)).join('')}</section>`;
}

/** The prose of a section, line by line, without what is drawn elsewhere. */
function paragraphs(drawing: Drawing, { section, at }: PlacedSection, taken: readonly Span[]): string {
  let out = '';
  for (const lines = new LineCursor(section.text); lines.from < section.text.length; lines.advance()) {
    const { from, to } = lines;
    const text = section.text.slice(from, to).trim();
    if (hasNoWords.test(text) || taken.some((span) => span.from < to && from < span.to)) continue;
    out += `<p${place(drawing, shift({ from, to }, at))}>${escapeHtml(text.slice(0, 5000))}</p>`;
  }
  return out;
}

/** An empty line, or the line under the head of a table. */
const hasNoWords = new RegExp(`^[${BARS}${BLANKS}:-]*$`);

function drawTable(drawing: Drawing, placed: PlacedTable): string {
  const { held, all } = tally(placed, drawing.findings);
  const name = shortTableNames[placed.table.id][drawing.language];
  const said = drawing.language === 'zh' ? `勾稽 ${held}/${all}` : `${held} of ${all} identities hold`;
  const rows = printedRows(placed.table.form, () => '');
  const figures = rows.findIndex((row) => row.some(({ field }) => field !== undefined));
  // The items of `disclosure` have heads of their own between its rows.
  const heads = placed.table.id === 'disclosure' ? 0 : figures;
  const drawn = rows.map((row) => drawRow(drawing, placed, row));
  const head = heads > 0 ? `<thead>${drawn.slice(0, heads).join('')}</thead>` : '';
  return `<table class="${placed.table.id}"><caption>${escapeHtml(name)}${all > 0 ? ` · ${escapeHtml(said)}` : ''}</caption>${head}<tbody>${drawn.slice(heads).join('')}</tbody></table>`;
}

function drawRow(drawing: Drawing, placed: PlacedTable, row: readonly PrintedCell[]): string {
  const label = row.findLastIndex(({ head }, i) => head && row[i + 1]?.field !== undefined);
  const field = row.find((cell) => cell.field !== undefined)?.field;
  const cells = row.map((cell, i) => {
    if (cell.field !== undefined) return drawValue(drawing, placed, cell.field, sizeOf(cell));
    if (field === undefined) return drawHead(cell);
    return i === label
      ? drawLabel(drawing, placed, cell, field)
      : `<th scope="rowgroup"${sizeOf(cell)}>${escapeHtml(cell.text)}</th>`;
  });
  return `<tr>${cells.join('')}</tr>`;
}

/** The head of a column or of several; what stands above the labels heads nothing. */
function drawHead(cell: PrintedCell): string {
  const { columns, rows, text } = cell;
  return columns > 1 && rows > 1
    ? `<td class="corner"${sizeOf(cell)}>${escapeHtml(text)}</td>`
    : `<th scope="${columns > 1 ? 'colgroup' : 'col'}"${sizeOf(cell)}>${escapeHtml(text)}</th>`;
}

const sizeOf = ({ columns, rows }: PrintedCell): string =>
  `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;

/** The label before a row's values. A click on it goes to the row in the text. */
function drawLabel(drawing: Drawing, { table, at }: PlacedTable, cell: PrintedCell, field: FieldId): string {
  const row = table.rows.find(({ cells }) => cells.some((each) => each.field.id === field));
  const there = row ? place(drawing, shift(row.label, at)) : ' class="missing"';
  return `<th scope="row"${sizeOf(cell)}${there}>${escapeHtml(cell.text)}</th>`;
}

function drawValue(drawing: Drawing, placed: PlacedTable, field: FieldId, size: string): string {
  const cell = placed.table.cell(field);
  if (!cell) return `<td class="missing"${size}></td>`;
  const span = shift(cell.span, placed.at);
  const own = drawing.findings.filter(
    (finding) =>
      finding.field === field && finding.span.from < span.to + 1 && span.from < finding.span.to + 1,
  );
  const { column, row } = cell.field;
  const suspect = own.some(({ rule }) => rule === 'suspect-cell');
  const wrong = !suspect && own.some(({ severity }) => severity === 'error');
  const classes = [
    cell.state === 'number' ? '' : cell.state,
    column.sumOf || row.sumOf ? 'total' : '',
    suspect ? 'suspect' : '',
    wrong ? 'wrong' : '',
  ].filter((name) => name !== '');
  const why = own.map(({ message }) => message[drawing.language]).join('\n');
  const title = why === '' ? '' : ` title="${escapeHtml(why)}"`;
  const name = classes.length > 0 ? ` class="${classes.join(' ')}"` : '';
  return `<td${size}${name}${title}${place(drawing, span)}>${escapeHtml(cell.raw.trim().slice(0, 200))}</td>`;
}

const place = ({ at }: Drawing, { from, to }: Span): string =>
  ` data-from="${from + at}" data-to="${to + at}"`;
