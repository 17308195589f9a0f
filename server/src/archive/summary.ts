// The summary of a report: all that other reports need of it. Read next: report-index.ts.

import { evaluatedIdentities } from '../audit/identities.ts';
import { memoizePerObject, once } from '../base/cache.ts';
import { form, tableIds } from '../form/form.ts';
import type { Edition, FieldId, Form } from '../form/spec.ts';
import type { Report, Section } from '../report/report.ts';
import type { Cell, Table } from '../table/table.ts';
import { roundMoney } from '../text/money.ts';
import type { Span } from '../text/span.ts';
import { type ParagraphFingerprint, paragraphFingerprints } from './paragraphs.ts';

/**
 * Figures with their places, and fingerprints of long paragraphs. Small, and can be sent between threads.
 * Offsets count from the report's start.
 */
export interface ReportSummary {
  /** As the title writes it. */
  readonly organ: string | null;
  readonly year: number | null;
  readonly edition: Edition;
  /** The place of findings on the report as a whole: its title, else its start. */
  readonly title: Span;
  /** In the order of the edition's fields; NaN where no figure is known for certain. Money in 万元. */
  readonly values: Float64Array;
  /** From and to of each cell; both 0 where there is none. */
  readonly places: Uint32Array;
  readonly paragraphs: readonly ParagraphFingerprint[];
  /** Its overview speaks of regulations (规章) that were amended, which some organs count as made. */
  readonly amends: boolean;
}

export interface SummaryFigure {
  readonly value: number;
  readonly span: Span;
}

/** The summary of a report; the same object for the same report. */
export const summaryOf: (report: Report) => ReportSummary = memoizePerObject(read);

/** The figure of a field; null where it is not known for certain. */
export function figureOf(summary: ReportSummary, field: FieldId): SummaryFigure | null {
  const index = indexes[summary.edition]().get(field);
  const value = index === undefined ? Number.NaN : (summary.values[index] as number);
  if (index === undefined || Number.isNaN(value)) return null;
  return { value, span: placeAt(summary, index) };
}

/** Where the cell of a field stands; null where there is none. */
export function fieldSpan(summary: ReportSummary, field: FieldId): Span | null {
  const index = indexes[summary.edition]().get(field);
  const place = index === undefined ? null : placeAt(summary, index);
  return place === null || place.to === 0 ? null : place;
}

/** Where each field stands in the summaries of an edition. */
const indexes: Readonly<Record<Edition, () => ReadonlyMap<FieldId, number>>> = {
  '2019': once(() => fieldIndexes('2019')),
  '2021': once(() => fieldIndexes('2021')),
};

const fieldIndexes = (edition: Edition): ReadonlyMap<FieldId, number> =>
  new Map(tableIds.flatMap((table) => [...form(table, edition).fields.keys()]).map((id, i) => [id, i]));

/** The same by the numbers of a form's fields; -1 for a field that the edition lacks. */
const formIndexes: Readonly<Record<Edition, (own: Form) => readonly number[]>> = {
  '2019': memoizePerObject((own) => numbersIn(own, '2019')),
  '2021': memoizePerObject((own) => numbersIn(own, '2021')),
};

const numbersIn = ({ fields }: Form, edition: Edition): readonly number[] =>
  [...fields.keys()].map((id) => indexes[edition]().get(id) ?? -1);

const placeAt = ({ places }: ReportSummary, index: number): Span => ({
  from: places[2 * index] as number,
  to: places[2 * index + 1] as number,
});

function read(report: Report): ReportSummary {
  const { organ, year, edition } = report;
  const { size } = indexes[edition]();
  const values = new Float64Array(size).fill(Number.NaN);
  const places = new Uint32Array(size * 2);
  for (const { table, at } of Object.values(report.tables)) {
    const own = formIndexes[edition](table.form);
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
  const paragraphs = paragraphFingerprints(report);
  const amends = report.sections.some(({ section }) => amendsRegulations(section));
  return { organ, year, edition, title, values, places, paragraphs, amends };
}

const amendsRegulations = memoizePerObject(
  ({ heading, text }: Section): boolean =>
    heading?.spec.number === 1 && text.includes('规章') && AMENDED.test(text),
);

/** `修订规章2件`, `规章修改3件`; 规章制度 are internal rules. */
const AMENDED = /修[改订][^。\r\n]{0,24}规章(?!制度)|规章(?!制度)[^。\r\n]{0,24}修[改订]/;

/** A blank is 0 where all its identities hold; a blank total, or one that nothing checks, says nothing. */
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
