// Moving between figures, and tables in another layout.

import { commands, Selection } from 'vscode';
import { closeEditors, equal, extension, find, ok, open, sample } from './support.ts';

describe('moving and converting', () => {
  before(extension);
  afterEach(closeEditors);

  it('moves from figure to figure', async () => {
    const editor = await open(await sample('水务局2024'));
    const start = find(editor.document, '规章').start;
    editor.selection = new Selection(start, start);
    const seen: string[] = [];
    for (let i = 0; i < 4; i++) {
      await commands.executeCommand('ogiReport.nextFigure');
      seen.push(editor.document.getText(editor.selection));
    }
    equal(seen, ['0', '0', '0', '2']);
    await commands.executeCommand('ogiReport.previousFigure');
    equal(editor.document.getText(editor.selection), '0');
  });

  it('goes from the middle of a label to the first figure, and changes no text at either end', async () => {
    const editor = await open(await sample('水务局2024'));
    const { document } = editor;
    const before = document.getText();
    const press = async (from: string, direction: 'next' | 'previous') => {
      const start = find(document, from).start.translate(0, 1);
      editor.selection = new Selection(start, start);
      await commands.executeCommand(`ogiReport.${direction}Figure`);
      return document.getText(editor.selection);
    };
    equal(await press('行政许可', 'next'), '46');
    equal(await press('规章', 'previous'), '', 'before the first figure');
    const end = document.positionAt(document.getText().search(/\d+(?=[^\d]*\n五、)/));
    editor.selection = new Selection(end, end);
    await commands.executeCommand('ogiReport.nextFigure');
    equal(document.getText(), before);
  });

  it('converts the tables to another layout and back without loss', async () => {
    const { document } = await open(await sample('水务局2025'));
    const original = document.getText();
    await commands.executeCommand('ogiReport.convertLayout', 'cell-line');
    ok(!document.getText().includes('| ||'), 'bars remain');
    await commands.executeCommand('ogiReport.convertLayout', 'row-line');
    equal(document.getText(), original);
  });

  it('converts no table where one would lose something', async () => {
    const text = (await sample('水务局2025')).replace('2.重复申请 |', '2.重复申请 | 7 |');
    const { document } = await open(text);
    equal(await commands.executeCommand('ogiReport.convertLayout', 'cell-line'), false);
    equal(document.getText(), text);
  });
});
