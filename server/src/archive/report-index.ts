import { folderOf } from '../base/paths.ts';
import type { TableId } from '../form/types.ts';
import { fold } from '../text/fold.ts';
import type { ReportSummary } from './summary.ts';

/** A report on the shelf. The same object for as long as the report is the same, wherever it moves in its document. */
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

/** Whose report it is, and of which year: a report or its entry. */
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

/** Reports of many documents, found by organ and year. A document's reports are put there, replaced and taken away together. */
export class ReportIndex {
  readonly #documents = new Map<string, Row>();
  readonly #years = new Map<string, Set<IndexedReport>>();

  /**
   * Put the reports of a document, in the order of its text, in the place of those it had. Costs what the reports cost that are
   * not as they were; `entryOf` is asked for an entry when it is needed.
   */
  set<T extends Named>(
    document: string,
    reports: readonly T[],
    entryOf: (report: T) => ReportSummary,
    aliases: Aliases = noAliases,
  ): void {
    const before = this.#documents.get(document);
    const old = before?.aliases === aliases ? before : { of: [], shelved: [], aliases };
    const shorter = Math.min(old.of.length, reports.length);
    let head = 0;
    while (head < shorter && old.of[head] === reports[head]) head++;
    let tail = 0;
    while (tail < shorter - head && old.of[old.of.length - 1 - tail] === reports[reports.length - 1 - tail])
      tail++;
    const end = reports.length - tail;
    const fresh = reports
      .slice(head, end)
      .map((report) => shelve(report, document, () => entryOf(report), aliases));
    const gone =
      old === before ? before.shelved.slice(head, before.of.length - tail) : (before?.shelved ?? []);
    for (const each of gone) this.#drop(each);
    for (const each of fresh) this.#add(each);
    const shelved =
      fresh.length === 0 && old.of.length === reports.length
        ? old.shelved
        : [...old.shelved.slice(0, head), ...fresh, ...old.shelved.slice(old.shelved.length - tail)];
    this.#documents.set(document, { of: reports, shelved, aliases });
  }

  delete(document: string): void {
    for (const each of this.of(document)) this.#drop(each);
    this.#documents.delete(document);
  }

  /** The reports of a document, in the order of its text. */
  of(document: string): readonly IndexedReport[] {
    return this.#documents.get(document)?.shelved ?? [];
  }

  /** The names of all documents, those without a report too. */
  documents(): Iterable<string> {
    return this.#documents.keys();
  }

  /** The same organ's report of the year before; null when there is none, or when it cannot be said which it is. */
  lastYear(own: IndexedReport): IndexedReport | null {
    const { before } = own as Placed;
    const found = before === null ? undefined : this.#years.get(before);
    if (found?.size !== 1) return null;
    const [only = null] = found;
    return only;
  }

  #add(report: IndexedReport): void {
    const { now } = report as Placed;
    if (now === null) return;
    const known = this.#years.get(now);
    if (known === undefined) this.#years.set(now, new Set([report]));
    else known.add(report);
  }

  #drop(report: IndexedReport): void {
    const { now } = report as Placed;
    if (now === null) return;
    const known = this.#years.get(now);
    known?.delete(report);
    if (known?.size === 0) this.#years.delete(now);
  }
}

/** The reports of a document as they were given, and as they stand. */
interface Row {
  readonly of: readonly Named[];
  readonly shelved: readonly IndexedReport[];
  readonly aliases: Aliases;
}

/** With what it is found by, and what it looks for: `2024 清溪县教育局`, `2023 清溪县教育局`. */
interface Placed extends IndexedReport {
  readonly now: string | null;
  readonly before: string | null;
}

function shelve(
  { organ, year }: Named,
  document: string,
  entry: () => ReportSummary,
  aliases: Aliases,
): Placed {
  const key = organ === null ? null : keyOf(organ, document, aliases);
  const [now, before] =
    year === null || key === null ? [null, null] : [`${year} ${key}`, `${year - 1} ${key}`];
  return {
    organ,
    year,
    document,
    key,
    now,
    before,
    get summary() {
      return entry();
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
