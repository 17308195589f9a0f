import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { entryOf } from '../../server/src/archive/summary.ts';
import { pack, unpack } from '../../server/src/cli/packed-summary.ts';
import { readable, reportsIn } from '../../server/src/report/reports.ts';
import { base } from '../support/base.ts';

describe('an entry between threads', () => {
  const text = `${base}\n${base.replaceAll('2024', '2023')}`.replace(
    /(?=\n二、)/,
    `\n${'建立起草、审核、发布、复查四个环节的责任清单，每个季度抽查一次，发现问题当月改正。'.repeat(3)}`,
  );
  const entries = reportsIn(readable(text)).map(({ report }) => entryOf(report));

  it('arrives as it was', () => {
    ok(entries.length === 2 && entries.some(({ passages }) => passages.length > 0));
    for (const entry of entries) deepStrictEqual(unpack(structuredClone(pack(entry))), entry);
    for (const entry of entries) {
      const without = { ...entry, passages: [], values: new Float64Array(3), places: new Uint32Array(6) };
      deepStrictEqual(unpack(structuredClone(pack(without))), without);
    }
  });

  it('is unpacked once', () => {
    const [entry] = entries;
    ok(entry);
    const standing = pack(entry);
    strictEqual(unpack(standing), unpack(standing));
  });
});
