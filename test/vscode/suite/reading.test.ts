import {
  type CodeLens,
  commands,
  type DocumentHighlight,
  type FoldingRange,
  type Location,
  type LocationLink,
  type SemanticTokens,
  type SemanticTokensLegend,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { closeEditors, equal, extension, find, findings, ok, open, sample, until } from './support.ts';

describe('reading', () => {
  before(extension);
  afterEach(closeEditors);

  const ask = <T>(what: string, uri: Uri, ...args: unknown[]) =>
    commands.executeCommand<T>(`vscode.${what}`, uri, ...args);

  it('colours labels, figures, totals and figures that repeat a cell', async () => {
    const { document } = await open(await sample('水务局2024'));
    const legend = await ask<SemanticTokensLegend>('provideDocumentSemanticTokensLegend', document.uri);
    const tokens = await ask<SemanticTokens>('provideDocumentSemanticTokens', document.uri);
    const seen = new Set(tokens.data.filter((_, i) => i % 5 === 3));
    for (const type of ['label', 'figure', 'total', 'mention'])
      ok(seen.has(legend.tokenTypes.indexOf(type)), `no ${type}`);
  });

  it('leads from a total to its parts and from a sentence to its cell', async () => {
    const { document } = await open(await sample('水务局2024'));
    const line = find(document, '（七）总计').start.line;
    const total = document.lineAt(line).text.lastIndexOf('13');
    const at = document.lineAt(line).range.start.translate(0, total);
    const parts = await ask<(Location | LocationLink)[]>('executeDefinitionProvider', document.uri, at);
    ok(parts.length >= 6, `${parts.length} parts of the total`);
    const mention = find(document, '新收政府信息公开申请14').end.translate(0, -1);
    const cells = await ask<(Location | LocationLink)[]>('executeDefinitionProvider', document.uri, mention);
    const lines = cells.map((it) => ('range' in it ? it.range : it.targetRange).start.line);
    ok(lines.includes(find(document, '一、本年新收').start.line), `leads to lines ${lines}`);
  });

  it('highlights the identities of the cell', async () => {
    const { document } = await open(await sample('水务局2024'));
    const at = find(document, '（七）总计').end.translate(0, 3);
    const highlights = await ask<DocumentHighlight[]>('executeDocumentHighlights', document.uri, at);
    ok(highlights.length > 5, `${highlights.length} highlights`);
  });

  it('folds sections and tables', async () => {
    const { document } = await open(await sample('水务局2024'));
    const folds = await ask<FoldingRange[]>('executeFoldingRangeProvider', document.uri);
    ok(
      folds.some((it) => it.start === find(document, '三、收到和处理').start.line),
      JSON.stringify(folds),
    );
  });

  it('tells over each table how many identities hold', async () => {
    const { document } = await open(await sample('水务局2025'));
    const lenses = await ask<CodeLens[]>('executeCodeLensProvider', document.uri, 10);
    ok(
      lenses.some((it) => it.command?.title.startsWith('39')),
      JSON.stringify(lenses.map((it) => it.command?.title)),
    );
  });

  it('links each finding to a manual page that opens offline', async () => {
    const { document } = await open(await sample('水务局2025'));
    const found = await until('findings', () => findings(document)[0]);
    ok(typeof found.code === 'object', 'no link');
    const page = new TextDecoder().decode(await workspace.fs.readFile(found.code.target));
    ok(page.includes(String(found.code.value)), page.slice(0, 100));
  });

  it('works in a file of the workspace as in an untitled document', async () => {
    const [file] = await workspace.findFiles('*2025*.txt');
    ok(file, 'no sample');
    const { document } = await window.showTextDocument(file);
    equal(document.languageId, 'ogi-report');
    await until('findings', () => findings(document).length > 0);
  });
});
