import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { rules } from '../../server/src/rules/all.ts';
import { inFolder, ogi } from '../support/cli.ts';
import { clean, fullWidth, noReport, wrongTotal } from '../support/faulty.ts';

/** The published schema (draft 4), as the npm package @microsoft/jest-sarif 1.0.0-beta.0 (MIT) carries it. */
const {
  $schema: _,
  id: __,
  ...schema
} = JSON.parse(readFileSync(new URL('./sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'));
const valid = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })).compile(schema);

const sarif = (cwd: string, ...paths: string[]): Log => {
  const log = JSON.parse(ogi(['check', '-f', 'sarif', ...paths], { cwd }).out);
  valid(log);
  deepStrictEqual(valid.errors ?? [], []);
  return log;
};

describe('ogi-report check --format sarif', () => {
  it('is valid with and without findings, for unreadable files and bad configurations', () =>
    inFolder(
      {
        'a 1.txt': wrongTotal,
        'b.txt': fullWidth,
        'c.txt': clean,
        'd.txt': noReport,
        'e.txt': Uint8Array.of(0xff, 0, 0xff),
        '.ogi-report.json': '{"rules": {"no-such": "off"}}',
      },
      (cwd) => {
        const [run] = sarif(cwd, '.', 'none.txt').runs;
        const found = new Set(run?.results?.map(({ ruleId }) => ruleId));
        for (const id of ['sum-mismatch', 'number-format', 'invalid-configuration']) ok(found.has(id), id);
        const [invocation] = run?.invocations ?? [];
        strictEqual(invocation?.executionSuccessful, false);
        strictEqual(invocation?.toolExecutionNotifications?.length, 2);
        strictEqual(sarif(cwd, 'c.txt').runs[0]?.results?.filter(({ level }) => level !== 'error').length, 0);
      },
    ));

  it('describes every rule, and each result points to its own', () =>
    inFolder({ 'a 1.txt': wrongTotal }, (cwd) => {
      const [run] = sarif(cwd, '.').runs;
      const described = run?.tool.driver.rules ?? [];
      for (const { id } of rules) {
        const rule = described.find((each) => each.id === id);
        ok(rule?.shortDescription?.text && rule.help?.markdown?.includes(`\`${id}\``), id);
      }
      for (const { ruleIndex, ruleId } of run?.results ?? [])
        strictEqual(described[ruleIndex ?? -1]?.id, ruleId);
    }));

  it('regions count UTF-16 units from 1, uris are escaped, fixes replace what they name', () =>
    inFolder({ '年报 1.txt': wrongTotal }, (cwd) => {
      const [run] = sarif(cwd, '年报 1.txt').runs;
      strictEqual(run?.columnKind, 'utf16CodeUnits');
      const sum = run?.results?.find(({ ruleId }) => ruleId === 'sum-mismatch');
      const place = sum?.locations?.[0]?.physicalLocation;
      strictEqual(place?.artifactLocation?.uri, '%E5%B9%B4%E6%8A%A5%201.txt');
      const { startLine = 0, startColumn = 0, endColumn = 0 } = place?.region ?? {};
      const line = wrongTotal.split('\n')[startLine - 1] ?? '';
      strictEqual(line.slice(startColumn - 1, endColumn - 1), '10');
      const replacement = sum?.fixes?.[0]?.artifactChanges[0]?.replacements[0];
      deepStrictEqual(replacement?.deletedRegion, place?.region);
      strictEqual(replacement?.insertedContent?.text, '9');
    }));
});
