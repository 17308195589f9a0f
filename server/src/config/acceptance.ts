import type { FieldId } from '../form/types.ts';
import type { Report } from '../report/types.ts';
import type { Finding, Severity } from '../rules/rule.ts';
import type { Cell } from '../table/types.ts';
import { type Acceptance, type Config, configFinding, plainPath } from './read.ts';

/**
 * Which entries of the configuration speak of a report, and which of them let one of its findings stand. `value` gives a cell's
 * value as `ogi-report data` prints it.
 */
export function withoutAccepted(
  config: Config,
  report: string,
  findings: readonly Finding[],
  value: (field: FieldId) => number | string | null,
): {
  readonly kept: readonly Finding[];
  readonly concerned: readonly number[];
  readonly used: readonly number[];
} {
  const name = plainPath(report);
  const concerned = config.accept.flatMap((entry, i) => (entry.report === name ? [i] : []));
  if (concerned.length === 0) return { kept: findings, concerned, used: [] };
  const used = new Set<number>();
  const kept = findings.filter((each) => {
    const accepting = concerned.filter((i) => accepts(config.accept[i] as Acceptance, each, value));
    for (const i of accepting) used.add(i);
    return accepting.length === 0;
  });
  return { kept, concerned, used: [...used] };
}

/** The finding that an entry accepts nothing any more. `gone`: the report it names is not there. */
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

/** The level a finding is reported at; null for none. */
export function levelOf(config: Config, { rule, severity }: Finding): Severity | null {
  const level = config.rules.get(rule) ?? severity;
  return level === 'off' ? null : level;
}

function accepts(
  entry: Acceptance,
  { rule, field }: Finding,
  value: (field: FieldId) => number | string | null,
): boolean {
  if (entry.rule !== rule) return false;
  if (entry.at === undefined) return true;
  if (entry.at !== field) return false;
  return entry.value === undefined || String(entry.value) === String(value(entry.at));
}

/** A cell's value as `data` prints it: a count, an amount as a string, null for an explicit none or a blank. */
export function cellValue(cell: Cell): number | string | null {
  return cell.state === 'number' ? (cell.money ?? cell.count) : null;
}

/** The value of a field of a report, null where there is none. */
export function valueAt(report: Report, field: FieldId): number | string | null {
  for (const { table } of Object.values(report.tables)) {
    const cell = table.cell(field);
    if (cell !== undefined) return cellValue(cell);
  }
  return null;
}
