// What a report consists of, as rules and features ask for it.
import { memoizePerObject } from '../base/cache.ts';
import { sections } from '../form/sections.ts';
import type { SectionNumber, SectionSpec } from '../form/spec.ts';
import { holdsRubble } from '../table/index.ts';
import { type Span, shift } from '../text/span.ts';
import type { PlacedTable, Report } from './report.ts';

/** A section's heading, counted in the report, with its text. */
export interface PlacedHeading {
  readonly spec: SectionSpec;
  readonly number: number | null;
  readonly span: Span;
  readonly text: string;
}

/** The headings of the report in the order of its text. */
export const placedHeadings = memoizePerObject((report: Report): readonly PlacedHeading[] =>
  report.sections.flatMap(({ section, at }) => {
    if (section.heading === null) return [];
    const { spec, number, span } = section.heading;
    return [{ spec, number, span: shift(span, at), text: section.text.slice(span.from, span.to) }];
  }),
);

/** The tables of the report in the order of its text. */
export const tablesOf = memoizePerObject((report: Report): readonly PlacedTable[] =>
  Object.values(report.tables).sort((a, b) => a.at + a.table.span.from - (b.at + b.table.span.from)),
);

/** The headings of sections that should have a table and show none; `remains`: its figures are there. */
export const headingsWithoutTable = memoizePerObject((report: Report) =>
  report.sections.flatMap(({ section: { heading, text }, at }) => {
    const table = heading?.spec.table;
    if (heading === null || table === undefined || report.tables[table] !== undefined) return [];
    const { spec, span } = heading;
    return [{ spec, table, span: shift(span, at), remains: holdsRubble(text) }];
  }),
);

export function missingSections(report: Report): SectionNumber[] {
  const there = new Set(placedHeadings(report).map(({ spec }) => spec.number));
  return sections.flatMap(({ number }) => (there.has(number) ? [] : [number]));
}

/** What a reader looks at for a missing section: the next heading, else the one before, else the title. */
export function placeOfSection(report: Report, number: SectionNumber): Span {
  const headings = placedHeadings(report);
  const next = headings.find(({ spec }) => spec.number > number);
  const before = headings.findLast(({ spec }) => spec.number < number);
  return next?.span ?? before?.span ?? report.title?.span ?? { from: 0, to: Math.min(1, report.length) };
}

const numbering = /^\s*(?:[（(]\s*)?[一二三四五六七八九十\d]\s*(?:[)）]\s*)?(?:[、.．,，:：]\s*)?/;

/** A heading's text without its number. */
export const titleOf = (heading: string): string => heading.replace(numbering, '');
