// What the reviewer's view of the folder asks: the roster, and figures by field whatever the layout.

import { deepStrictEqual, match, notStrictEqual, ok, strictEqual } from 'node:assert';
import { pathToFileURL } from 'node:url';
import { readSheet } from 'read-excel-file/node';
import type { Range, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { base, baseFigures } from '../support/base.ts';
import { inFolder } from '../support/cli.ts';
import { print } from '../support/printer.ts';
import { Client } from '../support/server.ts';

interface Cells {
  readonly organ: string;
  readonly digest: string;
  readonly cells: readonly { field: string; name: string; value: number | null; range: Range }[];
}
interface Listed {
  readonly uri: string;
  readonly digest: string;
}

describe('the review of a folder', () => {
  let client: Client;
  beforeEach(() => {
    client = new Client();
  });
  afterEach(() => client.kill());

  const read = async (folder: string): Promise<readonly Listed[]> => {
    const uri = pathToFileURL(folder).href;
    await client.initialize(
      { workspace: { workspaceFolders: true } },
      { workspaceFolders: [{ uri, name: 't' }] },
    );
    return (await client.execute<{ reports: readonly Listed[] }>('checkFolder')).reports;
  };
  const other = (organ: string, year = 2024) => print(baseFigures, { organ, year }).text;

  it('holds the roster of the configuration against the reports', () =>
    inFolder(
      {
        '.ogi-report.json': '{ "units": ["清溪县教育局", "清溪县水利局", "清溪县民政局", "清溪县财政局"] }',
        'a.txt': base,
        'b.txt': other('清溪县水利局'),
        'c.txt': other('清溪县水利局'),
        'd.txt': other('清溪县民政局', 2023),
        'e.txt': other('清溪县文化局'),
      },
      async (folder) => {
        await read(folder);
        const gaps =
          await client.execute<{ unit: string; kind: string; reports: Listed[]; config: string }[]>('roster');
        const of = (wanted: string) => gaps.filter(({ kind }) => kind === wanted).map(({ unit }) => unit);
        deepStrictEqual(of('missing'), ['清溪县财政局']);
        deepStrictEqual(of('twice'), ['清溪县水利局']);
        deepStrictEqual(of('other-year'), ['清溪县民政局']);
        deepStrictEqual(of('unlisted'), ['清溪县文化局']);
        ok(gaps.every(({ config }) => config.endsWith('/.ogi-report.json')));
        strictEqual(gaps.find(({ kind }) => kind === 'twice')?.reports.length, 2);
      },
    ));

  it('answers null without a roster', () =>
    inFolder({ 'a.txt': base }, async (folder) => {
      await read(folder);
      strictEqual(await client.execute('roster'), null);
    }));

  it('takes the roster from names, and keeps what else the configuration says', () =>
    inFolder({ 'a.txt': base, '.ogi-report.json': '{\n  // ours\n  "units": ["x"]\n}\n' }, async (folder) => {
      await read(folder);
      const uri = pathToFileURL(folder).href;
      const { changes } = await client.execute<{ changes: Record<string, TextEdit[]> }>('nameRoster', uri, [
        '清溪县教育局',
        '清溪县水利局',
      ]);
      const [[file, edits] = ['', []]] = Object.entries(changes);
      const before = TextDocument.create(file, 'jsonc', 0, '{\n  // ours\n  "units": ["x"]\n}\n');
      match(
        TextDocument.applyEdits(before, edits),
        /^\{\n {2}\/\/ ours\n {2}"units": \[\s*"清溪县教育局",\s*"清溪县水利局"\s*\]\n\}\n$/,
      );
    }));

  it('exports the reports of one folder of several', () =>
    inFolder({ 'a/1.txt': base, 'b/2.txt': other('清溪县水利局') }, async (folder) => {
      await read(folder);
      const organs = async (below: string | null) => {
        const { bytes } = await client.execute<{ bytes: string }>('summary', 'xlsx', [], below);
        const [, ...rows] = await readSheet(Buffer.from(bytes, 'base64'), '核对表');
        return rows.map(([organ]) => organ).sort();
      };
      deepStrictEqual(await organs(`${pathToFileURL(folder).href}/b`), ['清溪县水利局']);
      deepStrictEqual(await organs(null), ['清溪县教育局', '清溪县水利局']);
    }));

  it('tells the figures by field, the same in another layout, another once one differs', () =>
    inFolder(
      {
        'a.txt': base,
        'b.txt': print(baseFigures, { layout: 'cell-line-blank' }).text,
        'c.txt': print(new Map([...baseFigures, ['disclosure.licence.decisions', '58']]), {}).text,
        'd.txt': print(new Map([...baseFigures, ['disclosure.licence.decisions', '5x']]), {}).text,
      },
      async (folder) => {
        const [a, b, c, d] = await read(folder);
        strictEqual(a?.digest, b?.digest);
        notStrictEqual(a?.digest, c?.digest);
        notStrictEqual(a?.digest, d?.digest);
        const [closed] = await client.execute<Cells[]>('reportCells', a?.uri);
        const licence = closed?.cells.find(({ field }) => field === 'disclosure.licence.decisions');
        strictEqual(licence?.value, 57);
        strictEqual(closed?.digest, a?.digest);
        // A place in the closed file is that in the open one.
        const uri = await client.open(base, a?.uri);
        deepStrictEqual(await client.execute('reportCells', uri), [closed]);
        deepStrictEqual(licence?.range, client.range(uri, '57'));
        deepStrictEqual(await client.execute('reportCells', 'file:///none.txt'), []);
      },
    ));

  it('calls rules by their titles in the language of the client', async () => {
    await client.initialize();
    const titles = await client.execute<Record<string, string>>('ruleTitles');
    strictEqual(titles['sum-mismatch'], '总计与各项之和不符');
  });
});
