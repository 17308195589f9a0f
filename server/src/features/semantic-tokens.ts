// Semantic tokens: labels, figures, totals and nones of tables, and the figures in prose that repeat them.
import { tablesOf } from '../report/contents.ts';
import type { Report } from '../report/report.ts';
import { BARS, BLANKS, BREAKS, hasBreak } from '../text/chars.ts';
import { type Span, shift } from '../text/span.ts';
import { cellMentions } from './cell-mentions.ts';
import { placedCells, textIn } from './lookup.ts';

/** In the order of the server's legend. */
export const semanticTokenTypes = ['label', 'figure', 'total', 'none', 'mention'] as const;

export type SemanticTokenType = (typeof semanticTokenTypes)[number];

export interface SemanticToken {
  readonly span: Span;
  readonly type: SemanticTokenType;
}

/** The tokens of a report in the order of its text, none over another, none over a line break. */
export function semanticTokens(report: Report): readonly SemanticToken[] {
  const labels = tablesOf(report).flatMap(({ table, at }) =>
    [...table.rows.map(({ label }) => label), ...table.labels.map(({ span }) => span)].map(
      (span): SemanticToken => ({ span: shift(span, at), type: 'label' }),
    ),
  );
  const values = placedCells(report).flatMap(({ cell, span }): SemanticToken[] => {
    if (cell.state === 'none') return [{ span, type: 'none' }];
    if (cell.state !== 'number') return [];
    const { column, row } = cell.field;
    return [{ span, type: column.sumOf || row.sumOf ? 'total' : 'figure' }];
  });
  const mentions = cellMentions(report).map(({ span }): SemanticToken => ({ span, type: 'mention' }));
  let end = 0;
  return [...labels, ...values, ...mentions]
    .flatMap((token) => onLines(report, token))
    .sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to)
    .filter(({ span }) => {
      const free = span.from >= end && span.to > span.from;
      if (free) end = span.to;
      return free;
    });
}

/** A label that is wrapped over lines or cells as one token each, without the blanks around. */
function onLines(report: Report, { span, type }: SemanticToken): readonly SemanticToken[] {
  const text = textIn(report, span);
  if (!hasBreak(text)) return [{ span, type }];
  return [...text.matchAll(WORDS)].map(({ index, 0: words }) => {
    const from = span.from + index;
    return { span: { from, to: from + words.trimEnd().length }, type };
  });
}

const WORDS = new RegExp(`[^${BARS}${BLANKS}][^${BARS}${BREAKS}]*`, 'g');
