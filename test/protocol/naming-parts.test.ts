import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { pathToFileURL } from 'node:url';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { base } from '../support/base.ts';
import { inFolder } from '../support/cli.ts';
import { Client } from '../support/server.ts';

const capabilities = {
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
  },
};

const unit = (organ: string, licences: number) =>
  base.replaceAll('清溪县教育局', organ).replace('| 57 |', `| ${licences} |`);

/** Two units, one in a folder of its own; and two reports that are no parts: the organ's own, another year's. */
const files = {
  '局/水利.txt': unit('清溪县水利局', 30),
  '民政.txt': unit('清溪县民政局', 40),
  '县/旧稿.txt': base,
  '局/去年.txt': unit('清溪县林业局', 1).replaceAll('2024', '2023'),
};

const commented = '{\n  // 保留\n  "rules": {}\n}\n';

describe('the units of a report', () => {
  let client: Client;
  beforeEach(() => {
    client = new Client();
  });
  afterEach(() => client.kill());

  const start = async (folder: string): Promise<string> => {
    const uri = pathToFileURL(folder).href;
    await client.initialize(capabilities, { workspaceFolders: [{ uri, name: 't' }] });
    await client.execute('checkFolder');
    return uri;
  };
  const named = async (uri: string) => {
    const found = await client.execute<{ uri: string; path: string }[]>('partCandidates', uri);
    const edit = await client.execute<WorkspaceEdit>(
      'nameParts',
      uri,
      found.map((each) => each.uri),
    );
    return { paths: found.map(({ path }) => path), changes: edit.documentChanges ?? [] };
  };

  it('are named in a new configuration in the folder that holds all, and then summed up', () =>
    inFolder(files, async (folder) => {
      const root = await start(folder);
      const uri = await client.open(base, `${root}/县/2024.txt`);
      strictEqual(await client.execute('aggregate', uri), null);
      const { paths, changes } = await named(uri);
      deepStrictEqual(paths, ['局/水利.txt', '民政.txt']);
      const [create, write] = changes;
      ok(create && 'kind' in create && create.kind === 'create' && create.uri === `${root}/.ogi-report.json`);
      const text = write && 'edits' in write ? (write.edits as TextEdit[])[0]?.newText : '';
      deepStrictEqual(JSON.parse(text ?? ''), {
        aggregates: [{ report: '县/2024.txt', parts: paths }],
      });
      await client.open(text ?? '', `${root}/.ogi-report.json`, 'json');
      const edits = await client.execute<TextEdit[]>('aggregate', uri);
      ok(edits.some(({ newText }) => newText === '70'));
    }));

  it('are written behind the rest of a configuration, and are those of its folder', () =>
    inFolder({ ...files, '局/.ogi-report.json': commented }, async (folder) => {
      const root = await start(folder);
      const uri = await client.open(base, `${root}/局/2024.txt`);
      const { paths, changes } = await named(uri);
      deepStrictEqual(paths, ['水利.txt']);
      const [write, ...more] = changes;
      ok(write && 'edits' in write && more.length === 0);
      const config = await client.open(commented, `${root}/局/.ogi-report.json`, 'json');
      await client.apply(config, write.edits as TextEdit[]);
      strictEqual(
        client.document(config).getText().replace(/\s+/g, ' '),
        '{ // 保留 "rules": {}, "aggregates": [ { "report": "2024.txt", "parts": [ "水利.txt" ] } ] } ',
      );
    }));

  it('cannot be named for a report that is in no folder', async () => {
    await client.initialize(capabilities);
    const uri = await client.open(base, 'untitled:Untitled-1');
    strictEqual(await client.execute('partCandidates', uri), null);
    strictEqual(await client.execute('nameParts', uri, ['file:///t/1.txt']), null);
  });
});
