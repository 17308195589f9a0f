// Accepted findings: leaving them out, and finding entries that accept nothing any more. read.ts reads the
// entries, findings/findings.ts leaves out what they accept.

import { figureOf, type ReportSummary } from '../archive/summary.ts';
import { plainPath } from '../base/paths.ts';
import type { FieldId } from '../form/spec.ts';
import type { Report } from '../report/report.ts';
import type { Finding } from '../rules/rule.ts';
import type { Cell } from '../table/table.ts';
import { type Acceptance, type Config, configFinding } from './read.ts';

/** Whether a cell still holds the value that was accepted. */
export type HoldsValue = (field: FieldId, value: number | string | null) => boolean;

/** `applied`, `used`: indices of the entries that name the document, and of those that accepted a finding. */
export function withoutAccepted(
  accept: readonly Acceptance[],
  document: string,
  findings: readonly Finding[],
  holds: HoldsValue,
): {
  readonly kept: readonly Finding[];
  readonly applied: readonly number[];
  readonly used: readonly number[];
} {
  if (accept.length === 0) return { kept: findings, applied: [], used: [] };
  const name = plainPath(document);
  const applied = [...accept.keys()].filter((i) => accept[i]?.report === name);
  if (applied.length === 0) return { kept: findings, applied, used: [] };
  const used = new Set<number>();
  const kept = findings.filter((finding) => {
    const accepting = applied.filter((i) => accepts(accept[i] as Acceptance, finding, holds));
    for (const i of accepting) used.add(i);
    return accepting.length === 0;
  });
  return { kept, applied, used: [...used] };
}

/** The finding that an entry accepts nothing. `gone`: the file that it names does not exist. */
export function deadAcceptance(entry: Acceptance, gone: boolean): Finding {
  const at = entry.at === undefined ? { zh: '', en: '' } : { zh: `（${entry.at}）`, en: ` (${entry.at})` };
  return configFinding(
    'dead-acceptance',
    entry.span,
    gone
      ? {
          zh: `没有“${entry.report}”这个文件，这一条已接受的问题可以删去`,
          en: `There is no file “${entry.report}”; the entry can go`,
        }
      : {
          zh: `“${entry.report}”里不再有这里接受的 ${entry.rule}${at.zh}：问题已经消失，或者数值已经改变`,
          en: `“${entry.report}” no longer has the ${entry.rule}${at.en} accepted here: it is gone, or the value has changed`,
        },
  );
}

/** Findings about a configuration at the levels that it sets itself, without those it turns off. */
export const atOwnLevels = ({ rules }: Config, findings: readonly Finding[]): readonly Finding[] =>
  findings.flatMap((finding) => {
    const severity = rules.get(finding.rule) ?? finding.severity;
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });

function accepts({ rule, at, value }: Acceptance, finding: Finding, holds: HoldsValue): boolean {
  if (rule !== finding.rule || (at !== undefined && at !== finding.field)) return false;
  return at === undefined || value === undefined || holds(at, value);
}

export const tableHolds =
  (report: Report): HoldsValue =>
  (field, value) =>
    String(valueAt(report, field)) === String(value);

/** In a summary, an explicit none and most blanks are 0. */
export const summaryHolds =
  (summary: ReportSummary): HoldsValue =>
  (field, value) => {
    const figure = figureOf(summary, field);
    return figure === null ? value === null : String(figure.value) === String(value ?? 0);
  };

/** A cell's value as `data` prints it: a number, money as a string, null for an explicit none or a blank. */
export function cellValue(cell: Cell): number | string | null {
  return cell.state === 'number' ? (cell.money ?? cell.count) : null;
}

/** The value of a field, null where the report has none. */
export function valueAt(report: Report, field: FieldId): number | string | null {
  for (const { table } of Object.values(report.tables)) {
    const cell = table.cell(field);
    if (cell !== undefined) return cellValue(cell);
  }
  return null;
}
