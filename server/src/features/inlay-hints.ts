// Inlay hints at line ends: what a number that stands alone on its line is, and by how much a total is wrong.
import { evaluatedIdentities } from '../audit/identities.ts';
import type { Phrase } from '../base/phrase.ts';
import { shortFieldName } from '../form/field-names.ts';
import { tablesOf } from '../report/contents.ts';
import type { PlacedTable, Report } from '../report/report.ts';
import type { Finding } from '../rules/rule.ts';
import type { Cell } from '../table/table.ts';
import { BARS, BLANKS, hasBreak } from '../text/chars.ts';
import { type Span, shift } from '../text/span.ts';
import { reportedIdentities } from './identity-tally.ts';
import { cellsIn, textIn, textLineAt } from './lookup.ts';
import { difference } from './phrases.ts';

export interface InlayHint {
  /** The end of a line. */
  readonly at: number;
  readonly label: Phrase;
  readonly kind: 'meaning' | 'delta';
}

/** The hints of the lines within `span`. Never inside a line, so that rows stay as they are written. */
export function inlayHints(report: Report, findings: readonly Finding[], span: Span): readonly InlayHint[] {
  return [...meanings(report, span), ...deltas(report, findings, span)].sort((a, b) => a.at - b.at);
}

function meanings(report: Report, span: Span): readonly InlayHint[] {
  return cellsIn(report, span).flatMap(({ cell, span: value }): InlayHint[] => {
    if (value.from === value.to) return [];
    const line = textLineAt(report, value.from);
    const around =
      textIn(report, { from: line.from, to: value.from }) + textIn(report, { from: value.to, to: line.to });
    if (!MARKS_ONLY.test(around) || hasBreak(cell.raw)) return [];
    return [{ at: line.to, label: shortFieldName(cell.field), kind: 'meaning' }];
  });
}

const MARKS_ONLY = new RegExp(`^[${BARS}${BLANKS}]*$`);

/** `多 1`; with their columns, `自然人多 2 · 总计少 4`, where a line has several. */
function deltas(report: Report, findings: readonly Finding[], span: Span): readonly InlayHint[] {
  const byLine = new Map<number, WrongTotal[]>();
  for (const placed of tablesOf(report))
    for (const total of wrongTotals(placed, findings)) {
      if (total.span.to < span.from || total.span.from > span.to) continue;
      const end = textLineAt(report, total.span.from).to;
      byLine.set(end, [...(byLine.get(end) ?? []), total]);
    }
  return [...byLine].map(([at, totals]): InlayHint => {
    const label = (language: keyof Phrase) =>
      totals.length === 1
        ? (totals[0]?.delta[language] ?? '')
        : totals
            .map(({ name, delta }) => name[language] + (language === 'zh' ? '' : ' ') + delta[language])
            .join(' · ');
    return { at, label: { zh: label('zh'), en: label('en') }, kind: 'delta' };
  });
}

interface WrongTotal {
  readonly span: Span;
  readonly name: Phrase;
  readonly delta: Phrase;
}

/** Totals reported as not the sum of their parts, in the order of the text. */
function wrongTotals({ table, at }: PlacedTable, findings: readonly Finding[]): readonly WrongTotal[] {
  const reported = reportedIdentities(findings);
  const wrong = new Map<Cell, WrongTotal>();
  for (const { identity, state, left, right } of evaluatedIdentities(table)) {
    const cell = table.cell(identity.at);
    if (state !== 'fails' || identity.kind === 'balance' || !cell || wrong.has(cell)) continue;
    if (!reported.has(identity)) continue;
    const name = identity.kind === 'group-total' ? cell.field.row.name : cell.field.column.name;
    wrong.set(cell, { span: shift(cell.span, at), name, delta: difference(right - left) });
  }
  return [...wrong.values()].sort((a, b) => a.span.from - b.span.from);
}
