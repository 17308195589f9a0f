import type { Report } from '../report/types.ts';
import { type Span, shift, touches } from '../text/span.ts';
import { cellNear, sectionAt, tableAt, textIn, textLineAt } from './lookup.ts';
import { rowTree, type TableNode } from './row-tree.ts';
import { subHeadings } from './sub-headings.ts';

/** Spans around `offset`, each inside the next: number, cell, row, group, table, section, report; in prose clause, sentence, paragraph. */
export function selectionRanges(report: Report, offset: number): readonly Span[] {
  const part = sectionAt(report, offset);
  const table = tableAt(report, offset);
  const cell = cellNear(report, offset);
  const line = textLineAt(report, offset);
  const text = part?.section.text ?? '';
  const body = part && { from: part.at + leading(text), to: part.at + text.trimEnd().length };
  const inner = table
    ? [
        ...(cell ? [cell.span, fieldAround(report, cell.span, line)] : []),
        ...pathTo(rowTree(table), offset),
        ...(cell ? [] : [trimmed(report, line)]),
        shift(table.table.span, table.at),
      ]
    : [
        ...sentence(report, line, offset),
        trimmed(report, line),
        ...(part
          ? subHeadings(part)
              .map(({ span }) => span)
              .filter((span) => touches(span, offset))
          : []),
      ];
  return nested([...inner, ...(body ? [body] : []), { from: 0, to: report.length }], offset);
}

/** The spans that hold `offset` and the one before, from the smallest. */
function nested(spans: readonly Span[], offset: number): readonly Span[] {
  const chain: Span[] = [];
  for (const span of spans) {
    const inner = chain.at(-1) ?? { from: offset, to: offset };
    const holds = span.from <= inner.from && inner.to <= span.to;
    if (holds && span.to > span.from && (chain.length === 0 || span.to - span.from > inner.to - inner.from))
      chain.push(span);
  }
  return chain;
}

/** The value with the blanks around it, up to the bars or tabs. */
function fieldAround(report: Report, { from, to }: Span, line: Span): Span {
  const before =
    /[ \u3000]{0,80}$/.exec(textIn(report, { from: Math.max(line.from, from - 80), to: from }))?.[0].length ??
    0;
  const after =
    /^[ \u3000]*/.exec(textIn(report, { from: to, to: Math.min(line.to, to + 80) }))?.[0].length ?? 0;
  return { from: from - before, to: to + after };
}

function pathTo(nodes: readonly TableNode[], offset: number): Span[] {
  const node = nodes.find(({ span }) => touches(span, offset));
  if (!node) return [];
  return [...(node.kind === 'group' ? pathTo(node.nodes, offset) : []), node.span];
}

function sentence(report: Report, line: Span, offset: number): Span[] {
  const text = textIn(report, line);
  const local = offset - line.from;
  return ['，；。！？：、', '；。！？'].map((marks) => {
    let from = local;
    let to = local;
    while (from > 0 && !marks.includes(text[from - 1] as string)) from--;
    while (to < text.length && !marks.includes(text[to] as string)) to++;
    if (marks === '；。！？' && to < text.length) to++;
    return trimmed(report, { from: line.from + from, to: line.from + to });
  });
}

function trimmed(report: Report, span: Span): Span {
  const text = textIn(report, span);
  return { from: span.from + leading(text), to: span.from + text.trimEnd().length };
}

const leading = (text: string): number => text.length - text.trimStart().length;
