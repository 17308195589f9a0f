import type { Phrase } from '../base/phrase.ts';
import { tablesOf } from '../report/contents.ts';
import type { PlacedSection, PlacedTable, Report } from '../report/types.ts';
import type { Finding } from '../rules/rule.ts';
import type { Cell } from '../table/types.ts';
import { type Span, shift } from '../text/span.ts';
import { tally, textIn } from './lookup.ts';
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

/** A report as a tree: report, sections, sub-headings, tables, and, if `deep`, groups and rows with their figures. */
export function outline(report: Report, findings: readonly Finding[], deep = true): OutlineItem {
  const span = { from: 0, to: report.length };
  const name = report.title?.text.replace(/\s+/g, '') ?? '政府信息公开工作年度报告';
  const { held, all } = tally(report, findings);
  return {
    kind: 'report',
    name: plain(name.slice(0, 80)),
    detail: { zh: `勾稽 ${held}/${all}`, en: `identities ${held}/${all}` },
    span,
    selection: report.title?.span ?? { from: 0, to: 0 },
    items: report.sections.flatMap((part) => sectionOf(report, findings, part, deep)),
  };
}

/** Rows in words: `总计 9`, `3 · 1 · 20`, `57`. */
export function rowFigures(cells: readonly Cell[]): string {
  const total = cells.find(({ field }) => field.column.sumOf);
  if (total) return shown(total);
  return cells.map(shown).join(' · ');
}

const shown = (cell: Cell): string => (cell.state === 'blank' ? '␣' : cell.raw.trim().slice(0, 24));

const plain = (text: string): Phrase => ({ zh: text, en: text });

function sectionOf(
  report: Report,
  findings: readonly Finding[],
  placed: PlacedSection,
  deep: boolean,
): readonly OutlineItem[] {
  const tables = tablesOf(report)
    .filter(({ section }) => section === placed)
    .map((table) => tableOf(table, findings, deep));
  const { heading, text } = placed.section;
  if (heading === null) return tables;
  const end = placed.at + text.trimEnd().length;
  const subs = subHeadings(placed).map(
    ({ span, head: selection, name }): OutlineItem => ({
      kind: 'heading',
      name: plain(name),
      detail: plain(''),
      span,
      selection,
      items: [],
    }),
  );
  const span = { from: placed.at + heading.span.from, to: Math.max(end, placed.at + heading.span.to) };
  const title = textIn(report, shift(heading.span, placed.at)).replace(/\s+/g, '');
  return [
    {
      kind: 'section',
      name: { zh: title, en: title },
      detail: { zh: '', en: heading.spec.name.en },
      span,
      selection: shift(heading.span, placed.at),
      items: [...subs, ...tables].sort((a, b) => a.span.from - b.span.from),
    },
  ];
}

function tableOf(placed: PlacedTable, findings: readonly Finding[], deep: boolean): OutlineItem {
  const { table, at } = placed;
  const { held, all } = tally(placed, findings);
  const span = shift(table.span, at);
  return {
    kind: 'table',
    name: shortTableNames[table.id],
    detail: all === 0 ? plain('') : { zh: `勾稽 ${held}/${all}`, en: `identities ${held}/${all}` },
    span,
    selection: { from: span.from, to: span.from },
    items: deep ? rowTree(placed).map(nodeOf) : [],
  };
}

/** Short names of the tables: the sections already bear the long ones. */
export const shortTableNames = {
  disclosure: { zh: '主动公开表', en: 'Table: proactive disclosure' },
  applications: { zh: '依申请公开表', en: 'Table: requests' },
  disputes: { zh: '复议诉讼表', en: 'Table: reconsideration and litigation' },
} as const;

function nodeOf(node: TableNode): OutlineItem {
  if (node.kind === 'row')
    return {
      kind: 'row',
      name: plain(node.spec.label),
      detail: plain(rowFigures(node.cells)),
      span: node.span,
      selection: node.head,
      items: [],
    };
  return {
    kind: 'group',
    name: plain(node.label),
    detail: plain(''),
    span: node.span,
    selection: node.head,
    items: node.nodes.map(nodeOf),
  };
}
