// Long paragraphs that organs of one folder share in one year: copied from one another, unless so many have
// them that their superior wrote them for all.
import { folderOf } from '../base/paths.ts';
import type { ParagraphFingerprint } from './paragraphs.ts';
import type { IndexedReport } from './report-index.ts';

/** A paragraph that another organ's report has as well, and where. */
export interface SharedParagraph {
  readonly own: ParagraphFingerprint;
  readonly other: IndexedReport;
}

/** So many organs, or so large a part of three and more, have a text of their superior's. */
const MANY = 5;
const LARGE_PART = 0.2;

export class SharedParagraphs {
  readonly #groups = new Map<string, Group>();

  add(report: IndexedReport): void {
    const name = groupOf(report);
    if (name === null) return;
    const group = this.#groups.get(name) ?? new Group();
    this.#groups.set(name, group);
    group.reports.add(report);
    group.unread.add(report);
  }

  drop(report: IndexedReport): void {
    const group = this.#groups.get(groupOf(report) ?? '');
    if (group?.reports.delete(report) && !group.unread.delete(report)) group.forget(report);
  }

  /** Each pair of reports is told of once, in the one that comes later by its document's name. */
  of(own: IndexedReport): readonly SharedParagraph[] {
    const group = this.#groups.get(groupOf(own) ?? '');
    // Alone in its folder, as most reports are, nothing needs to be read.
    if (group === undefined || group.reports.size < 2) return [];
    group.read();
    const found = own.summary.paragraphs.flatMap((paragraph) => {
      const others = group.othersWith(paragraph, own);
      const [other] = others;
      const organs = new Set(others.map(({ key }) => key)).size + 1;
      const isTemplate = organs >= MANY || (organs > 2 && organs >= group.reports.size * LARGE_PART);
      return other === undefined || isTemplate || !comesBefore(other, own) ? [] : [{ own: paragraph, other }];
    });
    return [...new Map(found.sort(wholeLast).map((each) => [each.other, each])).values()];
  }
}

/** Of several that two reports share, the one that is a whole section tells most. */
const wholeLast = (a: SharedParagraph, b: SharedParagraph): number =>
  Number(a.own.whole) - Number(b.own.whole) || b.own.span.from - a.own.span.from;

/** The reports of a folder and a year. */
class Group {
  readonly reports = new Set<IndexedReport>();
  /** Those whose paragraphs are not in the table yet. */
  readonly unread = new Set<IndexedReport>();
  readonly #withParagraph = new Map<number, Set<IndexedReport>>();

  read(): void {
    for (const report of this.unread)
      for (const { hash, section } of report.summary.paragraphs) {
        if (!COMPARED.includes(section)) continue;
        const known = this.#withParagraph.get(hash);
        if (known === undefined) this.#withParagraph.set(hash, new Set([report]));
        else known.add(report);
      }
    this.unread.clear();
  }

  forget(report: IndexedReport): void {
    for (const { hash } of report.summary.paragraphs) this.#withParagraph.get(hash)?.delete(report);
  }

  /** The reports of other organs that have a paragraph too, the first by document first. */
  othersWith({ hash }: ParagraphFingerprint, own: IndexedReport): readonly IndexedReport[] {
    return [...(this.#withParagraph.get(hash) ?? [])]
      .filter(({ key }) => key !== own.key)
      .sort((a, b) => (comesBefore(a, b) ? -1 : 1));
  }
}

const COMPARED: readonly number[] = [1, 5];

const groupOf = ({ document, year, key }: IndexedReport): string | null =>
  year === null || key === null ? null : `${year} ${folderOf(document)}`;

const comesBefore = (a: IndexedReport, b: IndexedReport): boolean =>
  a.document === b.document ? String(a.key) < String(b.key) : a.document < b.document;
