import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addMoney, compareMoney, shiftMoney, trimMoney } from '../../server/src/text/money.ts';
import { isValueLike, readValue } from '../../server/src/text/number.ts';
import { runs } from '../support/random.ts';

describe('number', () => {
  it('reads every whole number as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (n) => {
        const value = readValue(String(n));
        assert.ok(value.kind === 'count' && value.count === n && value.plain === String(n));
        const grouped = readValue(n.toLocaleString('en-US'));
        assert.ok(grouped.kind === 'count' && grouped.plain === String(n));
      }),
      runs(300),
    );
  });

  it('holds every number and mark it reads for a value', () => {
    const unit = fc.constantFrom(...'0123456789０１２,，.．+-－— 　件元万/无、()（）');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (s) => {
        const { kind } = readValue(s);
        if (kind === 'count' || kind === 'decimal' || kind === 'none')
          assert.ok(isValueLike(s), JSON.stringify(s));
      }),
      runs(3000),
    );
  });

  it('takes any length in linear time', () => {
    for (const text of ['9', '1,', ' ', '-', '1 ', '9,999', '.', '(件)'])
      for (const tail of ['', 'x']) {
        const long = text.repeat(200_000) + tail;
        const start = performance.now();
        readValue(long);
        isValueLike(long);
        assert.ok(performance.now() - start < 200);
      }
  });
});

describe('money', () => {
  it('agrees with whole numbers', () => {
    const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    const money = (n: number): string => shiftMoney(String(n), -2);
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        assert.equal(trimMoney(addMoney(money(a), money(b))), money(a + b));
        assert.equal(compareMoney(money(a), money(b)), Math.sign(a - b));
        assert.equal(Number(money(a)), a / 100);
      }),
      runs(300),
    );
  });
});
