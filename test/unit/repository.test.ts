// Guards of the repository: file names that every system takes, and pages that name files which exist.

import { deepStrictEqual, ok } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { exportsOf, filesIn, root, sourcesIn, wrongImports } from '../support/sources.ts';

/** What git ignores, and its own folder. */
const ignored = /^(?:\.git|\.vscode-host|\.vscode-test|coverage|dist|node_modules|release)$/;

const files = readdirSync(root, { withFileTypes: true })
  .filter(({ name }) => !ignored.test(name))
  .flatMap((entry) => (entry.isDirectory() ? filesIn(entry.name) : [entry.name]));

/** Characters and names that Windows refuses, and names that end as it does not allow. */
const refused = /[<>:"\\|?*\u0000-\u001f]|[. ]$|^(?:aux|com\d|con|lpt\d|nul|prn)(?:\.|$)/i;

/**
 * Pages for people who write code. Their paths count from the root, from server/src, or from their own
 * folder.
 */
const pages = [
  'CONTRIBUTING.md',
  'README.md',
  'server/README.md',
  'test/support/README.md',
  'docs/performance.md',
  'docs/reliability.md',
];

/** What is built, and what users write. */
const made = /^(?:dist|release)\/|^\.ogi-report\.json$/;

/** Names in server/README.md that are the protocol's, or keys of data. */
const ofOthers = ['didChange', 'sumOf'];

/** Paths in `code` and the targets of links. A path with `…`, `*` or `<` stands for several. */
const pathsIn = (page: string): readonly string[] =>
  [
    ...page.matchAll(
      /`([\w./-]+\/|[\w./-]+\.(?:cjs|json|lua|md|mjs|mts|ts|txt|yml))`|\]\((?!https?:)([^)#]+)/g,
    ),
  ].map(([, code, link]) => code ?? link ?? '');

describe('repository', () => {
  it('every system takes the file names', () => {
    deepStrictEqual(
      files.filter((path) => path.split('/').some((name) => refused.test(name))),
      [],
    );
    const folded = files.map((path) => path.normalize('NFC').toLowerCase());
    deepStrictEqual(
      folded.filter((path, i) => folded.indexOf(path) !== i),
      [],
    );
    ok(['a:b', 'nul.txt', 'a.', 'x|y'].every((name) => refused.test(name)) && !refused.test('nullable.ts'));
  });

  it('test/unit is quick: nothing in it draws by chance or loads what it does not need', () => {
    const slow = (_: string, name: string) =>
      name === 'test/support/random.ts' || /^(?:ajv|esbuild|fast-check|nzh|picomatch|recheck)$/.test(name);
    deepStrictEqual(wrongImports(sourcesIn('test/unit'), slow), []);
  });

  for (const page of pages)
    it(`${page} names only files that exist`, () => {
      const names = pathsIn(readFileSync(join(root, page), 'utf8'));
      const own = join(page, '..');
      const known = new Set(files.map((path) => basename(path)));
      const exists = (path: string) =>
        [root, join(root, 'server/src'), join(root, own)].some((folder) => existsSync(join(folder, path))) ||
        (!path.includes('/') && known.has(path));
      deepStrictEqual(
        names.filter((path) => !made.test(path) && !exists(path)),
        [],
      );
    });

  it('server/README.md names only types and functions that exist', () => {
    const page = readFileSync(join(root, 'server/README.md'), 'utf8');
    const exported = new Set(sourcesIn('server/src').flatMap(exportsOf));
    const names = [...page.matchAll(/`([A-Z][a-z]+[A-Za-z]*|[a-z]+[A-Z]\w*)`/g)].map(([, name = '']) => name);
    deepStrictEqual(
      names.filter((name) => !exported.has(name) && !ofOthers.includes(name)),
      [],
    );
  });
});
