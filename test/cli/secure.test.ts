import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readInput } from '../../server/src/io/read-file.ts';
import { inFolder, ogi, onPosix } from '../support/cli.ts';
import { wrongTotal } from '../support/faulty.ts';

const secret = '{"rules":{"sum-mismatch":"off"},"password-of-someone":1}';

const pipe = (path: string) => execFileSync('sh', ['-c', 'mkfifo "$0"', path]);

/** A configuration nobody named can be anything: it came with the folder. */
describe('a folder from somewhere', () => {
  const files = { 'in/a.txt': wrongTotal, 'out/secret.json': secret };
  const checkIn = (folder: string) => ogi(['check', '--format', 'json', '.'], { cwd: join(folder, 'in') });

  onPosix('has no link for a configuration', () =>
    inFolder(files, (folder) => {
      symlinkSync(join(folder, 'out/secret.json'), join(folder, 'in/.ogi-report.json'));
      const { code, out, err } = checkIn(folder);
      strictEqual(code, 1);
      ok(out.includes('sum-mismatch') && !(out + err).includes('password'), out + err);
    }),
  );

  onPosix('is not waited for when its configuration is a pipe, a folder or a device', () =>
    inFolder(files, (folder) => {
      pipe(join(folder, 'in/.ogi-report.json'));
      strictEqual(checkIn(folder).code, 1);
      mkdirSync(join(folder, 'in/below/.ogi-report.json'), { recursive: true });
      strictEqual(checkIn(folder).code, 1);
    }),
  );

  onPosix('names no file outside: its links are left alone, its entries open nothing', () =>
    inFolder(files, (folder) => {
      symlinkSync(join(folder, 'out'), join(folder, 'in/linked'));
      symlinkSync(join(folder, 'out/secret.json'), join(folder, 'in/b.txt'));
      const { out, err } = checkIn(folder);
      ok(!(out + err).includes('password') && !out.includes('linked'), out + err);
    }),
  );

  onPosix('is not waited for when a pipe stands where a report was listed', () =>
    inFolder(files, (folder) => {
      const file = join(folder, 'in/pipe.txt');
      pipe(file);
      ok('error' in readInput({ path: 'pipe.txt', file, listed: true }));
    }),
  );

  it('may have a configuration as large as it likes', () =>
    inFolder({ ...files, 'in/.ogi-report.json': `{"accept":[${'{},'.repeat(4_000_000)}]}` }, (folder) => {
      const { code, out } = checkIn(folder);
      strictEqual(code, 1);
      ok(out.includes('invalid-configuration'), out.slice(0, 300));
    })).timeout(60_000);

  it('cannot hang the check with a pattern', () =>
    inFolder(
      {
        [`in/${'a'.repeat(80)}.txt`]: wrongTotal,
        'in/.ogi-report.json': JSON.stringify({
          aggregates: [{ report: '*a'.repeat(40), parts: [`${'*a'.repeat(40)}b`] }],
        }),
      },
      (folder) => strictEqual(checkIn(folder).code, 1),
    )).timeout(20_000);

  it('may be opened without trust: no setting names a file', () => {
    const { capabilities, contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    deepStrictEqual(capabilities.untrustedWorkspaces, { supported: true });
    const properties: Record<string, { enum?: string[]; additionalProperties?: { enum?: string[] } }> =
      contributes.configuration.properties;
    for (const [name, setting] of Object.entries(properties))
      ok(setting.enum ?? setting.additionalProperties?.enum, `${name} takes words of the workspace's own`);
  });
});
