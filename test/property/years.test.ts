import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { compareYears } from '../../server/src/features/compare-years.ts';
import { random, runSeed, times } from '../support/random.ts';
import { findingsIn, reportOf } from '../support/reading.ts';
import { twoYears, withStandardSentences } from '../support/years.ts';

describe('sentences from the tables', () => {
  it('no rule has anything against them, whatever the figures', () => {
    for (const { now } of twoYears(times(30), random(runSeed()), 0)) {
      const text = withStandardSentences(now);
      ok(text.length > now.length);
      deepStrictEqual(
        findingsIn(text).map(({ finding }) => `${finding.rule} ${finding.message.zh}`),
        findingsIn(now).map(({ finding }) => `${finding.rule} ${finding.message.zh}`),
        text,
      );
    }
  });
});

describe('two years side by side', () => {
  it('as many lines left as right', () => {
    for (const { last, now } of twoYears(times(20), random(runSeed()), 0.5)) {
      const { left, right } = compareYears(reportOf(last), reportOf(now), 'en');
      strictEqual(left.split('\n').length, right.split('\n').length);
    }
  });
});
