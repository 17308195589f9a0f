import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { summaryOf } from '../../server/src/archive/summary.ts';
import { packSummary, unpackSummary } from '../../server/src/cli/packed-summary.ts';
import { documentText, reportsIn } from '../../server/src/report/index.ts';
import { base } from '../support/base.ts';

describe('an entry between threads', () => {
  const text = `${base}\n${base.replaceAll('2024', '2023')}`.replace(
    /(?=\n二、)/,
    `\n${'建立起草、审核、发布、复查四个环节的责任清单，每个季度抽查一次，发现问题当月改正。'.repeat(3)}`,
  );
  const entries = reportsIn(documentText(text)).map(({ report }) => summaryOf(report));

  it('arrives as it was', () => {
    ok(entries.length === 2 && entries.some(({ paragraphs }) => paragraphs.length > 0));
    for (const entry of entries) deepStrictEqual(unpackSummary(structuredClone(packSummary(entry))), entry);
    for (const entry of entries) {
      const without = { ...entry, paragraphs: [], values: new Float64Array(3), places: new Uint32Array(6) };
      deepStrictEqual(unpackSummary(structuredClone(packSummary(without))), without);
    }
  });

  it('is unpacked once', () => {
    const [entry] = entries;
    ok(entry);
    const standing = packSummary(entry);
    strictEqual(unpackSummary(standing), unpackSummary(standing));
  });
});
