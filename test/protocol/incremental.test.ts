import { deepStrictEqual } from 'node:assert';
import type { SemanticTokensEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { base } from '../support/base.ts';
import { type Random, random, runSeed } from '../support/random.ts';
import { Client, pulling } from '../support/server.ts';

const seed = runSeed();
const uri = 'file:///t/edited.txt';
const nowhere = { line: 0, character: 0 };

/** What the server says of a document as a whole. */
const methods = ['diagnostic', 'semanticTokens/full', 'documentSymbol', 'foldingRange', 'codeLens'];

describe('after random edits', () => {
  let client: Client;
  before(async () => {
    client = new Client();
    const documentSymbol = { hierarchicalDocumentSymbolSupport: true };
    await client.initialize({ textDocument: { ...pulling.textDocument, documentSymbol } });
  });
  after(() => client.kill());

  it('every answer is the one for a fresh document', async () => {
    const chance = random(seed);
    await client.open([base, base.replaceAll('\n', '\r\n'), base].join('\n'), uri);
    let tokens: number[] = [];
    let previousResultId = '';
    for (let i = 0; i < 60; i++) {
      for (let burst = chance.between(1, 3); burst > 0; burst--) await edit(client, chance);
      // A row counts as half typed until something else changes.
      await client.change(uri, [{ range: { start: nowhere, end: nowhere }, text: '' }]);
      const text = client.document(uri).getText();
      const fresh = `file:///t/fresh-${i}.txt`;
      await client.open(text, fresh);
      for (const method of methods) {
        const [one, two] = await Promise.all([ask(client, method, uri), ask(client, method, fresh)]);
        deepStrictEqual(one, two, `${method} after edit ${i}`);
      }
      await client.notify('textDocument/didClose', { textDocument: { uri: fresh } });

      const delta = await client.request<{ resultId: string; data?: number[]; edits?: SemanticTokensEdit[] }>(
        'textDocument/semanticTokens/full/delta',
        { textDocument: { uri }, previousResultId },
      );
      tokens = delta.data ?? patched(tokens, delta.edits ?? []);
      previousResultId = delta.resultId;
      const full = await client.request<{ resultId: string; data: number[] }>(
        'textDocument/semanticTokens/full',
        {
          textDocument: { uri },
        },
      );
      deepStrictEqual(tokens, full.data, `tokens after edit ${i}`);
      previousResultId = full.resultId;
    }
  });
});

/** The answer with the document's own address and the id of the result left out. */
async function ask(client: Client, method: string, of: string): Promise<unknown> {
  const answer = await client.request(`textDocument/${method}`, { textDocument: { uri: of } });
  return JSON.parse(
    JSON.stringify(answer)
      .replaceAll(of, '')
      .replace(/"resultId":"[^"]*"/, '"":""'),
  );
}

function patched(data: readonly number[], edits: readonly SemanticTokensEdit[]): number[] {
  const out = [...data];
  for (const { start, deleteCount, data: insert = [] } of edits) out.splice(start, deleteCount, ...insert);
  return out;
}

/** One notification with one to three changes: a digit, a line, a section cut or pasted. */
async function edit(client: Client, chance: Random): Promise<void> {
  const changes = [];
  let document = client.document(uri);
  for (let i = chance.between(1, 3); i > 0; i--) {
    const text = document.getText();
    const from = chance.between(0, text.length);
    const length = chance.pick([0, 0, 1, 1, 5, 80, 900]);
    const copied = chance.between(0, text.length);
    const insert = chance.pick([
      '',
      '1',
      '\n',
      '\r\n',
      '|',
      '😀',
      text.slice(copied, copied + 700),
      '五、其他',
    ]);
    const range = {
      start: document.positionAt(from),
      end: document.positionAt(Math.min(text.length, from + length)),
    };
    const change = { range, text: insert };
    changes.push(change);
    document = TextDocument.update(TextDocument.create(uri, 'x', 0, text), [change], 1);
  }
  await client.change(uri, changes);
}
