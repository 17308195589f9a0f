import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { chineseNumber } from '../../server/src/prose/chinese-number.ts';
import { mentionsIn } from '../../server/src/prose/mentions.ts';
import { judge, labelledSentences, scoreSentences } from '../support/sentences.ts';

describe('mentions', () => {
  for (const labelled of labelledSentences()) {
    it(`${labelled.file}:${labelled.line} ${labelled.text.slice(0, 60)}`, () => {
      const { missed, wrong } = judge(labelled);
      deepStrictEqual({ missed, wrong }, { missed: [], wrong: [] }, labelled.text);
    });
  }

  it('there are enough sentences and traps, and none of the traps is fallen into', () => {
    const { sentences, traps } = scoreSentences();
    ok(
      Number(sentences?.marked) >= 120 && Number(traps?.paragraphs) >= 60,
      JSON.stringify({ sentences, traps }),
    );
    strictEqual(traps?.wrong, 0);
    ok(Number.parseFloat(String(sentences?.recall)) >= 90);
  });

  it('Chinese numerals are read', () => {
    strictEqual(chineseNumber('二〇二四'), 2024);
    strictEqual(chineseNumber('两万三'), 23000);
    strictEqual(chineseNumber('一百五'), 150);
    strictEqual(chineseNumber('一二是'), null);
  });

  it('a row of a table is no sentence, whatever its bars are', () => {
    const context = { year: 2024, organ: null, section: 1 };
    for (const bar of ['|', '｜', '│', '\t'])
      deepStrictEqual(mentionsIn(`${bar}收到政府信息公开申请9件${bar}办结9件${bar}`, context), []);
    strictEqual(mentionsIn('收到政府信息公开申请9件', context).length, 1);
  });
});
