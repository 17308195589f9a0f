import type { Language } from '../base/phrase.ts';
import { tablesOf } from '../report/contents.ts';
import type { Report } from '../report/types.ts';
import type { Cell } from '../table/types.ts';
import { placedCells } from './lookup.ts';

/** Two texts for a diff editor, line by line the same cells. */
export interface YearComparison {
  readonly left: string;
  readonly right: string;
  readonly title: string;
}

/** The figures that differ between an organ's reports for two years, a cell a line in the form's order; the change stands on the right. */
export function compareYears(last: Report, now: Report, language: Language): YearComparison {
  const before = new Map(placedCells(last).map(({ cell }) => [cell.field.id, cell]));
  const sides: [string[], string[]] = [[headOf(last, language)], [headOf(now, language)]];
  const both = (line: string): void => {
    for (const side of sides) side.push(line);
  };
  for (const { table } of tablesOf(now)) {
    let row = '';
    let first = true;
    for (const id of table.form.fields.keys()) {
      const [cell, old] = [table.cell(id), before.get(id)];
      if (!cell || !old || amountOf(cell) === amountOf(old)) continue;
      if (first) both('');
      if (first) both(table.form.table.title[language]);
      first = false;
      const label = [...cell.field.row.groups.slice(-1), cell.field.row.label].join(' ');
      const head = language === 'zh' ? label : cell.field.row.name.en;
      if (head !== row) both(`  ${head}`);
      row = head;
      const column = cell.field.column.name[language];
      sides[0].push(`    ${column}  ${shown(old, language)}`);
      sides[1].push(`    ${column}  ${shown(cell, language)}${change(old, cell)}`);
    }
  }
  if (sides[0].length === 1) both(language === 'zh' ? '各项数据没有变化' : 'No figure has changed');
  const organ = now.organ ?? last.organ ?? '';
  const title =
    language === 'zh' ? `${organ} ${last.year} 年 ↔ ${now.year} 年` : `${organ} ${last.year} ↔ ${now.year}`;
  return { left: `${sides[0].join('\n')}\n`, right: `${sides[1].join('\n')}\n`, title };
}

const headOf = ({ year, organ }: Report, language: Language): string =>
  language === 'zh' ? `${organ ?? ''}${year ?? ''}年` : `${organ ?? ''} ${year ?? ''}`;

/** A number to compare by; null where nothing can be read. An explicit none is 0, and so is a blank. */
const amountOf = (cell: Cell): number | null =>
  cell.state === 'invalid' || cell.state === 'unsure' ? null : Number(cell.money ?? cell.count ?? 0);

const shown = (cell: Cell, language: Language): string =>
  cell.state === 'blank' ? (language === 'zh' ? '空白' : 'blank') : cell.raw.trim();

/** `  (+11, +13.8%)`; no per cent from 0. */
function change(old: Cell, cell: Cell): string {
  const [a, b] = [amountOf(old), amountOf(cell)];
  if (a === null || b === null) return '';
  const by = Math.round((b - a) * 1e6) / 1e6;
  const sign = by > 0 ? '+' : '−';
  const share = a === 0 ? '' : `, ${sign}${((100 * Math.abs(by)) / Math.abs(a)).toFixed(1)}%`;
  return `  (${sign}${Math.abs(by)}${share})`;
}
