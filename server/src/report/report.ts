// A text seen through the form. Offsets inside a `Section` count from its start, so that a section an edit
// does not touch stays the same object; `Report` says where its sections stand.
import type { Edition, SectionSpec, TableId } from '../form/spec.ts';
import type { Table } from '../table/table.ts';
import type { Span } from '../text/span.ts';

/** A heading that opens one of the six sections. */
export interface Heading {
  readonly spec: SectionSpec;
  /** The whole heading, numbering included. In the section. */
  readonly span: Span;
  /** The heading's numeral as written, 1 to 6; null when it has none. */
  readonly number: number | null;
}

/** One of the six sections, or what stands before the first heading. */
export interface Section {
  /** null: title, preamble and whatever stands before section one. */
  readonly heading: Heading | null;
  readonly text: string;
  readonly tables: readonly Table[];
}

export interface PlacedSection {
  readonly section: Section;
  /** Offset of the section in its report. */
  readonly at: number;
}

export interface PlacedTable {
  readonly table: Table;
  /** What to add to a span of the table to get an offset in the report. */
  readonly at: number;
  readonly section: PlacedSection;
}

export interface Title {
  /** In the report. */
  readonly span: Span;
  readonly text: string;
}

/** One annual report. All offsets of a report count from its own start. */
export interface Report {
  readonly length: number;
  readonly title: Title | null;
  /** The report year, e.g. 2024; null when the text does not say. */
  readonly year: number | null;
  readonly organ: string | null;
  /** The edition its tables look like. */
  readonly edition: Edition;
  readonly sections: readonly PlacedSection[];
  readonly tables: { readonly [id in TableId]?: PlacedTable };
}
