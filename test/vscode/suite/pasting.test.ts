import { commands, env, languages, type TextDocument, window } from 'vscode';
import { closeEditors, equal, extension, ok, until } from './support.ts';

/** Put here by the bundler (run.mjs), from test/vscode/pasted-texts.mts. */
declare const pastedTexts: readonly { readonly name: string; readonly text: string }[];

const active = (): TextDocument | undefined => window.activeTextEditor?.document;

/** Pastes as the keys do, into the editor that has the focus. */
async function paste(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await commands.executeCommand('editor.action.clipboardPasteAction');
}

describe('pasting', () => {
  before(extension);
  afterEach(closeEditors);

  it('has texts to paste', () => ok(pastedTexts.length >= 20, `${pastedTexts.length} texts`));

  for (const { name, text } of pastedTexts)
    it(`recognises ${name} after the paste itself`, async () => {
      await commands.executeCommand('workbench.action.files.newUntitledFile', { languageId: 'plaintext' });
      await until('an empty document', () => active()?.isUntitled && active()?.getText() === '');
      equal(active()?.languageId, 'plaintext');
      await paste(text);
      await until('the language', () => active()?.languageId === 'ogi-report', 5000);
      equal(active()?.getText().replace(/\s/g, ''), text.replace(/\s/g, ''), 'the text pasted');
    });

  it('stays a report while its text is replaced, and plain text where a person set it back', async () => {
    const [{ text } = { text: '' }] = pastedTexts;
    await commands.executeCommand('workbench.action.files.newUntitledFile', { languageId: 'plaintext' });
    await until('an empty document', () => active()?.isUntitled && active()?.getText() === '');
    await paste(text);
    const document = await until('the language', () => {
      const it = active();
      return it?.languageId === 'ogi-report' && it;
    });
    await commands.executeCommand('editor.action.selectAll');
    await commands.executeCommand('type', { text: '一' });
    await new Promise((done) => setTimeout(done, 1500));
    equal(document.languageId, 'ogi-report', 'after an edit');
    const back = await languages.setTextDocumentLanguage(document, 'plaintext');
    await paste(text);
    await until('the text', () => back.getText().length > 100);
    await new Promise((done) => setTimeout(done, 500));
    equal(active()?.languageId, 'plaintext', 'what a person set');
  });

  it('recognises a report pasted below other text', async () => {
    await commands.executeCommand('workbench.action.files.newUntitledFile', { languageId: 'plaintext' });
    await until('an empty document', () => active()?.isUntitled && active()?.getText() === '');
    await paste('会议通知\n各科室：\n');
    await until('the notice', () => active()?.getText().includes('各科室'));
    equal(active()?.languageId, 'plaintext');
    await paste(pastedTexts.at(-1)?.text ?? '');
    await until('the language', () => active()?.languageId === 'ogi-report', 5000);
    ok(active()?.getText().startsWith('会议通知'), 'another document');
  });
});
