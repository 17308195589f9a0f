// How messages name rows, tables and cells, and the places that explain a finding. Names of fields are in
// `form/field-names.ts`; what a fix changes is in `fixes.ts`.
import type { IndexedReport } from '../archive/report-index.ts';
import type { SummaryFigure } from '../archive/summary.ts';
import { inBoth, type Phrase } from '../base/phrase.ts';
import { fieldById, quotedFieldName } from '../form/field-names.ts';
import type { Edition, FieldId, FormRow } from '../form/spec.ts';
import type { PlacedTable } from '../report/report.ts';
import type { Cell, Table } from '../table/table.ts';
import { shift } from '../text/span.ts';
import type { Related } from './rule.ts';

/** `“2.重复申请”`; the one row of `disputes` has no label. */
export const rowName = ({ label, fields }: FormRow): Phrase => ({
  zh: label === '' ? '复议、诉讼数据行' : `“${label}”`,
  en: label === '' ? 'the row of figures' : `“${fields[0]?.row.name.en ?? label}” (${label})`,
});

/** `收到和处理政府信息公开申请情况`. */
export const tableName = ({ table }: PlacedTable): Phrase => table.form.table.title;

/** `“上年结转·自然人”`, of a report that is known by its summary only. */
export function cellName(id: FieldId, edition: Edition): Phrase {
  const field = fieldById(id, edition);
  return field === undefined ? inBoth(id) : quotedFieldName(field);
}

/** `45+1+3`; zeros are left out where there are more than `most` parts. */
export function writtenSum(table: Table, parts: readonly FieldId[], separator = '+', most = 6): string {
  const counts = parts.map((id) => table.cell(id)?.count ?? 0);
  const written = counts.length > most ? counts.filter((count) => count !== 0) : counts;
  return written.length === 0 ? '0' : written.join(separator);
}

/** Where an issue on a cell stands. */
export const onCell = ({ at }: PlacedTable, { span, field }: Cell) => ({
  span: shift(span, at),
  field: field.id,
});

/** A cell as a place to look at, with what it holds. */
export function relatedCell(placed: PlacedTable, cell: Cell): Related {
  const name = quotedFieldName(cell.field);
  const raw = cell.raw === '' ? { zh: '空白', en: 'blank' } : inBoth(cell.raw);
  return {
    span: shift(cell.span, placed.at),
    message: { zh: `${name.zh}：${raw.zh}`, en: `${name.en}: ${raw.en}` },
  };
}

/** A cell of another report as a place to look at. */
export function relatedInReport(
  report: IndexedReport,
  field: FieldId,
  { value, span }: SummaryFigure,
): Related {
  const { year } = report;
  const name = cellName(field, report.summary.edition);
  return {
    report,
    span,
    message: { zh: `${year} 年报告${name.zh}：${value}`, en: `Report for ${year}, ${name.en}: ${value}` },
  };
}
