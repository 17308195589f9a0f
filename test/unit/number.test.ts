import assert from 'node:assert/strict';
import { addMoney, compareMoney, shiftMoney, sumMoney, trimMoney } from '../../server/src/text/money.ts';
import { isValueLike, type Notation, readValue } from '../../server/src/text/number.ts';

/** The number and what its notation says apart from nothing. */
function read(raw: string): unknown[] {
  const value = readValue(raw);
  if (value.kind !== 'count' && value.kind !== 'decimal') return [value.kind];
  const facts = Object.entries(value.notation).filter(([, fact]) => fact !== false && fact !== null);
  return [value.plain, ...facts.map(([name, fact]) => (fact === true ? name : `${name} ${fact}`))];
}

describe('number', () => {
  const cases: readonly (readonly [string, readonly (string | (keyof Notation & string))[]])[] = [
    ['0', ['0']],
    ['121090', ['121090']],
    [' 12　', ['12']],
    ['\u00a012\ufeff', ['12']],
    ['１２', ['12', 'fullWidth']],
    ['1,234', ['1234', 'thousands']],
    ['１，２３４', ['1234', 'fullWidth', 'thousands']],
    ['3件', ['3', 'unit 件']],
    ['3 件', ['3', 'unit 件']],
    ['3（件）', ['3', 'fullWidth', 'unit 件']],
    ['43.788万元', ['43.788', 'unit 万元']],
    ['251000元', ['251000', 'unit 元']],
    ['￥1,000.50', ['1000.50', 'fullWidth', 'thousands', 'unit 元']],
    ['007', ['7', 'leadingZeros']],
    ['3.0', ['3', 'zeroDecimals']],
    ['0.00', ['0', 'zeroDecimals']],
    ['18.8710', ['18.8710']],
    ['0.092', ['0.092']],
    ['.5', ['0.5']],
    ['１３．５', ['13.5', 'fullWidth']],
    ['+19', ['19', 'sign +']],
    ['-8', ['-8', 'sign -']],
    ['－８', ['-8', 'fullWidth', 'sign -']],
    ['-0', ['0', 'sign -']],
    ['1 2', ['12', 'spaces']],
    ['999999999999999', ['999999999999999']],
    ...['', ' ', '　', '\u00a0\u200b'].map((raw) => [raw, ['blank']] as const),
    ...['/', '／', '-', '－', '—', '——', '--', '－－', '―', '无', '無', '空', '、', '没有', ' / '].map(
      (raw) => [raw, ['none']] as const,
    ),
    ...[
      '1000000000000000',
      '1,23',
      '1.2.3',
      '1.',
      '.',
      '+',
      '12x',
      'O',
      '3万',
      '无件',
      '3%',
      '十二',
      '2023年',
    ].map((raw) => [raw, ['invalid']] as const),
  ];
  for (const [raw, expected] of cases)
    it(`reads ${JSON.stringify(raw)}`, () => assert.deepEqual(read(raw), expected));

  it('keeps decimals as they are written', () => {
    const value = readValue('3.0');
    assert.ok(value.kind === 'count' && value.count === 3 && value.decimal === '3.0');
  });

  it('tells values from labels', () => {
    const values = [
      '0',
      '12',
      '１２',
      '1,234',
      '1,23',
      '9'.repeat(30),
      '3件',
      '43.788万元',
      '+19',
      ' -8 ',
      '3.0',
      '/',
      '——',
      '无',
      '　0',
    ];
    const labels = [
      '',
      '一',
      '1.',
      '1、',
      '（1）',
      '①',
      '1.属于国家秘密',
      '无法提供',
      '没有现成信息',
      '2023年',
      '自然人',
      '总 计',
      '-----',
      '|',
    ];
    assert.deepEqual(
      values.filter((text) => !isValueLike(text)),
      [],
    );
    assert.deepEqual(labels.filter(isValueLike), []);
  });
});

describe('money', () => {
  it('adds and compares without rounding', () => {
    assert.equal(addMoney('0.1', '0.2'), '0.3');
    assert.equal(addMoney('13816.5', '0.50'), '13817.00');
    assert.equal(addMoney('-0.25', '0.05'), '-0.20');
    assert.equal(sumMoney([]), '0');
    assert.equal(sumMoney(['999999999999999.999', '0.001']), '1000000000000000.000');
    assert.equal(compareMoney('1.50', '1.5'), 0);
    assert.equal(compareMoney('-1', '0.5'), -1);
    assert.equal(compareMoney('10', '9.99'), 1);
    assert.equal(shiftMoney('251000', -4), '25.1');
    assert.equal(shiftMoney('43.788', 4), '437880');
    assert.equal(trimMoney('018.8710'), '18.871');
    assert.equal(trimMoney('0.00'), '0');
    assert.throws(() => addMoney('1,5', '1'), SyntaxError);
  });
});
