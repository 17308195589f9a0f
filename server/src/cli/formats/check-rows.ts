// What `summary` gathers of each file: the rows of its sheets, as JSON. summarise.ts reads it. The sheets are
// Chinese in any case: they go to the organs.

import type { SummaryEntry } from '../../export/summary-sheets.ts';
import { severityName } from '../../rules/severity.ts';
import { shift } from '../../text/span.ts';
import { cellInWords, placeOf } from '../excerpt.ts';
import { fieldFigures, writtenFigure } from '../figures.ts';
import type { Format, View, ViewedReport } from '../view.ts';

/** A line for each report, and for each file that was not read. */
export const checkRows: Format = {
  open: () => '',
  between: '\n',
  file: (view) =>
    view.kind === 'config' || (view.reports.length === 0 && view.why === null)
      ? ''
      : view.reports.length === 0
        ? JSON.stringify({ path: view.path, why: view.why })
        : view.reports.map((viewed) => JSON.stringify(entryOf(view, viewed))).join('\n'),
  close: () => '',
};

function entryOf(view: View, { report, at, findings }: ViewedReport): SummaryEntry {
  const figures = report === null ? [] : fieldFigures(report);
  return {
    path: view.path,
    organ: report?.organ ?? null,
    year: report?.year ?? null,
    edition: report?.edition ?? '2021',
    figures: Object.fromEntries(figures.map((each) => [each.field.id, writtenFigure(each)])),
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
    findings: findings.map(({ rule, severity, message, field, span }) => ({
      place: placeOf(view, shift(span, at).from, 'zh'),
      level: severityName[severity].zh,
      rule,
      cell: (report && field && cellInWords(report, field, 'zh')) ?? '',
      message: message.zh,
    })),
  };
}
