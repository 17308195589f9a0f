import type { Report } from '../report/types.ts';
import { rules } from './index.ts';
import type { Finding, Rule, Severity } from './rule.ts';

/** Severities set by the user, by rule id; a rule not named keeps its own. */
export type Severities = ReadonlyMap<string, Severity | 'off'>;

const asShipped: Severities = new Map();
const checked = new WeakMap<Report, { severities: Severities; findings: readonly Finding[] }>();

/** All findings of a report in the order of its text. Asked again for the same report and settings, the same array. */
export function check(report: Report, severities: Severities = asShipped): readonly Finding[] {
  const known = checked.get(report);
  if (known?.severities === severities) return known.findings;
  const findings = rules
    .flatMap((rule) => findingsOf(rule, report, severities))
    .sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  checked.set(report, { severities, findings });
  return findings;
}

const none = (): readonly [] => [];

function findingsOf(rule: Rule, report: Report, severities: Severities): Finding[] {
  const set = severities.get(rule.id);
  if (set === 'off') return [];
  return rule.check(report).map((issue) => ({
    rule: rule.id,
    severity: set ?? issue.severity ?? rule.severity,
    span: issue.span,
    message: issue.message,
    field: issue.field ?? null,
    related: issue.related ?? [],
    fixes: issue.fixes ?? none,
  }));
}
