// The index of reports: those of many documents, found by organ and year, each with its summary, which is all
// that other reports need of it. Read next: summary.ts, neighbours.ts.

import { folderOf } from '../base/paths.ts';
import { commonEnd, commonStart } from '../base/sorted.ts';
import type { TableId } from '../form/spec.ts';
import { fold } from '../text/fold.ts';
import { type SharedParagraph, SharedParagraphs } from './shared-paragraphs.ts';
import type { ReportSummary } from './summary.ts';

/** A report in the index: the same object while the report is the same, wherever it moves in its document. */
export interface IndexedReport {
  readonly organ: string | null;
  readonly year: number | null;
  /** The document's name: a path or a URI, folders divided by `/`. */
  readonly document: string;
  /** The same for all reports of an organ; null where the organ is not known. */
  readonly key: string | null;
  /** Worked out when first asked for. */
  readonly summary: ReportSummary;
}

/** A report or a summary: what tells the organ and the year. */
interface Named {
  readonly organ: string | null;
  readonly year: number | null;
}

/** What rules on one report may ask about the others. */
export interface Neighbours {
  /** The same organ's report of the year before; null when there is none, or more than one. */
  readonly lastYear: IndexedReport | null;
  /** The reports that the report's tables sum up; null where the configuration names none. */
  readonly sum: Aggregate | null;
  /** Long paragraphs that other organs of its folder have as well. */
  readonly shared: readonly SharedParagraph[];
}

/** The reports that a superior's report sums up, by configuration. */
export interface Aggregate {
  readonly tables: readonly TableId[];
  /** The units' reports of the year. */
  readonly parts: readonly IndexedReport[];
  /** Units without a report of the year: organs that had one last year, files without one, missing files. */
  readonly missing: readonly string[];
}

/** Other names of organs: from the key of such a name to the key of the usual one. */
export type Aliases = ReadonlyMap<string, string>;

const noAliases: Aliases = new Map();

/** The key of an organ, however a title writes its name: `清溪县人民政府办公室`, `清溪县政府办`. */
export function organKey(name: string): string {
  let key = fold(name);
  for (const [words, usual] of SHORTER) key = key.replace(words, usual);
  return key;
}

/** A document's reports are put there, replaced and taken away together. */
export class ReportIndex {
  readonly #documents = new Map<string, IndexedDocument>();
  readonly #years = new Map<string, Set<IndexedReport>>();
  readonly #shared = new SharedParagraphs();

  /**
   * Puts the reports of a document, in the order of its text, in place of those it had. The cost is that of
   * the reports which are new; `summaryOf` is called when a summary is needed.
   */
  set<T extends Named>(
    document: string,
    reports: readonly T[],
    summaryOf: (report: T) => ReportSummary,
    aliases: Aliases = noAliases,
  ): void {
    const before = this.#documents.get(document);
    // With other aliases every key may differ.
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

  /** The same organ's report of the year before; null when there is none, or more than one. */
  lastYear(own: IndexedReport): IndexedReport | null {
    const { lastYear } = own as KeyedReport;
    const found = lastYear === null ? undefined : this.#years.get(lastYear);
    if (found?.size !== 1) return null;
    const [only = null] = found;
    return only;
  }

  /** Its long paragraphs that other organs of its folder have as well. */
  shared(own: IndexedReport): readonly SharedParagraph[] {
    return this.#shared.of(own);
  }

  #add(report: IndexedReport): void {
    this.#shared.add(report);
    const { thisYear } = report as KeyedReport;
    if (thisYear === null) return;
    const known = this.#years.get(thisYear);
    if (known === undefined) this.#years.set(thisYear, new Set([report]));
    else known.add(report);
  }

  #drop(report: IndexedReport): void {
    this.#shared.drop(report);
    const { thisYear } = report as KeyedReport;
    if (thisYear === null) return;
    const known = this.#years.get(thisYear);
    known?.delete(report);
    if (known?.size === 0) this.#years.delete(thisYear);
  }
}

/** The reports of a document as given and as indexed. */
interface IndexedDocument {
  readonly reports: readonly Named[];
  readonly indexed: readonly IndexedReport[];
  readonly aliases: Aliases;
}

/** With the keys of the report and of last year's: `2024 清溪县教育局`, `2023 清溪县教育局`. */
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

/** Names that say where the organ is. `县教育局` may be any county's: it is looked for in its folder only. */
const NAMED = /^..+?(?<![城社园景林新联发])(?:市(?!场)|乡(?!村)|[省县区州盟旗镇])|^..+?街道|^(?:中国|国家)/;

const SHORTER: readonly (readonly [RegExp, string])[] = [
  [/人民政府/g, '政府'],
  [/街道办事处$|街道办$/, '街道'],
  [/办公室$/, '办'],
  [/管理委员会$/, '管委会'],
  [/发展和改革/, '发展改革'],
  [/发展和改革委员会$|发展改革委员会$|发展改革委$/, '发改委'],
];
