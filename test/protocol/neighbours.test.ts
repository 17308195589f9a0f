import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver-protocol';
import { base } from '../support/base.ts';
import { inFolder } from '../support/cli.ts';
import { random, runSeed } from '../support/random.ts';
import { Client } from '../support/server.ts';
import { twoYears } from '../support/years.ts';

type Item = { kind: string; uri: string; resultId?: string; items?: Diagnostic[] };

const capabilities = {
  textDocument: { diagnostic: { relatedInformation: true } },
  workspace: {
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
  },
  window: { workDoneProgress: true },
};

/** The example for 2023, from which the one for 2024 follows but for `n` requests carried forward. */
const last = (n: number): string =>
  base
    .replaceAll('2024', '2023')
    .replace('办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |', `办理 | ${n} | 0 | 0 | 0 | 0 | 0 | ${n} |`)
    .replace('行政规范性文件 | 3 | 1 | 20 |', '行政规范性文件 | 3 | 1 | 18 |');

interface Checked {
  readonly state: string;
  readonly reports: readonly { readonly uri: string; readonly year: number }[];
}

describe('report against report in the server', () => {
  let client: Client;
  beforeEach(() => {
    client = new Client();
  });
  afterEach(() => client.kill());

  const start = async (folder: string, more: object = capabilities): Promise<string> => {
    const uri = pathToFileURL(folder).href;
    await client.initialize(more, { workspaceFolders: [{ uri, name: 't' }] });
    return uri;
  };
  /** Wait until the server asks for a refresh beyond `n`. */
  const refreshed = async (n: number): Promise<void> => {
    while (client.refreshed <= n) await client.execute('isReport', 'file:///none');
  };
  const across = (found: readonly Diagnostic[]) =>
    found.filter(({ code }) =>
      /^(?:carry-over|documents-carry-over|copied-text|aggregate)$/.test(String(code)),
    );
  const workspace = async (previousResultIds: object[] = []) =>
    (await client.request<{ items: Item[] }>('workspace/diagnostic', { previousResultIds })).items;

  it('last year’s report is read from the folder, and read again when it changes', () =>
    inFolder({ '23.txt': last(2) }, async (folder) => {
      const root = await start(folder);
      const uri = await client.open(base, `${root}/24.txt`);
      await refreshed(0);
      const found = across(await client.pull(uri));
      deepStrictEqual(
        found.map(({ code }) => code),
        ['carry-over', 'carry-over'],
      );
      const [related] = found[0]?.relatedInformation ?? [];
      strictEqual(related?.location.uri, `${root}/23.txt`);
      const { start: at, end } = related.location.range;
      strictEqual(last(2).split('\n')[at.line]?.slice(at.character, end.character), '2');

      writeFileSync(join(folder, '23.txt'), last(0));
      const changes = [{ uri: `${root}/23.txt`, type: 2 }];
      const n = client.refreshed;
      await client.notify('workspace/didChangeWatchedFiles', { changes });
      await refreshed(n);
      deepStrictEqual(across(await client.pull(uri)), []);
    }));

  it('an open report counts before the file on disk, and every keystroke in it', () =>
    inFolder({ '23.txt': last(2) }, async (folder) => {
      const root = await start(folder);
      const uri = await client.open(base, `${root}/24.txt`);
      const other = await client.open(last(0), `${root}/23.txt`);
      await refreshed(0);
      deepStrictEqual(across(await client.pull(uri)), []);
      const row = '办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |';
      await client.replace(other, row, row.replace('办理 | 0', '办理 | 3'));
      strictEqual(across(await client.pull(uri)).length, 1);
      const n = client.refreshed;
      await client.notify('textDocument/didClose', { textDocument: { uri: other } });
      await refreshed(n);
      strictEqual(across(await client.pull(uri)).length, 2);
    }));

  it('a client that cannot pull is told when last year’s report is typed in', async () => {
    await client.initialize();
    const uri = await client.open(base, 'file:///t/24.txt');
    const other = await client.open(last(0), 'file:///t/23.txt');
    deepStrictEqual(across(await client.pushed(uri, 1)), []);
    client.published.length = 0;
    await client.replace(other, '办理 | 0 |', '办理 | 4 |');
    strictEqual(across(await client.pushed(uri, 1)).length, 1);
  });

  it('diagnostics of the workspace cover files that are not open', () =>
    inFolder({ 'a/23.txt': last(2), 'a/24.txt': base, 'b.txt': '会议纪要' }, async (folder) => {
      const root = await start(folder);
      deepStrictEqual(await workspace(), []);
      await client.open(base.replaceAll('清溪', '白石'), `${root}/c.txt`);
      await refreshed(0);
      const all = await workspace();
      deepStrictEqual(
        all.map(({ uri, items }) => [uri.slice(root.length), across(items ?? []).length]).sort(),
        [
          ['/a/23.txt', 0],
          ['/a/24.txt', 2],
          ['/c.txt', 0],
        ],
      );
      const known = all.map(({ uri, resultId }) => ({ uri, value: resultId }));
      ok((await workspace(known)).every(({ kind }) => kind === 'unchanged'));
      rmSync(join(folder, 'a/23.txt'));
      await client.notify('workspace/didChangeWatchedFiles', {
        changes: [{ uri: `${root}/a/23.txt`, type: 3 }],
      });
      const after = new Map((await workspace(known)).map((item) => [item.uri.slice(root.length), item]));
      deepStrictEqual(after.get('/a/23.txt')?.items, []);
      deepStrictEqual(across(after.get('/a/24.txt')?.items ?? []), []);
    }));

  it('the folder is read without a document being opened, when the client asks', () =>
    inFolder({ 'a/23.txt': last(2), 'a/24.txt': base, 'b.txt': '会议纪要' }, async (folder) => {
      const root = await start(folder);
      const ask = (command: string) =>
        client.request('workspace/executeCommand', { command: `ogiReport.server.${command}` });
      deepStrictEqual(await ask('folder'), { state: 'unread', done: 0, total: 0, reports: [] });
      const { state, reports } = (await ask('checkFolder')) as Checked;
      strictEqual(state, 'read');
      deepStrictEqual(
        reports.map(({ uri, year }) => [uri.slice(root.length), year]),
        [
          ['/a/23.txt', 2023],
          ['/a/24.txt', 2024],
        ],
      );
      strictEqual((await workspace()).length, 2);
    }));

  it('the configuration beside the reports holds, open or not', () =>
    inFolder(
      { '23.txt': last(2), '.ogi-report.json': '{"rules": {"carry-over": "error"}}' },
      async (folder) => {
        const root = await start(folder);
        const uri = await client.open(base, `${root}/24.txt`);
        await refreshed(0);
        deepStrictEqual(
          across(await client.pull(uri)).map(({ severity }) => severity),
          [1, 1],
        );
        const accept = [
          { report: '24.txt', rule: 'carry-over', at: 'applications.2.total', value: 0 },
          { report: '24.txt', rule: 'carry-over', at: 'applications.2.business', value: 0 },
          { report: '22.txt', rule: 'carry-over' },
        ];
        const config = await client.open(JSON.stringify({ accept }), `${root}/.ogi-report.json`, 'json');
        strictEqual(across(await client.pull(uri)).length, 1);
        const wrong = await client.pull(config);
        deepStrictEqual(
          wrong.map(({ code }) => code),
          ['dead-acceptance', 'dead-acceptance'],
        );
        match(String(wrong[1]?.message), /没有“22\.txt”/);
      },
    ));

  it('a finding is accepted by an entry in a configuration, new or there', () =>
    inFolder({ '23.txt': last(2) }, async (folder) => {
      const root = await start(folder);
      const uri = await client.open(base, `${root}/24.txt`);
      await refreshed(0);
      const accept = async (found: Diagnostic | undefined): Promise<CodeAction | undefined> => {
        const context = { diagnostics: [found], only: ['quickfix'] };
        const params = { textDocument: { uri }, range: found?.range, context };
        const all = await client.request<CodeAction[]>('textDocument/codeAction', params);
        return all.find(({ title }) => title.startsWith('接受这个问题'));
      };
      const [one, two] = across(await client.pull(uri));
      const action = await accept(one);
      deepStrictEqual(action?.diagnostics, [one]);
      const [create, write] = action?.edit?.documentChanges ?? [];
      deepStrictEqual(create, {
        kind: 'create',
        uri: `${root}/.ogi-report.json`,
        options: { ignoreIfExists: true },
      });
      const text =
        write && 'edits' in write ? (write.edits as TextEdit[]).map(({ newText }) => newText).join('') : '';
      deepStrictEqual(JSON.parse(text).accept, [
        { report: '24.txt', rule: 'carry-over', at: 'applications.2.natural-person', value: 0, reason: '' },
      ]);
      const config = await client.open(text, `${root}/.ogi-report.json`, 'json');
      deepStrictEqual(across(await client.pull(uri)), [two]);
      const more = (await accept(two))?.edit?.documentChanges?.[0];
      await client.apply(config, more && 'edits' in more ? (more.edits as TextEdit[]) : []);
      deepStrictEqual(across(await client.pull(uri)), []);
      deepStrictEqual(await client.pull(config), []);
    }));

  it('last year’s report, both years side by side, and the sum of the units by command', () =>
    inFolder(
      {
        '23.txt': last(2),
        '局/1.txt': base.replaceAll('清溪县教育局', '清溪县水利局').replace('| 57 |', '| 30 |'),
        '局/2.txt': base.replaceAll('清溪县教育局', '清溪县民政局').replace('| 57 |', '| 40 |'),
        '.ogi-report.json':
          '{"aggregates": [{"report": "24.txt", "parts": ["局/*.txt"], "tables": ["disclosure"]}]}',
      },
      async (folder) => {
        const root = await start(folder);
        const uri = await client.open(base, `${root}/24.txt`);
        await refreshed(0);
        deepStrictEqual(await client.execute('lastYear', uri), {
          uri: `${root}/23.txt`,
          year: 2023,
          organ: '清溪县教育局',
        });
        strictEqual(await client.execute('lastYear', `${root}/23.txt`), null);
        const { left, right, title } = await client.execute<Record<string, string>>('compare', uri);
        strictEqual(title, '清溪县教育局 2023 年 ↔ 2024 年');
        match(String(right), /现行有效件数 {2}20 {2}\(\+2, \+11\.1%\)/);
        strictEqual(left?.split('\n').length, right?.split('\n').length);
        const edits = await client.execute<TextEdit[]>('aggregate', uri);
        ok(edits.some(({ newText }) => newText === '70'));
        await client.apply(uri, edits);
        deepStrictEqual(
          (await client.pull(uri)).filter(({ code }) => code === 'aggregate'),
          [],
        );
        strictEqual((await client.execute<TextEdit[]>('aggregate', uri)).length, 0);
      },
    ));

  it('sentences from the tables are offered on a heading and an empty line', async () => {
    await client.initialize();
    const text = base.replace(
      '三、收到和处理政府信息公开申请情况\n',
      '三、收到和处理政府信息公开申请情况\n\n',
    );
    const uri = await client.open(text);
    const { textDocument, position } = client.at(uri, '三、收到和处理');
    const context = { diagnostics: [], only: ['refactor.rewrite'] };
    const range = { start: position, end: position };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range,
      context,
    });
    match(String(actions[0]?.title), /^按表格数据写入：本年度新收/);
    const below = { line: position.line + 1, character: 0 };
    const inline = await client.request<{ insertText: string }[]>('textDocument/inlineCompletion', {
      textDocument,
      position: below,
      context: { triggerKind: 1 },
    });
    match(String(inline[0]?.insertText), /^本年度新收/);
  });

  it('1,000 files are read in the background while requests are answered', function () {
    this.timeout(60_000);
    const organs = twoYears(500, random(runSeed()), 0.2);
    const files = Object.fromEntries(
      organs.flatMap((each, i) => [
        [`2023/${i}.txt`, each.last],
        [`2024/${i}.txt`, each.now],
      ]),
    );
    return inFolder(files, async (folder) => {
      const root = await start(folder);
      const uri = await client.open(base.replaceAll('清溪', '白石'), `${root}/open.txt`);
      let longest = 0;
      let asked = 0;
      while (client.refreshed === 0) {
        const since = performance.now();
        await client.request('textDocument/hover', client.at(uri, '一、本年新收'));
        longest = Math.max(longest, performance.now() - since);
        asked++;
      }
      ok(asked > 20, `${asked} requests answered meanwhile`);
      deepStrictEqual([client.progress[0], client.progress.at(-1)], ['begin', 'end']);
      ok(longest < 500, `the longest answer took ${longest} ms`);
      const found = (await workspace()).flatMap(({ uri: where, items }) => {
        const carried = (items ?? []).filter(({ code }) => /carry-over/.test(String(code)));
        return carried.length > 0 ? [`${where.slice(root.length)} ${carried.length}`] : [];
      });
      const expected = organs.flatMap(({ broken }, i) =>
        broken.length > 0 ? [`/2024/${i}.txt ${broken.length}`] : [],
      );
      deepStrictEqual(found.sort(), expected.sort());
    });
  });
});
