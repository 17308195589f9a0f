import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { inFolder } from '../support/cli.ts';
import { bodyXml, docx } from '../support/office-docx.ts';
import { officeFigures, officeReport } from '../support/office-report.ts';
import { Client, pulling } from '../support/server.ts';

const total = Number(officeFigures.get('applications.1.total'));
const word = docx(
  bodyXml(
    officeReport(
      new Map([
        ...officeFigures,
        ['applications.1.total', String(total + 7)],
        ['disclosure.regulations.made', '５'],
      ]),
    ),
  ),
);

describe('writing into a Word file shown as a text', () => {
  let client: Client;
  beforeEach(async () => {
    client = new Client();
    await client.initialize(pulling);
  });
  afterEach(() => client.stop());

  /** Opens a.docx of a folder as the client shows it, with the actions on the first words found. */
  async function shown(
    cwd: string,
  ): Promise<{ uri: string; actionsAt: (words: string) => Promise<CodeAction[]> }> {
    const file = pathToFileURL(join(cwd, 'a.docx'));
    const uri = `ogi-office:${file.pathname}?file`;
    const bytes = readFileSync(join(cwd, 'a.docx')).toString('base64');
    const { text } = await client.execute<{ text: string }>('readOffice', uri, bytes);
    await client.open(text, uri);
    const actionsAt = async (words: string) =>
      client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: client.range(uri, words),
        context: { diagnostics: await client.pull(uri) },
      });
    return { uri, actionsAt };
  }

  const documentIn = (cwd: string): string =>
    new TextDecoder().decode(unzipSync(readFileSync(join(cwd, 'a.docx')))['word/document.xml']);

  const run = ({ command }: CodeAction) => {
    ok(command);
    return client.request('workspace/executeCommand', {
      command: command.command,
      arguments: command.arguments,
    });
  };

  it('a figure as a tracked change, after asking', () =>
    inFolder({ 'a.docx': word }, async (cwd) => {
      const { actionsAt } = await shown(cwd);
      const actions = await actionsAt(`${total + 7} |`);
      const fix = actions.find(({ isPreferred }) => isPreferred);
      ok(fix?.command !== undefined && fix.edit === undefined && fix.diagnostics, JSON.stringify(actions));
      match(fix.title, /以修订写入 Word 文件/);
      strictEqual(await run(fix), null);
      deepStrictEqual(readFileSync(join(cwd, 'a.docx')), Buffer.from(word));
      client.choose = ({ actions: [first] }) => first;
      deepStrictEqual(await run(fix), { written: true });
      match(client.asked.at(-1) ?? '', /写入 a\.docx，作为修订/);
      match(documentIn(cwd), new RegExp(`<w:ins [^>]*w:author="ogi-report"[^>]*><w:r><w:t>${total}</w:t>`));
    }));

  it('notation as it is; where the file has changed, why not', () =>
    inFolder({ 'a.docx': word }, async (cwd) => {
      client.choose = ({ actions: [first] }) => first;
      const { actionsAt } = await shown(cwd);
      const [fix] = await actionsAt('５');
      ok(fix);
      match(fix.title, /（写入 Word 文件）$/);
      deepStrictEqual(await run(fix), { written: true });
      ok(!documentIn(cwd).includes('５') && !documentIn(cwd).includes('w:ins'));
      const { refused } = (await run(fix)) as { refused: string };
      match(refused, /与检查时不同/);
    }));
});
