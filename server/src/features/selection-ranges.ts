// Selection ranges: number, cell, row, group, table, section, report; in prose clause, sentence, paragraph.
import type { Report } from '../report/report.ts';
import { SPACES } from '../text/chars.ts';
import { type Span, shift, touches } from '../text/span.ts';
import { cellNear, sectionAt, tableAt, textIn, textLineAt } from './lookup.ts';
import { rowTree, type TableNode } from './row-tree.ts';
import { subHeadings } from './sub-headings.ts';

/** The spans around `offset`, each inside the next, from the smallest. */
export function selectionRanges(report: Report, offset: number): readonly Span[] {
  const line = textLineAt(report, offset);
  const placed = sectionAt(report, offset);
  const section = placed && { from: placed.at, to: placed.at + placed.section.text.length };
  return nested(
    [
      ...(inTable(report, offset, line) ?? inProse(report, offset, line)),
      ...(section ? [trimmed(report, section)] : []),
      { from: 0, to: report.length },
    ],
    offset,
  );
}

function inTable(report: Report, offset: number, line: Span): readonly Span[] | null {
  const placed = tableAt(report, offset);
  if (placed === null) return null;
  const cell = cellNear(report, offset);
  return [
    ...(cell ? [cell.span, withBlanks(report, cell.span, line)] : []),
    ...pathTo(rowTree(placed), offset),
    ...(cell ? [] : [trimmed(report, line)]),
    shift(placed.table.span, placed.at),
  ];
}

function inProse(report: Report, offset: number, line: Span): readonly Span[] {
  const placed = sectionAt(report, offset);
  const headings = placed ? subHeadings(placed).filter(({ span }) => touches(span, offset)) : [];
  return [...sentences(report, offset, line), trimmed(report, line), ...headings.map(({ span }) => span)];
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

/** The value with up to 80 blanks on each side, to the bars or tabs. */
function withBlanks(report: Report, { from, to }: Span, line: Span): Span {
  const before = textIn(report, { from: Math.max(line.from, from - 80), to: from });
  const behind = textIn(report, { from: to, to: Math.min(line.to, to + 80) });
  return {
    from: from - (BLANKS_AT_END.exec(before)?.[0].length ?? 0),
    to: to + (BLANKS_AT_START.exec(behind)?.[0].length ?? 0),
  };
}

const BLANKS_AT_END = new RegExp(`[${SPACES}]{0,80}$`);
const BLANKS_AT_START = new RegExp(`^[${SPACES}]*`);

/** The row at `offset` and its groups, innermost first. */
function pathTo(nodes: readonly TableNode[], offset: number): readonly Span[] {
  const node = nodes.find(({ span }) => touches(span, offset));
  if (!node) return [];
  return [...(node.kind === 'group' ? pathTo(node.nodes, offset) : []), node.span];
}

const CLAUSE_ENDS = '，；。！？：、';
const SENTENCE_ENDS = '；。！？';

/** The clause, and the sentence with its mark: `上年结转0件`, `收到申请9件，上年结转0件；`. */
function sentences(report: Report, offset: number, line: Span): readonly Span[] {
  const text = textIn(report, line);
  return [CLAUSE_ENDS, SENTENCE_ENDS].map((ends) => {
    let from = offset - line.from;
    let to = from;
    while (from > 0 && !ends.includes(text.charAt(from - 1))) from--;
    while (to < text.length && !ends.includes(text.charAt(to))) to++;
    if (ends === SENTENCE_ENDS && to < text.length) to++;
    return trimmed(report, shift({ from, to }, line.from));
  });
}

/** A span without the blanks at its ends. */
function trimmed(report: Report, span: Span): Span {
  const text = textIn(report, span);
  return { from: span.from + text.length - text.trimStart().length, to: span.from + text.trimEnd().length };
}
