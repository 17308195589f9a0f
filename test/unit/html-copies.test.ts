// Hidden copies of tables in HTML, and what only looks like one.

import assert from 'node:assert/strict';
import { findHtmlTables } from '../../server/src/table/read/html-tables.ts';

const table = (rows: readonly (readonly string[])[], rowTag = '<tr>'): string =>
  `<table>${rows.map((row) => `${rowTag}${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
const rows = [
  ['规章', '0', '0'],
  ['行政规范性文件', '4', '1'],
];
const cases = [
  ['结果维持', '总计'],
  ['2', '2'],
];

const read = (html: string): readonly (readonly string[])[] =>
  findHtmlTables(html).flatMap(({ cells }) =>
    cells.map((row) => row.map(({ from, to }) => html.slice(from, to))),
  );

describe('hidden copies', () => {
  for (const [name, html, expected] of [
    ['display:none', `${table(rows)}<div style="display:none">${table(rows)}</div>`, rows],
    ['the hidden attribute', `${table(rows)}<div hidden>${table(rows)}</div>`, rows],
    ['visibility', `${table(rows)}<div style="color:red;visibility: hidden">${table(rows)}</div>`, rows],
    ['the copy first', `<section style="Display: None">${table(rows)}</section>${table(rows)}`, rows],
    ['a copy with other figures', `${table(rows)}<div hidden>${table([['规章', '7', '7']])}</div>`, rows],
    ['a copy of rows without labels', `${table(cases)}<div hidden>${table(cases)}</div>`, cases],
    ['hidden rows', `${table(rows)}${table(rows, '<tr hidden>')}`, rows],
    [
      'a hidden cell',
      table([['规章', '0', '1']]).replace('<td>0', '<td style="display:none">0'),
      [['规章', '1']],
    ],
    ['a hidden word in a cell', table([['规章', '3<span hidden>9</span>']]), [['规章', '3']]],
    ['a table behind a tab', `${table(rows)}<div hidden>${table(cases)}</div>`, [...rows, ...cases]],
    ['all tables behind tabs', `<div style="display:none">${table(rows)}</div>`, rows],
    ['two tables for all to see', `${table(rows)}${table(rows)}`, [...rows, ...rows]],
    [
      'a style that hides nothing',
      `${table(rows)}<div style="display:block">${table(rows)}</div>`,
      [...rows, ...rows],
    ],
    ['hidden elements that are closed', `<div hidden>目录</div>${table(rows)}`, rows],
  ] as const)
    it(name, () => assert.deepEqual(read(html), expected));
});
