import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { pathToFileURL } from 'node:url';
import type { CodeAction, CodeLens, Hover, InlayHint } from 'vscode-languageserver-protocol';
import { rules } from '../../server/src/rules/all.ts';
import { base } from '../support/base.ts';
import { inFolder } from '../support/cli.ts';
import { Client, pulling } from '../support/server.ts';

const faulty = base
  .replace('| 8 | 1 | 0 | 0 | 0 | 0 | 9 |', '| 8 | 1 | 0 | 0 | 0 | 0 | 19 |')
  .replace('| 57 |', '| ５７ |');
const every = rules.map(({ id }) => id);
const accept = every.map((rule) => ({ report: 'a.txt', rule }));
const off = Object.fromEntries(every.map((id) => [id, 'off']));

describe('what is accepted or turned off', () => {
  let client: Client;
  beforeEach(() => {
    client = new Client();
  });
  afterEach(() => client.kill());

  /** Everything that speaks of findings, for the wrong total of an open report. */
  const shown = async (uri: string) => {
    const textDocument = { uri };
    const range = client.range(uri, '19 |');
    const all = client.range(uri, client.document(uri).getText());
    const actions = async (only?: string[]) =>
      client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument,
        range,
        context: { diagnostics: [], ...(only && { only }) },
      });
    const preview = await client.execute<{ html: string }>('preview', uri);
    const hover = await client.request<Hover>('textDocument/hover', client.at(uri, '19 |'));
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', { textDocument, range: all });
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    return {
      diagnostics: (await client.pull(uri)).length > 0,
      marks: /class="[^"]*(?:wrong|suspect)/.test(preview.html),
      hover: JSON.stringify(hover.contents).includes('✗'),
      hints: hints.some(({ label }) => /[多少] \d/.test(String(label))),
      lenses: lenses.some(({ command }) => command?.command !== ''),
      fixes: (await actions()).length > 0,
      fixAll: (await actions(['source.fixAll'])).length > 0,
      fixSums: await client.execute('fixSums', uri, range.start),
    };
  };
  const everywhere = (is: boolean) => ({
    diagnostics: is,
    marks: is,
    hover: is,
    hints: is,
    lenses: is,
    fixes: is,
    fixAll: is,
    fixSums: is,
  });

  it('by the configuration on disk is gone everywhere, and there again without it', () =>
    inFolder({ '.ogi-report.json': JSON.stringify({ accept }) }, async (folder) => {
      const root = pathToFileURL(folder).href;
      await client.initialize(
        { ...pulling, workspace: { workspaceFolders: true, diagnostics: { refreshSupport: true } } },
        { workspaceFolders: [{ uri: root, name: 't' }] },
      );
      const uri = await client.open(faulty, `${root}/a.txt`);
      while (client.refreshed === 0) await client.execute('isReport', uri);
      deepStrictEqual(await shown(uri), everywhere(false));
      deepStrictEqual(client.applied, []);
      await client.open('{}', `${root}/.ogi-report.json`, 'json');
      deepStrictEqual(await shown(uri), everywhere(true));
    }));

  it('by the settings of the client as well', async () => {
    client.settings = { rules: off };
    const workspace = { configuration: true, diagnostics: { refreshSupport: true } };
    await client.initialize({ ...pulling, workspace });
    const uri = await client.open(faulty);
    while (client.refreshed === 0) await client.execute('isReport', uri);
    deepStrictEqual(await shown(uri), everywhere(false));
  });

  it('by levels in the configuration, in English and for a part of the rules', async () => {
    await client.initialize(pulling, { locale: 'en' });
    const uri = await client.open(faulty, 'file:///t/a.txt');
    const rest = { 'sum-mismatch': 'off', 'suspect-cell': 'off' };
    await client.open(JSON.stringify({ rules: rest }), 'file:///t/.ogi-report.json', 'json');
    const found = await client.pull(uri);
    deepStrictEqual(found.map(({ code }) => code).sort(), [
      'balance-mismatch',
      'narrative-mismatch',
      'number-format',
    ]);
    const { contents } = await client.request<Hover>('textDocument/hover', client.at(uri, '19 |'));
    const lines = JSON.stringify(contents)
      .split('\\n')
      .filter((line) => line.startsWith('- '));
    deepStrictEqual(
      lines.map((line) => [line.charAt(2), line.includes('(not reported)')]),
      [
        ['✗', false],
        ['–', true],
      ],
    );
    strictEqual(await client.execute('fixSums', uri, client.range(uri, '19 |').start), false);
    const { status } = await client.execute<{ status: string }>(
      'cellAt',
      uri,
      client.range(uri, '19 |').start,
    );
    ok(status.includes('identities 40/41'), status);
  });
});
