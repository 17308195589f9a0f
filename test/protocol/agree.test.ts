import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { base } from '../support/base.ts';
import { inFolder, ogi } from '../support/cli.ts';
import { faulty } from '../support/faults.ts';
import { random, runSeed, times } from '../support/random.ts';
import { Client, pulling } from '../support/server.ts';

/** What both doors say of a finding. */
type Said = readonly [rule: string, severity: string, range: unknown, message: string];

const severities = ['', 'error', 'warning', 'info', 'hint'];

const ofServer = (items: readonly Diagnostic[]): readonly Said[] =>
  items.map(({ code, severity, range, message }) => [
    String(code),
    severities[severity ?? 0] ?? '',
    range,
    String(message),
  ]);

/** What the command line says of each file of a folder. */
function ofCommandLine(cwd: string): (name: string) => readonly Said[] {
  const { out } = ogi(['check', '-f', 'json', '.'], { cwd });
  const { files } = JSON.parse(out);
  return (name) =>
    files
      .filter(({ path }: { path: string }) => path === name)
      .flatMap(
        ({ findings }: { findings: { rule: string; severity: string; range: unknown; message: string }[] }) =>
          findings.map(({ rule, severity, range, message }) => [rule, severity, range, message]),
      );
}

const sorted = (all: readonly Said[]): readonly string[] => all.map((each) => JSON.stringify(each)).sort();

describe('a row half typed', () => {
  const whole = '| 8 | 1 | 0 | 0 | 0 | 0 | 9 |';
  const half = '| 8 | 1 | 0 |';
  let client: Client;
  beforeEach(async () => {
    client = new Client();
    await client.initialize({ ...pulling, workspace: { diagnostics: { refreshSupport: true } } });
  });
  afterEach(() => client.kill());

  /** A document in which someone is typing a row, and the findings of that row. */
  const typing = async () => {
    const uri = await client.open(base.replace(whole, half.replace('8', '')));
    const [row] = [client.range(uri, '|  | 1 | 0 |')];
    const at = { line: row.start.line, character: row.start.character + 2 };
    await client.change(uri, [{ range: { start: at, end: at }, text: '8' }]);
    const found = async () =>
      (await client.pull(uri)).filter(
        ({ code, range }) => code === 'missing-cell' && range.start.line <= at.line,
      );
    return { uri, at, levels: async () => (await found()).map(({ severity }) => severity) };
  };
  const refreshedOnce = async () => {
    for (let i = 0; client.refreshed === 0 && i < 100; i++) await client.execute('isReport', 'file:///none');
    strictEqual(client.refreshed, 1);
  };
  const highlight = (uri: string, line: number) =>
    client.request('textDocument/documentHighlight', {
      textDocument: { uri },
      position: { line, character: 0 },
    });

  it('is unfinished while the cursor is in its line', async () => {
    const { uri, at, levels } = await typing();
    deepStrictEqual(await levels(), [3]);
    await highlight(uri, at.line);
    await client.execute('cellAt', uri, at);
    deepStrictEqual(await levels(), [3]);
    strictEqual(client.refreshed, 0);
  });

  for (const [name, leave] of Object.entries({
    'the cursor leaves it': (uri: string, line: number) => highlight(uri, line + 1),
    'the cursor leaves the report': (uri: string) => highlight(uri, 0),
    'actions are asked for elsewhere': (uri: string, line: number) => {
      const start = { line: line - 1, character: 0 };
      const context = { diagnostics: [] };
      return client.request('textDocument/codeAction', {
        textDocument: { uri },
        range: { start, end: start },
        context,
      });
    },
    'the status bar asks elsewhere': (uri: string, line: number) =>
      client.execute('cellAt', uri, { line: line + 2, character: 5 }),
    'it is saved': (uri: string) => client.notify('textDocument/didSave', { textDocument: { uri } }),
  }))
    it(`is wrong when ${name}`, async () => {
      const { uri, at, levels } = await typing();
      deepStrictEqual(await levels(), [3]);
      await leave(uri, at.line);
      await refreshedOnce();
      deepStrictEqual(await levels(), [1]);
    });

  it('saves are told to the server', async () => {
    const fresh = new Client();
    const { capabilities } = await fresh.initialize(pulling);
    fresh.kill();
    deepStrictEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true });
  });
});

describe('the command line and the editor', () => {
  const seed = runSeed();

  it('say the same of every saved text, however it was typed', async () => {
    const chance = random(seed);
    const texts = Array.from({ length: times(25) }, () => faulty(chance).text);
    const files = Object.fromEntries(texts.map((text, i) => [`${i}.txt`, text]));
    await inFolder(files, async (cwd) => {
      const said = ofCommandLine(cwd);
      const client = new Client();
      try {
        await client.initialize(pulling, { workspaceFolders: [{ uri: pathToFileURL(cwd).href, name: 'x' }] });
        const uriOf = (name: string) => pathToFileURL(join(cwd, name)).href;
        for (const [name, text] of Object.entries(files)) {
          const uri = await client.open(text, uriOf(name));
          await typeOver(client, uri, chance.between(0, text.length - 1));
          await client.notify('textDocument/didSave', { textDocument: { uri } });
        }
        let findings = 0;
        for (const name of Object.keys(files)) {
          const expected = said(name);
          findings += expected.length;
          deepStrictEqual(sorted(ofServer(await client.pull(uriOf(name)))), sorted(expected), name);
        }
        ok(findings > 0);
      } finally {
        client.kill();
      }
    });
  }).timeout(120_000);
});

/** Takes a character away and types it again: the document is the same, and someone is typing in that line. */
async function typeOver(client: Client, uri: string, at: number): Promise<void> {
  const document = client.document(uri);
  const [start, end] = [document.positionAt(at), document.positionAt(at + 1)];
  const text = document.getText().slice(document.offsetAt(start), document.offsetAt(end));
  if (!/^[^\r\n\ud800-\udfff]$/.test(text)) return;
  await client.change(uri, [{ range: { start, end }, text: '' }]);
  await client.change(uri, [{ range: { start, end: start }, text }]);
}
