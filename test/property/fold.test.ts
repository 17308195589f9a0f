import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold, foldMap, narrow } from '../../server/src/text/fold.ts';
import { runs } from '../support/random.ts';

const prose = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('(wù)', '（', '）', '①', '⑩', '國', '復', '議', '覆', '议', '　', '\ud800', 'Ａ', '?'),
    )
    .map((b) => b.join('')),
);

describe('fold', () => {
  it('is its own key', () => {
    fc.assert(
      fc.property(prose, (s) => assert.equal(fold(fold(s)), fold(s))),
      runs(300),
    );
  });

  it('says where each unit of the key comes from, in any text', () => {
    fc.assert(
      fc.property(prose, (s) => {
        const map = foldMap(s);
        assert.equal(map.key, fold(s));
        assert.equal(map.at.length, map.key.length + 1);
        assert.equal(map.at.at(-1), s.length);
        for (let i = 1; i < map.at.length; i++) assert.ok((map.at[i - 1] as number) <= (map.at[i] as number));
      }),
      runs(300),
    );
  });

  it('narrows in place, whatever the text', () => {
    fc.assert(
      fc.property(prose, (s) => {
        assert.equal(narrow(s).length, s.length);
        assert.equal(narrow(narrow(s)), narrow(s));
      }),
      runs(300),
    );
  });

  it('takes long texts', () => {
    assert.equal(fold('總 计'.repeat(50_000)), '总计'.repeat(50_000));
    assert.equal(narrow('總　计'.repeat(50_000)), '总 计'.repeat(50_000));
    assert.equal(fold('('.repeat(200_000)), '');
  });
});
