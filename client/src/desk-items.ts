// How the desk draws a group, a report and a finding.

import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import {
  countAtLevel,
  type DeskFinding,
  type DeskGroup,
  type DeskLevel,
  type DeskOrder,
  type DeskReport,
} from './desk-model.ts';

export function groupItem({ name, reports }: DeskGroup, order: DeskOrder): TreeItem {
  const unknown = order === 'year' ? l10n.t('Year not told') : l10n.t('Organ not told');
  const item = new TreeItem(name ?? unknown, TreeItemCollapsibleState.Expanded);
  item.id = `${order} ${name ?? ''}`;
  item.description = l10n.t('{0} reports', reports.length);
  return item;
}

export function reportItem(report: DeskReport): TreeItem {
  const { organ, year, uri, line, findings } = report;
  const file = decodeURIComponent(uri.split('/').at(-1) ?? uri);
  const item = new TreeItem(
    organ ?? file,
    findings.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  const levels: readonly DeskLevel[] = ['error', 'warning', 'info'];
  const worst = levels.find((level) => countAtLevel(report, level) > 0);
  const counts = levels.flatMap((level) => {
    const count = countAtLevel(report, level);
    return count > 0 ? [countWords(level, count)] : [];
  });
  const tally = counts.length > 0 ? counts.join(' ') : l10n.t('nothing found');
  item.id = `${uri}#${line}`;
  item.description = year === null ? tally : `${year} · ${tally}`;
  item.tooltip = file;
  item.iconPath = worst ? iconOf(worst) : new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
  item.command = openCommand(uri, line, 0);
  item.accessibilityInformation = { label: [organ ?? file, year ?? '', tally].join(' ') };
  return item;
}

export function findingItem(
  { uri }: DeskReport,
  { line, character, level, rule, message }: DeskFinding,
): TreeItem {
  const item = new TreeItem(message, TreeItemCollapsibleState.None);
  item.description = rule;
  item.tooltip = message;
  item.iconPath = iconOf(level);
  item.command = openCommand(uri, line, character);
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

const colours: Record<DeskLevel, string> = { error: 'Error', warning: 'Warning', info: 'Info' };

const iconOf = (level: DeskLevel): ThemeIcon =>
  new ThemeIcon(level, new ThemeColor(`problems${colours[level]}Icon.foreground`));

const openCommand = (uri: string, line: number, character: number) => ({
  command: 'ogiReport.deskOpen',
  title: l10n.t('Open'),
  arguments: [uri, line, character],
});
