import {
  type CodeAction,
  type CompletionList,
  commands,
  type DocumentSymbol,
  type Hover,
  type InlayHint,
  type MarkdownString,
  Range,
  type TextEdit,
  window,
  workspace,
} from 'vscode';
import {
  closeEditors,
  equal,
  extension,
  find,
  findings,
  inside,
  ok,
  open,
  replace,
  ruleOf,
  sample,
  until,
} from './support.ts';

const contents = (hovers: readonly Hover[]): string =>
  hovers.flatMap((it) => it.contents.map((part) => (part as MarkdownString).value)).join('\n');

describe('drafting', () => {
  before(extension);
  afterEach(closeEditors);

  it('finds a wrong total as it is typed and mends it', async () => {
    const { document } = await open(await sample('水务局2024'));
    const row = find(document, '(一)予以公开'.replace('(', '（').replace(')', '）'));
    const line = document.lineAt(row.start.line);
    const at = line.text.lastIndexOf('8 |');
    await replace(document, new Range(line.lineNumber, at, line.lineNumber, at + 1), '9');
    const wrong = await until('sum-mismatch', () =>
      findings(document).find((it) => ruleOf(it) === 'sum-mismatch'),
    );
    equal(document.getText(wrong.range), '9', 'the finding stands on');
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      wrong.range,
    );
    const fix = actions.find((it) => it.edit && it.isPreferred);
    ok(fix?.edit, `no preferred fix among ${actions.map((it) => it.title)}`);
    await workspace.applyEdit(fix.edit);
    await until('no error', () => !findings(document).some((it) => ruleOf(it) === 'sum-mismatch'));
    equal(document.lineAt(line.lineNumber).text, line.text);
  });

  it('tells the identities of a cell on hover', async () => {
    const { document } = await open(await sample('水务局2024'));
    const total = find(document, '118.6');
    const at = find(document, '（七）总计').end.translate(0, 3);
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
    ok(/总计|勾稽|Total/i.test(contents(hovers)), contents(hovers));
    const fee = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      inside(total),
    );
    ok(contents(fee).length > 0, 'no hover on the fee');
  });

  it('outlines sections and tables', async () => {
    const { document } = await open(await sample('水务局2024'));
    const outline = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const names = outline.flatMap(function all(it): string[] {
      return [it.name, ...it.children.flatMap(all)];
    });
    for (const name of [
      '总体情况',
      '主动公开政府信息情况',
      '收到和处理',
      '行政复议',
      '存在的主要问题',
      '其他需要报告',
    ])
      ok(
        names.some((it) => it.includes(name)),
        `no ${name} in ${names}`,
      );
  });

  it('completes a missing heading', async () => {
    const text = await sample('水务局2024');
    const { document } = await open(text.replace(/^五、.*$/m, ''));
    const line = find(document, '六、其他需要报告').start.translate(-2).with({ character: 0 });
    const at = document.lineAt(line.line).isEmptyOrWhitespace ? line : line.translate(1);
    await replace(document, new Range(at, at), '五');
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at.translate(0, 1),
    );
    const labels = list.items.map((it) => (typeof it.label === 'string' ? it.label : it.label.label));
    ok(
      labels.some((it) => it.includes('存在的主要问题')),
      `${labels.slice(0, 20)}`,
    );
  });

  it('explains bare numbers of a cell-per-line table at the line end', async () => {
    const { document } = await open(await sample('青石镇'));
    const all = new Range(0, 0, document.lineCount, 0);
    const hints = await commands.executeCommand<InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      all,
    );
    ok(hints.length > 50, `${hints.length} hints`);
    for (const { position } of hints)
      equal(position.character, document.lineAt(position.line).text.length, `hint in line ${position.line}`);
  });

  it('formats without changing a figure', async () => {
    const text = (await sample('水务局2024')).replace('| 46 |', '|   ４６ |');
    const { document } = await open(text);
    const edits = await commands.executeCommand<TextEdit[]>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      {
        tabSize: 2,
        insertSpaces: true,
      },
    );
    ok(edits?.length, 'nothing formatted');
    for (const edit of edits) await replace(document, edit.range, edit.newText);
    const figures = (it: string) => it.normalize('NFKC').match(/\d+/g);
    equal(figures(document.getText()), figures(text));
    ok(!document.getText().includes('４６'), 'full-width digits stay');
  });

  it('shows the official tables beside the text', async () => {
    await open(await sample('水务局2025'));
    await commands.executeCommand('ogiReport.showPreview');
    await until('the preview', () =>
      window.tabGroups.all.some((group) => group.tabs.some((tab) => /(Preview|官方表格)/.test(tab.label))),
    );
  });
});
