// One report, read from its chunks: headings, sections, tables, title. Read report.ts first.
import { objectStore } from '../base/cache.ts';
import type { TableId } from '../form/spec.ts';
import { tablesIn } from '../table/index.ts';
import type { Table } from '../table/table.ts';
import type { Chunk } from '../text/chunk.ts';
import { candidatesIn, type HeadingCandidate, type TitleCandidate } from './heading-candidates.ts';
import type { SectionCandidate } from './read-heading.ts';
import { readSections } from './read-sections.ts';
import type { PlacedSection, PlacedTable, Report, Section } from './report.ts';
import { type SectionStart, sectionStarts } from './section-starts.ts';
import { namingOf } from './title.ts';

/** In UTF-16 units. A longer text without any heading is not looked at further. */
const LONGEST_UNMARKED = 200_000;

type Tables = { [id in TableId]?: PlacedTable };

/** The chunks read as one report; null when they are no annual report in the national form. */
export function readReport(chunks: readonly Chunk[]): Report | null {
  const { candidates, length } = candidatesOf(chunks);
  if (candidates.length === 0 && length > LONGEST_UNMARKED) return null;
  const headings = candidates.filter((each): each is SectionCandidate => each.kind === 'heading');
  const titles = candidates.filter((each): each is TitleCandidate => each.kind === 'title');
  const starts = sectionStarts(headings, length);
  const sections = readSections(chunks, starts, length);
  const tables = chosenTables(sections);
  if (!isReport(starts, tables, titles.length > 0)) return null;
  // Table `disclosure` tells the editions apart, else `applications` does.
  const edition = (tables.disclosure ?? tables.applications)?.table.form.edition ?? '2021';
  const first = sections[0]?.section;
  const preamble = first?.heading === null ? first.text : null;
  const limit = starts[0]?.heading.from ?? preamble?.length ?? 0;
  const lines = titles.filter(({ to }) => to <= limit);
  return { length, sections, tables, edition, ...namingOf(preamble, lines) };
}

function candidatesOf(chunks: readonly Chunk[]): { candidates: HeadingCandidate[]; length: number } {
  const candidates: HeadingCandidate[] = [];
  let at = 0;
  for (const chunk of chunks) {
    for (const each of candidatesIn(chunk))
      candidates.push({ ...each, from: each.from + at, to: each.to + at });
    at += chunk.text.length;
  }
  return { candidates, length: at };
}

/**
 * Three signs are needed, and two of the sections or tables that only this form has, all three where there is
 * no table and named as such: a novel, a budget report, a page that lists reports or a report in the scheme
 * before 2019 has not so many.
 */
function isReport(starts: readonly SectionStart[], tables: Tables, hasTitle: boolean): boolean {
  const all = Object.values(tables);
  const own = new Set<number>(all.map(({ table }) => table.form.table.section));
  for (const { heading } of starts)
    if (heading.section !== null && heading.section >= 2 && heading.section <= 4) own.add(heading.section);
  const signs = starts.length + all.length + (hasTitle ? 1 : 0);
  // The names of the sections alone, without a number on any of them, are a list of names.
  const isList = signs === starts.length && starts.every(({ heading }) => heading.number === null);
  return own.size >= (all.length > 0 ? 2 : 3) && signs >= 3 && !isList;
}

/** Of tables that occur more than once the one with most rows; of equal ones that in its own section. */
function chosenTables(sections: readonly PlacedSection[]): Tables {
  const chosen: Tables = {};
  const worth = ({ table, section: { section } }: PlacedTable): number =>
    table.rows.length + (section.heading?.spec.number === table.form.table.section ? 0.5 : 0);
  for (const section of sections)
    for (const table of section.section.tables) {
      const candidate = { table, at: section.at, section };
      const known = chosen[table.id];
      if (known === undefined || worth(candidate) > worth(known)) chosen[table.id] = candidate;
    }
  // Without （六）其他处理 nothing in table `applications` shows its edition: then it is that of table `disclosure`.
  const { disclosure, applications } = chosen;
  if (disclosure?.table.form.edition === '2019' && applications?.table.form.edition === '2021')
    chosen.applications = inOldEdition(applications);
  return chosen;
}

const oldEdition = objectStore<Section, Table | null>();

function inOldEdition(placed: PlacedTable): PlacedTable {
  const { section } = placed.section;
  let table = oldEdition.get(section);
  if (table === undefined) {
    table = tablesIn(section.text, '2019').find(({ id }) => id === placed.table.id) ?? null;
    oldEdition.set(section, table);
  }
  return { ...placed, table: table ?? placed.table };
}
