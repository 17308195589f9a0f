import { commands, Selection, type TextDocument, type TextEditor } from 'vscode';
import { closeEditors, equal, extension, find, ok, open, sample, until } from './support.ts';

const range = '\t自然人\t总计\n一、本年新收政府信息公开申请数量\t77\t88\n其中：外地申请\t1\t2';

/** The example with the cursor in its table of applications. */
async function inTable(): Promise<TextEditor> {
  const editor = await open(await sample('水务局2024'));
  const { start } = find(editor.document, '二、上年结转');
  editor.selection = new Selection(start, start);
  await until('the table', async () => editor.selection.active.isEqual(start));
  return editor;
}

const firstRow = (document: TextDocument): string =>
  document.lineAt(find(document, '一、本年新收').start.line).text.replace(/\s/g, '');

describe('pasting a range', () => {
  before(extension);
  afterEach(closeEditors);

  it('goes by the names of rows and columns, by the command', async () => {
    const { document } = await inTable();
    equal(await commands.executeCommand('ogiReport.pasteTable', range), true);
    ok(/数量\|77\|.*\|88\|/.test(firstRow(document)), firstRow(document));
    equal(await commands.executeCommand('ogiReport.pasteTable', '一段文字'), false);
  });
});
