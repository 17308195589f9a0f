// `data --format csv --wide`.

import { CSV_START, csvLine } from '../../base/csv.ts';
import { fieldHeads } from '../../form/field-heads.ts';
import { fieldFigures, writtenFigure } from '../figures.ts';
import type { Format } from '../view.ts';

/** Reports of both editions may come, and the heads are written before the first. */
const heads = fieldHeads(['2021', '2019']);

/** A line for each report under heads in Chinese, as clerks gather them. */
export const dataWide: Format = {
  open: () =>
    CSV_START + csvLine(['文件', '序号', '年度', '机关', '格式版本', ...heads.map(({ text }) => text)]),
  between: '',
  file: ({ path, reports }) =>
    reports
      .map(({ report }, index) => {
        if (report === null) return '';
        const { year, organ, edition } = report;
        const figures = new Map(fieldFigures(report).map((each) => [each.field.id, writtenFigure(each)]));
        const cells = heads.map(({ id }) => figures.get(id) ?? null);
        return csvLine([path, index, year, organ, edition, ...cells]);
      })
      .join(''),
  close: () => '',
};
