import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inFolder } from '../support/cli.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('a release says what is in it and how it was made', () =>
  inFolder({}, (folder) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'scripts/release.mjs'), '--to', folder],
      { encoding: 'utf8', env: { ...process.env, npm_config_registry: 'http://127.0.0.1:9/' } },
    );
    strictEqual(status, 0, stderr);
    match(stdout, /npm audit: NOT DONE, no registry answered\.\n$/);

    const names = readdirSync(folder);
    const ending = (end: string) => join(folder, names.find((name) => name.endsWith(end)) ?? end);
    const sums = readFileSync(ending('.sha256'), 'utf8');
    for (const name of names.filter((each) => !each.endsWith('.sha256'))) {
      const sum = createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex');
      ok(sums.includes(`${sum}  ${name}\n`), name);
    }

    const { bomFormat, components, dependencies } = JSON.parse(readFileSync(ending('.cdx.json'), 'utf8'));
    strictEqual(bomFormat, 'CycloneDX');
    const packages = components.map(({ name }: { name: string }) => name);
    for (const bundled of ['vscode-languageclient', 'vscode-languageserver', 'htmlparser2', 'semver'])
      ok(packages.includes(bundled), bundled);
    for (const other of ['typescript', 'esbuild', 'iconv-lite']) ok(!packages.includes(other), other);
    strictEqual(dependencies.length, components.length + 1);

    const note = JSON.parse(readFileSync(ending('.provenance.json'), 'utf8'));
    const git = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' });
    strictEqual(note.source.commit, git.status === 0 ? git.stdout.trim() : null);
    deepStrictEqual(
      note.subject.map(({ name }: { name: string }) => name.replace(/^.*\d\./, '')),
      ['vsix', 'cdx.json'],
    );
  }));
