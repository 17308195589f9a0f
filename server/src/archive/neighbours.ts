// The neighbours of a report, with which it is compared: the organ's report of last year, the reports of the
// units that its tables sum up, and those of other organs that share a paragraph with it.

import { glob } from '../base/glob.ts';
import type { TableId } from '../form/spec.ts';
import type { Aggregate, Aliases, IndexedReport, Neighbours, ReportIndex } from './report-index.ts';

/** An entry of a configuration: the tables of a report are the sums of other reports' of the same year. */
export interface AggregateEntry {
  /** Patterns of paths from the folder of the configuration, with `/`. */
  readonly report: string;
  readonly parts: readonly string[];
  readonly tables: readonly TableId[];
}

/** What a configuration says of neighbours, and how it names documents; null for those outside its folder. */
export interface NeighbourConfig {
  readonly config: { readonly aggregates: readonly AggregateEntry[]; readonly organs: Aliases };
  readonly nameOf: (document: string) => string | null;
}

/** Null where there are none. */
export function neighboursOf(
  own: IndexedReport,
  index: ReportIndex,
  file: NeighbourConfig | null,
): Neighbours | null {
  const lastYear = index.lastYear(own);
  const sum = file && aggregateOf(own, index, file);
  const shared = index.shared(own);
  return lastYear === null && sum === null && shared.length === 0 ? null : { lastYear, sum, shared };
}

/** The units' reports that the configuration says the report sums up; null where it says nothing of it. */
function aggregateOf(
  own: IndexedReport,
  index: ReportIndex,
  { config, nameOf }: NeighbourConfig,
): Aggregate | null {
  if (config.aggregates.length === 0 || own.year === null) return null;
  const name = nameOf(own.document);
  const entry = config.aggregates.find(({ report }) => name !== null && matching([report])(name));
  if (entry === undefined) return null;
  const { parts, tables } = entry;
  const documents = documentsNamed(parts, index, nameOf);
  const { ofYear, ofLastYear } = byUnit(own, documents);
  const units = [...ofYear];
  return {
    tables,
    parts: units.flatMap(([, reports]) => (reports.length === 1 ? reports : [])),
    missing: [
      ...[...documents].flatMap(([document, reports]) => (reports.length === 0 ? [document] : [])),
      ...parts.filter((path) => !/[*?[\]{}]/.test(path) && !documents.has(path)),
      ...[...ofLastYear].flatMap(([unit, organ]) => (ofYear.has(unit) ? [] : [organ])),
      ...units.flatMap(([unit, reports]) =>
        reports.length > 1 ? [`${reports[0]?.organ ?? unit} ×${reports.length}`] : [],
      ),
    ],
  };
}

/** The reports of the documents that patterns name, by the document's name. */
function documentsNamed(
  patterns: readonly string[],
  index: ReportIndex,
  nameOf: NeighbourConfig['nameOf'],
): ReadonlyMap<string, readonly IndexedReport[]> {
  const wanted = matching(patterns);
  const found = new Map<string, readonly IndexedReport[]>();
  for (const document of index.documents()) {
    const name = nameOf(document);
    if (name !== null && wanted(name)) found.set(name, index.of(document));
  }
  return found;
}

/** Reports of the superior's year by unit; organs of units that had a report the year before. */
function byUnit(
  own: IndexedReport,
  documents: ReadonlyMap<string, readonly IndexedReport[]>,
): {
  readonly ofYear: ReadonlyMap<string, readonly IndexedReport[]>;
  readonly ofLastYear: ReadonlyMap<string, string>;
} {
  const ofYear = new Map<string, IndexedReport[]>();
  const ofLastYear = new Map<string, string>();
  for (const [name, reports] of documents)
    for (const report of reports) {
      const { year, organ } = report;
      const unit = report.key ?? report.document;
      if (report === own || unit === own.key) continue;
      if (year === own.year) ofYear.set(unit, [...(ofYear.get(unit) ?? []), report]);
      else if (year !== null && year + 1 === own.year) ofLastYear.set(unit, organ ?? name);
    }
  return { ofYear, ofLastYear };
}

const matchers = new Map<string, (name: string) => boolean>();

function matching(patterns: readonly string[]): (name: string) => boolean {
  const key = patterns.join('\n');
  const known = matchers.get(key);
  if (known !== undefined) return known;
  // A name such as `[1].txt` also stands for itself.
  const globs = patterns.flatMap((pattern) => glob(pattern) ?? []);
  const made = (name: string): boolean => patterns.includes(name) || globs.some((each) => each(name));
  matchers.set(key, made);
  return made;
}
