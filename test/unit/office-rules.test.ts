import { deepStrictEqual } from 'node:assert';
import { emptyConfig } from '../../server/src/config/read.ts';
import { findings } from '../../server/src/findings/findings.ts';
import type { ReadingNote } from '../../server/src/rules/rule.ts';
import { base, embed } from '../support/base.ts';
import { reportOf } from '../support/reading.ts';

const note = (kind: string, at: number | null = null): ReadingNote => ({
  kind,
  at,
  message: { zh: '文件含有修订', en: 'has tracked changes' },
});
const config = { file: null, severities: emptyConfig.rules, accept: [] };
const found = (text: string, notes: readonly ReadingNote[], isFirst = true, severities = emptyConfig.rules) =>
  findings(reportOf(text), {
    config: { ...config, severities },
    document: 'a.docx',
    neighbours: null,
    reading: { notes, start: 0, isFirst },
  } as never).items.map(({ rule, severity }) => `${rule} ${severity}`);

describe('rules on reading Office files', () => {
  it('say once a file what the reader has noted', () => {
    deepStrictEqual(found(base, [note('tracked'), note('uncalculated', 90), note('uncalculated', 99)]), [
      'office-tracked info',
      'office-uncalculated warning',
    ]);
    deepStrictEqual(found(base, [note('tracked')], false), []);
    deepStrictEqual(
      found(base, [note('scanned'), note('error-value', 9), note('embedded'), note('hidden')]),
      ['office-scanned warning', 'office-hidden info', 'office-embedded warning', 'office-error warning'],
    );
  });

  it('a picture counts only in the section of a table that is not there', () => {
    const without = embed('四、政府信息公开行政复议、行政诉讼情况\n（见附件）');
    const at = without.indexOf('（见附件）');
    deepStrictEqual(found(without, [note('picture', at)]), [
      'missing-table error',
      'office-picture-table warning',
    ]);
    deepStrictEqual(found(without, [note('picture', 3)]), ['missing-table error']);
    deepStrictEqual(found(base, [note('picture', base.indexOf('四、'))]), []);
  });

  it('take their levels from the settings', () => {
    deepStrictEqual(found(base, [note('tracked')], true, new Map([['office-tracked', 'off' as const]])), []);
    deepStrictEqual(found(base, [note('tracked')], true, new Map([['office-tracked', 'error' as const]])), [
      'office-tracked error',
    ]);
  });
});
