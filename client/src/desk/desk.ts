// The view “年度报告” of the activity bar: the folder's reports, the worst first, with their findings, what a
// reviewer said of them, and the units that have not reported.

import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  EventEmitter,
  l10n,
  languages,
  type TreeDataProvider,
  type TreeItem,
  Uri,
  window,
} from 'vscode';
import type { FolderList, ListedGap } from '../folder-answers.ts';
import type { Server } from '../server-requests.ts';
import { filtered, noFilter } from './desk-filter.ts';
import { deskItem } from './desk-items.ts';
import {
  compareReports,
  countAtLevel,
  type DeskFinding,
  type DeskOrder,
  type DeskReport,
  groupsOf,
  isStaleReport,
  type ReviewedReport,
  stateOf,
  withFindings,
} from './desk-model.ts';
import type { DeskNode } from './desk-node.ts';
import { nodesBelow } from './nodes-below.ts';
import { pickFilter } from './pick-filter.ts';
import type { ReviewFiles } from './review-files.ts';

export class Desk implements TreeDataProvider<DeskNode>, Disposable {
  readonly #server: Server;
  readonly #reviews: ReviewFiles;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view = window.createTreeView<DeskNode>('ogiReport.desk', {
    treeDataProvider: this,
    canSelectMany: true,
  });
  readonly #listener: Disposable;
  #reports: readonly DeskReport[] = [];
  /** Null: no configuration of the folder names units. */
  #gaps: readonly ListedGap[] | null = null;
  #titles: Readonly<Record<string, string>> = {};
  #order: DeskOrder = 'worst';
  #filter = noFilter;

  constructor(server: Server, reviews: ReviewFiles) {
    this.#server = server;
    this.#reviews = reviews;
    this.#listener = reviews.onDidChange(() => this.#refresh());
  }

  /** Takes the newest list of the folder's reports; their findings are those of the Problems panel. */
  async show(list: FolderList): Promise<void> {
    this.#reports = withFindings(list.reports, (uri) =>
      languages
        .getDiagnostics(Uri.parse(uri))
        .filter((it) => it.source === 'ogi-report')
        .map(findingOf),
    );
    await this.#reviews.read([...new Set(this.#reports.map(({ uri }) => uri))]);
    this.#gaps = list.state === 'read' ? await this.#server.roster() : null;
    if (Object.keys(this.#titles).length === 0) this.#titles = (await this.#server.ruleTitles()) ?? {};
    void commands.executeCommand('setContext', 'ogiReport.hasReports', this.#reports.length > 0);
    this.#refresh();
  }

  /** The reports of the folder with what is kept of each. */
  get reports(): readonly ReviewedReport[] {
    return this.#reports.map((report) => ({ ...report, entry: this.#reviews.entry(report) }));
  }

  /** The reports selected in the view. */
  get selected(): readonly ReviewedReport[] {
    return this.#view.selection.flatMap((node) => (node.kind === 'report' ? [node.report] : []));
  }

  getChildren(node?: DeskNode): DeskNode[] | Promise<DeskNode[]> {
    if (node === undefined) return this.#top();
    if (node.kind === 'group') return node.group.reports.map(reportNode);
    return node.kind === 'report' ? this.#below(node.report) : [];
  }

  getTreeItem(node: DeskNode): TreeItem {
    return deskItem(node, this.#order, this.#titleOf);
  }

  async reorder(given?: DeskOrder): Promise<void> {
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

  async askFilter(): Promise<void> {
    const filter = await pickFilter(this.#filter, this.#reports, this.#gaps !== null, this.#titleOf);
    if (filter === undefined) return;
    this.#filter = filter;
    this.#refresh();
  }

  dispose(): void {
    for (const each of [this.#view, this.#changed, this.#listener]) each.dispose();
  }

  readonly #titleOf = (rule: string): string => this.#titles[rule] ?? rule;

  #top(): DeskNode[] {
    const reports = filtered(this.reports, this.#filter);
    const isAll = this.#filter === noFilter || this.#filter.gapsOnly;
    const gaps = (isAll ? (this.#gaps ?? []) : []).map((gap): DeskNode => ({ kind: 'gap', gap }));
    const shown =
      this.#order === 'worst'
        ? reports.toSorted(compareReports).map(reportNode)
        : groupsOf(reports, this.#order).map((group): DeskNode => ({ kind: 'group', group }));
    return [...gaps, ...shown];
  }

  /** The cells are asked for only where something is said of one. */
  async #below(report: ReviewedReport): Promise<DeskNode[]> {
    const needsCells = report.entry?.notes !== undefined || isStaleReport(report);
    const answer = needsCells ? await this.#server.reportCells(report.uri) : null;
    return nodesBelow(report, answer?.[report.index]?.cells ?? []);
  }

  #refresh(): void {
    const errors = this.#reports.reduce((sum, report) => sum + countAtLevel(report, 'error'), 0);
    this.#view.badge = { value: errors, tooltip: l10n.t('{0} errors', errors) };
    const { reports } = this;
    const shown = filtered(reports, this.#filter).length;
    this.#view.description = this.#filter === noFilter ? '' : `${shown}/${reports.length}`;
    const stateCount = (state: 'checked' | 'returned') =>
      reports.filter((report) => stateOf(report) === state).length;
    const missing = this.#gaps?.filter(({ kind }) => kind === 'missing').length ?? 0;
    this.#view.message = [
      l10n.t(
        '{0} of {1} checked, {2} returned',
        stateCount('checked'),
        reports.length,
        stateCount('returned'),
      ),
      ...(missing > 0 ? [l10n.t('{0} units missing', missing)] : []),
    ].join(l10n.t(', '));
    this.#changed.fire(undefined);
  }
}

const reportNode = (report: ReviewedReport): DeskNode => ({ kind: 'report', report });

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
