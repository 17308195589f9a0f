// The outline of a report (document symbols): sections, sub-headings, tables, groups, rows with their
// figures.
import { inBoth, type Phrase } from '../base/phrase.ts';
import { tablesOf } from '../report/contents.ts';
import type { PlacedSection, PlacedTable, Report } from '../report/report.ts';
import type { Finding } from '../rules/rule.ts';
import type { Cell } from '../table/table.ts';
import { type Span, shift } from '../text/span.ts';
import { tally, tallyText } from './identity-tally.ts';
import { textIn } from './lookup.ts';
import { rowTree, type TableNode } from './row-tree.ts';
import { subHeadings } from './sub-headings.ts';

export interface OutlineItem {
  readonly kind: 'report' | 'section' | 'heading' | 'table' | 'group' | 'row';
  /** Official labels are Chinese in both languages. */
  readonly name: Phrase;
  /** The figures of a row, the tally of a table. */
  readonly detail: Phrase;
  readonly span: Span;
  /** What is selected when the item is chosen; within `span`. */
  readonly selection: Span;
  readonly items: readonly OutlineItem[];
}

/** Report, sections, sub-headings and tables as a tree; if `deep`, with groups, rows and their figures. */
export function outline(report: Report, findings: readonly Finding[], deep = true): OutlineItem {
  const title = squeeze(report.title?.text ?? '政府信息公开工作年度报告');
  return {
    kind: 'report',
    name: inBoth(title.slice(0, 80)),
    detail: tallyText(tally(report, findings)),
    span: { from: 0, to: report.length },
    selection: report.title?.span ?? { from: 0, to: 0 },
    items: report.sections.flatMap((placed) => {
      const tables = tablesOf(report)
        .filter(({ section }) => section === placed)
        .map((table) => tableItem(table, findings, deep));
      return sectionItems(report, placed, tables);
    }),
  };
}

const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** The section, or its tables alone where it has no heading. */
function sectionItems(
  report: Report,
  placed: PlacedSection,
  tables: readonly OutlineItem[],
): readonly OutlineItem[] {
  const { heading, text } = placed.section;
  if (heading === null) return tables;
  const subs = subHeadings(placed).map(
    ({ span, head, name }): OutlineItem => ({
      kind: 'heading',
      name: inBoth(name),
      detail: inBoth(''),
      span,
      selection: head,
      items: [],
    }),
  );
  const selection = shift(heading.span, placed.at);
  return [
    {
      kind: 'section',
      name: inBoth(squeeze(textIn(report, selection))),
      detail: { zh: '', en: heading.spec.name.en },
      span: { from: selection.from, to: Math.max(placed.at + text.trimEnd().length, selection.to) },
      selection,
      items: [...subs, ...tables].sort((a, b) => a.span.from - b.span.from),
    },
  ];
}

function tableItem(placed: PlacedTable, findings: readonly Finding[], deep: boolean): OutlineItem {
  const { table, at } = placed;
  const identities = tally(placed, findings);
  const span = shift(table.span, at);
  return {
    kind: 'table',
    name: shortTableNames[table.id],
    detail: identities.all === 0 ? inBoth('') : tallyText(identities),
    span,
    selection: { from: span.from, to: span.from },
    items: deep ? rowTree(placed).map(nodeItem) : [],
  };
}

const nodeItem = (node: TableNode): OutlineItem => ({
  kind: node.kind,
  name: inBoth(node.kind === 'row' ? node.spec.label : node.label),
  detail: inBoth(node.kind === 'row' ? rowFigures(node.cells) : ''),
  span: node.span,
  selection: node.head,
  items: node.kind === 'row' ? [] : node.nodes.map(nodeItem),
});

/** The figures of a row in short: `9` of its total, else `3 · 1 · 20`. */
export function rowFigures(cells: readonly Cell[]): string {
  const total = cells.find(({ field }) => field.column.sumOf);
  return (total ? [total] : cells).map(shortFigure).join(' · ');
}

const shortFigure = (cell: Cell): string => (cell.state === 'blank' ? '␣' : cell.raw.trim().slice(0, 24));

/** Short names of the tables: the sections already bear the long ones. */
export const shortTableNames = {
  disclosure: { zh: '主动公开表', en: 'Table: proactive disclosure' },
  applications: { zh: '依申请公开表', en: 'Table: requests' },
  disputes: { zh: '复议诉讼表', en: 'Table: reconsideration and litigation' },
} as const;
