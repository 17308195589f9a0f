// Sheets as one web page, a table each, borders inline as in web-page.ts.
import { escapeHtml } from '../base/html.ts';
import { summaryMark } from '../office/own-summary.ts';
import type { BookCell, BookSheet } from './excel-file.ts';

export const sheetPage = (title: string, sheets: readonly BookSheet[]): string => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
${summaryMark}
<title>${escapeHtml(title)}</title>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${sheets.map((sheet) => sheetSection(sheet, anchorsOf(sheets))).join('\n')}
</body>
</html>
`;

/** The places of the page that cells lead to, by the names of sheets. */
type Anchors = ReadonlyMap<string, string>;

const anchorsOf = (sheets: readonly BookSheet[]): Anchors =>
  new Map(sheets.map(({ name }, i) => [name, `sheet-${i + 1}`]));

const sheetSection = (
  { name, rows }: BookSheet,
  anchors: Anchors,
): string => `<h2 id="${anchors.get(name)}">${escapeHtml(name)}</h2>
<table style="border-collapse:collapse;font-size:9pt">
<tbody>
${rows.map((row) => `<tr>${row.map((cell) => pageCell(cell, anchors)).join('')}</tr>`).join('\n')}
</tbody>
</table>`;

function pageCell({ text, columns = 1, rows = 1, head = false, link }: BookCell, anchors: Anchors): string {
  const element = head ? 'th' : 'td';
  const align = typeof text === 'number' ? ';text-align:right' : '';
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
  const style = `border:1px solid #999;padding:2px 6px${align}`;
  const words = escapeHtml(String(text ?? ''));
  const anchor = link === undefined ? undefined : anchors.get(link);
  const content = anchor === undefined ? words : `<a href="#${anchor}">${words}</a>`;
  return `<${element}${spans} style="${style}">${content}</${element}>`;
}
