import assert from 'node:assert/strict';
import { decode, type Encoding, encode } from '../../server/src/io/encoding.ts';

const encodings: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'];
const report = '政府信息公开工作年度报告\n一、总体情况\r\n收到申请 12 件，“其他” 0 件。\n';
const bytesOf = (text: string, encoding: Encoding, bom = false): Uint8Array => {
  const bytes = encode(text, encoding, bom);
  assert.ok(bytes !== null);
  return bytes;
};

describe('encoding', () => {
  for (const encoding of encodings)
    for (const bom of [false, true])
      it(`finds ${encoding}${bom ? ' by its mark' : ''}`, () =>
        assert.deepEqual(decode(bytesOf(report, encoding, bom)), { text: report, encoding, bom }));

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
