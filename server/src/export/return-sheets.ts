// A reviewer's sheets of a summary: the overview, and for each report that is to be corrected one to send
// back.

import type { BookCell, BookSheet } from './excel-file.ts';
import type { EntryReview, SummaryEntry } from './summary-sheets.ts';

const states: Readonly<Record<EntryReview['state'], string>> = {
  unchecked: '未核',
  checked: '已核',
  returned: '退回',
};

/** A line a report, in the order given, its organ leading to the sheet to send back. */
export const overviewSheet = (entries: readonly SummaryEntry[]): BookSheet => ({
  name: '核对表',
  widths: [30, 8, 36, 8, 8, 8, 40],
  frozenRows: 1,
  rows: [
    ['机关', '年度', '文件', '状态', '错误', '警告', '退回理由'].map(headCell),
    ...entries.map((entry, i): BookCell[] => {
      const { organ, path, year, errors, warnings, review } = entry;
      const link = isToCorrect(entry) ? { link: sheetNameOf(entry, i) } : {};
      return [
        { text: organ ?? path, ...link },
        ...[year, path, states[review?.state ?? 'unchecked'], errors, warnings, review?.reason ?? null].map(
          plainCell,
        ),
      ];
    }),
  ],
});

export const returnSheets = (entries: readonly SummaryEntry[]): readonly BookSheet[] =>
  entries.flatMap((entry, i) => (isToCorrect(entry) ? [returnSheet(entry, sheetNameOf(entry, i))] : []));

/** A report that a reviewer has passed is not, unless a note was written on it. */
function isToCorrect({ errors, warnings, review }: SummaryEntry): boolean {
  if (review?.state === 'returned' || (review?.notes.length ?? 0) > 0) return true;
  return review?.state !== 'checked' && errors + warnings > 0;
}

/** With its number, since two reports may be of one organ. */
const sheetNameOf = ({ organ, path }: SummaryEntry, index: number): string =>
  `${index + 1} ${organ ?? path.split('/').at(-1)}`;

function returnSheet({ organ, path, year, findings, review }: SummaryEntry, name: string): BookSheet {
  const wrong = findings.filter(({ level }) => level === '错误' || level === '警告');
  const notes = review?.notes ?? [];
  const lines = [
    ...wrong.map(({ place, cell, message }) => [place, cell, message]),
    ...notes.map(({ cell, text }) => ['', cell, `审核意见：${text}`]),
  ];
  const about = `${organ ?? path}${year === null ? '' : `${year}年`}政府信息公开工作年度报告修改意见`;
  return {
    name,
    widths: [6, 34, 34, 80],
    rows: [
      [{ text: about, head: true, plain: true, columns: 4 }],
      [wholeLine(`文件：${path}`)],
      ...(review?.reason ? [[wholeLine(`退回理由：${review.reason}`)]] : []),
      [wholeLine(`请核对并修改以下 ${lines.length} 处，改后重新报送。`)],
      ['序号', '位置', '栏目', '问题'].map(headCell),
      ...lines.map((line, i) => [i + 1, ...line].map(plainCell)),
    ],
  };
}

const headCell = (text: string): BookCell => ({ text, head: true });
const plainCell = (text: string | number | null): BookCell => ({ text });
const wholeLine = (text: string): BookCell => ({ text, plain: true, columns: 4 });
