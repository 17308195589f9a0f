import { deepStrictEqual, match, ok } from 'node:assert';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSheet } from 'read-excel-file/node';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { base } from '../support/base.ts';
import { inFolder } from '../support/cli.ts';
import { bodyXml, docx } from '../support/office-docx.ts';
import { officeFigures, officeReport } from '../support/office-report.ts';
import { Client } from '../support/server.ts';

const capabilities = {
  textDocument: { diagnostic: {} },
  workspace: { workspaceFolders: true, configuration: true, diagnostics: { refreshSupport: true } },
};

/** A report whose first total is not the sum of its row. */
const wrong = docx(bodyXml(officeReport(new Map([...officeFigures, ['applications.1.total', '9999']]))));

describe('Office files of the folder', () => {
  let client: Client;
  beforeEach(() => {
    client = new Client();
  });
  afterEach(() => client.kill());

  /** What is found in each file of the folder but the text that is open. */
  const foundWith = async (office: string, folder: string) => {
    client.settings = { office };
    const uri = pathToFileURL(folder).href;
    await client.initialize(capabilities, { workspaceFolders: [{ uri, name: 't' }] });
    await client.open(base, `${uri}/a.txt`);
    await client.execute('checkFolder');
    const { items } = await client.request<{ items: { uri: string; items: Diagnostic[] }[] }>(
      'workspace/diagnostic',
      { previousResultIds: [] },
    );
    return items.filter((each) => !each.uri.endsWith('.txt'));
  };

  it('are checked with the setting `folder`, each finding with its place', () =>
    inFolder({ 'b.docx': wrong, '~$b.docx': 'lock', 'c.pdf': 'none', 'd.docx': 'none' }, async (folder) => {
      const found = await foundWith('folder', folder);
      // c.pdf and d.docx hold no Office file; the lock file is left alone.
      deepStrictEqual(
        found.map(({ uri }) => uri),
        [`${pathToFileURL(folder).href}/b.docx`],
      );
      const sum = found[0]?.items.find(({ code }) => code === 'sum-mismatch');
      ok(sum);
      match(String(sum.message), /^表2第4行第10列：/);
    }));

  it('that cannot be read are told of with the reason, also in the sheet for the reviewer', () =>
    inFolder({ 'b.docx': wrong, 'c.pdf': '%PDF-1.4\n', 'd.docx': wrong.slice(0, 200) }, async (folder) => {
      const found = await foundWith('folder', folder);
      const told = found
        .filter(({ items }) => items.every(({ code }) => code === undefined))
        .map(({ uri, items }) => [uri.split('/').at(-1), items.map(({ severity }) => severity)]);
      deepStrictEqual(told, [
        ['c.pdf', [3]],
        ['d.docx', [3]],
      ]);
      const { bytes } = await client.execute<{ bytes: string }>('summary', 'xlsx', []);
      const rows = await readSheet(Buffer.from(bytes, 'base64'), '问题');
      deepStrictEqual(
        rows.filter((row) => row[3] === '未读').map(([path]) => path),
        ['c.pdf', 'd.docx'],
      );
      rmSync(join(folder, 'd.docx'));
      await client.notify('workspace/didChangeWatchedFiles', {
        changes: [{ uri: pathToFileURL(join(folder, 'd.docx')).href, type: 3 }],
      });
      const after = await client.execute<{ bytes: string }>('summary', 'xlsx', []);
      const left = await readSheet(Buffer.from(after.bytes, 'base64'), '问题');
      deepStrictEqual(
        left.filter((row) => row[3] === '未读').map(([path]) => path),
        ['c.pdf'],
      );
    }));

  it('are left alone otherwise', () =>
    inFolder({ 'b.docx': wrong }, async (folder) => deepStrictEqual(await foundWith('opened', folder), [])));
});
