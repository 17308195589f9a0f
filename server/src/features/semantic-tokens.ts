import { tablesOf } from '../report/contents.ts';
import type { Report } from '../report/types.ts';
import { type Span, shift } from '../text/span.ts';
import { placedCells, textIn } from './lookup.ts';
import { mentionsInReport } from './placed-mentions.ts';

/** What the words of a bound table are; a `mention` is a figure in prose that repeats a cell. */
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
  const mentions = mentionsInReport(report).map(({ span }): SemanticToken => ({ span, type: 'mention' }));
  const all = [...labels, ...values, ...mentions].flatMap((token) => lines(report, token));
  let end = 0;
  return all
    .sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to)
    .filter(({ span }) => {
      const free = span.from >= end && span.to > span.from;
      if (free) end = span.to;
      return free;
    });
}

/** Words wrapped over lines as one token a line, without the blanks around. */
function lines(report: Report, token: SemanticToken): readonly SemanticToken[] {
  const text = textIn(report, token.span);
  if (!/[\r\n]/.test(text)) return [token];
  return [...text.matchAll(/[^\s|][^\r\n|]*/g)].map(({ index, 0: words }) => {
    const from = token.span.from + index;
    return { span: { from, to: from + words.trimEnd().length }, type: token.type };
  });
}
