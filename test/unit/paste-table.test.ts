// A range of another program pasted into the example report: HTML as spreadsheets, word processors and pages
// put it on the clipboard, and plain text with tabs.
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { pasteTable } from '../../server/src/features/paste-table.ts';
import type { Clipboard } from '../../server/src/features/pasted-grid.ts';
import type { TableId } from '../../server/src/form/spec.ts';
import { tablesOf } from '../../server/src/report/contents.ts';
import { applyEdits } from '../../server/src/text/span.ts';
import { base } from '../support/base.ts';
import { lineAfter } from '../support/features.ts';
import { type Grid, type GridCell, grid } from '../support/grid.ts';
import { officeFigures } from '../support/office-report.ts';
import { reportOf } from '../support/reading.ts';

const places = { disclosure: '规章', applications: '一、本年新收', disputes: '复议后起诉' } as const;

const paste = (clipboard: Clipboard, table: TableId = 'applications', blanks = false, text = base) =>
  pasteTable(reportOf(text), text.indexOf(places[table]), clipboard, blanks);

const tag = ({ text, across, down }: GridCell) =>
  `<td${across > 1 ? ` colspan=${across}` : ''}${down > 1 ? ` rowspan="${down}"` : ''}><p>${[...text]
    .map((it) => `<span>${it}</span>`)
    .join('')}</p></td>`;
const rowsOf = ({ rows }: Grid) => rows.map(({ cells }) => `<tr>${cells.map(tag).join('')}</tr>`);
const word = (of: Grid) => `<html><head><title>9</title></head><table>${rowsOf(of).join('')}</table></html>`;
const excel = (of: Grid) =>
  `Version:1.0\r\nStartHTML:0000000105\r\n<html><!--StartFragment-->${rowsOf(of).join('\n')}<!--EndFragment-->`;

/** As a spreadsheet writes text: a merged cell stands in its first place. */
function tabs({ rows }: Grid): string {
  const covered: boolean[][] = rows.map(() => []);
  return rows
    .map(({ cells }, at) => {
      const line: string[] = [];
      for (const { text, across, down } of cells) {
        while (covered[at]?.[line.length]) line.push('');
        for (let i = 1; i < down; i++)
          for (let j = 0; j < across; j++) (covered[at + i] ?? [])[line.length + j] = true;
        line.push(text.includes('\n') ? `"${text}"` : text, ...Array<string>(across - 1).fill(''));
      }
      return line.join('\t');
    })
    .join('\r\n');
}

describe('pasting into a table', () => {
  for (const table of ['disclosure', 'applications', 'disputes'] as const)
    for (const [name, clipboard] of [
      ['Word', (of: Grid) => ({ html: word(of) })],
      ['Excel', (of: Grid) => ({ html: excel(of), text: 'x' })],
      ['tabs', (of: Grid) => ({ text: tabs(of) })],
    ] as const)
      it(`puts all figures of ${table} in their cells (${name})`, () => {
        const pasted = paste(clipboard(grid(table, '2021', officeFigures)), table);
        ok(pasted);
        deepStrictEqual(pasted.unmatched, []);
        const report = reportOf(applyEdits(base, pasted.edits));
        const after = tablesOf(report).find((it) => it.table.id === table);
        ok(after);
        strictEqual(pasted.cells, after.table.form.fields.size);
        for (const [field, { raw }] of after.table.cells)
          strictEqual(raw.trim(), officeFigures.get(field), field);
      });

  const row = (pasted: ReturnType<typeof paste>, label: string) =>
    pasted && lineAfter(base, pasted.edits, label).replace(/\s/g, '');

  it('finds columns by their heads, whichever were copied', () => {
    const pasted = paste({
      text: '\t总计\t自然人\n二、上年结转政府信息公开申请数量\t7\t5\n（一）予以公开\t1,234\t/',
    });
    strictEqual(pasted?.cells, 4);
    ok(row(pasted, '二、上年结转')?.includes('|5|0|0|0|0|0|7|'), row(pasted, '二、上年结转') ?? '');
    ok(/公开\|\/\|.*\|1234\|/.test(row(pasted, '予以公开') ?? ''), row(pasted, '予以公开') ?? '');
  });
  it('tells rows and columns that the table has not', () => {
    const pasted = paste({
      text: '\t自然人\t外国人\n一、本年新收政府信息公开申请数量\t7\t5\n其中网络申请\t1\t2',
    });
    strictEqual(pasted?.cells, 1);
    deepStrictEqual(pasted.unmatched, ['一、本年新收政府信息公开申请数量 · 外国人', '其中网络申请']);
  });
  it('fills blanks only where that is wanted', () => {
    const [first, second] = [
      '一、本年新收政府信息公开申请数量 | 8 | 1 | 0',
      '一、本年新收政府信息公开申请数量 | 8 |   | 0',
    ];
    ok(base.includes(first));
    const text = base.replace(first, second);
    const clipboard = { text: '\t自然人\t商业企业\n一、本年新收政府信息公开申请数量\t7\t5' };
    const pasted = paste(clipboard, 'applications', true, text);
    strictEqual(pasted?.edits.length, 1);
    strictEqual(pasted.edits[0]?.insert, '5');
  });
  it('guesses no column where heads are lost or shifted', () => {
    const label = '一、本年新收政府信息公开申请数量';
    strictEqual(paste({ text: `${label}\t7\t5` }), null);
    strictEqual(paste({ text: `自然人\t商业企业\n${label}\t7\t5` }), null);
  });
  it('leaves other text and other places to the editor', () => {
    strictEqual(paste({ text: '一段文字' }), null);
    strictEqual(paste({ text: '甲\t1\n乙\t2', html: '<p>甲</p>' }), null);
    strictEqual(
      pasteTable(reportOf(base), 0, { html: word(grid('disputes', '2021', officeFigures)) }, false),
      null,
    );
  });
});
