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

/** One line above each table that has identities: `本表 42 项，3 项不成立 · 修正合计`. */
export function codeLenses(report: Report, findings: readonly Finding[]): readonly CodeLens[] {
  return tablesOf(report).flatMap((placed): CodeLens[] => {
    const { held, all } = tally(placed, findings);
    if (all === 0) return [];
    const fixable = held < all && fixSums(placed, findings).length > 0;
    const title =
      held === all
        ? { zh: `本表 ${all} 项勾稽全部成立`, en: `All ${all} identities hold` }
        : {
            zh: `本表 ${all} 项，${all - held} 项不成立`,
            en: `${all} identities, ${all - held} of them ${all - held === 1 ? 'fails' : 'fail'}`,
          };
    return [
      {
        span: shift(placed.table.span, placed.at),
        title: fixable ? { zh: `${title.zh} · 修正合计`, en: `${title.en} · fix totals` } : title,
        fixes: fixable ? placed.table.id : null,
      },
    ];
  });
}
