// Whole reports, printed in every layout with every noise, are read as they were printed. Layouts: ../support/layouts.ts.

import { deepStrictEqual, strictEqual } from 'node:assert';
import fc from 'fast-check';
import { reportsIn } from '../../server/src/report/index.ts';
import { figuresOf } from '../support/figures.ts';
import { joined, layoutIds, print } from '../support/printer.ts';
import { runSeed, runs } from '../support/random.ts';
import { cellsOf, expectedOf, findingKeys, readOf, reportOf } from '../support/reading.ts';
import { type Variant, variantOf } from '../support/variants.ts';

/** The whole report is read as it was printed: every figure, each at its place, year, organ and edition. */
function checkReading({ name, figures, options }: Variant): void {
  const printed = print(figures, options);
  const report = reportOf(printed.text);
  deepStrictEqual(readOf(report), expectedOf(figures), name);
  for (const [field, cell] of cellsOf(report)) {
    if (cell.state === 'blank') strictEqual(cell.span.from, cell.span.to, `${name}: ${field}`);
    else deepStrictEqual(cell.span, printed.at.get(field), `${name}: ${field}`);
  }
  deepStrictEqual(
    { edition: report.edition, year: report.year },
    { edition: options.edition, year: options.year },
    name,
  );
}

describe('layouts', () => {
  for (const layout of layoutIds)
    for (const edition of ['2021', '2019'] as const)
      it(`${layout}, edition ${edition}: the printed figures are read, and nothing is found`, () => {
        const seed = runSeed();
        const figures = figuresOf(seed, edition);
        const options = { layout, edition, year: edition === '2021' ? 2024 : 2020 };
        checkReading({ name: `seed ${seed}`, figures, options });
        deepStrictEqual(findingKeys(reportOf(print(figures, options).text)), [], `seed ${seed}`);
      });

  it('any figures in any layout with any noise are read as printed', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => checkReading(variantOf(seed))),
      { ...runs(60), endOnFailure: true },
    );
  });

  it('the same figures give the same findings in every layout', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...layoutIds), (seed, layout) => {
        const { figures, options } = variantOf(seed);
        // One cell too many makes sure there is something to find.
        const wrong = new Map(figures).set('applications.3-2.business', '77');
        const plain = { edition: options.edition, year: options.year ?? 2024 };
        if ([...figures.values()].includes('')) return;
        deepStrictEqual(
          findingKeys(reportOf(print(wrong, { ...plain, layout }).text)),
          findingKeys(reportOf(print(wrong, plain).text)),
          `seed ${seed}, ${layout}`,
        );
      }),
      { ...runs(30), endOnFailure: true },
    );
  });

  it('several reports in one text are read one by one', () => {
    const seed = runSeed();
    const variants = [seed, seed + 1, seed + 2].map((one) => variantOf(one));
    const printed = variants.map(({ figures, options }) =>
      print(figures, { ...options, frame: 'none', eol: '\n', residue: false }),
    );
    const { text } = joined(printed, '\n');
    const reports = reportsIn(text);
    strictEqual(reports.length, 3, `seed ${seed}`);
    for (const [i, { report }] of reports.entries())
      deepStrictEqual(
        readOf(report),
        expectedOf(variants[i]?.figures ?? new Map()),
        `report ${i} of ${variants[i]?.name}`,
      );
  });
});
