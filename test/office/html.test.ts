import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import iconv from 'iconv-lite';
import { figuresOf, withBlanks } from '../support/figures.ts';
import { hasFigures, hasNotedFigures, placesOfFigures, readAs } from '../support/office-cases.ts';
import { articleHtml, pageHtml, tableHtml } from '../support/office-html.ts';
import { linesOf, officeFigures, officeReport } from '../support/office-report.ts';
import { random } from '../support/random.ts';

const blocks = officeReport(officeFigures);
const lines = linesOf(blocks);
const article = articleHtml(blocks);
const read = (html: string) => readAs(new TextEncoder().encode(html));
const textOf = async (inner: string) => (await read(`<html><body>${inner}</body></html>`)).text;

describe('.html', () => {
  it('reads every figure and every sentence of an article', async () => {
    const { text } = await read(`<html><body>${article}</body></html>`);
    hasFigures(text, officeFigures);
    strictEqual(
      text
        .split('\n')
        .filter((line) => !line.includes('|'))
        .join('\n'),
      `${lines.join('\n')}\n`,
    );
  });

  it('reads reports of both editions with blanks', async () => {
    for (const edition of ['2021', '2019'] as const)
      for (let seed = 1; seed <= 10; seed++) {
        const figures = withBlanks(figuresOf(seed, edition), random(seed));
        hasFigures(await textOf(articleHtml(officeReport(figures, edition))), figures);
      }
  });

  it('takes the article out of its page', async () => {
    const whole = (await read(`<html><body>${article}</body></html>`)).text;
    strictEqual((await read(pageHtml(article))).text, whole);
  });

  it('takes the title from above the article, or from what the page says of itself', async () => {
    const whole = (await read(`<html><body>${article}</body></html>`)).text;
    const untitled = articleHtml(blocks.slice(1));
    strictEqual(
      (await read(pageHtml(untitled, `<h1>${lines[0]}</h1><p>发布日期：2025-01-20</p>`))).text,
      whole,
    );
    strictEqual((await read(pageHtml(untitled))).text, whole);
  });

  it('figures in several elements, as references, with marks of footnotes and hidden text', async () => {
    const written = [
      (text: string) => text.replace(/^(\d)/, '<span>$1</span>').replace(/(\d)$/, '<b>$1</b>'),
      (text: string) => Array.from(text, (char) => `&#${char.charCodeAt(0)};`).join(''),
      (text: string) => `${text}<a href="#_ftn1">[1]</a><span style="display: none">9</span>`,
      (text: string) => `<!-- 7 -->${text}&nbsp;`,
      (text: string) => `<s>77</s>${text}<span style="text-decoration: line-through">8</span>`,
    ];
    for (const figure of written) hasFigures(await textOf(articleHtml(blocks, figure)), officeFigures);
    const noted = articleHtml(blocks, (text) => `${text}<sup>2</sup>`);
    hasNotedFigures(await textOf(noted), officeFigures);
  });

  it('says its encoding by a mark, by itself, or not at all', async () => {
    const page = pageHtml(article);
    const gb = page.replace('utf-8', 'gb2312');
    const silent = page.replace('<meta charset="utf-8">', '');
    const wrong = page.replace('utf-8', 'gbk');
    const files = [
      iconv.encode(gb, 'gb18030'),
      iconv.encode(silent, 'gb18030'),
      iconv.encode(silent, 'utf8'),
      iconv.encode(wrong, 'utf16le', { addBOM: true }),
      iconv.encode(silent, 'utf16-be', { addBOM: true }),
      iconv.encode(silent, 'utf16le'),
    ];
    for (const bytes of files) hasFigures((await readAs(new Uint8Array(bytes))).text, officeFigures);
  });

  it('lines of the source are no lines of the text, but breaks are', async () => {
    strictEqual(
      await textOf(
        '<p>政府\n    信息<b>\n公开</b>，see\n  Annex 1<br>　　第二行</p><div>三<p>四</div><pre>五\n六</pre>',
      ),
      '政府信息公开，see Annex 1\n第二行\n三\n四\n五\n六\n',
    );
  });

  it('numbers of ordered lists', async () => {
    strictEqual(
      await textOf(
        '<ol><li>甲<li value="4">乙<li>丙</ol><ol style="list-style-type: cjk-ideographic" start="2"><li>丁</ol><ul><li>戊</ul>',
      ),
      '1. 甲\n4. 乙\n5. 丙\n二、丁\n戊\n',
    );
  });

  it('tables in tables, rows without one, captions and what is left open', async () => {
    const inner = '<table><caption>表一</caption><tr><td>规章<td>1<td>2<tr><td>行政许可<td>3<td>4</table>';
    strictEqual(
      await textOf(`<table><tr><td>一、标题<tr><td>${inner}</table>`),
      '一、标题\n表一\n规章 | 1 | 2 |\n行政许可 | 3 | 4 |\n',
    );
    strictEqual(
      (await read('<html><tr><td>规章<td>1</tr><tr><td>行政许可<td>2</tr>')).text,
      '规章 | 1 |\n行政许可 | 2 |\n',
    );
  });

  it('the clipboard of a spreadsheet', async () => {
    const table = blocks.find((block) => block.kind === 'table');
    const html = `Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000009999\r\nStartFragment:0000000141\r\n<html><body>${tableHtml(table?.grid as never).replace('<tbody>', '<!--StartFragment-->')}<!--EndFragment--></body></html>`;
    ok((await read(html)).text.startsWith('第二十条第（一）项 | |||\n'));
  });

  it('every figure has its table, row and column', async () => {
    const places = placesOfFigures(await read(pageHtml(article)));
    deepStrictEqual(places.get('applications.1.natural-person'), { table: 2, row: 4, column: 4 });
    strictEqual(new Set([...places.values()].map((place) => JSON.stringify(place))).size, officeFigures.size);
  });
});
