// A new report: the official headings and tables with zeros, and what last year's report hands on.
import type { Phrase } from '../base/phrase.ts';
import { quotedFieldName } from '../form/field-names.ts';
import { form } from '../form/form.ts';
import { sections } from '../form/sections.ts';
import type { FieldId } from '../form/spec.ts';
import { reportsIn } from '../report/index.ts';
import type { Report } from '../report/report.ts';
import { type LayoutId, layouts, writeTable } from '../table/write/layouts.ts';
import { type Span, shift } from '../text/span.ts';
import { cellOf, type PlacedCell } from './lookup.ts';

export interface NewReport {
  readonly organ: string;
  readonly year: number;
  readonly layout: LayoutId;
  /** The text of last year's report, for what is carried over; a text that is no report is not used. */
  readonly previousText?: string;
}

export interface Skeleton {
  readonly text: string;
  readonly carried: readonly CarriedFigure[];
}

/** A figure that last year's report hands on. */
export interface CarriedFigure {
  readonly span: Span;
  /** Where it comes from: `2024 年报告“结转下年度继续办理·自然人”：3`. */
  readonly source: Phrase;
}

/**
 * A new report with the official headings and tables, zeros in them. From last year's report come 上年结转
 * (its 结转下年度) and 现行有效; what was carried over is carried forward until it is handled, so that the
 * identities hold from the start.
 */
export function skeleton({ organ, year, layout, previousText }: NewReport): Skeleton {
  const edition = year >= 2021 ? '2021' : '2019';
  const [previous] = previousText === undefined ? [] : reportsIn(previousText);
  const handed = previous ? handedOn(previous.report) : new Map<FieldId, PlacedCell>();
  const lines = [
    `${organ}${year}年政府信息公开工作年度报告`,
    `根据《中华人民共和国政府信息公开条例》和年度报告格式（国办公开办函${edition === '2021' ? '〔2021〕30号' : '〔2019〕60号'}）要求，编制本报告。本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
    ...sections.flatMap(({ number, heading, table }) => [
      heading,
      ...(table
        ? [writeTable(form(table, edition), (field) => countOf(handed.get(field)), layouts[layout]).trimEnd()]
        : PROSE[number as keyof typeof PROSE]),
    ]),
  ];
  const text = `${lines.join(layout === 'cell-line-blank' ? '\n\n' : '\n')}\n`;
  return { text, carried: previous ? carriedIn(text, handed, previous.report) : [] };
}

const countOf = (handed: PlacedCell | undefined): string => String(handed?.cell.count ?? 0);

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

/** Of each figure of the new report that last year's report says, the cell that says it. */
function handedOn(report: Report): ReadonlyMap<FieldId, PlacedCell> {
  const handed = new Map<FieldId, PlacedCell>();
  const hand = (from: FieldId, ...to: readonly FieldId[]): void => {
    const placed = cellOf(report, from);
    if (placed?.cell.count) for (const field of to) handed.set(field, placed);
  };
  for (const { id } of form('applications', '2021').table.blocks[0]?.columns ?? [])
    hand(`applications.4.${id}`, `applications.2.${id}`, `applications.4.${id}`);
  for (const row of ['regulations', 'normative'])
    hand(`disclosure.${row}.in-force`, `disclosure.${row}.in-force`);
  return handed;
}

function carriedIn(
  text: string,
  handed: ReadonlyMap<FieldId, PlacedCell>,
  { year }: Report,
): readonly CarriedFigure[] {
  const [made] = reportsIn(text);
  return [...handed].flatMap(([field, { cell }]): CarriedFigure[] => {
    const placed = made && cellOf(made.report, field);
    if (!placed) return [];
    const name = quotedFieldName(cell.field);
    const source = {
      zh: `${year === null ? '上年' : `${year} 年`}报告${name.zh}：${cell.count}`,
      en: `${year === null ? 'Last year’s report' : `Report for ${year}`}, ${name.en}: ${cell.count}`,
    };
    return [{ span: shift(placed.span, made.at), source }];
  });
}
