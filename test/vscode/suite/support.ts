import {
  commands,
  type Diagnostic,
  extensions,
  languages,
  Position,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';

// node:assert is not there in a web worker.
export function equal<T>(actual: T, expected: T, what = ''): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what} expected ${b}, got ${a}`);
}

export function ok(value: unknown, what: string): asserts value {
  if (!value) throw new Error(what);
}

/** Asks until the answer is truthy. Waits for an event's effect where VS Code has no event for it. */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  limit = 15_000,
): Promise<Exclude<T, false | null | undefined>> {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer) return answer as Exclude<T, false | null | undefined>;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** The extension, activated and its server ready. */
export async function extension(): Promise<{ readonly activation: number }> {
  const found = extensions.getExtension('ogi-report.ogi-report');
  ok(found, 'the extension is not there');
  const api = await found.activate();
  await api.ready;
  return api;
}

/** The text of the sample whose file name holds `part`. */
export async function sample(part: string): Promise<string> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  ok(folder, 'no folder is open');
  const names = (await workspace.fs.readDirectory(folder)).map(([name]) => name);
  const name = names.find((it) => it.includes(part));
  ok(name, `no sample ${part} among ${names}`);
  return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, name)));
}

/** A new untitled document of the language with the text, shown. */
export async function open(content: string, language = 'ogi-report'): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument({ language, content }));
}

/** The range of the `nth` occurrence of `text`, counted from 0. */
export function find(document: TextDocument, text: string, nth = 0): Range {
  let at = -1;
  for (let i = 0; i <= nth; i++) at = document.getText().indexOf(text, at + 1);
  ok(at >= 0, `the document does not hold ${text}`);
  return new Range(document.positionAt(at), document.positionAt(at + text.length));
}

export async function replace(document: TextDocument, range: Range, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, range, text);
  await workspace.applyEdit(edit);
}

export const findings = (document: TextDocument): Diagnostic[] =>
  languages.getDiagnostics(document.uri).filter((it) => it.source === 'ogi-report');

export const ruleOf = (it: Diagnostic): string =>
  String(typeof it.code === 'object' ? it.code.value : it.code);

export const inside = (range: Range): Position => new Position(range.start.line, range.start.character);

/** Whether the extension runs in a web worker. */
export const isWeb = (): boolean =>
  extensions.getExtension('ogi-report.ogi-report')?.packageJSON.main === undefined;

/**
 * Closes all editors without saving, and waits for their untitled documents to go: a new one may take the
 * name of one that is still going, and its fate.
 */
export async function closeEditors(): Promise<void> {
  const untitled = () => workspace.textDocuments.some(({ isUntitled }) => isUntitled);
  await until('untitled documents to go', async () => {
    if (window.tabGroups.all.some(({ tabs }) => tabs.length > 0))
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return !untitled();
  });
  await commands.executeCommand('workbench.action.closeAllEditors');
}
