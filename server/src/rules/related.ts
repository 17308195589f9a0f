import type { IndexedReport } from '../archive/report-index.ts';
import type { SummaryFigure } from '../archive/summary.ts';
import type { Phrase } from '../base/phrase.ts';
import { form } from '../form/form.ts';
import type { Edition, Field, FieldId, TableId } from '../form/types.ts';
import { cellName } from './describe.ts';
import type { Related } from './rule.ts';

/** What the rules across reports say alike. */

/** `“上年结转·自然人”`: a cell of an edition in words. */
export function qualifiedFieldName(id: FieldId, edition: Edition): Phrase {
  const field = fieldOf(id, edition);
  return field === undefined ? { zh: id, en: id } : cellName(field);
}

/** The field of an id in an edition. */
export const fieldOf = (id: FieldId, edition: Edition): Field | undefined =>
  form(id.slice(0, id.indexOf('.')) as TableId, edition).fields.get(id);

/** A cell of another report as a place to look at. */
export function relatedIn(report: IndexedReport, field: FieldId, { value, span }: SummaryFigure): Related {
  const { year } = report;
  const name = qualifiedFieldName(field, report.summary.edition);
  return {
    report,
    span,
    message: {
      zh: `${year} 年报告${name.zh}：${value}`,
      en: `Report for ${year}, ${name.en}: ${value}`,
    },
  };
}
