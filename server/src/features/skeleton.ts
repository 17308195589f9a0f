// A new report: the official headings and tables with zeros, and what last year's report hands on.
import { form } from '../form/form.ts';
import { sections } from '../form/sections.ts';
import type { FieldId } from '../form/spec.ts';
import { reportsIn } from '../report/index.ts';
import type { Report } from '../report/report.ts';
import { type LayoutId, layouts, writeTable } from '../table/write/layouts.ts';
import { cellOf } from './lookup.ts';

export interface NewReport {
  readonly organ: string;
  readonly year: number;
  readonly layout: LayoutId;
  /** The text of last year's report, for what is carried over; a text that is no report is not used. */
  readonly previousText?: string;
}

/**
 * A new report with the official headings and tables, zeros in them. From last year's report come 上年结转
 * (its 结转下年度) and 现行有效; what was carried over is carried forward until it is handled, so that the
 * identities hold from the start.
 */
export function skeleton({ organ, year, layout, previousText }: NewReport): string {
  const edition = year >= 2021 ? '2021' : '2019';
  const [previous] = previousText === undefined ? [] : reportsIn(previousText);
  const carried = previous ? carriedFrom(previous.report) : new Map<FieldId, string>();
  const lines = [
    `${organ}${year}年政府信息公开工作年度报告`,
    `根据《中华人民共和国政府信息公开条例》和年度报告格式（国办公开办函${edition === '2021' ? '〔2021〕30号' : '〔2019〕60号'}）要求，编制本报告。本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
    ...sections.flatMap(({ number, heading, table }) => [
      heading,
      ...(table
        ? [writeTable(form(table, edition), (field) => carried.get(field) ?? '0', layouts[layout]).trimEnd()]
        : PROSE[number as keyof typeof PROSE]),
    ]),
  ];
  return `${lines.join(layout === 'cell-line-blank' ? '\n\n' : '\n')}\n`;
}

/** What the sections without tables begin with. */
const PROSE = {
  1: [
    '（一）主动公开情况。',
    '（二）依申请公开情况。',
    '（三）政府信息管理情况。',
    '（四）平台建设情况。',
    '（五）监督保障情况。',
  ],
  5: ['（一）存在的主要问题。', '（二）改进情况。'],
  6: ['（一）收取信息处理费情况。本年度未发出收费通知，未收取信息处理费。', '（二）无其他需要报告的事项。'],
} as const;

/** The figures of the new report that last year's report says. */
function carriedFrom(report: Report): Map<FieldId, string> {
  const carried = new Map<FieldId, string>();
  for (const column of form('applications', '2021').table.blocks[0]?.columns ?? []) {
    const count = cellOf(report, `applications.4.${column.id}`)?.cell.count;
    if (count) for (const row of ['2', '4']) carried.set(`applications.${row}.${column.id}`, String(count));
  }
  for (const row of ['regulations', 'normative']) {
    const count = cellOf(report, `disclosure.${row}.in-force`)?.cell.count;
    if (count) carried.set(`disclosure.${row}.in-force`, String(count));
  }
  return carried;
}
