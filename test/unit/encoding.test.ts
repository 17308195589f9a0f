import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode, type Encoding, encode } from '../../server/src/io/encoding.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const runs = { seed, numRuns: Number(process.env.RUNS ?? 300) };

const encodings: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'];
const report = '政府信息公开工作年度报告\n一、总体情况\r\n收到申请 12 件，“其他” 0 件。\n';
const chinese = fc
  .string({ unit: fc.constantFrom(...report, '𠮷', '—', '㎡', '〇', 'é', '繁', '體') })
  .map((tail) => report.repeat(10) + tail);

const bytesOf = (text: string, encoding: Encoding, bom = false): Uint8Array => {
  const bytes = encode(text, encoding, bom);
  assert.ok(bytes !== null);
  return bytes;
};

describe(`encoding (SEED=${seed})`, () => {
  for (const encoding of encodings)
    for (const bom of [false, true])
      it(`finds ${encoding}${bom ? ' by its mark' : ''}`, () =>
        assert.deepEqual(decode(bytesOf(report, encoding, bom)), { text: report, encoding, bom }));

  it('writes what it has read', () => {
    fc.assert(
      fc.property(chinese, fc.constantFrom(...encodings), fc.boolean(), (text, encoding, bom) => {
        const bytes = bytesOf(text, encoding, bom);
        const decoded = decode(bytes);
        assert.ok(decoded !== null);
        assert.deepEqual(decoded, { text, encoding, bom });
        assert.deepEqual(
          Buffer.from(bytesOf(decoded.text, decoded.encoding, decoded.bom)),
          Buffer.from(bytes),
        );
      }),
      runs,
    );
  });

  it('encodes any text exactly or not at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...encodings), (text, encoding) => {
        const bytes = encode(text, encoding, true);
        if (bytes !== null) assert.equal(decode(bytes)?.text, text);
        else assert.ok(encoding === 'gb18030' || /\p{Cs}/u.test(text), JSON.stringify(text));
      }),
      runs,
    );
    for (const encoding of encodings) assert.equal(encode('a\ud842', encoding, false), null);
  });

  it('takes any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decode(bytes);
        if (decoded !== null) assert.equal(typeof decoded.text, 'string');
      }),
      runs,
    );
  });

  it('leaves binary files alone', () => {
    const of = (...bytes: number[]): Uint8Array => Uint8Array.from(bytes);
    assert.equal(decode(of(0x50, 0x4b, 3, 4, 0x14, 0, 6, 0)), null);
    assert.equal(decode(of(0x25, 0x50, 0x44, 0x46, 0x0a, 0xe2, 0xe3, 0xcf, 0xd3, 0, 1)), null);
    assert.equal(decode(of(0x41, 0, 0)), null);
    assert.equal(decode(of(0xff, 0xfe, 0x41)), null, 'half a character');
    assert.equal(decode(of(0xd6, 0xd0, 0x01, 0x02)), null, 'control characters');
    assert.equal(decode(of(0x81)), null);
  });

  it('takes an empty file for UTF-8', () => {
    assert.deepEqual(decode(new Uint8Array()), { text: '', encoding: 'utf-8', bom: false });
  });
});
