// Rename and linked editing: the organ's name and the report year, written everywhere at once.
import { memoizePerObject } from '../base/cache.ts';
import type { Report } from '../report/report.ts';
import { BARS, BREAKS } from '../text/chars.ts';
import { type Edit, type Span, touches } from '../text/span.ts';

/** A name with every place of the report it stands at. */
export interface LinkedName {
  readonly kind: 'organ' | 'year';
  readonly text: string;
  readonly spans: readonly Span[];
}

/** The organ's name or the year at `offset`; null elsewhere. */
export function linkedNameAt(report: Report, offset: number): LinkedName | null {
  return linkedNames(report).find(({ spans }) => spans.some((span) => touches(span, offset))) ?? null;
}

/** Write another name or year everywhere. Null for what is no name (empty, or over lines) or no year. */
export function renameLinked({ kind, spans }: LinkedName, to: string): readonly Edit[] | null {
  const name = to.trim();
  const fits =
    kind === 'year' ? /^20\d\d$/.test(name) : name !== '' && name.length <= 100 && !MARKS.test(name);
  return fits ? spans.map((span) => ({ ...span, insert: name })) : null;
}

const MARKS = new RegExp(`[${BARS}${BREAKS}\\t]`);

const linkedNames = memoizePerObject((report: Report): readonly LinkedName[] => {
  const { organ, year } = report;
  const names: LinkedName[] = [];
  if (organ !== null && organ.length > 1)
    names.push({ kind: 'organ', text: organ, spans: placesOf(report, organ) });
  if (year !== null)
    names.push({ kind: 'year', text: String(year), spans: placesOf(report, String(year), isYear) });
  return names.filter(({ spans }) => spans.length > 0);
});

/** `2024年`, `2024-12-31`, `2024.1.1`; no count of 2024, no part of a longer number, no `〔2021〕`. */
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
