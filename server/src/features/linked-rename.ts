import { memoizePerObject } from '../base/cache.ts';
import type { Report } from '../report/types.ts';
import { type Edit, type Span, touches } from '../text/span.ts';

/** A name that stands in many places of a report: the organ's, or the year reported on. */
export interface LinkedName {
  readonly kind: 'organ' | 'year';
  readonly text: string;
  readonly spans: readonly Span[];
}

/** The organ's name or the year at `offset` with every other place it stands at; null elsewhere. */
export function linkedNameAt(report: Report, offset: number): LinkedName | null {
  return namings(report).find(({ spans }) => spans.some((span) => touches(span, offset))) ?? null;
}

/** Write another name or year everywhere. Null for a name that is empty or spans lines, or a year that is none. */
export function renameLinked({ kind, spans }: LinkedName, to: string): readonly Edit[] | null {
  const name = to.trim();
  const fits =
    kind === 'year' ? /^20\d\d$/.test(name) : name !== '' && name.length <= 100 && !/[\r\n|\t]/.test(name);
  return fits ? spans.map((span) => ({ ...span, insert: name })) : null;
}

const namings = memoizePerObject((report: Report): readonly LinkedName[] => {
  const organ = report.organ && report.organ.length > 1 ? placesOf(report, report.organ) : [];
  const year = report.year === null ? [] : placesOf(report, String(report.year), isYear);
  return [
    ...(organ.length > 0 ? [{ kind: 'organ', text: report.organ as string, spans: organ } as const] : []),
    ...(year.length > 0 ? [{ kind: 'year', text: String(report.year), spans: year } as const] : []),
  ];
});

/** `2024年`, `2024-12-31`, `2024.1.1`; not a count of 2024, nor part of a longer number, nor the number of a document: `〔2021〕`. */
const isYear = (before: string, after: string): boolean =>
  !/[\d.,]$/.test(before) && /^(?:\s{0,2}年|[-./]\d{1,2}[-./]\d{1,2})/.test(after);

function placesOf(report: Report, words: string, fits?: (before: string, after: string) => boolean): Span[] {
  return report.sections.flatMap(({ section: { text }, at }) => {
    const spans: Span[] = [];
    for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + words.length)) {
      const to = from + words.length;
      if (!fits || fits(text.slice(Math.max(0, from - 1), from), text.slice(to, to + 8)))
        spans.push({ from: from + at, to: to + at });
    }
    return spans;
  });
}
