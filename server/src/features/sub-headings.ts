// Sub-headings of sections: `（一）主动公开情况` and what follows it.
import { memoizePerObject } from '../base/cache.ts';
import type { PlacedSection } from '../report/report.ts';
import { BARS, BREAKS, INLINE_BLANKS } from '../text/chars.ts';
import type { Span } from '../text/span.ts';

/** A sub-heading; `span` reaches down to the next one or to the table, `head` is the heading alone. */
export interface SubHeading {
  readonly name: string;
  readonly span: Span;
  readonly head: Span;
}

/** The sub-headings of a section outside its tables. Spans count from the report's start. */
export const subHeadings: (placed: PlacedSection) => readonly SubHeading[] = memoizePerObject(find);

const OPENING = new RegExp(
  `(?<=^|[${BREAKS}])[${INLINE_BLANKS}]{0,8}([（(][一二三四五六七八九十]{1,3}[）)][^${BARS}${BREAKS}\\t]{0,60})`,
  'g',
);
/** A heading ends with its line, or where the sentence that runs on behind it begins. */
const END = /[。：:；;]|\s{2,}|[ \u3000](?=20\d\d)/;

function find({ section: { text, tables, heading }, at }: PlacedSection): readonly SubHeading[] {
  if (heading === null) return [];
  const inTable = (offset: number) => tables.find(({ span }) => span.from <= offset && offset < span.to);
  const starts = [...text.matchAll(OPENING)].flatMap((match) => {
    const words = match[1] ?? '';
    const from = match.index + match[0].length - words.length;
    if (from < heading.span.to || inTable(from)) return [];
    const stop = words.search(END);
    const name = (stop < 0 ? words : words.slice(0, stop)).trim();
    return [{ from, name }];
  });
  return starts.map(({ from, name }, i) => {
    const table = tables.find(({ span }) => span.from > from)?.span.from ?? text.length;
    const limit = Math.min(starts[i + 1]?.from ?? text.length, table);
    const to = Math.max(from + name.length, from + text.slice(from, limit).trimEnd().length);
    return {
      name,
      span: { from: from + at, to: to + at },
      head: { from: from + at, to: from + name.length + at },
    };
  });
}
