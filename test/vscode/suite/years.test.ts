import { type CodeAction, commands, TabInputTextDiff, Uri, window, workspace } from 'vscode';
import { closeEditors, equal, extension, find, findings, ok, replace, ruleOf, until } from './support.ts';

/** Opens the file of the workspace whose name holds `part`. */
async function openFile(part: string) {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  ok(folder, 'no folder is open');
  const name = (await workspace.fs.readDirectory(folder)).map(([it]) => it).find((it) => it.includes(part));
  ok(name, `no file ${part}`);
  return window.showTextDocument(await workspace.openTextDocument(Uri.joinPath(folder, name)));
}

/** Only where the server can read the folder: not in a web worker. */
describe('report beside report', () => {
  before(extension);
  afterEach(closeEditors);

  it('compares the figures with last year’s in a diff editor', async () => {
    await openFile('水务局2025');
    await until('the comparison', async () => commands.executeCommand<boolean>('ogiReport.compareYears'));
    const input = window.tabGroups.activeTabGroup.activeTab?.input;
    ok(input instanceof TabInputTextDiff, 'no diff editor');
    const text = async (uri: Uri) => (await workspace.openTextDocument(uri)).getText();
    const [left, right] = [await text(input.original), await text(input.modified)];
    ok(left.includes('2024') && right.includes('2025'), `${left}\n${right}`);
    equal(left.split('\n').length, right.split('\n').length, 'lines');
  });

  it('tells a broken carry-over, and accepts it in .ogi-report.json', async () => {
    const { document } = await openFile('水务局2025');
    const row = find(document, '二、上年结转政府信息公开申请数量');
    const line = document.lineAt(row.start.line);
    const whole = line.text;
    await replace(
      document,
      line.range,
      whole.replace(/\| (\d+) \|(?!.*\d)/, (_, n) => `| ${Number(n) + 5} |`),
    );
    const broken = await until('carry-over', () =>
      findings(document).find((it) => ruleOf(it) === 'carry-over'),
    );
    ok(
      broken.relatedInformation?.some((it) => it.location.uri.path.includes('2024')),
      'the other report is not named',
    );
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      broken.range,
    );
    const accept = actions.find((it) => /接受|accept/i.test(it.title) && it.edit);
    ok(accept?.edit, `nothing to accept among ${actions.map((it) => it.title)}`);
    const written = accept.edit.entries().map(([uri]) => uri.path.split('/').at(-1));
    equal(written, ['.ogi-report.json'], 'files the acceptance is written to');
    await replace(document, document.lineAt(line.lineNumber).range, whole);
    await until('no carry-over', () => !findings(document).some((it) => ruleOf(it) === 'carry-over'));
  });

  it('names the reports to be summed up in .ogi-report.json, and shows the sums before they are written', async () => {
    const { document } = await openFile('水务局2024');
    const text = document.getText();
    const config = Uri.joinPath(document.uri, '../.ogi-report.json');
    // Ends with the preview of the sums, which is closed unanswered.
    const filled = commands.executeCommand<boolean>('ogiReport.fillFromParts', [
      '青石镇人民政府2024年政府信息公开工作年度报告.txt',
    ]);
    const isWritten = () =>
      workspace.fs.stat(config).then(
        ({ size }) => size > 0,
        () => false,
      );
    await until('the configuration', async () => isWritten());
    const { aggregates } = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(config)));
    equal(aggregates.length, 1);
    equal(aggregates[0].parts.length, 1, 'parts');
    await until('the question', async () => {
      await commands.executeCommand('refactorPreview.discard');
      return Promise.race([filled.then(() => true), new Promise((done) => setTimeout(done, 200))]);
    });
    equal(document.getText(), text);
    await workspace.fs.delete(config);
  });
});
