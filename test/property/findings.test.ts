import { ok } from 'node:assert';
import { failedIdentities } from '../../server/src/audit/identities.ts';
import { tablesOf } from '../../server/src/report/contents.ts';
import { reportsIn } from '../../server/src/report/index.ts';
import { base } from '../support/base.ts';
import { random, runSeed, times } from '../support/random.ts';
import { findingsOf } from '../support/reading.ts';

describe('findings', () => {
  it('report every broken identity, so that one not reported has been accepted', () => {
    const chance = random(runSeed());
    for (let round = 0; round < times(40); round++) {
      const text = base.replace(/(?<=\| )\d+(?= \|)/g, (figure) =>
        chance.chance(0.05) ? chance.pick(['', '/', '3', '12']) : figure,
      );
      for (const { report } of reportsIn(text)) {
        const reported = new Set(findingsOf(report).flatMap(({ identities }) => identities));
        for (const { table } of tablesOf(report))
          for (const { identity } of failedIdentities(table))
            ok(reported.has(identity), `${identity.at}: ${text}`);
      }
    }
  });
});
