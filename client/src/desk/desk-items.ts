// How each node of the desk is drawn.

import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { ListedGap } from '../folder-answers.ts';
import {
  countAtLevel,
  type DeskFinding,
  type DeskGroup,
  type DeskLevel,
  type DeskOrder,
  isStaleReport,
  type ReviewedReport,
  stateOf,
} from './desk-model.ts';
import type { CellPlace, DeskChange, DeskNode, DeskNote } from './desk-node.ts';
import type { ReviewState } from './review-model.ts';

/** `titleOf`: the title of a rule. */
export function deskItem(node: DeskNode, order: DeskOrder, titleOf: (rule: string) => string): TreeItem {
  switch (node.kind) {
    case 'group':
      return groupItem(node.group, order);
    case 'report':
      return reportItem(node.report);
    case 'finding':
      return findingItem(node.report, node.finding, titleOf(node.finding.rule));
    case 'note':
      return noteItem(node.report, node.note);
    case 'change':
      return changeItem(node.report, node.change);
    case 'gap':
      return gapItem(node.gap);
  }
}

/** 未核, 已核, 退回. */
export function stateWords(state: ReviewState): string {
  switch (state) {
    case 'unchecked':
      return l10n.t('Not checked');
    case 'checked':
      return l10n.t('Checked');
    case 'returned':
      return l10n.t('Returned');
  }
}

function groupItem({ name, reports }: DeskGroup, order: DeskOrder): TreeItem {
  const unknown = order === 'year' ? l10n.t('Year not told') : l10n.t('Organ not told');
  const item = new TreeItem(name ?? unknown, TreeItemCollapsibleState.Expanded);
  item.id = `${order} ${name ?? ''}`;
  item.description = l10n.t('{0} reports', reports.length);
  return item;
}

function reportItem(report: ReviewedReport): TreeItem {
  const { organ, year, uri, line, findings, entry } = report;
  const file = decodeURIComponent(uri.split('?', 1)[0]?.split('/').at(-1) ?? uri);
  const isStale = isStaleReport(report);
  const hasMore = findings.length > 0 || entry?.notes !== undefined || isStale;
  const item = new TreeItem(
    organ ?? file,
    hasMore ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  const state = stateOf(report);
  const words = [
    ...(year === null ? [] : [String(year)]),
    ...(state === 'unchecked' ? [] : [stateWords(state)]),
    ...(isStale ? [l10n.t('changed since')] : []),
    tallyWords(report),
  ];
  item.id = `${uri}#${line}`;
  item.description = words.join(' · ');
  item.tooltip = [file, ...(entry?.mark?.reason ? [entry.mark.reason] : [])].join('\n');
  item.iconPath = reportIcon(report);
  item.contextValue = `report ${state}`;
  item.command = openCommand(uri, { line, character: 0 });
  item.accessibilityInformation = { label: [organ ?? file, ...words].join(' ') };
  return item;
}

const levels: readonly DeskLevel[] = ['error', 'warning', 'info'];

function tallyWords(report: ReviewedReport): string {
  const counts = levels.flatMap((level) => {
    const count = countAtLevel(report, level);
    return count > 0 ? [countWords(level, count)] : [];
  });
  return counts.length > 0 ? counts.join(' ') : l10n.t('nothing found');
}

/** A mark that holds stands before the findings: who looks for the next report passes it over. */
function reportIcon(report: ReviewedReport): ThemeIcon {
  const state = isStaleReport(report) ? 'unchecked' : stateOf(report);
  if (state === 'checked') return new ThemeIcon('pass-filled', new ThemeColor('testing.iconPassed'));
  if (state === 'returned') return new ThemeIcon('reply', new ThemeColor('problemsWarningIcon.foreground'));
  const worst = levels.find((level) => countAtLevel(report, level) > 0);
  return worst ? iconOf(worst) : new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
}

function findingItem(
  { uri }: ReviewedReport,
  { line, character, level, message }: DeskFinding,
  title: string,
): TreeItem {
  const item = new TreeItem(message, TreeItemCollapsibleState.None);
  item.description = title;
  item.tooltip = `${title}\n${message}`;
  item.iconPath = iconOf(level);
  item.command = openCommand(uri, { line, character });
  return item;
}

function noteItem({ uri }: ReviewedReport, note: DeskNote): TreeItem {
  const item = new TreeItem(note.text, TreeItemCollapsibleState.None);
  item.description = note.name;
  item.iconPath = new ThemeIcon('comment');
  item.command = openCommand(uri, note);
  return item;
}

function changeItem({ uri }: ReviewedReport, change: DeskChange): TreeItem {
  const { name, was, is } = change;
  const item = new TreeItem(`${was} → ${is ?? '?'}`, TreeItemCollapsibleState.None);
  item.description = `${name} · ${l10n.t('changed since')}`;
  item.iconPath = new ThemeIcon('history');
  item.command = openCommand(uri, change);
  return item;
}

function gapItem({ unit, kind, reports }: ListedGap): TreeItem {
  const item = new TreeItem(unit, TreeItemCollapsibleState.None);
  const years = [...new Set(reports.flatMap(({ year }) => year ?? []))].join('、');
  item.description = {
    missing: l10n.t('no report'),
    'other-year': l10n.t('only of {0}', years),
    twice: l10n.t('{0} reports of the year', reports.length),
    unlisted: l10n.t('not on the list of units'),
  }[kind];
  item.iconPath =
    kind === 'missing'
      ? new ThemeIcon('circle-slash', errorColour)
      : new ThemeIcon('question', warningColour);
  item.contextValue = 'gap';
  const [first] = reports;
  if (first) item.command = openCommand(first.uri, { line: first.line, character: 0 });
  item.accessibilityInformation = { label: `${unit} ${item.description}` };
  return item;
}

function countWords(level: DeskLevel, count: number): string {
  switch (level) {
    case 'error':
      return l10n.t('{0} errors', count);
    case 'warning':
      return l10n.t('{0} warnings', count);
    case 'info':
      return l10n.t('{0} notes', count);
  }
}

const errorColour = new ThemeColor('problemsErrorIcon.foreground');
const warningColour = new ThemeColor('problemsWarningIcon.foreground');
const colours: Record<DeskLevel, ThemeColor> = {
  error: errorColour,
  warning: warningColour,
  info: new ThemeColor('problemsInfoIcon.foreground'),
};

const iconOf = (level: DeskLevel): ThemeIcon => new ThemeIcon(level, colours[level]);

const openCommand = (uri: string, { line, character }: Pick<CellPlace, 'line' | 'character'>) => ({
  command: 'ogiReport.deskOpen',
  title: l10n.t('Open'),
  arguments: [uri, line, character],
});
