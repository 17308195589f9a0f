import assert from 'node:assert/strict';
import { fold, foldMap, narrow, width } from '../../server/src/text/fold.ts';

describe('fold', () => {
  const same: readonly (readonly [string, string])[] = [
    ['（一）予以公开', '(一)予以公开'],
    ['㈠予以公开', '（一）、予以公开'],
    ['1．属于国家秘密', '①属于国家秘密'],
    ['1.屬於國家秘密', '⒈属于国家秘密'],
    ['⑩附件', '10.附件'],
    ['❿附件', '10、附件'],
    ['自 然　人', '自然人'],
    ['自\u00a0然\u200b人\ufeff', '自然人'],
    ['??自然?人', '自然人'],
    ['3.危及“三安全一稳定”', '3.危及三安全一稳定'],
    ['3.危及"三安全一稳定"', '3.危及「三安全一稳定」'],
    ['國務(wù)院', '国务院'],
    ['政(zheng)(zheng)府（fu）', '政府'],
    ['報(bào)告', '报告'],
    ['規範性文件', '规范性文件'],
    ['規范性文件', '规范性文件'],
    ['ＯＧＩ２０２４', 'ogi2024'],
    ['⼀、总体情况', '一、总体情况'],
    ['行政覆議', '行政复议'],
    ['资讯公开', '信息公开'],
    ['答覆', '答复'],
    ['审议', '審議'],
    ['本年增/减', '本年增／减'],
  ];
  for (const [a, b] of same) it(`${a} = ${b}`, () => assert.equal(fold(a), fold(b)));

  const different: readonly (readonly [string, string])[] = [
    ['（一）予以公开', '（二）予以公开'],
    ['总计', '合计'],
    ['(12)', '()'],
    ['第3季度', '第季度'],
  ];
  for (const [a, b] of different) it(`${a} ≠ ${b}`, () => assert.notEqual(fold(a), fold(b)));

  it('drops all that is no letter, digit or character', () => {
    assert.equal(fold(' \t\r\n|—－-·《》〔〕【】…、。，；：！？（）()[]{}<>*#_~`^$%&@+=\\/\u200d\ue000'), '');
    assert.equal(fold('二〇二四年0123'), '二〇二四年0123');
    assert.equal(fold('𠮷野'), '𠮷野');
  });

  it('says where each unit of the key comes from', () => {
    const { key, at } = foldMap('國(guó)務　院⑩');
    assert.equal(key, '国务院10');
    assert.deepEqual([...at], [0, 6, 8, 9, 9, 10]);
  });

  it('narrows in place', () => {
    assert.equal(narrow('收到申請１２件，其中：二○二四年　３件'), '收到申请12件,其中:二〇二四年 3件');
    assert.equal(narrow('行政覆議'), '行政复议');
  });

  it('counts columns', () => {
    assert.equal(width('自然人'), 6);
    assert.equal(width('a1|'), 3);
    assert.equal(width('“总计”'), 8);
    assert.equal(width('　①'), 4);
    assert.equal(width('𠮷'), 2);
    assert.equal(width('e\u0301\u200b'), 1);
  });
});
