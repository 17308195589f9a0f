import { evaluatedIdentities } from '../audit/identities.ts';
import type { Phrase } from '../base/phrase.ts';
import { shortFieldName } from '../form/field-names.ts';
import { tablesOf } from '../report/contents.ts';
import type { PlacedTable, Report } from '../report/types.ts';
import type { Finding } from '../rules/rule.ts';
import type { Cell } from '../table/types.ts';
import { type Span, shift } from '../text/span.ts';
import { firstFrom, placedCells, reportedIdentities, textIn, textLineAt } from './lookup.ts';

export interface InlayHint {
  /** The end of a line. */
  readonly at: number;
  readonly label: Phrase;
  readonly kind: 'meaning' | 'delta';
}

/**
 * What is shown at the ends of lines within `span`: the row and column of a number that stands alone on its line, and by how
 * much a total is wrong. Never inside a line, so that rows stay as they are written.
 */
export function inlayHints(report: Report, findings: readonly Finding[], span: Span): readonly InlayHint[] {
  return [...meanings(report, span), ...deltas(report, findings, span)].sort((a, b) => a.at - b.at);
}

function meanings(report: Report, span: Span): readonly InlayHint[] {
  const all = placedCells(report);
  return all
    .slice(firstFrom(all, span.from), firstFrom(all, span.to + 1))
    .flatMap(({ cell, span: place }): InlayHint[] => {
      if (place.from === place.to) return [];
      const line = textLineAt(report, place.from);
      const around =
        textIn(report, { from: line.from, to: place.from }) + textIn(report, { from: place.to, to: line.to });
      if (!/^[\s|｜]*$/.test(around) || cell.raw.includes('\n')) return [];
      return [{ at: line.to, label: shortFieldName(cell.field), kind: 'meaning' }];
    });
}

function deltas(report: Report, findings: readonly Finding[], span: Span): readonly InlayHint[] {
  const byLine = new Map<number, { readonly name: Phrase; readonly delta: string }[]>();
  for (const placed of tablesOf(report))
    for (const { at, name, delta } of wrongTotals(placed, findings)) {
      if (at.to < span.from || at.from > span.to) continue;
      const end = textLineAt(report, at.from).to;
      byLine.set(end, [...(byLine.get(end) ?? []), { name, delta }]);
    }
  return [...byLine].map(([at, wrong]): InlayHint => {
    const label = (language: keyof Phrase) =>
      wrong.length === 1
        ? `Δ ${wrong[0]?.delta}`
        : wrong.map(({ name, delta }) => `${name[language]} Δ ${delta}`).join(' · ');
    return { at, label: { zh: label('zh'), en: label('en') }, kind: 'delta' };
  });
}

/** Totals reported as not the sum of their parts, in the order of the text: what is stated less what it should be. */
function wrongTotals(
  { table, at }: PlacedTable,
  findings: readonly Finding[],
): readonly { at: Span; name: Phrase; delta: string }[] {
  const reported = reportedIdentities(findings);
  const wrong = new Map<Cell, { at: Span; name: Phrase; delta: string }>();
  for (const { identity, state, left, right } of evaluatedIdentities(table)) {
    const cell = table.cell(identity.at);
    if (state !== 'fails' || identity.kind === 'balance' || !cell || wrong.has(cell)) continue;
    if (!reported.has(identity)) continue;
    const delta = right - left;
    const name = identity.kind === 'group-total' ? cell.field.row.name : cell.field.column.name;
    wrong.set(cell, { at: shift(cell.span, at), name, delta: delta > 0 ? `+${delta}` : `−${-delta}` });
  }
  return [...wrong.values()].sort((a, b) => a.at.from - b.at.from);
}
