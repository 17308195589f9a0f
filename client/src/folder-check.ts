// The folder's reports without a file being opened: when they are read, what the status bar says of them, and
// the command that reads them whatever their names are.

import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  l10n,
  languages,
  StatusBarAlignment,
  type StatusBarItem,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { FolderList } from './folder-answers.ts';
import { whenRunning } from './server-requests.ts';
import type { ClientSession } from './start.ts';

/** Files by whose names a folder is known to hold reports, as in the activation events of package.json. */
const reportNames = [
  '**/.ogi-report.json',
  '**/*.{ogi,ogi.txt}',
  '**/*信息公开*{年度报告,年报}*.{txt,md,htm,html}',
  '**/*政务公开*{年度报告,年报}*.{txt,md,htm,html}',
];

export interface FindingCount {
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
}

/** Counts findings of ours. */
export function countFindings(findings: readonly Diagnostic[]): FindingCount {
  const own = findings.filter((it) => it.source === 'ogi-report');
  const errors = own.filter((it) => it.severity === DiagnosticSeverity.Error).length;
  const warnings = own.filter((it) => it.severity === DiagnosticSeverity.Warning).length;
  return { errors, warnings, others: own.length - errors - warnings };
}

/** `onList` gets the newest list of the folder's reports, again when their findings change. */
export function registerFolder(
  { client, server }: ClientSession,
  onList: (list: FolderList) => void,
): Disposable[] {
  const bar = window.createStatusBarItem('ogiReport.folder', StatusBarAlignment.Left, 10);
  bar.name = l10n.t('OGI reports of the folder');
  let timer: ReturnType<typeof setTimeout> | null = null;

  /** Shows the list again while it grows; afterwards findings change it. */
  async function look(): Promise<void> {
    timer = null;
    const list = await server.folder();
    if (!list) return;
    show(bar, list);
    onList(list);
    if (list.state === 'reading') soon(300);
  }
  function soon(wait: number): void {
    timer ??= setTimeout(() => void look(), wait);
  }

  async function check(): Promise<FolderList | null> {
    const reading = server.checkFolder();
    soon(0);
    const list = await reading;
    soon(0);
    return list;
  }
  async function checkIfReports(): Promise<void> {
    for (const names of reportNames)
      if ((await workspace.findFiles(names, '**/node_modules/**', 1)).length > 0) return void (await check());
  }

  return [
    bar,
    { dispose: () => timer && clearTimeout(timer) },
    whenRunning(client, () => void checkIfReports()),
    languages.onDidChangeDiagnostics(() => soon(200)),
    commands.registerCommand('ogiReport.checkFolder', async () => {
      const list = await check();
      if (list) void tell(list);
      return list;
    }),
  ];
}

function show(bar: StatusBarItem, { state, done, total, reports }: FolderList): void {
  const { errors } = countOf(reports);
  if (state === 'reading') {
    bar.text = `$(sync~spin) ${l10n.t('Reading reports {0}/{1}', done, total)}`;
    bar.command = undefined;
  } else if (state === 'read') {
    bar.text = `$(checklist) ${l10n.t('{0} reports · {1} errors', reports.length, errors)}`;
    bar.command = 'workbench.actions.view.problems';
  } else {
    bar.text = `$(circle-slash) ${l10n.t('Folder not checked')}`;
    bar.command = 'ogiReport.checkFolder';
  }
  bar.accessibilityInformation = { label: bar.text.replace(/^\$\(\S{1,20}\) /, '') };
  if (workspace.workspaceFolders && (reports.length > 0 || state === 'reading')) bar.show();
  else bar.hide();
}

/** All findings in the files of these reports. */
export function countOf(reports: FolderList['reports']): FindingCount {
  const uris = [...new Set(reports.map(({ uri }) => uri))];
  return countFindings(uris.flatMap((uri) => languages.getDiagnostics(Uri.parse(uri))));
}

async function tell({ state, reports }: FolderList): Promise<void> {
  if (!workspace.workspaceFolders || state === 'unreadable')
    return void window.showWarningMessage(
      l10n.t('Nothing was checked: no folder is open, or it cannot be read.'),
    );
  const text =
    reports.length === 0
      ? l10n.t('The folder was read. It holds no annual report as text.')
      : l10n.t('The folder was read: {0} reports. Their findings are in the Problems panel.', reports.length);
  const show = l10n.t('Show findings');
  const answer = await window.showInformationMessage(text, ...(reports.length > 0 ? [show] : []));
  if (answer === show) await commands.executeCommand('workbench.actions.view.problems');
}
