// Short ways to read a report and its findings.

import { type IndexedReport, ReportIndex } from '../../server/src/archive/report-index.ts';
import { summaryOf } from '../../server/src/archive/summary.ts';
import { tableIds } from '../../server/src/form/form.ts';
import type { FieldId } from '../../server/src/form/spec.ts';
import { reportsIn } from '../../server/src/report/index.ts';
import type { Report } from '../../server/src/report/report.ts';
import { check, compare } from '../../server/src/rules/check.ts';
import type { Finding, Rule } from '../../server/src/rules/rule.ts';
import type { Cell, CellState } from '../../server/src/table/table.ts';
import { type Span, shift } from '../../server/src/text/span.ts';

/** A finding with its place counted in the whole text, not in its report. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly span: Span;
  /** Where its report starts in the text. */
  readonly at: number;
}

/** `on`: a rule that runs only where a setting says so. */
export function findingsIn(text: string, on?: Rule): readonly PlacedFinding[] {
  const levels = on?.optIn ? new Map([[on.id, on.severity]]) : undefined;
  return reportsIn(text).flatMap(({ report, at }) =>
    check(report, levels).map((finding) => ({ finding, span: shift(finding.span, at), at })),
  );
}

/**
 * The findings of the only report of a text that other reports make: last year's, or the only part of a sum.
 */
export function findingsBeside(
  text: string,
  lastYear: string | null,
  part: string | null = null,
): readonly PlacedFinding[] {
  const index = new ReportIndex();
  const put = (each: string, name: string): IndexedReport | null => {
    index.set(name, [reportOf(each)], summaryOf);
    return index.of(name)[0] ?? null;
  };
  const before = lastYear === null ? null : put(lastYear, 'last.txt');
  const unit = part === null ? null : put(part, 'part.txt');
  const own = put(text, 'own.txt');
  const sum = unit ? { tables: tableIds, parts: [unit], missing: [] } : null;
  return (own ? compare(own.summary, { lastYear: before, sum, shared: index.shared(own) }) : []).map(
    (finding) => ({
      finding,
      span: finding.span,
      at: 0,
    }),
  );
}

/** What is found of a report by itself, as features take it. */
export const findingsOf = (report: Report): readonly Finding[] => check(report);

/** The only report of a text. */
export function reportOf(text: string): Report {
  const [first, ...more] = reportsIn(text);
  if (!first || more.length > 0) throw new Error(`${more.length + (first ? 1 : 0)} reports, not one`);
  return first.report;
}

/** Every cell of the report, its span counted in the report. */
export function cellsOf(report: Report): ReadonlyMap<FieldId, Cell> {
  return new Map(
    Object.values(report.tables).flatMap(({ table, at }) =>
      [...table.cells].map(([id, cell]) => [id, { ...cell, span: shift(cell.span, at) }] as const),
    ),
  );
}

/**
 * What a cell holding this text is read as: a blank, an explicit none, a number in any notation published
 * reports have, or none of these.
 */
export function stateOf(raw: string): CellState {
  if (raw === '') return 'blank';
  if (['/', '-', '—', '——', '--', '－－', '无', '空'].includes(raw)) return 'none';
  const plain = raw.normalize('NFKC').replace(/(?<=\d),(?=\d{3})|万元$|件$/g, '');
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? 'number' : 'invalid';
}

/** The figures and states of a report, in one form to compare: `8`, `/ (none)`, ` (blank)`. */
export function readOf(report: Report): Readonly<Record<FieldId, string>> {
  return sorted([...cellsOf(report)].map(([id, cell]) => [id, shown(cell.raw, cell.state)]));
}

/** The same form, from the figures that were printed. */
export function expectedOf(figures: ReadonlyMap<FieldId, string>): Readonly<Record<FieldId, string>> {
  return sorted([...figures].map(([id, raw]) => [id, shown(raw, stateOf(raw))]));
}

const shown = (raw: string, state: CellState) => (state === 'number' ? raw : `${raw} (${state})`);

const sorted = (entries: readonly (readonly [string, string])[]) =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/** `rule@field` of every finding, sorted: what two layouts of one report must have in common. */
export const findingKeys = (report: Report): readonly string[] =>
  check(report)
    .map(({ rule, field }) => `${rule}@${field ?? ''}`)
    .sort();
