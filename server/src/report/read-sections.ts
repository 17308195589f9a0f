// The sections of a report: what stands between its headings, and the tables in it.
import { objectStore } from '../base/cache.ts';
import { sectionSpec } from '../form/sections.ts';
import { tablesIn } from '../table/index.ts';
import type { Chunk } from '../text/chunk.ts';
import { startOfLine } from '../text/lines.ts';
import type { PlacedSection, Section } from './report.ts';
import type { SectionStart } from './section-starts.ts';

/** In UTF-16 units: how much of blanks and marks may stand in front of a heading on its line. */
const INDENT = 200;

/** What stands before the first heading, if anything, and one section from each heading to the next. */
export function readSections(
  chunks: readonly Chunk[],
  starts: readonly SectionStart[],
  length: number,
): readonly PlacedSection[] {
  const bounds: { at: number; start: SectionStart | null }[] = [];
  for (const start of starts) bounds.push({ at: startOfSection(start.heading.from, chunks), start });
  if (bounds[0]?.at !== 0) bounds.unshift({ at: 0, start: null });
  return bounds.map(({ at, start }, i) => ({
    at,
    section: sectionAt(chunks, at, bounds[i + 1]?.at ?? length, start),
  }));
}

/** The start of the heading's line, when only blanks and marks stand between; else of the heading. */
function startOfSection(heading: number, chunks: readonly Chunk[]): number {
  let start = 0;
  for (const { text } of chunks) {
    if (heading < start + text.length) {
      const at = heading - start;
      const line = startOfLine(text, at);
      return at - line <= INDENT && !/[\u4e00-\u9fff]/.test(text.slice(line, at)) ? start + line : heading;
    }
    start += text.length;
  }
  return heading;
}

/** A section with the chunks it was read from, and its place in them. */
interface Known {
  readonly chunks: readonly Chunk[];
  readonly from: number;
  readonly to: number;
  readonly opens: number | undefined;
  readonly section: Section;
}

/** The latest sections by their first chunk. */
const knownSections = objectStore<Chunk, Known[]>();
/** A chunk that is a page on one line holds several. */
const KEPT = 4;

/** The section at `from..to` of the report: the same object as long as its chunks are. */
function sectionAt(chunks: readonly Chunk[], from: number, to: number, start: SectionStart | null): Section {
  const own: Chunk[] = [];
  let end = 0;
  let origin = 0; // of the first of `own`
  for (const chunk of chunks) {
    if (end < to && end + chunk.text.length > from) {
      if (own.length === 0) origin = end;
      own.push(chunk);
    }
    end += chunk.text.length;
  }
  const first = own[0];
  if (first === undefined) return { heading: null, text: '', tables: [] };
  const place = { from: from - origin, to: to - origin, opens: start?.section };
  const known = knownSections.get(first) ?? [];
  const same = known.find(
    (each) =>
      each.from === place.from &&
      each.to === place.to &&
      each.opens === place.opens &&
      each.chunks.length === own.length &&
      each.chunks.every((chunk, i) => chunk === own[i]),
  );
  if (same !== undefined) return same.section;
  const text = own.length === 1 ? first.text : own.map((chunk) => chunk.text).join('');
  const section = readSection(text.slice(place.from, place.to), start, from);
  knownSections.set(first, [...known.slice(1 - KEPT), { chunks: own, ...place, section }]);
  return section;
}

/** `at`: where the section stands in its report. */
function readSection(text: string, start: SectionStart | null, at: number): Section {
  if (start === null) return { heading: null, text, tables: tablesIn(text) };
  const { number, from, to } = start.heading;
  const span = { from: from - at, to: to - at };
  return { heading: { spec: sectionSpec(start.section), number, span }, text, tables: tablesIn(text) };
}
