// Opens the manual page of a rule.

import { commands, env, l10n, languages, Uri, window, workspace } from 'vscode';

/**
 * Opens the page in the display language. Without a `rule` a person picks one; the rules of the findings at
 * the cursor come first. All pages are shipped with the extension.
 */
export async function showManual(extension: Uri, rule?: string): Promise<void> {
  const folder = Uri.joinPath(extension, 'docs', 'rules');
  const id = rule ?? (await pickRule(folder));
  if (!id) return;
  const page = `${id}${env.language.startsWith('zh') ? '' : '.en'}.md`;
  await commands.executeCommand('markdown.showPreview', Uri.joinPath(folder, page));
}

async function pickRule(folder: Uri): Promise<string | undefined> {
  const names = (await workspace.fs.readDirectory(folder)).map(([name]) => name);
  const rules = names.filter((it) => /^[a-z-]+\.md$/.test(it)).map((it) => it.slice(0, -'.md'.length));
  const here = new Set(rulesAtCursor());
  const sorted = [...rules.filter((it) => here.has(it)), ...rules.filter((it) => !here.has(it))];
  return window.showQuickPick(sorted, { title: l10n.t('Manual page of a rule') });
}

function rulesAtCursor(): string[] {
  const editor = window.activeTextEditor;
  if (!editor) return [];
  return languages
    .getDiagnostics(editor.document.uri)
    .filter((it) => it.source === 'ogi-report' && it.range.intersection(editor.selection))
    .map((it) => String(typeof it.code === 'object' ? it.code.value : it.code));
}
