import type { IndexedReport, Neighbours } from '../archive/report-index.ts';
import { objectStore } from '../base/cache.ts';
import type { Report } from '../report/types.ts';
import { rules } from './all.ts';
import type { Finding, Issue, Rule, Severity } from './rule.ts';

/** Severities set by the user, by rule id; a rule not named keeps its own. */
export type Severities = ReadonlyMap<string, Severity | 'off'>;

const asShipped: Severities = new Map();
const checked = objectStore<Report, { severities: Severities; findings: readonly Finding[] }>();

/** All findings of a report in the order of its text. Asked again for the same report and settings, the same array. */
export function check(report: Report, severities: Severities = asShipped): readonly Finding[] {
  const known = checked.get(report);
  if (known?.severities === severities) return known.findings;
  const all: Finding[] = [];
  for (const rule of rules) addFindings(all, rule, severities, () => rule.check(report));
  const findings = inTextOrder(all);
  checked.set(report, { severities, findings });
  return findings;
}

/** What is found of a report beside its neighbours, in the order of its text: the findings that `check` does not have. */
export function compare(
  own: IndexedReport,
  neighbours: Neighbours,
  severities: Severities = asShipped,
): readonly Finding[] {
  if (neighbours.lastYear === null && neighbours.sum === null) return none();
  const { summary } = own;
  const all: Finding[] = [];
  for (const rule of rules)
    addFindings(all, rule, severities, () => rule.compare?.(summary, neighbours) ?? none());
  return inTextOrder(all);
}

/** Findings in the order of the text. */
export const inTextOrder = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);

const none = (): readonly [] => [];

function addFindings(
  all: Finding[],
  { id, severity }: Rule,
  severities: Severities,
  find: () => readonly Issue[],
): void {
  const set = severities.get(id);
  if (set === 'off') return;
  for (const issue of find())
    all.push({
      rule: id,
      severity: set ?? issue.severity ?? severity,
      span: issue.span,
      message: issue.message,
      field: issue.field ?? null,
      related: issue.related ?? [],
      fixes: issue.fixes ?? none,
    });
}
