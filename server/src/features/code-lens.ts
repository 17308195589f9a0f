// Code lenses: above each table how many identities hold, and a command that sets its totals.

import type { Phrase } from '../base/phrase.ts';
import type { TableId } from '../form/spec.ts';
import { tablesOf } from '../report/contents.ts';
import type { Report } from '../report/report.ts';
import type { Finding } from '../rules/rule.ts';
import { type Span, shift } from '../text/span.ts';
import { fixSums } from './fix-sums.ts';
import { tally } from './identity-tally.ts';

export interface CodeLens {
  readonly span: Span;
  readonly title: Phrase;
  /** The table whose totals the command sets; null where none is wrong. */
  readonly fixes: TableId | null;
}

/** One line above each table that has identities: `勾稽 39/42 · 修正合计`. */
export function codeLenses(report: Report, findings: readonly Finding[]): readonly CodeLens[] {
  return tablesOf(report).flatMap((placed): CodeLens[] => {
    const { held, all } = tally(placed, findings);
    if (all === 0) return [];
    const fixable = held < all && fixSums(placed, findings).length > 0;
    const title = { zh: `勾稽 ${held}/${all}`, en: `${held} of ${all} identities hold` };
    return [
      {
        span: shift(placed.table.span, placed.at),
        title: fixable ? { zh: `${title.zh} · 修正合计`, en: `${title.en} · fix totals` } : title,
        fixes: fixable ? placed.table.id : null,
      },
    ];
  });
}
