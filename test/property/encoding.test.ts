import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode, type Encoding, encode } from '../../server/src/io/encoding.ts';
import { runs } from '../support/random.ts';

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

describe('encoding', () => {
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
      runs(300),
    );
  });

  it('encodes any text exactly or not at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...encodings), (text, encoding) => {
        const bytes = encode(text, encoding, true);
        if (bytes !== null) assert.equal(decode(bytes)?.text, text);
        else assert.ok(encoding === 'gb18030' || /\p{Cs}/u.test(text), JSON.stringify(text));
      }),
      runs(300),
    );
    for (const encoding of encodings) assert.equal(encode('a\ud842', encoding, false), null);
  });

  it('takes any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decode(bytes);
        if (decoded !== null) assert.equal(typeof decoded.text, 'string');
      }),
      runs(300),
    );
  });
});
