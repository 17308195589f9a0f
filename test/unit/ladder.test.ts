// Guards of the house: which room may import which, what each file may use, and how names, comments and sizes
// are kept. A guard that fails names the file; server/README.md says what each room is for.

import { deepStrictEqual, ok } from 'node:assert';
import type { Token } from 'js-tokens';
import {
  classesOf,
  exportsOf,
  longFunctions,
  repeated,
  sourcesIn,
  tokensOf,
  wrongImports,
} from '../support/sources.ts';

/**
 * The rooms of server/src from the ground up, then its entries: each imports only itself and what stands
 * before it.
 */
const ladder = [
  'base',
  'text',
  'form',
  'table',
  'table/read',
  'table/shape',
  'table/write',
  'table/index.ts',
  'report',
  'prose',
  'audit',
  'ledger',
  'archive',
  'rules',
  'config',
  'findings',
  'features',
  'office',
  'export',
  'io',
  'lsp',
  'cli',
  'server.ts',
  'worker.ts',
  'office-worker.ts',
  'pdf-thread.ts',
  'cli.ts',
];

/** What may use Node; everything else runs in a browser too. */
const onNode = ['io', 'cli', 'server.ts', 'cli.ts', 'pdf-thread.ts'];

/** Modules through which a program could reach the network or start another one. */
const barred =
  /^(?:node:)?(?:child_process|cluster|dgram|dns|http2?|https|inspector|net|repl|tls|vm|wasi)(?:\/|$)/;
/** The same by name, and code made of text. */
const barredWords =
  /(?:^|[^.\w])(?:eval|Function|fetch|importScripts)\s*\(|new\s+(?:Function|WebSocket|XMLHttpRequest|EventSource|Worker\(['"`](?:data|blob))\b/;

/** Tables of data may be long. */
const longestFile = 200;
const longestFunction = 60;
const dataFiles = ['server/src/form/applications.ts', 'server/src/form/disclosure-2019.ts'];

/**
 * The entries of a bundle for Node and for a web worker export the same name, by which scripts/build.mjs
 * calls them.
 */
const entries = [
  'server/src/server.ts',
  'server/src/worker.ts',
  'client/src/extension.ts',
  'client/src/browser.ts',
];

/**
 * What spells a bar: one that is not ASCII, anywhere in code, or `|` in a character class, which tells bars
 * from other characters. Drawing a table with `|` is free. A class that begins so escapes the signs of
 * regular expressions.
 */
const otherBar = /[｜│]|0x(?:7c|ff5c|2502)\b|\\u(?:ff5c|2502)/i;
/** Most files need not be taken apart. */
const mayHaveBar = /[｜│]|0x7c|0xff5c|0x2502|\\u|\/.*\[[^\]\n]*\|/i;
const escaping = /^\[(?:\.\*\+\?|\\\\`\*_)/;
const spellsBar = ({ type, value }: Token): boolean =>
  otherBar.test(value) ||
  (type === 'RegularExpressionLiteral' &&
    classesOf(value).some((each) => each.includes('|') && !escaping.test(each)));

/**
 * `table/read` for server/src/table/read/bind.ts, `prose` for server/src/prose/sums/growth.ts, `cli.ts` for
 * the entry.
 */
function roomOf(path: string): string {
  const inside = path.replace('server/src/', '');
  const [first = '', second = ''] = inside.split('/');
  return ladder.includes(`${first}/${second}`) ? `${first}/${second}` : first;
}

const server = sourcesIn('server/src');
const client = sourcesIn('client/src');
const product = [...server, ...client];
const own = (name: string): boolean => /^(?:server|client|test|scripts|package\.json|syntaxes)/.test(name);

describe('ladder', () => {
  it('every room and entry of the server has its step', () => {
    deepStrictEqual(
      [...new Set(server.map(({ path }) => roomOf(path)))].filter((room) => !ladder.includes(room)),
      [],
    );
  });

  it('imports of the server point down', () => {
    const up = (path: string, name: string) =>
      own(name) &&
      name !== 'package.json' &&
      (!name.startsWith('server/src/') || ladder.indexOf(roomOf(name)) > ladder.indexOf(roomOf(path)));
    deepStrictEqual(wrongImports(server, up), []);
  });

  it('sentences have one door: other rooms import prose/index.ts only', () => {
    const past = (path: string, name: string) =>
      name.startsWith('server/src/prose/') &&
      name !== 'server/src/prose/index.ts' &&
      roomOf(path) !== 'prose';
    deepStrictEqual(wrongImports(server, past), []);
  });

  it('reading tables has one door: other rooms import table/index.ts, not table/read and table/shape', () => {
    const past = (path: string, name: string) =>
      /^server\/src\/table\/(?:read|shape)\//.test(name) && !path.startsWith('server/src/table/');
    deepStrictEqual(wrongImports(server, past), []);
  });

  it('findings have one door: only findings.ts runs the rules and applies what is accepted', () => {
    const past = (path: string, name: string) =>
      name === 'server/src/rules/check.ts' && path !== 'server/src/findings/findings.ts';
    deepStrictEqual(wrongImports(server, past), []);
    const applying = server.filter(({ text }) => /\bwithoutAccepted\(/.test(text)).map(({ path }) => path);
    deepStrictEqual(applying, ['server/src/config/acceptance.ts', 'server/src/findings/findings.ts']);
  });

  it('the command line and the language server know nothing of each other', () => {
    const across = (path: string, name: string) =>
      (roomOf(path) === 'cli' && name.startsWith('server/src/lsp')) ||
      (roomOf(path) === 'lsp' && name.startsWith('server/src/cli'));
    deepStrictEqual(wrongImports(server, across), []);
  });

  it('only the entries, the command line and io use Node', () => {
    const node = (path: string, name: string) =>
      !onNode.includes(roomOf(path)) && (name.startsWith('node:') || name.endsWith('/node'));
    deepStrictEqual(wrongImports(server, node), []);
    const disk = (path: string, name: string) => /^node:fs/.test(name) && roomOf(path) === 'cli';
    deepStrictEqual(wrongImports(server, disk), []);
  });

  it('the client knows nothing of the server, and of Node in its entry only', () => {
    deepStrictEqual(
      wrongImports(client, (_, name) => own(name) && !name.startsWith('client/src/')),
      [],
    );
    const node = (path: string, name: string) =>
      path !== 'client/src/extension.ts' && (name.startsWith('node:') || name.endsWith('/node'));
    deepStrictEqual(wrongImports(client, node), []);
  });

  it('nothing reaches the network, starts a program or runs text as code', () => {
    deepStrictEqual(
      wrongImports([...server, ...client], (_, name) => barred.test(name)),
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

  it('no name is exported by two files', () => {
    const names = product
      .filter(({ path }) => !entries.includes(path))
      .flatMap((source) => exportsOf(source).map((name) => [name, source.path] as const));
    deepStrictEqual(repeated(names), []);
    deepStrictEqual(repeated([...names, ['reportsIn', 'a.ts']]).length, 1);
  });

  it('no two files have one name, but for the doors of rooms', () => {
    const names = product.map(({ path }) => [path.split('/').at(-1) ?? '', path] as const);
    deepStrictEqual(repeated(names.filter(([name]) => name !== 'index.ts')), []);
  });

  it('what a bar is stands in text/chars.ts only', () => {
    const spelled = product
      .filter(({ path }) => path !== 'server/src/text/chars.ts')
      .flatMap((source) =>
        mayHaveBar.test(source.text)
          ? tokensOf(source).flatMap((it) => (spellsBar(it) ? [`${source.path}: ${it.value}`] : []))
          : [],
      );
    deepStrictEqual(spelled, []);
    const spells = (text: string) => tokensOf({ path: '', text, imports: [] }).some(spellsBar);
    ok(['/[\\s|]/', "'│'", '/^[^<|]+/', '/\\[|[|]/', 'unit === 0x7c'].every(spells));
    ok(!["'| 0 |'", '/a|[bc]|d/', '// │', '/\\[a|b\\]/'].some(spells));
  });

  it('every file begins with a comment on what it is for', () => {
    deepStrictEqual(
      product.filter(({ text }) => !/^(?:\/\/|\/\*)/.test(text)).map(({ path }) => path),
      [],
    );
  });

  it('comments have lines of at most 110 characters, as code has', () => {
    const wide = product.flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, i) =>
          /^\s*(?:\/\/|\/?\*)/.test(line) && [...line].length > 110 ? [`${path}:${i + 1}`] : [],
        ),
    );
    deepStrictEqual(wide, []);
  });

  it(`no file is longer than ${longestFile} lines, no function longer than ${longestFunction}`, () => {
    const long = product
      .filter(({ path }) => !dataFiles.includes(path))
      .flatMap((source) => {
        const lines = source.text.split('\n').length - 1;
        return [
          ...(lines > longestFile ? [`${source.path}: ${lines}`] : []),
          ...longFunctions(source, longestFunction).map((it) => `${source.path}:${it.line}: ${it.lines}`),
        ];
      });
    deepStrictEqual(long, []);
  });
});
