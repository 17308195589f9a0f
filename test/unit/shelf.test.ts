import { deepStrictEqual, notStrictEqual, strictEqual } from 'node:assert';
import { organKey, ReportIndex } from '../../server/src/archive/report-index.ts';
import type { ReportSummary } from '../../server/src/archive/summary.ts';
import { random, runSeed } from '../support/random.ts';

interface Named {
  readonly organ: string | null;
  readonly year: number | null;
}
const noEntry = (): ReportSummary => {
  throw new Error('nobody asked for it');
};
const shelfOf = (documents: ReadonlyMap<string, readonly Named[]>): ReportIndex => {
  const shelf = new ReportIndex();
  for (const [name, reports] of documents) shelf.set(name, reports, noEntry);
  return shelf;
};
/** Of every report: whose and which year's it is, and where last year's is. */
const seen = (shelf: ReportIndex): string[] =>
  [...shelf.documents()]
    .flatMap((name) =>
      shelf.of(name).map((own, i) => {
        const last = shelf.lastYear(own);
        return `${name} ${i} ${own.organ} ${own.year}: ${last?.document} ${last?.year} ${last?.organ}`;
      }),
    )
    .sort();

describe('shelf', () => {
  it('names of one organ have one key, names of two have two', () => {
    for (const [a, b] of [
      ['清溪县人民政府办公室', '清溪县政府办'],
      ['白石市云岭街道办事处', '白石市云岭街道'],
      ['清溪縣教育局', '清溪县教育局'],
      ['白石经济开发区管理委员会', '白石经济开发区管委会'],
      ['清溪县发展和改革委员会', '清溪县发改委'],
    ] as const)
      strictEqual(organKey(a), organKey(b), `${a} ${b}`);
    for (const [a, b] of [
      ['清溪县人民政府办公室', '清溪县人民政府'],
      ['清溪县教育局', '清溪县教育体育局'],
      ['白石市水务局', '白石市安澜区水务局'],
    ] as const)
      notStrictEqual(organKey(a), organKey(b), `${a} ${b}`);
  });

  it('a name that any county could have is looked for in its own folder', () => {
    for (const [organ, found] of [
      ['清溪县教育局', true],
      ['云岭街道', true],
      ['县教育局', false],
      ['市场监督管理局', false],
      ['城市管理局', false],
      ['经济开发区管委会', false],
    ] as const) {
      const shelf = shelfOf(
        new Map([
          ['a/24.txt', [{ organ, year: 2024 }]],
          ['b/23.txt', [{ organ, year: 2023 }]],
          ['c/24.txt', [{ organ, year: 2024 }]],
          ['c/23.txt', []],
        ]),
      );
      const [own] = shelf.of('a/24.txt');
      strictEqual(own && shelf.lastYear(own) !== null, found, organ);
      shelf.set('c/23.txt', [{ organ, year: 2023 }], noEntry);
      shelf.delete('b/23.txt');
      const [other] = shelf.of('c/24.txt');
      strictEqual(other && shelf.lastYear(other)?.document, 'c/23.txt', organ);
    }
  });

  it('after any number of changes the same as put up afresh; reports that stay keep their place', () => {
    const seed = runSeed();
    const chance = random(seed);
    const documents = new Map<string, readonly Named[]>();
    const shelf = new ReportIndex();
    const report = (): Named => ({
      organ: chance.pick(['清溪县教育局', '清溪县水利局', '白石市民政局', null]),
      year: chance.pick([2022, 2023, 2024, null]),
    });
    for (let step = 0; step < 400; step++) {
      const name = `${chance.between(1, 6)}.txt`;
      const before = documents.get(name) ?? [];
      if (chance.chance(0.1)) {
        documents.delete(name);
        shelf.delete(name);
        continue;
      }
      const at = chance.between(0, before.length);
      const gone = chance.between(0, 2);
      const fresh = Array.from({ length: before.length > 6 ? 0 : chance.between(0, 2) }, report);
      const after = [...before.slice(0, at), ...fresh, ...before.slice(at + gone)];
      const kept = shelf.of(name);
      documents.set(name, after);
      shelf.set(name, after, noEntry);
      deepStrictEqual(seen(shelf), seen(shelfOf(documents)), `OGI_SEED=${seed}, step ${step}`);
      for (let i = 0; i < at; i++) strictEqual(shelf.of(name)[i], kept[i], `OGI_SEED=${seed}, step ${step}`);
    }
  });
});
