import { ConfigurationTarget, commands, window, workspace } from 'vscode';
import { closeEditors, equal, extension, findings, open, ruleOf, sample, until } from './support.ts';

const set = (key: string, value: unknown) =>
  workspace.getConfiguration('ogiReport').update(key, value, ConfigurationTarget.Workspace);

describe('settings', () => {
  before(extension);
  afterEach(async () => {
    await set('detect', undefined);
    await set('rules', undefined);
    await closeEditors();
  });

  // The line before the title keeps VS Code's own recognition by first line out.
  it('leaves plain text alone with detect off, and takes it up when it is on again', async () => {
    await set('detect', 'off');
    const { document } = await open(`附件\n${await sample('水务局2025')}`, 'plaintext');
    await new Promise((done) => setTimeout(done, 1500));
    equal(document.languageId, 'plaintext');
    equal(findings(document), []);
    await set('detect', undefined);
    await until('the language', () => window.activeTextEditor?.document.languageId === 'ogi-report');
    await until(
      'findings',
      () => window.activeTextEditor && findings(window.activeTextEditor.document).length > 0,
    );
  });

  it('takes the severity of a rule from the setting at once', async () => {
    const { document } = await open(await sample('水务局2025'));
    const sums = () => findings(document).filter((it) => ruleOf(it) === 'sum-mismatch');
    await until('sum-mismatch', () => sums().length > 0);
    await set('rules', { 'sum-mismatch': 'off' });
    await until('none', () => sums().length === 0 && findings(document).length > 0);
  });

  it('goes on after its server is restarted', async () => {
    const { document } = await open(await sample('水务局2025'));
    await until('findings', () => findings(document).length > 0);
    await commands.executeCommand('ogiReport.restartServer');
    await until('findings again', () => findings(document).length > 0);
  });
});
