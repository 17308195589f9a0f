// Folding ranges: sections, sub-headings, tables and groups of rows fold to their first line.
import { tablesOf } from '../report/contents.ts';
import type { Report } from '../report/report.ts';
import { type Span, shift } from '../text/span.ts';
import { rowTree, type TableNode } from './row-tree.ts';
import { subHeadings } from './sub-headings.ts';

/** In the order of the text, outer ones first. */
export function foldingRanges(report: Report): readonly Span[] {
  const sections = report.sections.flatMap((placed): Span[] => {
    const { heading, text } = placed.section;
    if (heading === null) return [];
    const whole = { from: placed.at + heading.span.from, to: placed.at + text.trimEnd().length };
    return [whole, ...subHeadings(placed).map(({ span }) => span)];
  });
  const tables = tablesOf(report).flatMap((placed) => [
    shift(placed.table.span, placed.at),
    ...rowTree(placed).flatMap(groupsIn),
  ]);
  return [...sections, ...tables].sort((a, b) => a.from - b.from || b.to - a.to);
}

const groupsIn = (node: TableNode): Span[] =>
  node.kind === 'row' ? [] : [node.span, ...node.nodes.flatMap(groupsIn)];
