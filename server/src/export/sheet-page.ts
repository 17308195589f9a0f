// Sheets as one web page, a table each, borders inline as in web-page.ts.
import { escapeHtml } from '../base/html.ts';
import type { BookCell, BookSheet } from './excel-file.ts';

export const sheetPage = (title: string, sheets: readonly BookSheet[]): string => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${sheets.map(sheetSection).join('\n')}
</body>
</html>
`;

const sheetSection = ({ name, rows }: BookSheet): string => `<h2>${escapeHtml(name)}</h2>
<table style="border-collapse:collapse;font-size:9pt">
<tbody>
${rows.map((row) => `<tr>${row.map(pageCell).join('')}</tr>`).join('\n')}
</tbody>
</table>`;

function pageCell({ text, columns = 1, rows = 1, head = false }: BookCell): string {
  const element = head ? 'th' : 'td';
  const align = typeof text === 'number' ? ';text-align:right' : '';
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
  const style = `border:1px solid #999;padding:2px 6px${align}`;
  return `<${element}${spans} style="${style}">${escapeHtml(String(text ?? ''))}</${element}>`;
}
