// The findings of a report: what rules find in it and in comparison with other reports, at the levels that
// hold, without what is accepted. This file alone calls `check`, `compare` and `withoutAccepted`; whatever
// shows, counts or fixes findings takes them from here. Read next: rules/check.ts, config/acceptance.ts.

import type { Aggregate, IndexedReport, Neighbours } from '../archive/report-index.ts';
import type { SharedParagraph } from '../archive/shared-paragraphs.ts';
import { type ReportSummary, summaryOf } from '../archive/summary.ts';
import { type ObjectStore, objectStore } from '../base/cache.ts';
import { type HoldsValue, summaryHolds, tableHolds, withoutAccepted } from '../config/acceptance.ts';
import type { EffectiveConfig } from '../config/store.ts';
import type { Report } from '../report/report.ts';
import { check, checkName, checkReading, compare, inTextOrder } from '../rules/check.ts';
import type { Finding, ReadingNote } from '../rules/rule.ts';

/** What findings depend on beside the text of the report. */
export interface FindingsContext {
  readonly config: EffectiveConfig;
  /** The report's document as the configuration names it: its path from the folder of the configuration. */
  readonly document: string;
  /** The reports to compare with; null for none. */
  readonly neighbours: Neighbours | null;
  /** How the report was read, where it comes from an Office file. */
  readonly reading?: OfficeReading;
}

/** The notes on a text read from an Office file, and which of its reports this is. */
export interface OfficeReading {
  /** Offsets count in the text. */
  readonly notes: readonly ReadingNote[];
  /** Where the report begins in the text. Notes on the whole file are those of its first report. */
  readonly start: number;
  readonly isFirst: boolean;
}

export interface ReportFindings {
  /** In the order of the text. Spans count in the report. */
  readonly items: readonly Finding[];
  /** Indices of the `accept` entries that name the document, and of those that accepted a finding. */
  readonly applied: readonly number[];
  readonly used: readonly number[];
}

/** All findings of a report. Asked again with the same report and an equal context, the same object. */
export const findings: (report: Report, context: FindingsContext) => ReportFindings = remembering(
  (report, context) => {
    const own = check(report, context.config.severities);
    const named = checkName(report, context.document, context.config.severities);
    const beside = [...named, ...compared(context, () => summaryOf(report)), ...ofReading(report, context)];
    const all = beside.length === 0 ? own : inTextOrder([...own, ...beside]);
    return accepted(all, context, tableHolds(report));
  },
);

/**
 * Findings of the comparison only, for a report that is known by its summary: its document is closed, or was
 * read by another thread.
 */
export const comparisonFindings: (report: IndexedReport, context: FindingsContext) => ReportFindings =
  remembering((report, context) => {
    const beside = compared(context, () => report.summary);
    return beside.length === 0 && context.config.accept.length === 0
      ? nothing
      : accepted(beside, context, (field, value) => summaryHolds(report.summary)(field, value));
  });

const nothing: ReportFindings = { items: [], applied: [], used: [] };

function compared({ neighbours, config }: FindingsContext, summary: () => ReportSummary): readonly Finding[] {
  return neighbours === null ? nothing.items : compare(summary(), neighbours, config.severities);
}

function ofReading(report: Report, { reading, config }: FindingsContext): readonly Finding[] {
  if (reading === undefined || reading.notes.length === 0) return nothing.items;
  const { notes, start, isFirst } = reading;
  const own = notes.flatMap((note) => {
    if (note.at === null) return isFirst ? [note] : [];
    const at = note.at - start;
    return at >= 0 && at <= report.length ? [{ ...note, at }] : [];
  });
  return checkReading(report, own, config.severities);
}

function accepted(
  found: readonly Finding[],
  { config, document }: FindingsContext,
  holds: HoldsValue,
): ReportFindings {
  const { kept, applied, used } = withoutAccepted(config.accept, document, found, holds);
  return { items: kept, applied, used };
}

/** `make` with a memory of its latest answer for each report. */
function remembering<K extends object>(
  make: (report: K, context: FindingsContext) => ReportFindings,
): (report: K, context: FindingsContext) => ReportFindings {
  const latest: ObjectStore<K, { readonly context: FindingsContext; readonly found: ReportFindings }> =
    objectStore();
  return (report, context) => {
    const before = latest.get(report);
    if (before !== undefined && isSameContext(before.context, context)) return before.found;
    const found = make(report, context);
    latest.set(report, { context, found });
    return found;
  };
}

const isSameContext = (a: FindingsContext, b: FindingsContext): boolean =>
  a.config === b.config &&
  a.document === b.document &&
  isSameReading(a.reading, b.reading) &&
  isSameNeighbours(a.neighbours, b.neighbours);

const isSameReading = (a: OfficeReading | undefined, b: OfficeReading | undefined): boolean =>
  a?.notes === b?.notes && a?.start === b?.start && a?.isFirst === b?.isFirst;

/** Neighbours are gathered anew each time; unchanged reports among them are the same objects. */
const isSameNeighbours = (a: Neighbours | null, b: Neighbours | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.lastYear === b.lastYear &&
    isSameSum(a.sum, b.sum) &&
    isSameList(a.shared.flatMap(partsOf), b.shared.flatMap(partsOf)));

const partsOf = ({ own, other }: SharedParagraph): readonly unknown[] => [own, other];

const isSameSum = (a: Aggregate | null, b: Aggregate | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.tables === b.tables &&
    isSameList(a.parts, b.parts) &&
    isSameList(a.missing, b.missing));

const isSameList = <T>(a: readonly T[], b: readonly T[]): boolean =>
  a.length === b.length && a.every((each, i) => each === b[i]);
