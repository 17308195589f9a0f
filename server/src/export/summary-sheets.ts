// The sheets of a summary: a row for each report, one for each finding, and what the roster says is missing.
// Plain data in and out: `excel-file.ts`, `sheet-page.ts` and base/csv.ts write them.
import { CSV_START, csvLine } from '../base/csv.ts';
import { fieldHeads } from '../form/field-heads.ts';
import type { Edition, FieldId } from '../form/spec.ts';
import { summaryNames } from '../office/own-summary.ts';
import type { BookCell, BookSheet } from './excel-file.ts';
import { overviewSheet, returnSheets } from './return-sheets.ts';

export interface SummaryEntry {
  readonly path: string;
  readonly organ: string | null;
  readonly year: number | null;
  readonly edition: Edition;
  readonly figures: Readonly<Record<FieldId, string | number | null>>;
  readonly errors: number;
  readonly warnings: number;
  readonly findings: readonly {
    readonly place: string;
    readonly level: string;
    readonly rule: string;
    readonly cell: string;
    readonly message: string;
  }[];
  /** What a reviewer has said of it. */
  readonly review?: EntryReview;
}

export interface EntryReview {
  readonly state: 'unchecked' | 'checked' | 'returned';
  readonly reason: string | null;
  readonly notes: readonly { readonly cell: string; readonly text: string }[];
}

/** A file that was not read, and why. */
export interface UnreadFile {
  readonly path: string;
  readonly why: string;
}

/** What is amiss with a unit of the roster, or with a report of none. */
export interface RosterGap {
  readonly unit: string;
  readonly what: string;
}

export interface SummaryContent {
  readonly entries: readonly SummaryEntry[];
  readonly unread: readonly UnreadFile[];
  /** null without a roster. */
  readonly gaps: readonly RosterGap[] | null;
  /** Whether an overview stands in front, and sheets to send back at the end. */
  readonly returns: boolean;
}

/** The reports with most errors come first. */
const worstFirst = (entries: readonly SummaryEntry[]): readonly SummaryEntry[] =>
  [...entries].sort((a, b) => b.errors - a.errors || b.warnings - a.warnings);

export function summarySheets({ entries, unread, gaps, returns }: SummaryContent): readonly BookSheet[] {
  const sorted = worstFirst(entries);
  const sheets = [reportsSheet(sorted), findingsSheet(sorted, unread), rosterSheet(gaps)];
  return returns ? [overviewSheet(sorted), ...sheets, ...returnSheets(sorted)] : sheets;
}

const tableNames = {
  disclosure: '主动公开政府信息情况',
  applications: '收到和处理政府信息公开申请情况',
  disputes: '政府信息公开行政复议、行政诉讼情况',
} as const;

const headsOf = (entries: readonly SummaryEntry[]) => {
  const editions = [...new Set(entries.map(({ edition }) => edition))];
  return fieldHeads(editions.length === 0 ? ['2021'] : editions);
};

const about = ['文件', '机关', '年度', '格式版本'];
const counts = ['错误', '警告'];

const lineOf = (
  { path, organ, year, edition, figures, errors, warnings }: SummaryEntry,
  heads: readonly { readonly id: FieldId }[],
): Line => [path, organ, year, edition, ...heads.map(({ id }) => figures[id] ?? null), errors, warnings];

/** The first sheet as csv, under one row of heads. */
export function summaryCsv({ entries }: SummaryContent): string {
  const sorted = worstFirst(entries);
  const heads = headsOf(entries);
  const lines = [
    [...about, ...heads.map(({ text }) => text), ...counts],
    ...sorted.map((each) => lineOf(each, heads)),
  ];
  return CSV_START + lines.map(csvLine).join('');
}

/** Two rows of heads: the tables, and under them the fields. */
function reportsSheet(entries: readonly SummaryEntry[]): BookSheet {
  const heads = headsOf(entries);
  const groups = heads.flatMap(({ table }, i): BookCell[] => {
    if (heads[i - 1]?.table === table) return [];
    const end = heads.findIndex((other, at) => at > i && other.table !== table);
    return [{ text: tableNames[table], head: true, columns: (end < 0 ? heads.length : end) - i }];
  });
  const tall = (text: string): BookCell => ({ text, head: true, rows: 2 });
  return {
    name: summaryNames.reports,
    frozenRows: 2,
    frozenColumns: 3,
    widths: [28, 24, 8, 10, ...heads.map(() => 12), 8, 8],
    rows: [
      [...about.map(tall), ...groups, ...counts.map(tall)],
      heads.map(({ text }) => ({ text, head: true, height: 60 })),
      ...entries.map((entry) => cells(lineOf(entry, heads))),
    ],
  };
}

function findingsSheet(entries: readonly SummaryEntry[], unread: readonly UnreadFile[]): BookSheet {
  return listSheet(summaryNames.findings, ['文件', '机关', '年度', '级别', '位置', '栏目', '问题', '规则'], {
    widths: [28, 24, 8, 8, 30, 30, 60, 20],
    rows: [
      ...unread.map(({ path, why }) => [path, null, null, '未读', null, null, why, null]),
      ...entries.flatMap(({ path, organ, year, findings }) =>
        findings.map(({ place, level, cell, message, rule }) => {
          return [path, organ, year, level, place, cell, message, rule];
        }),
      ),
    ],
  });
}

const rosterSheet = (gaps: readonly RosterGap[] | null): BookSheet =>
  listSheet(summaryNames.roster, ['单位', '情况'], {
    widths: [30, 60],
    rows:
      gaps === null
        ? [['（没有名单）', '在 .ogi-report.json 的 units 里写明应当报送年报的单位']]
        : gaps.length === 0
          ? [['（齐全）', '名单中的单位都有一份报告']]
          : gaps.map(({ unit, what }) => [unit, what]),
  });

const listSheet = (
  name: string,
  heads: readonly string[],
  { widths, rows }: { readonly widths: readonly number[]; readonly rows: readonly Line[] },
): BookSheet => ({
  name,
  widths,
  frozenRows: 1,
  rows: [heads.map((text) => ({ text, head: true })), ...rows.map(cells)],
});

type Line = readonly (string | number | null)[];

const cells = (line: Line): BookCell[] => line.map((text) => ({ text }));
