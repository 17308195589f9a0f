// The view “年度报告” of the activity bar: the folder's reports, the worst first, with their findings below.

import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  EventEmitter,
  l10n,
  languages,
  Selection,
  type TreeDataProvider,
  type TreeItem,
  Uri,
  window,
} from 'vscode';
import { findingItem, groupItem, reportItem } from './desk-items.ts';
import {
  compareReports,
  countAtLevel,
  type DeskFilter,
  type DeskFinding,
  type DeskGroup,
  type DeskOrder,
  type DeskReport,
  filtered,
  groupsOf,
  noFilter,
  withFindings,
} from './desk-model.ts';
import type { FolderList } from './server-requests.ts';

type Node = DeskGroup | DeskReport | { readonly report: DeskReport; readonly finding: DeskFinding };

export class Desk implements TreeDataProvider<Node>, Disposable {
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view = window.createTreeView<Node>('ogiReport.desk', { treeDataProvider: this });
  readonly #commands: readonly Disposable[];
  #reports: readonly DeskReport[] = [];
  #order: DeskOrder = 'worst';
  #filter: DeskFilter = noFilter;

  constructor() {
    this.#commands = [
      commands.registerCommand('ogiReport.deskOrder', (order?: DeskOrder) => this.#reorder(order)),
      commands.registerCommand('ogiReport.deskFilter', () => this.#askFilter()),
      commands.registerCommand('ogiReport.deskOpen', openAt),
    ];
  }

  /** Takes the newest list of the folder's reports; their findings are those of the Problems panel. */
  show(list: FolderList): void {
    this.#reports = withFindings(list.reports, (uri) =>
      languages
        .getDiagnostics(Uri.parse(uri))
        .filter((it) => it.source === 'ogi-report')
        .map(findingOf),
    );
    void commands.executeCommand('setContext', 'ogiReport.hasReports', this.#reports.length > 0);
    this.#refresh();
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) {
      const reports = filtered(this.#reports, this.#filter);
      return this.#order === 'worst' ? reports.toSorted(compareReports) : [...groupsOf(reports, this.#order)];
    }
    if ('reports' in node) return [...node.reports];
    return 'finding' in node ? [] : node.findings.map((finding) => ({ report: node, finding }));
  }

  getTreeItem(node: Node): TreeItem {
    if ('reports' in node) return groupItem(node, this.#order);
    return 'finding' in node ? findingItem(node.report, node.finding) : reportItem(node);
  }

  dispose(): void {
    for (const each of [this.#view, this.#changed, ...this.#commands]) each.dispose();
  }

  #refresh(): void {
    const errors = this.#reports.reduce((sum, report) => sum + countAtLevel(report, 'error'), 0);
    this.#view.badge = { value: errors, tooltip: l10n.t('{0} errors', errors) };
    const shown = filtered(this.#reports, this.#filter).length;
    this.#view.description = this.#filter === noFilter ? '' : `${shown}/${this.#reports.length}`;
    this.#changed.fire(undefined);
  }

  async #reorder(given?: DeskOrder): Promise<void> {
    const choices: readonly { readonly label: string; readonly order: DeskOrder }[] = [
      { label: l10n.t('Worst first'), order: 'worst' },
      { label: l10n.t('By organ'), order: 'organ' },
      { label: l10n.t('By year'), order: 'year' },
    ];
    const order =
      given ?? (await window.showQuickPick(choices, { title: l10n.t('Order of reports') }))?.order;
    if (order === undefined) return;
    this.#order = order;
    this.#refresh();
  }

  /** Asks which findings to show: errors only, certain rules, or all again. */
  async #askFilter(): Promise<void> {
    const rules = [...new Set(this.#reports.flatMap(({ findings }) => findings.map(({ rule }) => rule)))];
    const errors = { label: l10n.t('Errors only'), rule: null, picked: this.#filter.errorsOnly };
    const choices = rules.sort().map((rule) => ({
      label: rule,
      rule,
      picked: this.#filter.rules?.has(rule) ?? false,
    }));
    const picked = await window.showQuickPick([errors, ...choices], {
      title: l10n.t('Show only these findings; none: all'),
      canPickMany: true,
    });
    if (picked === undefined) return;
    const chosen = picked.flatMap(({ rule }) => (rule === null ? [] : [rule]));
    this.#filter =
      picked.length === 0
        ? noFilter
        : { errorsOnly: picked.includes(errors), rules: chosen.length > 0 ? new Set(chosen) : null };
    this.#refresh();
  }
}

/** An Office file is opened as a text, whose lines are those of its findings. */
async function openAt(uri: string, line: number, character: number): Promise<void> {
  const place = new Selection(line, character, line, character);
  const file = Uri.parse(uri);
  if (!/\.(?:docx|xlsx|pdf|doc|wps)$/i.test(file.path)) {
    await window.showTextDocument(file, { selection: place });
    return;
  }
  await commands.executeCommand('ogiReport.openOffice', file);
  const editor = window.activeTextEditor;
  if (!editor) return;
  editor.selection = place;
  editor.revealRange(editor.selection);
}

function findingOf({ range, severity, code, message }: Diagnostic): DeskFinding {
  const level =
    severity === DiagnosticSeverity.Error
      ? 'error'
      : severity === DiagnosticSeverity.Warning
        ? 'warning'
        : 'info';
  const rule = String(typeof code === 'object' ? code.value : (code ?? ''));
  return { line: range.start.line, character: range.start.character, level, rule, message };
}
