import { objectStore } from '../base/cache.ts';
import { sectionSpec } from '../form/sections.ts';
import type { Edition, TableId } from '../form/types.ts';
import { tablesIn } from '../table/shape/binding-cache.ts';
import type { Table } from '../table/types.ts';
import type { Chunk } from '../text/chunk.ts';
import { startOfLine } from '../text/lines.ts';
import { candidatesIn } from './chunk-candidates.ts';
import type { HeadingCandidate, SectionCandidate } from './heading-candidates.ts';
import { type SectionStart, sectionStarts } from './section-starts.ts';
import { bestTitle, periodYear, readTitle, yearIn } from './title.ts';
import type { PlacedSection, PlacedTable, Report, Section, Title } from './types.ts';

/**
 * The chunks read as one report; null when they are no annual report in the national form. Two of the sections or tables that
 * only this form has must be there, all three headings where there is no table, and three signs in all: a novel, a budget report,
 * a page that lists reports or a report in the scheme before 2019 has not.
 */
export function readReport(chunks: readonly Chunk[]): Report | null {
  const { marks, length } = marksOf(chunks);
  const headings = marks.filter((mark): mark is SectionCandidate => mark.kind === 'heading');
  if (headings.length === 0 && marks.length === 0 && length > 200_000) return null;
  const opened = sectionStarts(headings, length);
  const sections = sectionsOf(chunks, opened, length);
  const tables = tablesOf(sections);
  // Without （六）其他处理 nothing in table `applications` shows its edition: then it is that of table `disclosure`.
  if (tables.disclosure?.table.form.edition === '2019' && tables.applications?.table.form.edition === '2021')
    tables.applications = inOldEdition(tables.applications);
  const titles = marks.filter((mark) => mark.kind === 'title');
  const own = new Set(
    opened.flatMap(({ mark: { section } }) =>
      section !== null && section >= 2 && section <= 4 ? [section as number] : [],
    ),
  );
  for (const placed of Object.values(tables)) own.add(placed.table.form.table.section);
  const signs = opened.length + Object.keys(tables).length + Math.min(titles.length, 1);
  if (own.size < (Object.keys(tables).length > 0 ? 2 : 3) || signs < 3) return null;
  // The names of the sections alone, without a number on any of them, a title or a table, are a list of names.
  if (signs === opened.length && opened.every(({ mark }) => mark.number === null)) return null;
  return { length, sections, tables, edition: editionOf(tables), ...naming(marks, opened, sections) };
}

function marksOf(chunks: readonly Chunk[]): { marks: HeadingCandidate[]; length: number } {
  const marks: HeadingCandidate[] = [];
  let at = 0;
  for (const chunk of chunks) {
    for (const mark of candidatesIn(chunk)) marks.push({ ...mark, from: mark.from + at, to: mark.to + at });
    at += chunk.text.length;
  }
  return { marks, length: at };
}

interface Known {
  readonly chunks: readonly Chunk[];
  readonly from: number;
  readonly to: number;
  readonly opening: SectionStart | null;
  readonly section: Section;
}

const knownSections = objectStore<Chunk, Known[]>();

/** One section before the first heading, when there is anything, and one from each heading to the next. */
function sectionsOf(
  chunks: readonly Chunk[],
  opened: readonly SectionStart[],
  length: number,
): PlacedSection[] {
  const bounds: { at: number; opening: SectionStart | null }[] = [];
  if (opened[0] === undefined || lineStart(opened[0].mark.from, chunks) > 0)
    bounds.push({ at: 0, opening: null });
  for (const opening of opened) bounds.push({ at: lineStart(opening.mark.from, chunks), opening });
  return bounds.map(({ at, opening }, i) => ({
    at,
    section: sectionOf(chunks, at, bounds[i + 1]?.at ?? length, opening),
  }));
}

/** Where the heading's line starts, when nothing but blanks and marks stands before it on the line; else the heading itself. */
function lineStart(from: number, chunks: readonly Chunk[]): number {
  let start = 0;
  for (const { text } of chunks) {
    if (from < start + text.length) {
      const local = from - start;
      const line = startOfLine(text, local);
      return local - line <= 200 && !/[\u4e00-\u9fff]/.test(text.slice(line, local)) ? start + line : from;
    }
    start += text.length;
  }
  return from;
}

/** The section at `from..to`, the same object as long as the chunks it is made of are. */
function sectionOf(
  chunks: readonly Chunk[],
  from: number,
  to: number,
  opening: SectionStart | null,
): Section {
  const own: Chunk[] = [];
  let start = 0;
  let origin = 0;
  for (const chunk of chunks) {
    const end = start + chunk.text.length;
    if (start < to && end > from) {
      if (own.length === 0) origin = start;
      own.push(chunk);
    }
    start = end;
  }
  const first = own[0];
  if (first === undefined) return readSection('', null);
  const known = knownSections.get(first) ?? [];
  const same = known.find(
    (each) =>
      each.from === from - origin &&
      each.to === to - origin &&
      each.opening?.section === opening?.section &&
      each.chunks.length === own.length &&
      each.chunks.every((chunk, i) => chunk === own[i]),
  );
  if (same !== undefined) return same.section;
  const text = own.length === 1 ? first.text : own.map((chunk) => chunk.text).join('');
  const section = readSection(text.slice(from - origin, to - origin), opening, from);
  knownSections.set(first, [
    ...known.slice(-3),
    { chunks: own, from: from - origin, to: to - origin, opening, section },
  ]);
  return section;
}

function readSection(text: string, opening: SectionStart | null, at = 0): Section {
  const heading =
    opening === null
      ? null
      : {
          spec: sectionSpec(opening.section),
          number: opening.mark.number,
          span: { from: opening.mark.from - at, to: opening.mark.to - at },
        };
  return { heading, text, tables: tablesIn(text) };
}

/** Of tables that occur more than once, the one with most lines; of equal ones that in its own section. */
function tablesOf(placed: readonly PlacedSection[]): { [id in TableId]?: PlacedTable } {
  const out: { [id in TableId]?: PlacedTable } = {};
  const worth = ({ table, section }: PlacedTable): number =>
    table.rows.length + (section.section.heading?.spec.number === table.form.table.section ? 0.5 : 0);
  for (const section of placed)
    for (const table of section.section.tables) {
      const candidate = { table, at: section.at, section };
      const known = out[table.id];
      if (known === undefined || worth(candidate) > worth(known)) out[table.id] = candidate;
    }
  return out;
}

const old = objectStore<Section, Table | null>();

function inOldEdition(placed: PlacedTable): PlacedTable {
  const { section } = placed.section;
  let table = old.get(section);
  if (table === undefined) {
    table = tablesIn(section.text, '2019').find(({ id }) => id === placed.table.id) ?? null;
    old.set(section, table);
  }
  return { ...placed, table: table ?? placed.table };
}

/** Table `disclosure` tells the editions apart, else `applications` does. */
function editionOf(tables: { readonly [id in TableId]?: PlacedTable }): Edition {
  const form = (tables.disclosure ?? tables.applications)?.table.form;
  return form?.edition ?? '2021';
}

function naming(
  marks: readonly HeadingCandidate[],
  opened: readonly SectionStart[],
  placed: readonly PlacedSection[],
): { title: Title | null; year: number | null; organ: string | null } {
  const before = placed[0]?.section.heading === null ? placed[0].section : null;
  const limit = opened[0]?.mark.from ?? before?.text.length ?? 0;
  const lines = marks
    .filter((mark) => mark.kind === 'title' && mark.to <= limit)
    .map(({ from, to }) => ({ text: before?.text.slice(from, to) ?? '', span: { from, to } }));
  const best = bestTitle(lines);
  if (best === null || before === null)
    return {
      title: null,
      year: before === null ? null : (periodYear(before.text) ?? yearIn(before.text)),
      organ: null,
    };
  const own = readTitle(best.text);
  const above =
    before.text
      .slice(Math.max(0, best.span.from - 120), best.span.from)
      .trim()
      .split(/[\r\n]+/)
      .at(-1) ?? '';
  const joined = own.year === null || own.organ === null ? readTitle(above.trim() + best.text) : own;
  const text = best.text.trim();
  const from = best.span.from + best.text.indexOf(text);
  return {
    title: { span: { from, to: from + text.length }, text },
    year: own.year ?? joined.year ?? periodYear(before.text),
    organ: own.organ ?? joined.organ,
  };
}
