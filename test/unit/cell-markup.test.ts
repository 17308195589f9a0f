// The text of a cell without its markup, and figures with notes.

import assert from 'node:assert/strict';
import { cellText, unwrapped } from '../../server/src/text/cell-markup.ts';
import { isValueLike, readValue } from '../../server/src/text/number.ts';

const inner = (text: string): string => {
  const { from, to } = unwrapped(text, { from: 0, to: text.length });
  return text.slice(from, to);
};

describe('cell markup', () => {
  for (const [raw, text] of [
    ['12</span><span>8', '128'],
    ['2</b>0', '20'],
    ['<!-- 见附件 -->36', '36'],
    ['4<!-- 原为5 -->1', '41'],
    ['&#52;&#x37;', '47'],
    ['6<font color="red">5</font>0', '650'],
    ['1<o:p></o:p>9', '19'],
    ['5<br>7', '5 7'],
    ['<p>5</p><p>7</p>', ' 5  7 '],
    ['57<sup>1</sup>', '57[1]'],
    ['57<sup>[2]</sup>', '57[2]'],
    ['<del>3</del>5', ' 5'],
    ['3<span style="display:none">9</span>', '3'],
    ['12\\.5', '12.5'],
    ['\u200b1\u200b2\ufeff', '12'],
    ['1&#8203;2', '12'],
    ['<style>.a{color:red}</style>4', '4'],
    ['**1**2', '12'],
    ['$1 2 . 5$', '12.5'],
    ['121{,}871', '121,871'],
    ['\\', '\\'],
    ['a < b', 'a < b'],
    ['1&2', '1&2'],
  ] as const)
    it(`${raw} shows ${JSON.stringify(text)}`, () => assert.equal(cellText(raw), text));

  for (const [raw, text] of [
    ['**3**', '3'],
    ['__41__', '41'],
    ['***6***', '6'],
    ['_7_', '7'],
    ['$0$', '0'],
    ['$ 12.5 $', '12.5'],
    ['$$8$$', '8'],
    ['`5`', '5'],
    ['\\(6\\)', '6'],
    ['\\( 0.5 \\)', '0.5'],
    ['$\\mathbf{9}$', '9'],
    ['\\textbf{30}', '30'],
    ['==5==', '5'],
    ['$1 2$', '$1 2$'],
    ['~~4~~', '~~4~~'],
    ['`1` `2`', '`1` `2`'],
    ['\\(1\\) \\(2\\)', '\\(1\\) \\(2\\)'],
    ['**（七）总计**', '（七）总计'],
    ['**', '**'],
    ['____', '____'],
    ['~', '~'],
    ['**3** 与 **5**', '**3** 与 **5**'],
    ['$3', '$3'],
    ['*3', '*3'],
    ['3*', '3*'],
    ['$1$2$', '$1$2$'],
  ] as const)
    it(`${raw} encloses ${text}`, () => assert.equal(inner(raw), text));
});

describe('figures with notes', () => {
  for (const [raw, plain] of [
    ['57①', '57'],
    ['57*', '57'],
    ['57※', '57'],
    ['57[1]', '57'],
    ['57［2］', '57'],
    ['57[^1]', '57'],
    ['57〔1〕', '57'],
    ['57【注1】', '57'],
    ['57注', '57'],
    ['57（见注2）', '57'],
    ['57（注：1）', '57'],
    ['3（其中修订1件）', '3'],
    ['3（含往年1件）', '3'],
    ['0（均为转发）', '0'],
    ['1,204件（其中网上办理900件）', '1204'],
    ['57<sup>1</sup>', '57'],
    ['57^1^', '57'],
    ['57¹', '57'],
    ['-8①', '-8'],
    ['3<br>（其中修订1件）', '3'],
    ['3（新增2件，修订1件）', '3'],
    ['3（2万）', null],
    ['3（应为5）', null],
    ['3（另有2件）', null],
    ['3（5）', null],
    ['3（更正）', null],
    ['3（不含涉密2件）', null],
    ['57[2024]', null],
    ['5*7', null],
    ['5①7', null],
    ['3<br>5', null],
    ['①', null],
    ['<del>3</del>', null],
    ['3<sup>2</sup>0', null],
  ] as const)
    it(`${raw} is ${plain}`, () => {
      const value = readValue(raw);
      const isSure = (value.kind === 'count' || value.kind === 'decimal') && !value.notation.spaces;
      assert.equal(isSure ? value.plain : null, plain);
    });

  for (const label of [
    '1.属于国家秘密',
    '（一）予以公开',
    '2.没有现成信息需要另行制作',
    '1①信访',
    '3（区分处理的）',
  ])
    it(`${label} is no value`, () => assert.equal(isValueLike(label), false));
});
