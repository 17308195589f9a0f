import type { TableId } from '../form/types.ts';
import { fold } from '../text/fold.ts';
import type { Entry } from './entry.ts';

/** A report on the shelf: what is known of it, and where it stands. */
export interface Shelved {
  readonly entry: Entry;
  /** The document's name: a path or a URI, folders divided by `/`. */
  readonly document: string;
  /** Offset of the report in its document. */
  readonly at: number;
  /** What reports of one organ have in common; null where the organ is not known. */
  readonly key: string | null;
}

/** What rules on one report may ask about the others. */
export interface Neighbours {
  /** The same organ's report of the year before; null when there is none, or more than one. */
  readonly lastYear: Shelved | null;
  /** What the report's tables are said to be the sum of; null where nothing is said. */
  readonly sum: Aggregate | null;
}

/** The reports whose sum the tables of another are, by setting. */
export interface Aggregate {
  readonly tables: readonly TableId[];
  /** The units' reports of the year. */
  readonly parts: readonly Shelved[];
  /** Units without a report of the year: organs that had one the year before, files that are not there or hold none. */
  readonly missing: readonly string[];
}

/** Other names of organs: from the key of each name to that of the name they are known by. */
export type Aliases = ReadonlyMap<string, string>;

const noAliases: Aliases = new Map();

/** Put a report's entry on record. `document` as in `Shelved`. */
export function shelved(entry: Entry, document: string, at: number, aliases: Aliases = noAliases): Shelved {
  if (entry.organ === null) return { entry, document, at, key: null };
  const name = names.get(entry) ?? organKey(entry.organ);
  names.set(entry, name);
  const key = aliases.get(name) ?? name;
  return { entry, document, at, key: NAMED.test(key) ? key : `${folderOf(document)} ${key}` };
}

const names = new WeakMap<Entry, string>();

/** What names of one organ have in common, however a title writes them: `清溪县人民政府办公室`, `清溪县政府办`. */
export function organKey(name: string): string {
  let key = fold(name);
  for (const [words, usual] of SHORTER) key = key.replace(words, usual);
  return key;
}

/** Reports of many documents, found by organ and year. A document's reports are put there, replaced and taken away together. */
export class Shelf {
  readonly #documents = new Map<string, readonly Shelved[]>();
  readonly #years = new Map<string, Set<Shelved>>();

  /** Put the reports of a document in the place of those it had. Reports that are as they were stay the same objects. */
  set(document: string, reports: readonly Shelved[]): void {
    const before = this.of(document);
    const kept = reports.map((each, i) => (same(each, before[i]) ? (before[i] as Shelved) : each));
    if (
      this.#documents.has(document) &&
      kept.length === before.length &&
      kept.every((each, i) => each === before[i])
    )
      return;
    for (const each of before) this.#drop(each);
    for (const each of kept) {
      const year = yearKey(each, 0);
      const known = year === null ? undefined : this.#years.get(year);
      if (known !== undefined) known.add(each);
      else if (year !== null) this.#years.set(year, new Set([each]));
    }
    this.#documents.set(document, kept);
  }

  delete(document: string): void {
    for (const each of this.of(document)) this.#drop(each);
    this.#documents.delete(document);
  }

  /** The reports of a document, in the order of its text. */
  of(document: string): readonly Shelved[] {
    return this.#documents.get(document) ?? [];
  }

  /** The names of all documents, those without a report too. */
  documents(): Iterable<string> {
    return this.#documents.keys();
  }

  /** The same organ's report of the year before; null when there is none, or when it cannot be said which it is. */
  lastYear(own: Shelved): Shelved | null {
    const year = yearKey(own, -1);
    const found = year === null ? undefined : this.#years.get(year);
    if (found?.size !== 1) return null;
    const [only = null] = found;
    return only;
  }

  #drop(report: Shelved): void {
    const year = yearKey(report, 0);
    const known = year === null ? undefined : this.#years.get(year);
    known?.delete(report);
    if (year !== null && known?.size === 0) this.#years.delete(year);
  }
}

const same = (a: Shelved, b: Shelved | undefined): boolean =>
  a.entry === b?.entry && a.at === b.at && a.key === b.key;

const yearKey = ({ entry: { year }, key }: Shelved, by: number): string | null =>
  year === null || key === null ? null : `${year + by} ${key}`;

const folderOf = (document: string): string => document.slice(0, document.lastIndexOf('/') + 1);

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
