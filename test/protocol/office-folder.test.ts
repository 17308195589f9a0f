import { deepStrictEqual, match, ok } from 'node:assert';
import { pathToFileURL } from 'node:url';
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
      deepStrictEqual(
        found.map(({ uri }) => uri),
        [`${pathToFileURL(folder).href}/b.docx`],
      );
      const sum = found[0]?.items.find(({ code }) => code === 'sum-mismatch');
      ok(sum);
      match(String(sum.message), /^表2第4行第10列：/);
    }));

  it('are left alone otherwise', () =>
    inFolder({ 'b.docx': wrong }, async (folder) => deepStrictEqual(await foundWith('opened', folder), [])));
});
