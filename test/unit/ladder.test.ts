import { deepStrictEqual, ok } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** Folders and files of server/src from the ground up: each may import what stands before it, and itself. */
const ladder = [
  'base',
  'form',
  'text',
  'table',
  'report',
  'prose',
  'audit',
  'archive',
  'rules',
  'config',
  'findings',
  'features',
  'io',
  'lsp',
  'cli',
  'server.ts',
  'worker.ts',
  'cli.ts',
];

/** What may use Node; everything else runs in a browser too. */
const onNode = ['io', 'cli', 'server.ts', 'cli.ts'];

/** Modules through which a program could reach the network or start another one. */
const barred =
  /^(?:node:)?(?:child_process|cluster|dgram|dns|http2?|https|inspector|net|repl|tls|vm|wasi)(?:\/|$)/;
/** The same by name, and code made of text. */
const barredWords =
  /(?:^|[^.\w])(?:eval|Function|fetch|importScripts)\s*\(|new\s+(?:Function|WebSocket|XMLHttpRequest|EventSource|Worker\(['"`](?:data|blob))\b/;

/** Tables of data may be long. */
const longest = 250;
const dataFiles = ['server/src/form/applications.ts'];

interface Source {
  /** From the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Paths from the project's root, or names of packages. */
  readonly imports: readonly string[];
}

function sourcesIn(folder: string): readonly Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const path = `${folder}/${name.replaceAll('\\', '/')}`;
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

const importsOf = (path: string, text: string): readonly string[] =>
  [...text.matchAll(/\b(?:from|import|require)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, name = '']) =>
    name.startsWith('.') ? relative(root, resolve(root, dirname(path), name)).replaceAll('\\', '/') : name,
  );

/** `rules` for server/src/rules/check.ts, `files.ts` for server/src/io/files.ts. */
const stepOf = (path: string): string => path.replace('server/src/', '').split('/')[0] ?? '';

const server = sourcesIn('server/src');
const client = sourcesIn('client/src');
const own = (name: string): boolean => /^(?:server|client|test|scripts|package\.json|syntaxes)/.test(name);

/** `path: import` for every import that `wrong` says is wrong. */
const offences = (sources: readonly Source[], wrong: (path: string, name: string) => boolean) =>
  sources.flatMap(({ path, imports }) =>
    imports.filter((name) => wrong(path, name)).map((name) => `${path}: ${name}`),
  );

describe('ladder', () => {
  it('every folder and file of the server has its step', () => {
    deepStrictEqual(
      [...new Set(server.map(({ path }) => stepOf(path)))].filter((step) => !ladder.includes(step)),
      [],
    );
  });

  it('imports of the server point down', () => {
    const up = (path: string, name: string) =>
      own(name) &&
      name !== 'package.json' &&
      (!name.startsWith('server/src/') || ladder.indexOf(stepOf(name)) > ladder.indexOf(stepOf(path)));
    deepStrictEqual(offences(server, up), []);
  });

  it('findings have one door: only findings.ts runs the rules and applies what is accepted', () => {
    const past = (path: string, name: string) =>
      name === 'server/src/rules/check.ts' && path !== 'server/src/findings/findings.ts';
    deepStrictEqual(offences(server, past), []);
    const applying = server.filter(({ text }) => /\bwithoutAccepted\(/.test(text)).map(({ path }) => path);
    deepStrictEqual(applying, ['server/src/config/acceptance.ts', 'server/src/findings/findings.ts']);
  });

  it('the command line and the language server know nothing of each other', () => {
    const across = (path: string, name: string) =>
      (stepOf(path) === 'cli' && name.startsWith('server/src/lsp')) ||
      (stepOf(path) === 'lsp' && name.startsWith('server/src/cli'));
    deepStrictEqual(offences(server, across), []);
  });

  it('only the entries, the command line and files.ts use Node', () => {
    const node = (path: string, name: string) =>
      !onNode.includes(stepOf(path)) && (name.startsWith('node:') || name.endsWith('/node'));
    deepStrictEqual(offences(server, node), []);
    const disk = (path: string, name: string) => /^node:fs/.test(name) && stepOf(path) === 'cli';
    deepStrictEqual(offences(server, disk), []);
  });

  it('the client knows nothing of the server, and of Node in its entry only', () => {
    deepStrictEqual(
      offences(client, (_, name) => own(name) && !name.startsWith('client/src/')),
      [],
    );
    const node = (path: string, name: string) =>
      path !== 'client/src/extension.ts' && (name.startsWith('node:') || name.endsWith('/node'));
    deepStrictEqual(offences(client, node), []);
  });

  it('nothing reaches the network, starts a program or runs text as code', () => {
    deepStrictEqual(
      offences([...server, ...client], (_, name) => barred.test(name)),
      [],
    );
    const words = [...server, ...client].flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => !/^\s*(?:\/?\*|\/\/)/.test(line) && barredWords.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    deepStrictEqual(words, []);
    ok(barredWords.test('const x = eval(text)') && barredWords.test('  return new Function(text);'));
  });

  it(`no file is longer than ${longest} lines`, () => {
    const long = [...server, ...client]
      .filter(({ path, text }) => !dataFiles.includes(path) && text.split('\n').length - 1 > longest)
      .map(({ path, text }) => `${path}: ${text.split('\n').length - 1}`);
    deepStrictEqual(long, []);
  });
});
