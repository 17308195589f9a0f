// Everything of a kind at once: the fixes of several findings as one action.
import { breaksIdentity } from '../audit/identities.ts';
import { ruleTitle } from '../config/rule-title.ts';
import type { FieldId } from '../form/spec.ts';
import { tablesOf } from '../report/contents.ts';
import type { Report } from '../report/report.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import { type Edit, meets, type Span } from '../text/span.ts';
import type { Action } from './actions.ts';

/**
 * The first fix of each finding of a rule, for rules with a finding at the span and others elsewhere. Only
 * what is written is counted and named; a figure in a sentence is a question to be decided one by one.
 */
export function sameRule(report: Report, findings: readonly Finding[], span: Span): readonly Action[] {
  const rules = new Set(findings.filter((finding) => meets(finding.span, span)).map(({ rule }) => rule));
  return [...rules].flatMap((rule): Action[] => {
    if (ONE_BY_ONE.has(rule)) return [];
    const own = findings.filter((finding) => finding.rule === rule);
    const { edits, fixed } = together(own, (fixes) => fixes.find(({ preferred }) => preferred) ?? fixes[0]);
    if (fixed.length < 2 || edits.length < 2 || !fixed.some((finding) => meets(finding.span, span)))
      return [];
    // Changes that are each sound may not be so together.
    if (breakSumsTogether(report, edits)) return [];
    const title = {
      zh: `一并修正本报告中同类问题（${ruleTitle(rule).zh}，${fixed.length} 处）`,
      en: `Fix all ${fixed.length} of “${ruleTitle(rule).en}” in this report`,
    };
    return [{ kind: 'quickfix', title, edits, preferred: false, findings: fixed, preview: true }];
  });
}

/** Whether edits write figures into cells so that a sum fails which does not fail now. */
function breakSumsTogether(report: Report, edits: readonly Edit[]): boolean {
  const written = new Map(edits.map(({ from, to, insert }) => [`${from} ${to}`, insert]));
  return tablesOf(report).some(({ table, at }) => {
    const values = new Map<FieldId, number>();
    for (const cell of table.cells.values()) {
      const value = written.get(`${cell.span.from + at} ${cell.span.to + at}`);
      if (value !== undefined && /^\d{1,15}$/.test(value)) values.set(cell.field.id, Number(value));
    }
    return values.size > 0 && breaksIdentity(table, values);
  });
}

/** Rules whose findings name two figures of which either may be right. */
const ONE_BY_ONE: ReadonlySet<string> = new Set(['narrative-mismatch', 'narrative-sum']);

/** The edits of one fix of each finding, and the findings they fix; of two fixes that overlap, the first. */
export function together(
  findings: readonly Finding[],
  pick: (fixes: readonly Fix[]) => Fix | undefined,
): { readonly edits: readonly Edit[]; readonly fixed: readonly Finding[] } {
  const edits: Edit[] = [];
  const fixed: Finding[] = [];
  /** The edits by the blocks of 256 units that they touch, so that only neighbours are compared. */
  const near = new Map<number, Edit[]>();
  for (const finding of findings) {
    const fix = pick(finding.fixes());
    if (
      !fix ||
      fix.edits.some((edit) => blocks(edit).some((at) => near.get(at)?.some((other) => overlap(edit, other))))
    )
      continue;
    fixed.push(finding);
    for (const edit of fix.edits) {
      edits.push(edit);
      for (const at of blocks(edit)) near.set(at, [...(near.get(at) ?? []), edit]);
    }
  }
  return { edits, fixed };
}

const blocks = ({ from, to }: Edit): readonly number[] =>
  Array.from({ length: (to >> 8) - (from >> 8) + 1 }, (_, i) => (from >> 8) + i);

const overlap = (a: Edit, b: Edit): boolean =>
  (a.from < b.to && b.from < a.to) || (a.from === b.from && a.to === b.to);
