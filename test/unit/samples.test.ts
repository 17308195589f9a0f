import { deepStrictEqual, ok } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FieldId } from '../../server/src/form/spec.ts';
import { reportsIn } from '../../server/src/report/index.ts';
import { expectFindings, parseMarked } from '../support/marked.ts';
import { expectedOf, readOf } from '../support/reading.ts';

/** What stands beside each sample: its reports in order, every cell as written. */
interface Expected {
  readonly reports: readonly {
    readonly year: number;
    readonly organ: string;
    readonly edition: string;
    readonly fields: Readonly<Record<FieldId, string>>;
  }[];
}

const folder = fileURLToPath(new URL('../samples', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));

describe('sample reports', () => {
  it('are at least twelve', () => ok(names.length >= 12));

  for (const name of names) {
    const sample = readFileSync(join(folder, name), 'utf8');
    const expected: Expected = JSON.parse(readFileSync(join(folder, name.replace(/txt$/, 'json')), 'utf8'));

    it(`${name}: every figure is read`, () => {
      const reports = reportsIn(parseMarked(sample).text).map(({ report }) => report);
      deepStrictEqual(
        reports.map(({ year, organ, edition }) => ({ year, organ, edition })),
        expected.reports.map(({ year, organ, edition }) => ({ year, organ, edition })),
      );
      for (const [i, report] of reports.entries())
        deepStrictEqual(
          readOf(report),
          expectedOf(new Map(Object.entries(expected.reports[i]?.fields ?? {}))),
        );
    });

    it(`${name}: the findings are exactly the marks`, () => expectFindings(sample));
  }
});
