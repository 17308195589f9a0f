import { commands, Selection, Uri, window, workspace } from 'vscode';
import { equal, extension, find, isWeb, ok, until } from './support.ts';

interface Kept {
  readonly reports: readonly {
    readonly file: string;
    readonly organ: string;
    readonly mark?: { readonly state: string; readonly reason?: string };
    readonly notes?: Readonly<Record<string, readonly string[]>>;
  }[];
}

describe('the review', () => {
  const folder = () => {
    const uri = workspace.workspaceFolders?.[0]?.uri;
    ok(uri, 'no folder is open');
    return uri;
  };
  const reviewFile = () => Uri.joinPath(folder(), '.ogi-review.json');
  const kept = async (): Promise<Kept> =>
    JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(reviewFile())));
  let uri = '';

  before(async () => {
    await extension();
    const list = await commands.executeCommand<{ reports: { uri: string; year: number }[] }>(
      'ogiReport.checkFolder',
    );
    uri = list.reports.find(({ year }) => year === 2025)?.uri ?? '';
    ok(uri, 'no report of 2025');
  });
  after(() => workspace.fs.delete(reviewFile()));

  it('keeps marks beside the reports', async () => {
    await commands.executeCommand('ogiReport.markChecked', uri);
    const [checked] = (await kept()).reports;
    equal(checked?.mark?.state, 'checked');
    ok(uri.endsWith(encodeURIComponent(checked?.file ?? '-')), `kept for ${checked?.file}`);
    await commands.executeCommand('ogiReport.markReturned', uri, '合计有误');
    const [returned] = (await kept()).reports;
    equal([returned?.mark?.state, returned?.mark?.reason], ['returned', '合计有误']);
    await commands.executeCommand('ogiReport.markUnchecked', uri);
    equal((await kept()).reports, []);
  });

  it('keeps a note by the field of its cell', async () => {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    const editor = await window.showTextDocument(document);
    const row = find(document, '四、结转下年度继续办理');
    const figure = /\d+/.exec(document.lineAt(row.start.line).text.slice(row.end.character));
    ok(figure, 'no figure in the row');
    const at = row.end.translate(0, figure.index);
    editor.selection = new Selection(at, at);
    await commands.executeCommand('ogiReport.noteCell', '请核实');
    const entry = await until('the note', async () => (await kept()).reports.find(({ notes }) => notes));
    equal(entry.notes, { 'applications.4.natural-person': ['请核实'] });
  });

  it('writes the review sheet with marks and notes', async function () {
    // Where the server may load nothing, the command is not offered.
    if (isWeb()) this.skip();
    await commands.executeCommand('ogiReport.markReturned', uri, '合计有误');
    const target = Uri.joinPath(folder(), 'review.html');
    ok(await commands.executeCommand('ogiReport.summary', undefined, 'html', target), 'nothing was written');
    const page = new TextDecoder().decode(await workspace.fs.readFile(target));
    await workspace.fs.delete(target);
    for (const words of ['核对表', '合计有误', '审核意见：请核实', '退回单：'])
      ok(page.includes(words), `the page lacks ${words}`);
  });

  it('takes the roster from a list of names', async () => {
    ok(
      await commands.executeCommand('ogiReport.nameRoster', '1\t清溪县教育局\n2\t清溪县水利局'),
      'not written',
    );
    const file = Uri.joinPath(folder(), '.ogi-report.json');
    const config = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file)));
    await workspace.fs.delete(file);
    equal(config.units, ['清溪县教育局', '清溪县水利局']);
  });

  it('writes over no file that is not a review', async () => {
    const before = new TextEncoder().encode('{ "other": 1 }');
    await workspace.fs.writeFile(reviewFile(), before);
    await commands.executeCommand('ogiReport.markChecked', uri);
    equal(new TextDecoder().decode(await workspace.fs.readFile(reviewFile())), '{ "other": 1 }');
  });
});
