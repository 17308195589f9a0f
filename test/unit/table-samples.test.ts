// Tables as converters leave them: each sample of test/tables is read to the figure, and nothing else is said.

import { deepStrictEqual, ok } from 'node:assert';
import { faultsOf, tableSamples } from '../support/table-samples.ts';

describe('tables of every kind', () => {
  const samples = tableSamples();

  it('are at least twenty', () => ok(samples.length >= 20));

  for (const sample of samples) it(sample.name, () => deepStrictEqual(faultsOf(sample), []));
});
