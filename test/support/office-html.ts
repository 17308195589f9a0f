import type { Grid } from './grid.ts';
import type { OfficeBlock } from './office-report.ts';

// Writes web pages: the article, and a site around it as offices have it.

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** `figure`: how a figure is written. */
export function tableHtml({ rows }: Grid, figure: (text: string) => string = escaped): string {
  const cells = rows.map(({ cells }) =>
    cells
      .map(({ text, across, down, kind }) => {
        const spans = `${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan=${down}` : ''}`;
        const inner = kind === 'value' ? figure(text) : escaped(text).replaceAll('\n', '<br>');
        return `<td${spans}><p align="center">\n  ${inner}\n</p></td>`;
      })
      .join(''),
  );
  return `<table border=1><tbody><tr>${cells.join('</tr>\n<tr>')}</tr></tbody></table>`;
}

export const articleHtml = (blocks: readonly OfficeBlock[], figure?: (text: string) => string): string =>
  blocks
    .map((block) =>
      block.kind === 'table'
        ? tableHtml(block.grid, figure)
        : block.kind === 'title'
          ? `<h1>${escaped(block.text)}</h1>`
          : `<p>${escaped(block.text)}</p>`,
    )
    .join('\n');

/** A page of its own that holds `article`, and what stands in front of it in the same column. */
export const pageHtml = (article: string, before = ''): string => `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>清溪县教育局2024年政府信息公开工作年度报告_清溪县人民政府</title>
<style>td { border: 1px solid }</style><script>var tables = '<table><tr><td>1</td></tr></table>';</script></head>
<body><div class="top"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul>
<div>您当前的位置：<a href="/">首页</a> &gt; <a href="/nb">政府信息公开年报</a></div></div>
<div class="main"><div class="side"><ul><li><a href="/a">机构职能</a></li><li><a href="/b">2023年政府信息公开工作年度报告</a></li></ul></div>
<div class="column">${before}<div id="zoom">${article}</div><div class="share">分享到：<a href="#">微信</a></div></div></div>
<div class="foot">主办单位：清溪县人民政府办公室　网站标识码：3300000000　备案号 <a href="#">联系我们</a></div>
</body></html>`;
