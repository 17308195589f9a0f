import { evaluatedIdentities } from '../audit/identities.ts';
import { memoizePerObject } from '../base/cache.ts';
import { form, tableIds } from '../form/form.ts';
import type { Edition, FieldId, Form } from '../form/types.ts';
import type { Report } from '../report/types.ts';
import type { Cell, Table } from '../table/types.ts';
import { roundMoney } from '../text/money.ts';
import type { Span } from '../text/span.ts';
import { type ParagraphFingerprint, paragraphFingerprints } from './paragraphs.ts';

/**
 * What other reports need to know of a report: its figures and where they stand, and its long paragraphs. Small, and clonable
 * between threads. Offsets count from the report's start.
 */
export interface ReportSummary {
  /** As the title writes it. */
  readonly organ: string | null;
  readonly year: number | null;
  readonly edition: Edition;
  /** Where something about the report as a whole is said: its title, else its start. */
  readonly title: Span;
  /** In the order of the edition's fields: the figure, NaN where none is known for certain. Amounts of money in 万元. */
  readonly values: Float64Array;
  /** From and to of each cell; both 0 where there is none. */
  readonly places: Uint32Array;
  readonly paragraphs: readonly ParagraphFingerprint[];
}

/** A figure known for certain. */
export interface SummaryFigure {
  readonly value: number;
  readonly span: Span;
}

/** The entry of a report; the same object for the same report. */
export const summaryOf: (report: Report) => ReportSummary = memoizePerObject(read);

/** The figure of a field; null where it is not known for certain. */
export function figureOf(entry: ReportSummary, field: FieldId): SummaryFigure | null {
  const index = indexOf(entry.edition).get(field);
  const value = index === undefined ? Number.NaN : (entry.values[index] as number);
  if (index === undefined || Number.isNaN(value)) return null;
  return { value, span: placeAt(entry, index) };
}

/** Where the cell of a field stands; null where there is none. */
export function fieldSpan(entry: ReportSummary, field: FieldId): Span | null {
  const index = indexOf(entry.edition).get(field);
  const place = index === undefined ? null : placeAt(entry, index);
  return place === null || place.to === 0 ? null : place;
}

const indexes = new Map<Edition, ReadonlyMap<FieldId, number>>();

function indexOf(edition: Edition): ReadonlyMap<FieldId, number> {
  let index = indexes.get(edition);
  if (index === undefined) {
    const ids = tableIds.flatMap((table) => [...form(table, edition).fields.keys()]);
    index = new Map(ids.map((id, i) => [id, i]));
    indexes.set(edition, index);
  }
  return index;
}

const fitted: { readonly [edition in Edition]: Map<Form, readonly number[]> } = {
  '2019': new Map(),
  '2021': new Map(),
};

/** Where in the entries of an edition the fields of a form stand, by their numbers; -1 for one that the edition does not have. */
function indicesOf(own: Form, edition: Edition): readonly number[] {
  let indices = fitted[edition].get(own);
  if (indices === undefined) {
    const index = indexOf(edition);
    indices = [...own.fields.keys()].map((id) => index.get(id) ?? -1);
    fitted[edition].set(own, indices);
  }
  return indices;
}

const placeAt = ({ places }: ReportSummary, index: number): Span => ({
  from: places[2 * index] as number,
  to: places[2 * index + 1] as number,
});

function read(report: Report): ReportSummary {
  const { organ, year, edition } = report;
  const index = indexOf(edition);
  const values = new Float64Array(index.size).fill(Number.NaN);
  const places = new Uint32Array(index.size * 2);
  for (const { table, at } of Object.values(report.tables)) {
    const own = indicesOf(table.form, edition);
    const { counts, irregularCells } = table;
    for (const [number, i] of own.entries()) if (i >= 0) values[i] = counts[number] as number;
    for (const cell of irregularCells) {
      const i = own[cell.field.number] as number;
      if (i >= 0) values[i] = certain(table, cell);
    }
    table.eachPlace((number, from, to) => {
      const i = own[number] as number;
      if (i < 0) return;
      places[2 * i] = from + at;
      places[2 * i + 1] = to + at;
    });
  }
  const title = report.title?.span ?? { from: 0, to: 0 };
  return { organ, year, edition, title, values, places, paragraphs: paragraphFingerprints(report) };
}

/** A blank is 0 where the identities it takes part in say so; a blank total, or one that nothing checks, says nothing. */
function certain(table: Table, cell: Cell): number {
  if (cell.money !== null) return roundMoney(Number(cell.money));
  if (cell.count !== null) return cell.count;
  const { field } = cell;
  if (cell.state !== 'blank' || field.column.sumOf !== undefined) return Number.NaN;
  const own = evaluatedIdentities(table).filter(
    ({ identity: { left, right } }) => left.includes(field.id) || right.includes(field.id),
  );
  return own.length > 0 && own.every(({ state }) => state === 'holds') ? 0 : Number.NaN;
}
