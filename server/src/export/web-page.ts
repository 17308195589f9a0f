// Blocks as a web page for the editor of a site: borders and merged cells inline, no script and no class.
import { escapeHtml } from '../base/html.ts';
import type { PrintedCell } from '../table/write/print.ts';
import type { ReportBlock, TableBlock } from './report-blocks.ts';

export function htmlOf(blocks: readonly ReportBlock[]): string {
  const title = blocks.find((block) => block.kind === 'title');
  const name = title?.kind === 'title' ? title.text : '政府信息公开工作年度报告';
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escapeHtml(name)}</title>
</head>
<body>
${blocks.map(blockOf).join('\n')}
</body>
</html>
`;
}

const styles = {
  title: 'text-align:center;font-size:22pt;font-weight:normal',
  heading: 'font-size:16pt;font-weight:bold;text-indent:2em',
  text: 'font-size:16pt;line-height:28pt;text-indent:2em',
} as const;
const elements = { title: 'h1', heading: 'h2', text: 'p' } as const;

function blockOf(block: ReportBlock): string {
  if (block.kind === 'table') return htmlTable(block);
  const element = elements[block.kind];
  return `<${element} style="${styles[block.kind]}">${escapeHtml(block.text)}</${element}>`;
}

const htmlTable = ({
  rows,
}: TableBlock): string => `<table border="1" cellspacing="0" cellpadding="4" style="${table}">
<tbody>
${rows.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('\n')}
</tbody>
</table>`;

const table = 'border-collapse:collapse;width:100%;font-size:9pt';
const cellStyle = 'border:1px solid #000;padding:4px;text-align:center;text-indent:0';

const htmlCell = ({ text, columns, rows }: PrintedCell): string =>
  `<td${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''} style="${cellStyle}">${escapeHtml(text)}</td>`;
