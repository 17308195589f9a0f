// What the view of the folder's reports leaves out, as values. Nothing of VS Code in it.

import { type ReviewedReport, stateOf } from './desk-model.ts';
import type { ReviewState } from './review-model.ts';

export interface DeskFilter {
  readonly errorsOnly: boolean;
  /** Null: findings of every rule. */
  readonly rules: ReadonlySet<string> | null;
  /** Null: reports in every state. */
  readonly states: ReadonlySet<ReviewState> | null;
  /** What is amiss with the roster, and no report. */
  readonly gapsOnly: boolean;
}

export const noFilter: DeskFilter = { errorsOnly: false, rules: null, states: null, gapsOnly: false };

/** The reports in the states wanted; those without a finding of the kind wanted are left out. */
export function filtered(
  reports: readonly ReviewedReport[],
  { errorsOnly, rules, states, gapsOnly }: DeskFilter,
): readonly ReviewedReport[] {
  if (gapsOnly) return [];
  const inState = states === null ? reports : reports.filter((report) => states.has(stateOf(report)));
  if (!errorsOnly && rules === null) return inState;
  return inState
    .map((report) => ({
      ...report,
      findings: report.findings.filter(
        ({ level, rule }) => (!errorsOnly || level === 'error') && (rules === null || rules.has(rule)),
      ),
    }))
    .filter(({ findings }) => findings.length > 0);
}
