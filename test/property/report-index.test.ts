import { deepStrictEqual, strictEqual } from 'node:assert';
import { ReportIndex } from '../../server/src/archive/report-index.ts';
import type { ReportSummary } from '../../server/src/archive/summary.ts';
import { random, runSeed, times } from '../support/random.ts';

interface Named {
  readonly organ: string | null;
  readonly year: number | null;
}
const noSummary = (): ReportSummary => {
  throw new Error('nobody asked for it');
};
const indexOf = (documents: ReadonlyMap<string, readonly Named[]>): ReportIndex => {
  const index = new ReportIndex();
  for (const [name, reports] of documents) index.set(name, reports, noSummary);
  return index;
};
/** Of every report: whose and which year's it is, and where last year's is. */
const seen = (index: ReportIndex): string[] =>
  [...index.documents()]
    .flatMap((name) =>
      index.of(name).map((own, i) => {
        const last = index.lastYear(own);
        return `${name} ${i} ${own.organ} ${own.year}: ${last?.document} ${last?.year} ${last?.organ}`;
      }),
    )
    .sort();

describe('report index', () => {
  it('after any number of changes the same as put up afresh; reports that stay keep their place', () => {
    const chance = random(runSeed());
    const documents = new Map<string, readonly Named[]>();
    const index = new ReportIndex();
    const report = (): Named => ({
      organ: chance.pick(['清溪县教育局', '清溪县水利局', '白石市民政局', null]),
      year: chance.pick([2022, 2023, 2024, null]),
    });
    for (let step = 0; step < times(400); step++) {
      const name = `${chance.between(1, 6)}.txt`;
      const before = documents.get(name) ?? [];
      if (chance.chance(0.1)) {
        documents.delete(name);
        index.delete(name);
        continue;
      }
      const at = chance.between(0, before.length);
      const gone = chance.between(0, 2);
      const fresh = Array.from({ length: before.length > 6 ? 0 : chance.between(0, 2) }, report);
      const after = [...before.slice(0, at), ...fresh, ...before.slice(at + gone)];
      const kept = index.of(name);
      documents.set(name, after);
      index.set(name, after, noSummary);
      deepStrictEqual(seen(index), seen(indexOf(documents)), `step ${step}`);
      for (let i = 0; i < at; i++) strictEqual(index.of(name)[i], kept[i], `step ${step}`);
    }
  });
});
