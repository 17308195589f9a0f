import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { summaryOf } from '../../server/src/archive/summary.ts';
import { packSummary, unpackSummary } from '../../server/src/cli/packed-summary.ts';
import { documentText, reportsIn } from '../../server/src/report/index.ts';
import { base } from '../support/base.ts';

describe('a summary between threads', () => {
  const text = `${base}\n${base.replaceAll('2024', '2023')}`.replace(
    /(?=\n二、)/,
    `\n${'建立起草、审核、发布、复查四个环节的责任清单，每个季度抽查一次，发现问题当月改正。'.repeat(3)}`,
  );
  const summaries = reportsIn(documentText(text)).map(({ report }) => summaryOf(report));

  it('arrives as it was', () => {
    ok(summaries.length === 2 && summaries.some(({ paragraphs }) => paragraphs.length > 0));
    for (const summary of summaries)
      deepStrictEqual(unpackSummary(structuredClone(packSummary(summary))), summary);
    for (const summary of summaries) {
      const without = { ...summary, paragraphs: [], values: new Float64Array(3), places: new Uint32Array(6) };
      deepStrictEqual(unpackSummary(structuredClone(packSummary(without))), without);
    }
  });

  it('is unpacked once', () => {
    const [summary] = summaries;
    ok(summary);
    const packed = packSummary(summary);
    strictEqual(unpackSummary(packed), unpackSummary(packed));
  });
});
