import { notStrictEqual, strictEqual } from 'node:assert';
import { organKey, ReportIndex } from '../../server/src/archive/report-index.ts';
import type { ReportSummary } from '../../server/src/archive/summary.ts';

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
describe('report index', () => {
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
      const index = indexOf(
        new Map([
          ['a/24.txt', [{ organ, year: 2024 }]],
          ['b/23.txt', [{ organ, year: 2023 }]],
          ['c/24.txt', [{ organ, year: 2024 }]],
          ['c/23.txt', []],
        ]),
      );
      const [own] = index.of('a/24.txt');
      strictEqual(own && index.lastYear(own) !== null, found, organ);
      index.set('c/23.txt', [{ organ, year: 2023 }], noSummary);
      index.delete('b/23.txt');
      const [other] = index.of('c/24.txt');
      strictEqual(other && index.lastYear(other)?.document, 'c/23.txt', organ);
    }
  });
});
