import { commands, languages, window, workspace } from 'vscode';
import { closeEditors, equal, extension, findings, ok, open, sample, until } from './support.ts';

describe('recognition', () => {
  before(extension);
  afterEach(closeEditors);

  it('activates in under 50 ms of its own time, with room for a busy machine', async () => {
    const { activation } = await extension();
    ok(activation < 250, `took ${activation} ms`);
  });

  it('opens a report file in its own language by its name', async () => {
    const [file] = await workspace.findFiles('*2024*.txt');
    ok(file, 'no sample');
    equal((await workspace.openTextDocument(file)).languageId, 'ogi-report');
  });

  for (const language of ['plaintext', 'markdown'])
    it(`recognises an untitled ${language} document by its text`, async () => {
      // The line before the title keeps VS Code's own recognition by first line out.
      await open(`附件\n${await sample('2025')}`, language);
      await until('the language', () => window.activeTextEditor?.document.languageId === 'ogi-report');
    });

  it('leaves the language alone that a person sets back', async () => {
    await open(`附件\n${await sample('2025')}`, 'plaintext');
    const document = await until('the language', () => {
      const it = window.activeTextEditor?.document;
      return it?.languageId === 'ogi-report' && it;
    });
    const back = await languages.setTextDocumentLanguage(document, 'plaintext');
    await until('findings in plain text', () => findings(back).length > 0);
    equal(back.languageId, 'plaintext');
  });

  it('says nothing of another text', async () => {
    const { document } = await open('会议纪要\n一、总体情况\n参会 12 人。\n', 'plaintext');
    await commands.executeCommand('vscode.executeHoverProvider', document.uri, document.positionAt(0));
    equal(document.languageId, 'plaintext');
    equal(findings(document), []);
  });
});
