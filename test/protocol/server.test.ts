import { deepStrictEqual, ok, rejects, strictEqual } from 'node:assert';
import { existsSync } from 'node:fs';
import type {
  CodeAction,
  Diagnostic,
  DocumentSymbol,
  Hover,
  Range,
  TextEdit,
} from 'vscode-languageserver-protocol';
import type { ConvertedTables } from '../../server/src/lsp/convert-tables.ts';
import { base } from '../support/base.ts';
import { Client, pulling } from '../support/server.ts';

const right = '| 8 | 1 | 0 | 0 | 0 | 0 | 9 |';
const wrong = '| 8 | 1 | 0 | 0 | 0 | 0 | 19 |';
const faulty = base.replace(right, wrong);
const rules = (found: readonly Diagnostic[]) => found.map(({ code }) => code);

describe('server', () => {
  let client: Client;
  beforeEach(() => {
    client = new Client();
  });
  afterEach(() => client.kill());

  describe('diagnostics', () => {
    it('are pulled, and not pushed, where the client can pull', async () => {
      const { capabilities } = await client.initialize(pulling);
      ok(capabilities.diagnosticProvider);
      const uri = await client.open(faulty);
      const found = await client.pull(uri);
      ok(rules(found).includes('sum-mismatch'), `${rules(found)}`);
      ok(found.every(({ source }) => source === 'ogi-report'));
      const first = found.find(({ code }) => code === 'sum-mismatch');
      strictEqual(client.document(uri).getText(first?.range), '19');
      ok(/[\u4e00-\u9fff]/.test(String(first?.message)));
      deepStrictEqual(client.published, []);
    });

    it('are pushed with the version to all others', async () => {
      const { capabilities } = await client.initialize();
      strictEqual(capabilities.diagnosticProvider, undefined);
      const uri = await client.open(base);
      deepStrictEqual(await client.pushed(uri, 1), []);
      const version = await client.replace(uri, right, wrong);
      ok(rules(await client.pushed(uri, version)).includes('sum-mismatch'));
      deepStrictEqual(await client.pushed(uri, await client.replace(uri, wrong, right)), []);
      await rejects(client.pull(uri), /Unhandled method/);
    });

    it('keep their result id while nothing changes', async () => {
      await client.initialize(pulling);
      const uri = await client.open(faulty);
      const ask = (previousResultId?: string) =>
        client.request<{ kind: string; resultId: string }>('textDocument/diagnostic', {
          textDocument: { uri },
          ...(previousResultId && { previousResultId }),
        });
      const first = await ask();
      strictEqual(first.kind, 'full');
      deepStrictEqual(await ask(first.resultId), { kind: 'unchanged', resultId: first.resultId });
      // A sentence below all findings moves none of them.
      await client.replace(uri, '让群众看得懂', '让群众一看就懂');
      strictEqual((await ask(first.resultId)).kind, 'unchanged');
      await client.replace(uri, '（一）主动', '\n（一）主动');
      const moved = await ask(first.resultId);
      strictEqual(moved.kind, 'full');
      ok(moved.resultId !== first.resultId);
    });

    it('of the workspace cover open reports and clear closed ones', async () => {
      await client.initialize(pulling);
      const one = await client.open(faulty, 'file:///t/one.txt');
      await client.open(base, 'file:///t/two.txt');
      await client.open('一封信', 'file:///t/letter.txt', 'plaintext');
      type Item = { kind: string; uri: string; resultId?: string; items?: Diagnostic[] };
      const ask = async (previousResultIds: object[]) =>
        (await client.request<{ items: Item[] }>('workspace/diagnostic', { previousResultIds })).items;
      const all = await ask([]);
      deepStrictEqual(
        all.map(({ uri, kind, items }) => [uri, kind, items?.length !== 0]),
        [
          [one, 'full', true],
          ['file:///t/two.txt', 'full', false],
        ],
      );
      const known = all.map(({ uri, resultId }) => ({ uri, value: resultId }));
      deepStrictEqual(
        (await ask(known)).map(({ kind }) => kind),
        ['unchanged', 'unchanged'],
      );
      await client.notify('textDocument/didClose', { textDocument: { uri: one } });
      const after = (await ask(known)).find(({ uri }) => uri === one);
      deepStrictEqual([after?.kind, after?.items], ['full', []]);
    });

    it('speak English to an English client and relate the cells', async () => {
      const capabilities = { textDocument: { diagnostic: { relatedInformation: true } } };
      await client.initialize(capabilities as never, { locale: 'en-GB' });
      const uri = await client.open(faulty);
      const found = (await client.pull(uri)).find(({ code }) => code === 'sum-mismatch');
      ok(/^[\p{Script=Latin}\p{P}\p{N}\p{S}\s]+$/u.test(String(found?.message)), String(found?.message));
      ok((found?.relatedInformation?.length ?? 0) > 0);
    });

    it('call a row someone types in unfinished, and wrong once they go on elsewhere', async () => {
      await client.initialize(pulling);
      const uri = await client.open(base);
      const row = '2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | ||';
      await client.replace(uri, row, '2.重复申请 | 0 | 0');
      const line = client
        .document(uri)
        .getText()
        .split('\n')
        .findIndex((each) => each.startsWith('2.重复申请'));
      const end = { line, character: '2.重复申请 | 0 | 0'.length };
      const state = async () => {
        const found = await client.pull(uri);
        return found.find(({ code }) => code === 'missing-cell')?.severity;
      };
      strictEqual(await state(), 1);
      await client.change(uri, [{ range: { start: end, end }, text: ' |' }]);
      strictEqual(await state(), 3);
      await client.replace(uri, '2024', '2025');
      strictEqual(await state(), 1);
    });

    it('lead to the manual page in the language of the client', async () => {
      const capabilities = { textDocument: { diagnostic: { codeDescriptionSupport: true } } };
      await client.initialize(capabilities as never, { locale: 'en' });
      const found = (await client.pull(await client.open(faulty))).find(
        ({ code }) => code === 'sum-mismatch',
      );
      ok(existsSync(new URL(found?.codeDescription?.href ?? 'file:///none')));
      ok(found?.codeDescription?.href.endsWith('docs/rules/sum-mismatch.en.md'));
    });

    it('follow the settings', async () => {
      client.settings = { rules: { 'sum-mismatch': 'off', 'suspect-cell': 'error', nonsense: 3 } };
      const workspace = { configuration: true, diagnostics: { refreshSupport: true } };
      await client.initialize({ ...pulling, workspace });
      const uri = await client.open(faulty);
      while (client.refreshed === 0) await client.execute('isReport', uri);
      const found = await client.pull(uri);
      ok(!rules(found).includes('sum-mismatch'));
      strictEqual(found.find(({ code }) => code === 'suspect-cell')?.severity, 1);
    });

    it('follow settings that are sent', async () => {
      await client.initialize();
      const uri = await client.open(faulty);
      ok(rules(await client.pushed(uri, 1)).includes('sum-mismatch'));
      client.published.length = 0;
      await client.notify('workspace/didChangeConfiguration', {
        settings: { ogiReport: { rules: { 'sum-mismatch': 'off' } } },
      });
      ok(!rules(await client.pushed(uri, 1)).includes('sum-mismatch'));
    });

    it('stay silent on other texts and clear what was said', async () => {
      await client.initialize();
      const uri = await client.open(
        '会议纪要\n一、总体情况\n参会12人。\n',
        'file:///t/other.txt',
        'plaintext',
      );
      strictEqual(await client.execute('isReport', uri), false);
      deepStrictEqual(client.published, []);
      const report = await client.open(faulty, 'file:///t/plain.txt', 'plaintext');
      ok((await client.pushed(report, 1)).length > 0, 'a report of any language id');
      const version = await client.change(report, [{ text: '空' }]);
      deepStrictEqual(await client.pushed(report, version), []);
    });

    it('answer a burst of changes once', async () => {
      await client.initialize();
      const uri = await client.open(base);
      await client.pushed(uri, 1);
      const before = client.published.length;
      const texts = Array.from({ length: 40 }, (_, i) => base.replace('| 9 |', `| ${100 + i} |`));
      const version = client.burst(uri, [...texts, faulty]);
      deepStrictEqual(rules(await client.pushed(uri, version)).includes('sum-mismatch'), true);
      const sent = client.published.length - before;
      ok(sent < 10, `${sent} times for 41 changes`);
    });

    it('count positions the same with CRLF', async () => {
      await client.initialize(pulling);
      const uri = await client.open(faulty.replaceAll('\n', '\r\n'));
      const found = (await client.pull(uri)).find(({ code }) => code === 'sum-mismatch');
      strictEqual(client.document(uri).getText(found?.range), '19');
    });
  });

  describe('fixes', () => {
    const actions = (uri: string, words: string, context: object = { diagnostics: [] }) =>
      client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: client.range(uri, words),
        context,
      });

    it('mend a finding', async () => {
      await client.initialize(pulling);
      const uri = await client.open(faulty);
      const diagnostics = await client.pull(uri);
      const offered = await actions(uri, '19 |', { diagnostics });
      const [fix] = offered.filter(({ isPreferred }) => isPreferred);
      ok(fix, JSON.stringify(offered.map(({ title }) => title)));
      deepStrictEqual(rules(fix.diagnostics ?? []).sort(), ['sum-mismatch', 'suspect-cell']);
      await client.apply(uri, fix.edit?.changes?.[uri] ?? []);
      strictEqual(client.document(uri).getText(), base);
      deepStrictEqual(await client.pull(uri), []);
    });

    it('are bound to the version for clients that check it', async () => {
      await client.initialize({ ...pulling, workspace: { workspaceEdit: { documentChanges: true } } });
      const uri = await client.open(faulty);
      const [first] = await actions(uri, '19 |');
      deepStrictEqual(
        first?.edit?.documentChanges?.map((each) => 'textDocument' in each && each.textDocument),
        [{ uri, version: 1 }],
      );
    });

    it('of the source kind run only when asked for', async () => {
      await client.initialize(pulling);
      const uri = await client.open(faulty.replace('| 57 |', '| ５７ |'));
      const kinds = async (only?: string[]) =>
        (await actions(uri, faulty.slice(0, 20), { diagnostics: [], ...(only && { only }) })).map(
          ({ kind }) => kind,
        );
      ok(!(await kinds()).includes('source.fixAll.ogiReport'));
      deepStrictEqual(await kinds(['source.fixAll']), ['source.fixAll.ogiReport']);
    });

    it('set all totals of a table by command', async () => {
      await client.initialize(pulling);
      const uri = await client.open(faulty);
      const lenses = await client.request<
        { command: { title: string; command: string; arguments: unknown[] } }[]
      >('textDocument/codeLens', { textDocument: { uri } });
      const lens = lenses.find(({ command }) => command.command !== '');
      strictEqual(lens?.command.title, '本表 39 项，2 项不成立 · 修正合计');
      strictEqual(await client.request('workspace/executeCommand', lens?.command), true);
      await client.apply(uri, client.applied[0]?.changes?.[uri] ?? []);
      strictEqual(client.document(uri).getText(), base);
    });
  });

  it('says what a cell is and which identities hold', async () => {
    await client.initialize(pulling);
    const uri = await client.open(faulty);
    const hover = await client.request<Hover>('textDocument/hover', client.at(uri, '19 |', 1));
    const { value } = hover.contents as { value: string };
    for (const part of ['本年新收 · 总计', '✗', '填报 19', '依据：']) ok(value.includes(part), value);
    strictEqual(await client.request('textDocument/hover', client.at(uri, '根据')), null);
  });

  it('outlines, folds and selects', async () => {
    const capabilities = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };
    await client.initialize(capabilities);
    const uri = await client.open(base);
    const textDocument = { uri };
    const [report] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    strictEqual(report?.children?.length, 6);
    const within = (symbol: DocumentSymbol): boolean =>
      (symbol.children ?? []).every(
        (child) =>
          compare(symbol.range.start, child.range.start) <= 0 &&
          compare(child.range.end, symbol.range.end) <= 0 &&
          within(child),
      );
    ok(within(report as DocumentSymbol));
    const folds = await client.request<{ startLine: number; endLine: number }[]>(
      'textDocument/foldingRange',
      { textDocument },
    );
    ok(folds.length > 15 && folds.every(({ startLine, endLine }) => startLine < endLine));
    const { position } = client.at(uri, '4 | 1 | 0');
    type Chain = { range: DocumentSymbol['range']; parent?: Chain };
    const [chain, outside] = await client.request<Chain[]>('textDocument/selectionRange', {
      textDocument,
      positions: [position, { line: 9999, character: 0 }],
    });
    const texts: string[] = [];
    for (let at: Chain | undefined = chain; at; at = at.parent)
      texts.push(client.document(uri).getText(at.range));
    strictEqual(texts[0], '4');
    strictEqual(texts.at(-1), base);
    ok(outside);
  });

  it('colours words and sends only what changed', async () => {
    await client.initialize(pulling);
    const uri = await client.open(base);
    const textDocument = { uri };
    type Tokens = {
      resultId: string;
      data: number[];
      edits?: { start: number; deleteCount: number; data?: number[] }[];
    };
    const full = await client.request<Tokens>('textDocument/semanticTokens/full', { textDocument });
    strictEqual(full.data.length % 5, 0);
    ok(full.data.length > 1000);
    await client.replace(uri, '| 57 |', '| 5 |');
    await client.replace(uri, '（二）依', '\n（二）依');
    const delta = await client.request<Tokens>('textDocument/semanticTokens/full/delta', {
      textDocument,
      previousResultId: full.resultId,
    });
    ok(
      delta.edits?.every(({ data = [] }) => data.length < 500),
      JSON.stringify(delta).slice(0, 200),
    );
    const patched = [...full.data];
    for (const { start, deleteCount, data = [] } of delta.edits ?? [])
      patched.splice(start, deleteCount, ...data);
    const fresh = await client.request<Tokens>('textDocument/semanticTokens/full', { textDocument });
    deepStrictEqual(patched, fresh.data);
  });

  it('leads from totals to parts and back', async () => {
    await client.initialize(pulling);
    const uri = await client.open(base);
    const definitions = await client.request<unknown[]>('textDocument/definition', client.at(uri, '9 | ||'));
    strictEqual(definitions.length, 6);
    const references = await client.request<unknown[]>('textDocument/references', {
      ...client.at(uri, '9 | ||'),
      context: { includeDeclaration: true },
    });
    ok(references.length > 7, `${references.length}`);
    const items = await client.request<object[]>(
      'textDocument/prepareCallHierarchy',
      client.at(uri, '9 | ||'),
    );
    const [item] = items;
    strictEqual((await client.request<unknown[]>('callHierarchy/outgoingCalls', { item })).length, 6);
    strictEqual((await client.request<unknown[]>('callHierarchy/incomingCalls', { item })).length, 1);
  });

  it('proposes the total that is being typed', async () => {
    const { capabilities } = await client.initialize(pulling);
    ok(capabilities.inlineCompletionProvider);
    const uri = await client.open(base.replace(`${right} ||`, '| 8 | 1 | 0 | 0 | 0 | 0 |  | ||'));
    const found = await client.request<{ insertText: string }[]>('textDocument/inlineCompletion', {
      ...client.at(uri, '|  | ||', 2),
      context: { triggerKind: 1 },
    });
    deepStrictEqual(
      found.map(({ insertText }) => insertText),
      ['9'],
    );
  });

  it('renames the organ everywhere and refuses an empty name', async () => {
    await client.initialize(pulling);
    const uri = await client.open(base);
    const renamed = (newName: string) =>
      client.request<{ changes: Record<string, TextEdit[]> }>('textDocument/rename', {
        ...client.at(uri, '清溪'),
        newName,
      });
    strictEqual((await renamed('安澜市水务局')).changes[uri]?.length, 1);
    await rejects(renamed(' '), /名称不能为空/);
  });

  it('answers the commands of the client', async () => {
    await client.initialize(pulling);
    const uri = await client.open(base);
    const origin = { line: 0, character: 0 };
    strictEqual(await client.execute('isReport', uri), true);
    const first = await client.execute<{ start: object }>('figures', uri, origin, 1);
    strictEqual(client.document(uri).getText(first as never), '0');
    const cell = await client.execute<{ status: string; identitiesAll: number }>('cellAt', uri, first.start);
    strictEqual(cell.identitiesAll, 42);
    ok(cell.status.includes('规章'));
    deepStrictEqual(
      await client.execute('selectionStats', uri, [client.range(uri, '行政规范性文件 | 3 | 1 | 20')]),
      { sum: 24, count: 3 },
    );
    const page = await client.execute<{ html: string }>('preview', uri);
    ok(page.html.includes('colspan="5"') && !page.html.includes('<script'));
    const { edits, kept } = await client.execute<ConvertedTables>('convert', uri, 'cell-line');
    deepStrictEqual([edits.length, kept], [3, []]);
    const torn = await client.open(base.replace('2.重复申请 |', '2.重复申请 | 7 |'));
    const none = await client.execute<ConvertedTables>('convert', torn, 'cell-line');
    deepStrictEqual([none.edits, none.kept.length], [[], 1]);
    ok(none.kept[0]?.message.startsWith('依申请公开表：“重复申请'), none.kept[0]?.message);
    ok(client.document(torn).getText(none.kept[0]?.range).startsWith('7'));
    const made = await client.execute<{ text: string; carried: { range: Range; message: string }[] }>(
      'skeleton',
      {
        organ: '安澜市水务局',
        year: 2025,
        layout: 'tabs',
        previousText: base,
      },
    );
    ok(made.text.startsWith('安澜市水务局2025年'));
    const written = await client.open(made.text, 'file:///t/new.txt');
    const carried = made.carried.map(({ range }) => client.document(written).getText(range));
    deepStrictEqual(carried, ['1', '1', '1', '1', '20']);
    const second: Readonly<Record<string, unknown>> = { selectionStats: [], convert: 'html' };
    for (const command of ['preview', 'cellAt', 'figures', 'selectionStats', 'convert'])
      strictEqual(await client.execute(command, 'file:///t/none.txt', second[command] ?? origin, 1), null);
    await rejects(client.execute('constructor'), /unknown command/);
  });

  describe('unbreakable', () => {
    it('answers for unknown documents and places outside', async () => {
      await client.initialize(pulling);
      const uri = await client.open(base);
      const far = { line: 99999, character: 99999 };
      const near = { line: -1, character: -7 };
      for (const textDocument of [{ uri }, { uri: 'file:///t/none.txt' }])
        for (const position of [far, near])
          for (const [method, more] of Object.entries(requests)) {
            const range = { start: position, end: position };
            await client.request(`textDocument/${method}`, { textDocument, position, range, ...more });
          }
    });

    it('goes on after requests and changes that are malformed', async () => {
      await client.initialize(pulling);
      const uri = await client.open(faulty);
      await rejects(client.request('textDocument/hover', { textDocument: { uri } }), /unusable position/);
      await client.notify('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [{ range: 1 }],
      });
      await client.notify('textDocument/didChange', {
        textDocument: { uri: 'file:///t/none.txt', version: 2 },
        contentChanges: [{ text: '' }],
      });
      ok((await client.pull(uri)).length > 0);
    });

    it('answers a cancelled request as such', async () => {
      await client.initialize(pulling);
      const uri = await client.open(faulty);
      const { CancellationTokenSource } = await import('vscode-jsonrpc/node');
      const source = new CancellationTokenSource();
      const asked = client.cancellable(
        'textDocument/documentSymbol',
        { textDocument: { uri } },
        source.token,
      );
      source.cancel();
      await asked.then(
        (answer) => ok(answer),
        (error: { code: number }) => strictEqual(error.code, -32800),
      );
      ok((await client.pull(uri)).length > 0);
    });

    it('shuts down', async () => {
      await client.initialize(pulling);
      strictEqual(await client.stop(), 0);
    });
  });
});

const requests: Readonly<Record<string, object>> = {
  hover: {},
  definition: {},
  references: { context: { includeDeclaration: true } },
  documentHighlight: {},
  documentSymbol: {},
  foldingRange: {},
  selectionRange: { positions: [{ line: 1e6, character: 3 }] },
  prepareCallHierarchy: {},
  codeAction: { context: { diagnostics: [] } },
  codeLens: {},
  inlayHint: {},
  completion: {},
  inlineCompletion: { context: { triggerKind: 0 } },
  formatting: { options: { tabSize: 2, insertSpaces: true } },
  rangeFormatting: { options: { tabSize: 2, insertSpaces: true } },
  onTypeFormatting: { ch: '\n', options: { tabSize: 2, insertSpaces: true } },
  prepareRename: {},
  rename: { newName: '某局' },
  linkedEditingRange: {},
  'semanticTokens/full': {},
  'semanticTokens/full/delta': { previousResultId: 'none' },
  'semanticTokens/range': {},
  diagnostic: {},
};

const compare = (a: { line: number; character: number }, b: { line: number; character: number }): number =>
  a.line - b.line || a.character - b.character;
