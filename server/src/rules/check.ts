// Runs the rules. findings/findings.ts alone calls it and applies what a person has accepted.

import type { Neighbours } from '../archive/report-index.ts';
import type { ReportSummary } from '../archive/summary.ts';
import { objectStore } from '../base/cache.ts';
import type { Report } from '../report/report.ts';
import { rules } from './all.ts';
import { withCauses } from './consequences.ts';
import type { Finding, Issue, ReadingNote, Rule } from './rule.ts';
import type { Severities } from './severity.ts';

const asShipped: Severities = new Map();
const checked = objectStore<Report, { severities: Severities; findings: readonly Finding[] }>();

/** What a report shows by itself, in the order of its text; the same array for the same report and levels. */
export function check(report: Report, severities: Severities = asShipped): readonly Finding[] {
  const known = checked.get(report);
  if (known?.severities === severities) return known.findings;
  const all: Finding[] = [];
  for (const rule of rules) addFindings(all, rule, severities, () => rule.check(report));
  const findings = inTextOrder(withCauses(report, all));
  checked.set(report, { severities, findings });
  return findings;
}

/** What the name of its document shows beside a report. */
export function checkName(report: Report, document: string, severities: Severities): readonly Finding[] {
  const all: Finding[] = [];
  for (const rule of rules)
    if (rule.checkName)
      addFindings(all, rule, severities, () => rule.checkName?.(report, document) ?? none());
  return all;
}

/** What a report shows beside its neighbours and `check` does not find, in the order of its text. */
export function compare(
  own: ReportSummary,
  neighbours: Neighbours,
  severities: Severities = asShipped,
): readonly Finding[] {
  const all: Finding[] = [];
  for (const rule of rules)
    addFindings(all, rule, severities, () => rule.compare?.(own, neighbours) ?? none());
  return inTextOrder(all);
}

/** What is to be said of how a report was read from an Office file. */
export function checkReading(
  report: Report,
  notes: readonly ReadingNote[],
  severities: Severities = asShipped,
): readonly Finding[] {
  const all: Finding[] = [];
  for (const rule of rules) addFindings(all, rule, severities, () => rule.reading?.(report, notes) ?? none());
  return all;
}

/** Findings in the order of the text. */
export const inTextOrder = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);

const none = (): readonly [] => [];

function addFindings(all: Finding[], rule: Rule, severities: Severities, find: () => readonly Issue[]): void {
  const { id, severity } = rule;
  const set = severities.get(id);
  if (set === 'off' || (set === undefined && rule.optIn)) return;
  for (const issue of find())
    all.push({
      rule: id,
      severity: set ?? issue.severity ?? severity,
      span: issue.span,
      message: issue.message,
      field: issue.field ?? null,
      related: issue.related ?? [],
      identities: issue.identities ?? [],
      fixes: issue.fixes ?? none,
    });
}
