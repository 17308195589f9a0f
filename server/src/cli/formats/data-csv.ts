// `data --format csv`.

import { CSV_START, csvLine } from '../../base/csv.ts';
import { fieldFigures } from '../figures.ts';
import type { Format, View, ViewedReport } from '../view.ts';

const head = ['path', 'index', 'year', 'organ', 'edition', 'field', 'row', 'column', 'state', 'value', 'raw'];

/** A line for each field of a report. */
export const dataCsv: Format = {
  open: () => CSV_START + csvLine(head),
  between: '',
  file: (view, { language }) =>
    view.reports.map((viewed, index) => lines(view, viewed, index, language)).join(''),
  close: () => '',
};

function lines({ path }: View, { report }: ViewedReport, index: number, language: 'zh' | 'en'): string {
  if (report === null) return '';
  const { year, organ, edition } = report;
  return fieldFigures(report)
    .map((figure) => {
      const { row, column, id } = figure.field;
      const value = 'value' in figure ? figure.value : null;
      const name = [row.name[language], column.name[language]];
      return csvLine([path, index, year, organ, edition, id, ...name, figure.state, value, figure.raw]);
    })
    .join('');
}
