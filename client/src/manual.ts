import { commands, env, l10n, languages, Uri, window, workspace } from 'vscode';

/** Opens the manual page of a rule: the one named, else one picked, those of the findings at the cursor first. All pages are shipped. */
export async function showManual(extension: Uri, rule?: string): Promise<void> {
  const folder = await folderOf(extension);
  const page = rule ?? (await pickPage(folder));
  if (page) await commands.executeCommand('markdown.showPreview', Uri.joinPath(folder, `${page}.md`));
}

async function pickPage(folder: Uri): Promise<string | undefined> {
  const names = (await workspace.fs.readDirectory(folder)).map(([name]) => name);
  const pages = names.filter((it) => it.endsWith('.md')).map((it) => it.slice(0, -'.md'.length));
  const here = new Set(rulesAtCursor());
  const sorted = [...pages.filter((it) => here.has(it)), ...pages.filter((it) => !here.has(it))];
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

/** Pages in the display language, else in the other one. */
async function folderOf(extension: Uri): Promise<Uri> {
  const all = Uri.joinPath(extension, 'docs', 'rules');
  const own = Uri.joinPath(all, env.language.startsWith('zh') ? 'zh' : 'en');
  try {
    await workspace.fs.stat(own);
    return own;
  } catch {
    return all;
  }
}
