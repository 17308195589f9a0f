import { glob } from '../base/glob.ts';
import type { TableId } from '../form/types.ts';
import type { Aggregate, Aliases, IndexedReport, Neighbours, ReportIndex } from './report-index.ts';

/** Reports whose tables are the sum of other reports' of the same year. */
export interface Summing {
  /** Patterns of paths from the folder of the configuration, with `/`. */
  readonly report: string;
  readonly parts: readonly string[];
  readonly tables: readonly TableId[];
}

/** What a configuration says of several reports, and how it names documents: by their path from its folder; null for those outside. */
export interface Around {
  readonly config: { readonly aggregates: readonly Summing[]; readonly organs: Aliases };
  readonly nameOf: (document: string) => string | null;
}

/** The neighbours of a report among those on the shelf. */
export const neighboursOf = (own: IndexedReport, shelf: ReportIndex, around: Around | null): Neighbours => ({
  lastYear: shelf.lastYear(own),
  sum: around === null ? null : sumOf(own, shelf, around),
});

/** What the configuration says the report's tables are the sum of. */
function sumOf(own: IndexedReport, shelf: ReportIndex, { config, nameOf }: Around): Aggregate | null {
  if (config.aggregates.length === 0 || own.year === null) return null;
  const name = nameOf(own.document);
  const summing = config.aggregates.find(({ report }) => name !== null && matching([report])(name));
  return summing === undefined ? null : gather(own, shelf, summing, nameOf);
}

function gather(
  own: IndexedReport,
  shelf: ReportIndex,
  { parts, tables }: Summing,
  nameOf: Around['nameOf'],
): Aggregate {
  const wanted = matching(parts);
  const found = new Map<string, IndexedReport[]>();
  const before = new Map<string, string>();
  const missing: string[] = [];
  const there = new Set<string>();
  for (const document of shelf.documents()) {
    const name = nameOf(document);
    if (name === null || !wanted(name)) continue;
    there.add(name);
    const reports = shelf.of(document);
    if (reports.length === 0) missing.push(name);
    for (const each of reports) {
      const { year, organ } = each;
      const unit = each.key ?? document;
      if (each === own || unit === own.key) continue;
      if (year === own.year) found.set(unit, [...(found.get(unit) ?? []), each]);
      else if (year !== null && year + 1 === own.year) before.set(unit, organ ?? name);
    }
  }
  for (const path of parts) if (!/[*?[\]{}]/.test(path) && !there.has(path)) missing.push(path);
  for (const [unit, organ] of before) if (!found.has(unit)) missing.push(organ);
  const single: IndexedReport[] = [];
  for (const [unit, reports] of found) {
    const [first] = reports;
    if (first && reports.length === 1) single.push(first);
    else missing.push(`${first?.organ ?? unit} ×${reports.length}`);
  }
  return { tables, parts: single, missing };
}

const matchers = new Map<string, (name: string) => boolean>();

function matching(patterns: readonly string[]): (name: string) => boolean {
  const key = patterns.join('\n');
  const known = matchers.get(key);
  if (known !== undefined) return known;
  // A name such as `[1].txt` is first of all itself.
  const globs = patterns.flatMap((pattern) => glob(pattern) ?? []);
  const made = (name: string): boolean => patterns.includes(name) || globs.some((each) => each(name));
  matchers.set(key, made);
  return made;
}
