// The index of reports: the reports of many documents, found by organ and year. Other reports need no more of a report than
// its summary. Read next: summary.ts, neighbours.ts.

import { folderOf } from '../base/paths.ts';
import { commonEnd, commonStart } from '../base/sorted.ts';
import type { TableId } from '../form/types.ts';
import { fold } from '../text/fold.ts';
import type { ReportSummary } from './summary.ts';

/** A report in the index. The same object for as long as the report is the same, wherever it moves in its document. */
export interface IndexedReport {
  readonly organ: string | null;
  readonly year: number | null;
  /** The document's name: a path or a URI, folders divided by `/`. */
  readonly document: string;
  /** What reports of one organ have in common; null where the organ is not known. */
  readonly key: string | null;
  /** Worked out when first asked for. */
  readonly summary: ReportSummary;
}

/** Whose report it is, and of which year: a report or a summary. */
interface Named {
  readonly organ: string | null;
  readonly year: number | null;
}

/** What rules on one report may ask about the others. */
export interface Neighbours {
  /** The same organ's report of the year before; null when there is none, or more than one. */
  readonly lastYear: IndexedReport | null;
  /** What the report's tables are said to be the sum of; null where nothing is said. */
  readonly sum: Aggregate | null;
}

/** The reports whose sum the tables of another are, by setting. */
export interface Aggregate {
  readonly tables: readonly TableId[];
  /** The units' reports of the year. */
  readonly parts: readonly IndexedReport[];
  /** Units without a report of the year: organs that had one the year before, files that are not there or hold none. */
  readonly missing: readonly string[];
}

/** Other names of organs: from the key of each name to that of the name they are known by. */
export type Aliases = ReadonlyMap<string, string>;

const noAliases: Aliases = new Map();

/** What names of one organ have in common, however a title writes them: `清溪县人民政府办公室`, `清溪县政府办`. */
export function organKey(name: string): string {
  let key = fold(name);
  for (const [words, usual] of SHORTER) key = key.replace(words, usual);
  return key;
}

/** A document's reports are put there, replaced and taken away together. */
export class ReportIndex {
  readonly #documents = new Map<string, IndexedDocument>();
  readonly #years = new Map<string, Set<IndexedReport>>();

  /**
   * Put the reports of a document, in the order of its text, in the place of those it had. Costs what the reports cost that
   * are not as they were; `summaryOf` is asked when a summary is needed.
   */
  set<T extends Named>(
    document: string,
    reports: readonly T[],
    summaryOf: (report: T) => ReportSummary,
    aliases: Aliases = noAliases,
  ): void {
    const before = this.#documents.get(document);
    // Under other aliases all keys may be others.
    const [reportsBefore, indexedBefore] =
      before?.aliases === aliases ? [before.reports, before.indexed] : [[], []];
    const head = commonStart<Named>(reportsBefore, reports);
    const tail = commonEnd<Named>(reportsBefore, reports, head);
    const fresh = reports
      .slice(head, reports.length - tail)
      .map((report) => indexedReport(report, document, () => summaryOf(report), aliases));
    const kept = {
      head: indexedBefore.slice(0, head),
      tail: indexedBefore.slice(indexedBefore.length - tail),
    };
    for (const each of (before?.indexed ?? []).slice(head, (before?.indexed.length ?? 0) - tail))
      this.#drop(each);
    for (const each of fresh) this.#add(each);
    this.#documents.set(document, { reports, indexed: [...kept.head, ...fresh, ...kept.tail], aliases });
  }

  delete(document: string): void {
    for (const each of this.of(document)) this.#drop(each);
    this.#documents.delete(document);
  }

  /** The reports of a document, in the order of its text. */
  of(document: string): readonly IndexedReport[] {
    return this.#documents.get(document)?.indexed ?? [];
  }

  /** The names of all documents, those without a report too. */
  documents(): Iterable<string> {
    return this.#documents.keys();
  }

  /** The same organ's report of the year before; null when there is none, or when it cannot be said which it is. */
  lastYear(own: IndexedReport): IndexedReport | null {
    const { lastYear } = own as KeyedReport;
    const found = lastYear === null ? undefined : this.#years.get(lastYear);
    if (found?.size !== 1) return null;
    const [only = null] = found;
    return only;
  }

  #add(report: IndexedReport): void {
    const { thisYear } = report as KeyedReport;
    if (thisYear === null) return;
    const known = this.#years.get(thisYear);
    if (known === undefined) this.#years.set(thisYear, new Set([report]));
    else known.add(report);
  }

  #drop(report: IndexedReport): void {
    const { thisYear } = report as KeyedReport;
    if (thisYear === null) return;
    const known = this.#years.get(thisYear);
    known?.delete(report);
    if (known?.size === 0) this.#years.delete(thisYear);
  }
}

/** The reports of a document as they were given, and as they were indexed. */
interface IndexedDocument {
  readonly reports: readonly Named[];
  readonly indexed: readonly IndexedReport[];
  readonly aliases: Aliases;
}

/** With the key it is found by, and that of the report of the year before: `2024 清溪县教育局`, `2023 清溪县教育局`. */
interface KeyedReport extends IndexedReport {
  readonly thisYear: string | null;
  readonly lastYear: string | null;
}

function indexedReport(
  { organ, year }: Named,
  document: string,
  summary: () => ReportSummary,
  aliases: Aliases,
): KeyedReport {
  const key = organ === null ? null : keyOf(organ, document, aliases);
  const isKnown = year !== null && key !== null;
  return {
    organ,
    year,
    document,
    key,
    thisYear: isKnown ? `${year} ${key}` : null,
    lastYear: isKnown ? `${year - 1} ${key}` : null,
    get summary() {
      return summary();
    },
  };
}

function keyOf(organ: string, document: string, aliases: Aliases): string {
  const name = organKey(organ);
  const key = aliases.get(name) ?? name;
  return NAMED.test(key) ? key : `${folderOf(document)} ${key}`;
}

/** Names that say where the organ is. `县教育局` alone may be that of any county: it is looked for in the same folder only. */
const NAMED = /^..+?(?<![城社园景林新联发])(?:市(?!场)|乡(?!村)|[省县区州盟旗镇])|^..+?街道|^(?:中国|国家)/;

const SHORTER: readonly (readonly [RegExp, string])[] = [
  [/人民政府/g, '政府'],
  [/街道办事处$|街道办$/, '街道'],
  [/办公室$/, '办'],
  [/管理委员会$/, '管委会'],
  [/发展和改革/, '发展改革'],
  [/发展和改革委员会$|发展改革委员会$|发展改革委$/, '发改委'],
];
