import {
  type CodeAction,
  commands,
  type Hover,
  TabInputCustom,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { bodyXml, docx } from '../../support/office-docx.ts';
import { officeFigures, officeReport } from '../../support/office-report.ts';
import { closeEditors, equal, extension, find, findings, isWeb, ok, ruleOf, until } from './support.ts';

/** The report as a .docx; `wrong`: with a total that is not the sum of its row. */
const file = (wrong: boolean): Uint8Array => {
  const total = Number(officeFigures.get('applications.1.total')) + (wrong ? 1 : 0);
  return docx(bodyXml(officeReport(new Map([...officeFigures, ['applications.1.total', String(total)]]))));
};

async function put(name: string, bytes: Uint8Array): Promise<Uri> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  ok(folder, 'no folder is open');
  const uri = Uri.joinPath(folder, name);
  await workspace.fs.writeFile(uri, bytes);
  return uri;
}

/** The document that the command opens for a file. */
async function openOffice(uri: Uri): Promise<TextDocument> {
  await commands.executeCommand('ogiReport.openOffice', uri);
  const editor = await until('the text', () => {
    const active = window.activeTextEditor;
    return active?.document.uri.scheme === 'ogi-office' && active.document.languageId === 'ogi-report'
      ? active
      : null;
  });
  return editor.document;
}

const wrongTotal = (document: TextDocument) =>
  findings(document).find((it) => ruleOf(it) === 'sum-mismatch' && /表2|table 2/.test(it.message));

describe('Office files', () => {
  before(extension);
  afterEach(closeEditors);

  it('opens a .docx as a text, names the table cell of a finding and follows the file', async () => {
    const uri = await put('清溪县教育局2024.docx', file(true));
    const document = await openOffice(uri);
    const wrong = await until('the finding', () => wrongTotal(document));
    ok(/^(?:表2第4行第10列：|table 2, row 4, column 10: )/.test(wrong.message), wrong.message);
    const at = find(document, '一、本年新收政府信息公开申请数量').start.translate(0, 2);
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
    ok(hovers.length > 0, 'no hover');
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      wrong.range,
    );
    const own = actions.filter((it) => it.edit?.has(document.uri));
    equal(own.length, 0, 'edits of a read-only text');
    const intoFile = actions.filter((it) => it.command?.command === 'ogiReport.server.writeOffice');
    equal(intoFile.length > 0, !isWeb(), 'what writes into the file');
    await put('清溪县教育局2024.docx', file(false));
    await until('the file as it is now', () => !wrongTotal(document));
  });

  it('makes a draft of it', async () => {
    const document = await openOffice(await put('清溪县教育局2024.docx', file(true)));
    await until('the finding', () => wrongTotal(document));
    equal(await commands.executeCommand('ogiReport.saveAsDraft'), true);
    const draft = window.activeTextEditor?.document;
    ok(draft?.isUntitled && draft.languageId === 'ogi-report', 'no draft');
    equal(draft.getText(), document.getText());
    await until('findings of the draft', () => findings(draft).length > 0);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('draws the official tables in an editor of its own', async () => {
    const uri = await put('清溪县教育局2024.docx', file(true));
    await commands.executeCommand('vscode.openWith', uri, 'ogiReport.office');
    const input = window.tabGroups.activeTabGroup.activeTab?.input;
    ok(input instanceof TabInputCustom && input.viewType === 'ogiReport.office', 'no such editor');
    await until('its text', () =>
      workspace.textDocuments.some((it) => it.uri.scheme === 'ogi-office' && findings(it).length > 0),
    );
  });

  it('says why a file cannot be read and opens nothing', async () => {
    const bytes = isWeb() ? '%PDF-1.4\n' : 'PK\x03\x04 no archive';
    const uri = await put(isWeb() ? '报告.pdf' : '报告.docx', new TextEncoder().encode(bytes));
    const before = window.activeTextEditor?.document.uri.toString();
    await commands.executeCommand('ogiReport.openOffice', uri);
    equal(window.activeTextEditor?.document.uri.toString(), before);
  });

  it('exports a draft and a Word file in all formats', async function () {
    // Where the server may load nothing, the command is not offered.
    if (isWeb()) this.skip();
    const source = await put('清溪县教育局2024.docx', file(false));
    const draft = await workspace.openTextDocument({
      language: 'ogi-report',
      content: (await openOffice(source)).getText(),
    });
    for (const from of [source, draft.uri])
      for (const format of ['docx', 'xlsx', 'html']) {
        const target = Uri.joinPath(source, '..', `导出.${format}`);
        equal(await commands.executeCommand('ogiReport.export', from, format, target), true);
        const written = await openOffice(target);
        equal(written.getText().includes('政府信息公开工作年度报告'), true);
        equal(wrongTotal(written), undefined);
        await workspace.fs.delete(target);
        await commands.executeCommand('workbench.action.closeActiveEditor');
      }
  });
});
