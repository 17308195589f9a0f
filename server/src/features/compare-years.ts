// An organ's reports for two years side by side: the figures that differ, for a diff editor.
//
//   清溪县教育局2023年            清溪县教育局2024年
//   主动公开政府信息情况          主动公开政府信息情况
//     行政许可                      行政许可
//       本年处理决定数量  46          本年处理决定数量  57  (+11, +23.9%)
import type { Language } from '../base/phrase.ts';
import type { Field } from '../form/spec.ts';
import { tablesOf } from '../report/contents.ts';
import type { Report } from '../report/report.ts';
import type { Cell } from '../table/table.ts';
import { cellOf } from './lookup.ts';

/** Two texts, the same cells on the same lines. */
export interface YearComparison {
  readonly left: string;
  readonly right: string;
  readonly title: string;
}

/** The cells that differ, a line each in the order of the form; the change stands on the right. */
export function compareYears(last: Report, now: Report, language: Language): YearComparison {
  const left = [headOf(last, language)];
  const right = [headOf(now, language)];
  const both = (...lines: readonly string[]): void => {
    left.push(...lines);
    right.push(...lines);
  };
  for (const { table } of tablesOf(now)) {
    let row: string | null = null;
    for (const id of table.form.fields.keys()) {
      const [before, after] = [cellOf(last, id)?.cell, table.cell(id)];
      if (!before || !after || amountOf(before) === amountOf(after)) continue;
      if (row === null) both('', table.form.table.title[language]);
      const name = rowName(after.field, language);
      if (name !== row) both(`  ${name}`);
      row = name;
      const column = after.field.column.name[language];
      left.push(`    ${column}  ${writtenIn(before, language)}`);
      right.push(`    ${column}  ${writtenIn(after, language)}${changeOf(before, after)}`);
    }
  }
  if (left.length === 1) both(language === 'zh' ? '各项数据没有变化' : 'No figure has changed');
  return {
    left: `${left.join('\n')}\n`,
    right: `${right.join('\n')}\n`,
    title: titleOf(last, now, language),
  };
}

const headOf = ({ year, organ }: Report, language: Language): string =>
  language === 'zh' ? `${organ ?? ''}${year ?? ''}年` : `${organ ?? ''} ${year ?? ''}`;

const titleOf = (last: Report, now: Report, language: Language): string => {
  const organ = now.organ ?? last.organ ?? '';
  return language === 'zh'
    ? `${organ} ${last.year} 年 ↔ ${now.year} 年`
    : `${organ} ${last.year} ↔ ${now.year}`;
};

const rowName = ({ row }: Field, language: Language): string =>
  language === 'zh' ? [...row.groups.slice(-1), row.label].join(' ') : row.name.en;

/** A number to compare by; null where nothing can be read. An explicit none is 0, and so is a blank. */
const amountOf = (cell: Cell): number | null =>
  cell.state === 'invalid' || cell.state === 'unsure' ? null : Number(cell.money ?? cell.count ?? 0);

const writtenIn = (cell: Cell, language: Language): string =>
  cell.state === 'blank' ? (language === 'zh' ? '空白' : 'blank') : cell.raw.trim();

/** `  (+11, +13.8%)`; no per cent from 0. */
function changeOf(before: Cell, after: Cell): string {
  const [a, b] = [amountOf(before), amountOf(after)];
  if (a === null || b === null) return '';
  const change = Math.round((b - a) * 1e6) / 1e6;
  const sign = change > 0 ? '+' : '−';
  const share = a === 0 ? '' : `, ${sign}${((100 * Math.abs(change)) / Math.abs(a)).toFixed(1)}%`;
  return `  (${sign}${Math.abs(change)}${share})`;
}
